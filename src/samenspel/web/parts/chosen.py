# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which figure and year a visitor chose in an address."""

from django.http import Http404, HttpRequest

from samenspel.sources.profile_columns import newest, years

SHOWN = "income-per-inhabitant"
"""The figure that is shown until a visitor chooses another."""


def chosen(request: HttpRequest) -> tuple[int, str]:
    """
    Return the year and the indicator that were asked for.

    Raises:
        Http404: there are no figures of them.
    """
    there = {str(year): year for year in years()}
    year = there.get(request.GET.get("jaar") or max(there))
    shown = request.GET.get("cijfer", SHOWN)
    if year is None or shown not in newest(year):
        raise Http404
    return year, shown
