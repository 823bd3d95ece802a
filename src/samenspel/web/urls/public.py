# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses that need no log-in."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
