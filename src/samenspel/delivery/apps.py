# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's entry to this context."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """The context ``delivery``."""

    name = "samenspel.delivery"
    default_auto_field = "django.db.models.BigAutoField"
