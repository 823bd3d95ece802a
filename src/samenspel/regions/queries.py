# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of regions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from samenspel.core.region_record import Inhabitants as InhabitantsRecord
from samenspel.core.region_record import Member, RegionRecord
from samenspel.core.region_record import Term as TermRecord
from samenspel.prepared import Prepared

from .models import Inhabitants, Municipality, Region, Term


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
    """A municipality with its latest count of inhabitants; ``people`` None when unknown."""

    pk: int
    code: str
    name: str
    since: date | None
    until: date | None
    people: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """The region's words on a day, in one language: scheme -> code -> label, in order."""

    labels: dict[str, dict[str, str]]

    def label(self, scheme: str, code: str) -> str:
        """Return the label of *code*, or the code itself when the word has ended."""
        return self.labels.get(scheme, {}).get(code, code)

    def choices(self, scheme: str) -> list[tuple[str, str]]:
        """Return (code, label) in the region's order."""
        return list(self.labels.get(scheme, {}).items())


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
    """Return the members on a day, each with its latest inhabitants; two statements."""
    return municipalities_by_region(on, region_id=region_id).get(region_id, [])


def municipalities_by_region(on: date, **only: int) -> dict[int, list[MunicipalityFacts]]:
    """Return region -> its members on a day, each with its latest inhabitants; two statements."""
    latest: dict[int, tuple[int, int]] = {}
    counts = Inhabitants.objects.filter(
        year__lte=on.year, **{f"municipality__{name}": value for name, value in only.items()}
    )
    for pk, people, year in counts.order_by("year").values_list("municipality", "people", "year"):
        latest[pk] = (people, year)
    found: dict[int, list[MunicipalityFacts]] = {}
    rows = Municipality.objects.filter(**only).order_by("position")
    names = ("region_id", "pk", "code", "name", "since", "until")
    for owner, pk, code, name, since, until in rows.values_list(*names):
        if (since is None or since <= on) and (until is None or on < until):
            count = latest.get(pk, (None, None))
            one = MunicipalityFacts(pk, code, name, since, until, *count)
            found.setdefault(owner, []).append(one)
    return found


def inhabitants(members: Sequence[MunicipalityFacts]) -> tuple[int, int] | None:
    """Return how many people live in all *members* and in which year; None unless all are known."""
    counts = [(one.people, one.year) for one in members if one.people is not None and one.year]
    if not counts or len(counts) < len(members):
        return None
    return sum(people for people, _ in counts), min(year for _, year in counts)


def municipality_ids(region_id: int) -> dict[str, int]:
    """Return code -> primary key, for records that refer to a municipality."""
    return dict(Municipality.objects.filter(region_id=region_id).values_list("code", "pk"))


def words(region_id: int, language: str, on: date) -> Words:
    """Return the words that hold on a day; one statement."""
    labels: dict[str, dict[str, str]] = {}
    for scheme, code, dutch, english, start, end in _TERMS(region_id):
        if (start is None or start <= on) and (end is None or on < end):
            labels.setdefault(scheme, {})[code] = english if language == "en" else dutch
    return Words(labels)


_TERMS = Prepared(
    lambda region_id: (
        Term.objects.filter(region_id=region_id)
        .order_by("position")
        .values_list("scheme", "code", "label_nl", "label_en", "valid_from", "valid_until")
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
