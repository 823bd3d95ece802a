# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's entry to this context."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """The context ``parties``."""

    name = "samenspel.parties"
    default_auto_field = "django.db.models.BigAutoField"
