# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The funding plan as pages show it: who pays what, how sure it is, what is missing, what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.deals.ladder import Rung
from samenspel.core.funding.overhead import overhead
from samenspel.core.funding.plan import Gap, Plan, Stages, gaps, stages, stages_by
from samenspel.core.funding.sources import Source
from samenspel.funding.queries import LineRow
from samenspel.web.parts.money import Bar, amount
from samenspel.web.parts.money import by_year as cost_by_year
from samenspel.web.parts.targets import Named
from samenspel.words.deals import RUNGS
from samenspel.words.formats import euro, long_date
from samenspel.words.funding import SOURCE_KINDS, STAGES, share

_RUNG_MOODS = {Rung.MENTIONED: "none", Rung.DONE: "good", Rung.ACCOUNTED: "good"}


@lru_cache(maxsize=500)
def _page(slug: str) -> str:
    return reverse("funding", args=[slug])


@lru_cache(maxsize=1000)
def _before(name: str, slug: str) -> str:
    """Return the address of things of a kind, up to what each is known by."""
    return reverse(name, args=[slug, "0"])[: -len("0/")]


@dataclass(frozen=True, slots=True)
class Called:
    """What a page calls parties, sources and measures."""

    slug: str
    parties: Mapping[str, str]
    sources: Mapping[str, Source]
    measures: Mapping[str, Named]

    def party(self, slug: str, source: str = "") -> Named:
        """Return a party with its page; where none is named, whose money *source* is."""
        if slug in self.parties:
            return Named(self.parties[slug], f"{_before('party', self.slug)}{slug}/")
        if source in self.sources:
            return Named(capfirst(str(SOURCE_KINDS[self.sources[source].kind])))
        return Named(slug)

    def source(self, key: str) -> Named:
        """Return a source, with its place on the page of money."""
        name = self.sources[key].name if key in self.sources else key
        return Named(name, f"{_page(self.slug)}#{key}")

    def measure(self, key: str) -> Named:
        """Return a measure; without a key the programme itself."""
        if not key:
            return Named(_("the programme itself"))
        return self.measures.get(key, Named(key))

    @property
    def names(self) -> dict[str, str]:
        """What findings are about -> its name."""
        return {
            **{f"party:{slug}": name for slug, name in self.parties.items()},
            **{f"source:{key}": source.name for key, source in self.sources.items()},
            **{f"measure:{key}": named.title for key, named in self.measures.items()},
        }


@dataclass(frozen=True, slots=True)
class StageRow:
    """Sums side by side, in the order of ``headings``."""

    name: Named
    note: str
    cells: list[str]


@dataclass(frozen=True, slots=True)
class GapRow:
    """What a measure lacks; ``years`` in words."""

    measure: Named
    cost: str
    planned: str
    missing: str
    mood: str
    years: str
    has_lines: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the plan; texts are empty where nothing is known."""

    key: str
    measure: Named
    source: Named
    party: Named
    year: str
    amount: str
    rung: str
    mood: str
    beside: Named | None
    commitment: str
    commitment_url: str
    commitment_words: str
    basis: str
    note: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its rules in words."""

    key: str
    name: str
    kind: str
    party: Named | None
    rules: list[str]
    evidence: str
    link: str


def headings(plan: Plan) -> list[str]:
    """Return what the sums are called; received and spent only where payments are kept."""
    return [capfirst(str(STAGES[name].name)) for name in _stages_known(plan)]


def totals(plan: Plan) -> list[dict[str, str]]:
    """Return the plan in numbers, with their meaning."""
    whole = stages(plan)
    found = [
        {"label": str(STAGES[name].name), "value": amount(getattr(whole, name)), "mood": ""}
        for name in _stages_known(plan)
    ]
    missing = sum(one.cents for one in gaps(plan) if one.cents and one.cents > 0)
    found.append(
        {"label": _("still missing"), "value": euro(missing), "mood": "warn" if missing else ""}
    )
    return found


def by_year(plan: Plan) -> list[StageRow]:
    """Return the sums of each year; last what is not divided."""
    rows = stages_by(plan, lambda one: one.year)
    return [
        StageRow(Named(str(year or _("not split by year"))), "", _cells(plan, rows[year]))
        for year in _in_order(rows)
    ] + _together(plan)


def year_bars(plan: Plan) -> list[Bar]:
    """Return what is planned for each year as bars, none when nothing is split by year."""
    rows = stages_by(plan, lambda one: one.year)
    return cost_by_year({year: rows[year].planned for year in _in_order(rows)})


def _in_order(years: Iterable[int | None]) -> list[int | None]:
    return sorted(years, key=lambda year: (year is None, year or 0))


def by_source(plan: Plan, called: Called) -> list[StageRow]:
    """Return the sums of each source, in their order, those that nobody uses too."""
    rows = stages_by(plan, lambda one: one.source)
    return [
        StageRow(
            called.source(key),
            _available(source),
            _cells(plan, rows.get(key, _nothing(plan))),
        )
        for key, source in plan.sources.items()
    ] + _together(plan)


def by_party(plan: Plan, called: Called) -> list[StageRow]:
    """Return the sums of each party, the largest first; what was spent went to others."""
    sources = called.sources
    rows = stages_by(plan, lambda one: (one.party, "" if one.party else sources[one.source].kind))
    named = {group: one for group, one in rows.items() if one.planned}
    first = {str(one.kind): key for key, one in sources.items()}
    found = [
        (one, called.party(party, first[kind] if kind else ""))
        for (party, kind), one in named.items()
    ]
    found.sort(key=lambda row: (-row[0].planned, row[1].title))
    rest = [StageRow(party, "", _cells(plan, one)[:3]) for one, party in found]
    return rest + _together(plan, 3)


def by_measure(plan: Plan, called: Called) -> list[GapRow]:
    """Return what each measure costs, gets and lacks."""
    found: dict[str, list[Gap]] = {}
    for one in gaps(plan):
        found.setdefault(one.measure, []).append(one)
    return [_gap_row(called.measure(key), some) for key, some in found.items()]


def view_overhead(plan: Plan) -> dict[str, str] | None:
    """Return what the programme itself takes, None when no line says so."""
    found = overhead(plan)
    if not found.lines or found.share is None:
        return None
    return {"amount": euro(found.cents), "share": share(found.share)}


def view_lines(plan: Plan, rows: Iterable[LineRow], called: Called) -> list[LineView]:
    """Return the lines of the plan."""
    cents: dict[str, int] = {}
    years: dict[str, list[int]] = {}
    for one in plan.entries:
        cents[one.line] = cents.get(one.line, 0) + one.cents
        if one.year is not None:
            years.setdefault(one.line, []).append(one.year)
    return [
        _line(row, cents.get(row.line.key), years.get(row.line.key, []), called) for row in rows
    ]


def view_sources(known: Iterable[Source], called: Called) -> list[SourceView]:
    """Return sources with their rules."""
    return [
        SourceView(
            one.key,
            one.name,
            _kind(one),
            called.party(one.party) if one.party else None,
            _rules(one),
            one.evidence,
            one.link,
        )
        for one in known
    ]


def _together(plan: Plan, columns: int | None = None) -> list[StageRow]:
    """Return the last row, to which all others add up; none without lines."""
    if not plan.entries:
        return []
    return [StageRow(Named(_("Together")), "", _cells(plan, stages(plan))[:columns])]


def _stages_known(plan: Plan) -> list[str]:
    names = list(STAGES)
    return names if plan.payments is not None else names[:3]


def _nothing(plan: Plan) -> Stages:
    none = None if plan.payments is None else 0
    return Stages(paid=none, spent=none)


def _cells(plan: Plan, found: Stages) -> list[str]:
    return [amount(getattr(found, name)) for name in _stages_known(plan)]


def _available(source: Source) -> str:
    if source.available_cents is None:
        return _kind(source)
    return _("%(kind)s · %(amount)s available") % {
        "kind": _kind(source),
        "amount": euro(source.available_cents),
    }


def _kind(source: Source) -> str:
    kind = str(SOURCE_KINDS[source.kind])
    if source.from_national and source.kind != "national":
        return _("%(kind)s, money of the Rijk") % {"kind": kind}
    return kind


def _rules(one: Source) -> list[str]:
    found = []
    if one.most_share is not None:
        found.append(_("pays at most %(share)s") % {"share": share(one.most_share)})
    if one.least_own_share is not None:
        found.append(
            _("asks at least %(share)s of the region itself")
            % {"share": share(one.least_own_share)}
        )
    if one.deviation:
        found.append(_("less is agreed: %(why)s") % {"why": one.deviation})
    if one.ends_on:
        found.append(_("until %(date)s") % {"date": long_date(one.ends_on)})
    return [*found, *filter(None, [one.programme])]


def _gap_row(measure: Named, some: list[Gap]) -> GapRow:
    costs = [one.cost_cents for one in some if one.cost_cents is not None]
    missing = [one.cents for one in some if one.cents is not None]
    whole = sum(missing) if missing else None
    return GapRow(
        measure,
        amount(sum(costs) if costs else None),
        euro(sum(one.planned_cents for one in some)),
        amount(whole),
        "" if whole is None else "bad" if min(missing) < 0 else "warn" if whole else "good",
        " · ".join(
            f"{one.year}: {euro(one.cents)}"
            for one in some
            if one.year is not None and one.cents and len(some) > 1
        ),
        any(one.lines for one in some),
    )


def _line(row: LineRow, cents: int | None, years: list[int], called: Called) -> LineView:
    one = row.line
    held = row.commitment.commitment if row.commitment else None
    source = called.sources[one.source]
    when = ", ".join(map(str, sorted(years))) if len(years) < _MANY else _span(years)
    return LineView(
        key=one.key,
        measure=called.measure(one.measure),
        source=called.source(one.source),
        party=called.party(held.party if held else one.party or source.party, one.source),
        year=when or _("not split by year"),
        amount=amount(cents),
        rung=str(RUNGS[row.rung].name),
        mood=_RUNG_MOODS.get(row.rung, ""),
        beside=called.source(one.beside) if one.beside else None,
        commitment=one.commitment,
        commitment_url=f"{_before('commitment', called.slug)}{one.commitment}/" if held else "",
        commitment_words=_("commitment %(key)s") % {"key": one.commitment} if held else "",
        basis=_basis(one.hours, one.tariff_cents, one.evidence),
        note=one.note,
    )


_MANY = 3
"""Years from which on a line shows the first and the last."""


def _span(years: list[int]) -> str:
    return _("%(first)s to %(last)s") % {"first": min(years), "last": max(years)}


def _basis(hours: int | None, tariff_cents: int | None, evidence: str) -> str:
    reckoned = ""
    if hours is not None and tariff_cents is not None:
        reckoned = _("%(hours)s hours at %(tariff)s") % {
            "hours": hours,
            "tariff": euro(tariff_cents),
        }
    return " · ".join(filter(None, (reckoned, evidence)))
