# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which figure and year a visitor chose in an address."""

from django.http import Http404, HttpRequest

from samenspel.core.errors import RuleError
from samenspel.sources.profile_columns import newest
from samenspel.sources.profiles import checked_year

SHOWN = "income-per-inhabitant"
"""The figure that is shown until a visitor chooses another."""


def chosen(request: HttpRequest) -> tuple[int, str]:
    """
    Return the year and the indicator that were asked for.

    Raises:
        Http404: there are no figures of them.
    """
    asked, shown = request.GET.get("jaar", ""), request.GET.get("cijfer", SHOWN)
    try:
        year = checked_year(int(asked) if asked.isdecimal() else None if not asked else 0)
    except RuleError as error:
        raise Http404 from error
    if shown not in newest(year):
        raise Http404
    return year, shown
