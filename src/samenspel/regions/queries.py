# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of regions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from samenspel.core.limits import decimal_text
from samenspel.core.own_figures import OwnFigure
from samenspel.core.region_record import Inhabitants as InhabitantsRecord
from samenspel.core.region_record import Member, RegionRecord
from samenspel.core.region_record import Term as TermRecord
from samenspel.prepared import Prepared

from .models import Inhabitants, Municipality, OwnIndicator, Region, Term


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """A region at a glance: the row's own fields, its members now, and their inhabitants."""

    pk: int
    slug: str
    title: str
    kind: str
    code: str
    fictional: bool
    summary: str
    source: str


@dataclass(frozen=True, slots=True)
class MunicipalityFacts:
    """A municipality with a count of inhabitants; ``people`` None when unknown."""

    pk: int
    code: str
    name: str
    since: date | None
    until: date | None
    people: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """
    The region's words, in one language: scheme -> code -> label, in order.

    ``labels`` has every word there ever was, since what was written with it stays readable;
    ``now`` has the codes that can be chosen on the day.
    """

    labels: dict[str, dict[str, str]]
    now: dict[str, set[str]]

    def label(self, scheme: str, code: str) -> str:
        """Return the label of *code*, also when the word has ended."""
        return self.labels.get(scheme, {}).get(code, code)

    def choices(self, scheme: str) -> list[tuple[str, str]]:
        """Return (code, label) of the words that hold on the day, in the region's order."""
        now = self.now.get(scheme, set())
        return [(code, one) for code, one in self.labels.get(scheme, {}).items() if code in now]


_FACTS = tuple(RegionFacts.__dataclass_fields__)


def regions() -> Sequence[RegionFacts]:
    """Return all regions of this installation, the real ones first."""
    rows = Region.objects.order_by("fictional", "title").values_list(*_FACTS)
    return [RegionFacts(*row) for row in rows]


def region(slug: str) -> RegionFacts | None:
    """Return one region, or None."""
    rows = _REGION(slug)
    return RegionFacts(*rows[0]) if rows else None


_REGION = Prepared(lambda slug: Region.objects.filter(slug=slug).values_list(*_FACTS))


def municipalities(region_id: int, on: date) -> list[MunicipalityFacts]:
    """Return the members on a day, each with its latest inhabitants; one statement."""
    return municipalities_by_region(on, region_id=region_id).get(region_id, [])


def municipalities_by_region(on: date, **only: int) -> dict[int, list[MunicipalityFacts]]:
    """
    Return region -> its members on a day, each with its inhabitants; one statement.

    Counts are of the latest year that all members have, so that they add up to that of the region;
    while there is no such year, each member has its own latest.
    """
    counts: defaultdict[int, dict[int, int]] = defaultdict(dict)
    members: defaultdict[int, dict[int, tuple[Any, ...]]] = defaultdict(dict)
    rows = _MEMBERS(only["region_id"]) if only else _every_member().values_list(*_MEMBER)
    for owner, *facts, year, people in rows:
        since, until = facts[3:]
        if year is not None and year <= on.year:
            counts[facts[0]][year] = people
        if (since is None or since <= on) and (until is None or on < until):
            members[owner][facts[0]] = tuple(facts)
    return {owner: _counted([*some.values()], counts) for owner, some in members.items()}


_MEMBER = (
    *("region_id", "pk", "code", "name", "since", "until"),
    *("inhabitants__year", "inhabitants__people"),
)


def _every_member() -> "QuerySet[Municipality]":
    """Return each member once for each count of its inhabitants, or once."""
    return Municipality.objects.order_by("position", "inhabitants__year")


_MEMBERS = Prepared(
    lambda region_id: _every_member().filter(region_id=region_id).values_list(*_MEMBER)
)


def inhabitants(members: Sequence[MunicipalityFacts]) -> tuple[int, int] | None:
    """Return how many people live in all *members* and in which year; None unless of one year."""
    years = {one.year for one in members}
    year = next(iter(years), None)
    if len(years) != 1 or year is None:
        return None
    return sum(one.people or 0 for one in members), year


def _counted(
    members: Sequence[tuple[Any, ...]], counts: Mapping[int, Mapping[int, int]]
) -> list[MunicipalityFacts]:
    known = [counts.get(facts[0], {}) for facts in members]
    shared = set.intersection(*(set(years) for years in known))
    found = []
    for (pk, code, name, since, until), years in zip(members, known, strict=True):
        year = max(shared or years, default=None)
        people = None if year is None else years[year]
        found.append(MunicipalityFacts(pk, code, name, since, until, people, year))
    return found


def municipality_ids(region_id: int) -> dict[str, int]:
    """Return code -> primary key, for records that refer to a municipality."""
    return dict(Municipality.objects.filter(region_id=region_id).values_list("code", "pk"))


def words(region_id: int, language: str, on: date) -> Words:
    """Return the words with those that hold on a day; one statement."""
    labels: dict[str, dict[str, str]] = {}
    now: dict[str, set[str]] = {}
    for scheme, code, dutch, english, start, end in _TERMS(region_id):
        holds = (start is None or start <= on) and (end is None or on < end)
        known = labels.setdefault(scheme, {})
        if holds or code not in now.get(scheme, set()):
            known[code] = english if language == "en" else dutch
        if holds:
            now.setdefault(scheme, set()).add(code)
    return Words(labels, now)


_TERMS = Prepared(
    lambda region_id: (
        Term.objects.filter(region_id=region_id)
        .order_by("position")
        .values_list("scheme", "code", "label_nl", "label_en", "valid_from", "valid_until")
    )
)


def terms(region_id: int) -> tuple[TermRecord, ...]:
    """Return the words of a region in its own order; one statement."""
    return tuple(TermRecord(*row) for row in _TERMS(region_id))


def inhabitants_by_year(region_id: int) -> tuple[InhabitantsRecord, ...]:
    """Return each count of inhabitants of a region's municipalities; one statement."""
    rows = Inhabitants.objects.filter(municipality__region=region_id)
    rows = rows.order_by("municipality__position", "year")
    return _records(InhabitantsRecord, rows, ("municipality__code", "year", "people", "source"))


_FIGURE = ("code", "period", "name", "unit", "direction", "rule", "source", "licence")


def own_figures(region_id: int) -> tuple[OwnFigure, ...]:
    """Return the figures of the region's own, by code and year; one statement."""
    found: dict[tuple[Any, ...], list[tuple[str, str]]] = {}
    for *described, code, value in _OWN_FIGURES(region_id):
        values = found.setdefault(tuple(described), [])
        if code is not None:
            values.append((code, decimal_text(value)))
    return tuple(
        OwnFigure(**dict(zip(_FIGURE, one, strict=True)), values=tuple(sorted(values)))
        for one, values in found.items()
    )


_OWN_FIGURES = Prepared(
    lambda region_id: (
        OwnIndicator.objects.filter(region_id=region_id)
        .order_by("code", "period")
        .values_list(*_FIGURE, "observations__municipality__code", "observations__value")
    )
)


def record(slug: str) -> RegionRecord | None:
    """Return the region's own part of its record, or None when there is no such region."""
    row = Region.objects.filter(slug=slug).first()
    if row is None:
        return None
    return RegionRecord(
        slug=row.slug,
        title=row.title,
        kind=row.kind,
        code=row.code,
        fictional=row.fictional,
        summary=row.summary,
        source=row.source,
        terms=_records(
            TermRecord,
            row.terms.all(),
            ("scheme", "code", "label_nl", "label_en", "valid_from", "valid_until"),
        ),
        members=_records(Member, row.municipalities.all(), ("code", "name", "since", "until")),
        inhabitants=_records(
            InhabitantsRecord,
            Inhabitants.objects.filter(municipality__region=row),
            ("municipality__code", "year", "people", "source"),
        ),
    )


def _records(make: Any, rows: "QuerySet[Any]", names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(make(*row) for row in rows.values_list(*names))
