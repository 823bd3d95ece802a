# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays for one measure."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.core.agenda.record import Measure
from samenspel.core.funding.plan import gaps
from samenspel.funding.queries import line_rows, plan_of, sources
from samenspel.web.page import Visit
from samenspel.web.parts.funding import Called, LineView, view_lines
from samenspel.web.parts.targets import Named
from samenspel.words.formats import euro


@dataclass(frozen=True, slots=True)
class MeasureMoney:
    """The lines of a measure, and what is missing in words; empty when that is unknown."""

    lines: list[LineView]
    planned: str
    missing: str


def measure_money(seen: Visit, one: Measure, parties: Mapping[str, str]) -> MeasureMoney | None:
    """Return who pays for a measure, None when nobody does yet; one statement then, else four."""
    found = line_rows(seen.region.pk, seen.actor)
    rows = [row for row in found if row.line.measure == one.key]
    if not rows:
        return None
    costs = {cost.year: cost.amount_cents for cost in one.costs}
    plan = plan_of(sources(seen.region.pk), rows, {one.key: costs})
    called = Called(seen.region.slug, parties, plan.sources, {one.key: Named(one.title)})
    known = [gap.cents for gap in gaps(plan) if gap.cents is not None]
    missing = sum(cents for cents in known if cents > 0)
    return MeasureMoney(
        view_lines(plan, rows, called), euro(plan.cents), euro(missing) if known else ""
    )
