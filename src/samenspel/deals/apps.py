# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's entry to this context."""

from django.apps import AppConfig


class DealsConfig(AppConfig):
    """The context ``deals``."""

    name = "samenspel.deals"
    default_auto_field = "django.db.models.BigAutoField"
