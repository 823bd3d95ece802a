# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what as tables to take home: what everyone may read. Amounts are in euros."""

from collections.abc import Iterable, Iterator

from django.utils.timezone import localdate

from samenspel.core.sharing.plan_json import shown
from samenspel.sources.tables import Cell, Table

from .allocations import AllocationFacts, ScenarioFacts, allocations, scenarios
from .plan_tables import euros

Rows = Iterator[tuple[Cell, ...]]

_ALLOCATIONS = (
    *(("allocation", "Verdeling"), ("title", "Titel"), ("state", "Stand")),
    *(("first_year", "Eerste jaar"), ("last_year", "Laatste jaar"), ("based_on", "Volgt op")),
    *(("frozen_on", "Vastgelegd op"), ("decided_on", "Besloten op")),
    *(("decided_by", "Besloten door"), ("digest", "Vingerafdruk")),
    *(("asked", "Gevraagd"), ("paid", "Betaald"), ("gap", "Gat")),
)
_SHARES = (
    *(("allocation", "Verdeling"), ("party", "Partij"), ("year", "Jaar")),
    *(("asked", "Gevraagd"), ("paid", "Betaalt")),
)
_FIGURES = (
    *(("allocation", "Verdeling"), ("basis", "Grondslag"), ("party", "Partij")),
    *(("figure", "Cijfer"), ("on", "Peildatum"), ("source", "Bron")),
)
_SCENARIOS = (
    *(("scenario", "Scenario"), ("allocation", "Verdeling"), ("title", "Titel")),
    *(("published_on", "Gepubliceerd op"), ("way", "Hoe het gat wordt gedicht")),
    *(("asked", "Gevraagd"), ("paid", "Betaald"), ("gap", "Gat")),
)
_PAYS = (
    *(("scenario", "Scenario"), ("party", "Partij")),
    *(("now", "Nu"), ("pays", "Betaalt"), ("difference", "Verschil")),
)


def allocation_tables(region_id: int) -> tuple[Table, ...]:
    """Return the public tables of allocations and scenarios; two statements."""
    known = allocations(region_id)
    kept = [(one, of) for one in scenarios(region_id) for of in known if of.key == one.allocation]
    return (
        Table("allocations", "Verdelingen", _ALLOCATIONS, tuple(_allocations(known))),
        Table("allocation_shares", "Bijdragen", _SHARES, tuple(_shares(known))),
        Table("allocation_figures", "Verdeelcijfers", _FIGURES, tuple(_figures(known))),
        Table("scenarios", "Scenarios", _SCENARIOS, tuple(_scenarios(kept))),
        Table("scenario_shares", "Bijdragen per scenario", _PAYS, tuple(_pays(kept))),
    )


def _allocations(known: Iterable[AllocationFacts]) -> Rows:
    for one in known:
        made = one.reckoned()
        found, years = made.found, made.plan.years
        frozen = localdate(one.frozen_at) if one.frozen_at else None
        decided = (one.decided_on, one.decided_by, one.digest)
        sums = (euros(found.programme_cents), euros(found.programme_cents - found.gap_cents))
        of = (one.key, one.title, str(one.state), min(years), max(years), one.based_on)
        yield *of, frozen, *decided, *sums, euros(found.gap_cents)


def _shares(known: Iterable[AllocationFacts]) -> Rows:
    for one in known:
        found = one.reckoned().found
        for party, years in found.pays.items():
            for year, cents in years.items():
                yield one.key, party, year, euros(found.asked[party][year]), euros(cents)


def _figures(known: Iterable[AllocationFacts]) -> Rows:
    for one in known:
        for code, basis in one.reckoned().plan.bases.items():
            for party, figure in basis.figures.items():
                yield one.key, code, party, shown(figure), basis.on, basis.source


def _scenarios(kept: Iterable[tuple[ScenarioFacts, AllocationFacts]]) -> Rows:
    for one, of in kept:
        found = one.outcome(of)
        paid = sum(found.final.by_party().values())
        published = localdate(one.published_at) if one.published_at else None
        sums = (euros(found.found.programme_cents), euros(paid), euros(found.found.gap_cents))
        yield one.slug, one.allocation, one.title, published, one.way, *sums


def _pays(kept: Iterable[tuple[ScenarioFacts, AllocationFacts]]) -> Rows:
    for one, of in kept:
        now = of.reckoned().found.by_party()
        for party, cents in one.outcome(of).final.by_party().items():
            more = cents - now[party]
            yield one.slug, party, euros(now[party]), euros(cents), euros(more)
