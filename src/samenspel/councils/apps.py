# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's entry to this context."""

from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    """The context ``councils``."""

    name = "samenspel.councils"
    default_auto_field = "django.db.models.BigAutoField"
