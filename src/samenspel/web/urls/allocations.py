# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of who pays what: allocations and scenarios."""

from django.urls import URLPattern, path

from samenspel.web.urls import converters  # noqa: F401 - registers what the addresses use
from samenspel.web.views import allocations, scenarios

_TOP = "<slug:slug>/geld/"
_ONE = f"{_TOP}verdeling/<key:allocation>/"

urlpatterns: list[URLPattern] = [
    path(f"{_TOP}verdeling/", allocations.allocation_list, name="allocations"),
    path(_ONE, allocations.allocation_page, name="allocation"),
    path(f"{_ONE}verdeling.json", allocations.text, name="allocation-text"),
    path(f"{_ONE}wat-als/", scenarios.what_if_view, name="what-if"),
    path(f"{_ONE}facturen/", allocations.invoices, name="invoices"),
    path(f"{_ONE}facturen/facturen.<slug:kind>", allocations.invoices_file, name="invoices-file"),
    path(f"{_ONE}eerlijk/", allocations.fair_shares, name="fair-shares"),
    path(f"{_TOP}scenario/vergelijken/", scenarios.compare, name="scenarios"),
    path(f"{_TOP}scenario/<slug:scenario>/", scenarios.scenario, name="scenario"),
]
