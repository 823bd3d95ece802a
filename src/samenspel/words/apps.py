# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Django's entry to this package."""

from django.apps import AppConfig


class WordsConfig(AppConfig):
    """The package ``words``; it holds no models."""

    name = "samenspel.words"
