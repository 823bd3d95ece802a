# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An allocation as pages show it: who pays what, how it is divided, by which figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.core.funding.allocation import AllocationState, Reckoned, asked_of, used_bases
from samenspel.core.sharing.keys import INHABITANTS
from samenspel.core.sharing.rounding import Number, nearest_cents
from samenspel.core.sharing.scenario import Effect, Outcome, Scenario, effects
from samenspel.funding.queries.allocations import AllocationFacts
from samenspel.web.parts.money import Bar, share
from samenspel.words.allocations import (
    STATES,
    amount_told,
    basis_name,
    figure_told,
    key_told,
    layer_name,
    per_inhabitant,
    rules_told,
)
from samenspel.words.formats import euro_exact, long_date, years
from samenspel.words.sharing import listed

MOODS = {
    AllocationState.DRAFT: "none",
    AllocationState.FROZEN: "info",
    AllocationState.DECIDED: "good",
}
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PaysRow:
    """What a party pays: per year when that is the same every year, in all, per inhabitant."""

    slug: str
    party: str
    yearly: str
    total: str
    each: str
    people: str
    percent: float | None


@dataclass(frozen=True, slots=True)
class LayerView:
    """One part of an allocation: what it asks, by which key, of whom, with which rules."""

    name: str
    measure: str
    amount: str
    key: str
    who: str
    rules: list[str]


@dataclass(frozen=True, slots=True)
class BasisView:
    """The figures of a basis: party -> figure, with their day and source."""

    name: str
    on: str
    source: str
    rows: list[tuple[str, str]]


def people_of(plan: Scenario) -> Mapping[str, Number]:
    """Return the inhabitants by which a plan divides; empty when it knows none."""
    basis = plan.bases.get(INHABITANTS)
    return basis.figures if basis else {}


def period(plan: Scenario) -> str:
    """Return the years of a plan."""
    return years(min(plan.years), max(plan.years))


def pays_rows(one: Reckoned, names: Names) -> list[PaysRow]:
    """Return a row for every party."""
    told = effects(one.found, one.found, people_of(one.plan))
    most = max((row.after_cents for row in told), default=0)
    return [_pays(row, one, names, most) for row in told]


def pays_bars(found: Outcome, names: Names) -> list[Bar]:
    """Return what every party pays in all, as bars; the largest first."""
    paid = sorted(found.by_party().items(), key=lambda one: (-one[1], one[0]))
    most = max((cents for _, cents in paid), default=0)
    return [
        Bar(names.get(slug, slug), euro_exact(cents), share(cents, most)) for slug, cents in paid
    ]


def layer_views(plan: Scenario, names: Names) -> list[LayerView]:
    """Return the parts of a plan in words."""
    return [
        LayerView(
            layer_name(layer, place),
            layer.measure,
            amount_told(layer),
            key_told(layer.key),
            ""
            if layer.only is None
            else listed([names.get(slug, slug) for slug in sorted(asked_of(plan, layer))]),
            list(rules_told(layer.rules, names)),
        )
        for place, layer in enumerate(plan.layers)
    ]


def basis_views(plan: Scenario, names: Names) -> list[BasisView]:
    """Return the figures that a plan divides by."""
    found = []
    for code in used_bases(plan):
        basis = plan.bases[code]
        rows = [(names.get(p, p), figure_told(f)) for p, f in basis.figures.items()]
        on = long_date(basis.on) if isinstance(basis.on, date) else ""
        found.append(BasisView(basis_name(code), on, basis.source, rows))
    return found


def rises(plan: Scenario) -> list[tuple[int, str]]:
    """Return (year, percentage) of each rise."""
    return [(year, figure_told(rise)) for year, rise in sorted(plan.rises.items())]


def heading(slug: str, one: AllocationFacts) -> dict[str, Any]:
    """Return what lists and pages say of an allocation as a whole."""
    return {
        "key": one.key,
        "title": one.title,
        "url": reverse("allocation", args=[slug, one.key]),
        "state": STATES[one.state],
        "mood": MOODS[one.state],
        "is_public": one.is_public,
        "is_frozen": one.state is AllocationState.FROZEN,
        "frozen": long_date(localdate(one.frozen_at)) if one.frozen_at else "",
        "decided_on": long_date(one.decided_on) if one.decided_on else "",
        "decided_by": one.decided_by,
        "decision_link": one.decision_link,
        "digest": one.digest,
        "note": one.note,
    }


def sums(one: Reckoned) -> dict[str, str]:
    """Return the totals of a plan: asked, paid, the gap, and what it is per inhabitant a year."""
    found, people = one.found, people_of(one.plan)
    paid = found.programme_cents - found.gap_cents
    count = sum(people.get(party, 0) for party in found.pays)
    everyone = len(people) and all(people.get(party) for party in found.pays)
    each = nearest_cents(Fraction(paid) / count / len(one.plan.years)) if everyone else None
    yearly = _same(found.asked)
    return {
        "asked": euro_exact(found.programme_cents),
        "paid": euro_exact(paid),
        "gap": euro_exact(found.gap_cents) if found.gap_cents else "",
        "each": per_inhabitant(each),
        "yearly": euro_exact(yearly) if yearly is not None else "",
    }


def _pays(row: Effect, one: Reckoned, names: Names, most: int) -> PaysRow:
    by_year = set(one.found.pays[row.party].values())
    people = people_of(one.plan).get(row.party)
    return PaysRow(
        row.party,
        names.get(row.party, row.party),
        euro_exact(next(iter(by_year))) if len(by_year) == 1 else "",
        euro_exact(row.after_cents),
        per_inhabitant(row.after_each_cents),
        figure_told(people) if people is not None else "",
        share(row.after_cents, most),
    )


def _same(asked: Mapping[str, Mapping[int, int]]) -> int | None:
    """Return what is asked a year, when that is the same every year."""
    totals: dict[int, int] = {}
    for by_year in asked.values():
        for year, cents in by_year.items():
            totals[year] = totals.get(year, 0) + cents
    found = set(totals.values())
    return next(iter(found)) if len(found) == 1 else None
