# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Goals as pages show them: from where to where, and what the measures add."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.core.agenda.record import Goal
from samenspel.core.agenda.summary import GoalNumbers
from samenspel.web.reading import Links
from samenspel.words.formats import number


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal ready to be shown; texts are empty where nothing is known."""

    key: str
    title: str
    url: str
    indicator: str
    baseline: str
    target: str
    owner: str
    owner_url: str
    measures: int
    expected: str
    percent: float | None
    challenge: str
    source: str

    @property
    def mood(self) -> str:
        """Warn when the measures together are not expected to reach the target."""
        return "warn" if self.percent is not None and self.percent < 100 else ""  # noqa: PLR2004


def view_goal(goal: Goal, numbers: GoalNumbers, names: Mapping[str, str], links: Links) -> GoalView:
    """Return *goal* ready to be shown."""
    return GoalView(
        key=goal.key,
        title=goal.title,
        url=links.to("goal", goal.key),
        indicator=goal.indicator,
        baseline=dated(goal.baseline, goal.unit, goal.baseline_year),
        target=_target(goal),
        owner=names.get(goal.owner, goal.owner),
        owner_url=links.to("party", goal.owner) if goal.owner else "",
        measures=numbers.measures,
        expected=_expected(goal, numbers),
        percent=coverage(goal, numbers),
        challenge=goal.challenge,
        source=goal.source,
    )


def quantity(value: Decimal, unit: str) -> str:
    """Return a quantity with its unit: ``26,5%``, ``2.400 mensen``."""
    if unit == "%":
        return f"{number(value)}%"
    return f"{number(value)} {unit}".strip()


def dated(value: Decimal | None, unit: str, year: int | None) -> str:
    """Return a quantity with the year it is of."""
    if value is None:
        return ""
    return f"{quantity(value, unit)} ({year})" if year else quantity(value, unit)


def coverage(goal: Goal, numbers: GoalNumbers) -> float | None:
    """
    Return what part, in percent, of the way to the target the measures are expected to bring.

    None when baseline, target or every contribution is unknown, or when the target is reached.
    """
    if goal.baseline is None or goal.target is None or not numbers.expected:
        return None
    way = goal.target - goal.baseline
    if not way:
        return None
    percent = Decimal(numbers.expected) / way * 100
    return float(round(min(max(percent, Decimal()), Decimal(100)), 1))


def _target(goal: Goal) -> str:
    if goal.target is None:
        return ""
    told = quantity(goal.target, goal.unit)
    if not goal.target_year:
        return told
    return _("%(target)s in %(year)s") % {"target": told, "year": goal.target_year}


def _expected(goal: Goal, numbers: GoalNumbers) -> str:
    if not numbers.expected:
        return ""
    if goal.baseline is None or goal.target is None or goal.target == goal.baseline:
        return signed(Decimal(numbers.expected), goal.unit)
    return _("%(expected)s of the %(wanted)s that is needed") % {
        "expected": signed(Decimal(numbers.expected), ""),
        "wanted": signed(goal.target - goal.baseline, goal.unit),
    }


def signed(value: Decimal, unit: str) -> str:
    """Return a change in a quantity with its sign; of percentages in percentage points."""
    count = 1 if abs(value) == 1 else 2
    points = ngettext("percentage point", "percentage points", count) if unit == "%" else unit
    sign = "+" if value > 0 else "−" if value < 0 else ""  # noqa: RUF001 - a minus
    return f"{sign}{quantity(abs(value), points)}"
