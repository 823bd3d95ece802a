# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of pages: public ones, the workbench, log-in."""

from . import accounts, public, workbench

urlpatterns = [*accounts.urlpatterns, *workbench.urlpatterns, *public.urlpatterns]
