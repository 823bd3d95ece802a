# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How certain a figure of the profile is, as a code and in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.core.profile.report import Figure
from samenspel.sources.statistics import SUM, indicators
from samenspel.words.figures import short_value

CHANCE, ROUNDING, COUNT, UNKNOWN = "chance", "rounding", "count", "unknown"

CERTAINTIES: dict[str, Promise] = {
    ROUNDING: gettext_lazy("certain but for rounding"),
    COUNT: gettext_lazy("as registered"),
    UNKNOWN: gettext_lazy("how certain is not known"),
}
"""What is known of a figure without an interval of chance."""


def certainty(one: Figure) -> str:
    """Return the code of how certain a figure is; empty when there is no figure."""
    if one.value is None:
        return ""
    if one.low is None or one.high is None:
        return COUNT if indicators()[one.code].rule == SUM else UNKNOWN
    return CHANCE if one.counted else ROUNDING


def holds_its_value(one: Figure) -> bool:
    """
    Tell whether a figure lies within its interval.

    It does not where so few are counted that the average weighs in.
    """
    known = None not in (one.value, one.low, one.high)
    return known and one.low <= one.value <= one.high  # type: ignore[operator]


def told(one: Figure) -> str:
    """Return in words how certain a figure is; empty when there is none."""
    code = certainty(one)
    ends = [short_value(one.code, end) for end in (one.low, one.high)]
    if code == CHANCE and ends[0] != ends[1]:
        known = {"low": ends[0], "high": ends[1]}
        if holds_its_value(one):
            return _("95%% certain: %(low)s to %(high)s") % known
        return _("95%% certain, as few are counted: %(low)s to %(high)s") % known
    return str(CERTAINTIES[ROUNDING if code == CHANCE else code]) if code else ""
