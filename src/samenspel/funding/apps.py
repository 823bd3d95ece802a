# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's entry to this context."""

from django.apps import AppConfig


class FundingConfig(AppConfig):
    """The context ``funding``."""

    name = "samenspel.funding"
    default_auto_field = "django.db.models.BigAutoField"
