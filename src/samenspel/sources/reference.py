# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The packaged reference tables, and the start of a real region made from them.

The tables hold facts of CBS (CC BY 4.0); their data dictionary says what each column means.
They are read once and never change while the program runs.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from samenspel.core.composition import (
    COROP,
    LABOUR_MARKET_REGION,
    OWN,
    PROVINCE,
    Division,
    Membership,
    Municipality,
    Region,
    Succession,
    memberships_from,
    recode,
    region_of,
    regions_around,
)
from samenspel.core.errors import RuleError
from samenspel.core.region_record import (
    Body,
    Inhabitants,
    Member,
    Party,
    RegionRecord,
    Seat,
    Term,
)

FIRST_DAY = date(2021, 1, 1)
"""The first day of which the tables know the division."""

DIVISION_SOURCE = "CBS, Gebieden in Nederland 2026 (86247NED), CC BY 4.0"
COUNT_SOURCE = "CBS, Kerncijfers wijken en buurten {year} ({table}), CC BY 4.0"


@dataclass(frozen=True, slots=True)
class Agency:
    """A regional development agency and the provinces in which it works."""

    slug: str
    name: str
    provinces: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """What one column of one table means."""

    table: str
    column: str
    definition: str
    unit: str
    source: str
    edition: str
    licence: str


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a packaged table by its name without ``.csv``."""
    text = files("samenspel.data").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(maxsize=1)
def division() -> Division:
    """Return the municipalities and regions of the country with their dates."""
    municipalities = (
        Municipality(row["code"], row["name"], _day(row["since"]), _day(row["until"]))
        for row in read_table("municipalities")
    )
    return Division(
        first_day=FIRST_DAY,
        municipalities={one.code: one for one in municipalities},
        regions={one.code: one for one in (Region(**row) for row in read_table("regions"))},
        memberships=tuple(
            Membership(row["region"], row["municipality"], _day(row["since"]), _day(row["until"]))
            for row in read_table("memberships")
        ),
        successions=tuple(
            Succession(row["old"], row["new"], date.fromisoformat(row["on"]))
            for row in read_table("municipality-successions")
        ),
    )


@lru_cache(maxsize=1)
def inhabitants() -> tuple[Inhabitants, ...]:
    """Return the inhabitants of every municipality in every year that is packaged."""
    return tuple(
        Inhabitants(
            municipality=row["municipality"],
            year=int(row["year"]),
            people=int(row["people"]),
            source=COUNT_SOURCE.format(year=row["year"], table=row["source_table"]),
        )
        for row in read_table("inhabitants")
    )


@lru_cache(maxsize=1)
def default_terms() -> tuple[Term, ...]:
    """Return the classifications with which a region starts, in the order in which they show."""
    return tuple(
        Term(row["scheme"], row["code"], row["label_nl"], row["label_en"], _day(row["valid_from"]))
        for row in read_table("classifications")
    )


@lru_cache(maxsize=1)
def agencies() -> tuple[Agency, ...]:
    """Return the regional development agencies."""
    works_in = read_table("development-agency-provinces")
    return tuple(
        Agency(
            slug=row["slug"],
            name=row["name"],
            provinces=tuple(one["province"] for one in works_in if one["agency"] == row["slug"]),
            source=row["source"],
        )
        for row in read_table("development-agencies")
    )


@lru_cache(maxsize=1)
def data_dictionary() -> tuple[DictionaryEntry, ...]:
    """Return what every column of every packaged table means."""
    return tuple(DictionaryEntry(**row) for row in read_table("data-dictionary"))


def region_record(code: str, *, on: date, title: str = "") -> RegionRecord:
    """
    Return the start of an official region: who is in it from a day on, and nothing agreed yet.

    Members that the tables know to join or leave later carry their dates. Raises
    ``RuleError("unknown-region")`` and ``RuleError("date-before-reference-tables")``.
    """
    region = region_of(division(), code)
    members = [
        Member(one.municipality, _name(one.municipality), one.since, one.until)
        for one in memberships_from(division(), code, on)
    ]
    own_title = title or _TITLES[region.kind].format(region.name)
    slug = slug_of(title or _SLUGS[region.kind].format(region.name))
    return _record(RegionRecord(slug, own_title, region.kind, code=code), members)


def own_region_record(codes: Iterable[str], *, title: str, on: date) -> RegionRecord:
    """
    Return the start of a region of one's own from municipality codes of any year.

    Merged municipalities become their successors on the day. Raises
    ``RuleError("unknown-municipality")``, ``RuleError("region-without-municipalities")`` and
    ``RuleError("date-before-reference-tables")``.
    """
    found = [division().municipalities[code] for code in recode(division(), codes, on)]
    if not found:
        raise RuleError("region-without-municipalities")
    found.sort(key=lambda one: one.name)
    members = [Member(one.code, one.name, one.since, one.until) for one in found]
    return _record(RegionRecord(slug_of(title), title, OWN), members)


def slug_of(name: str) -> str:
    """Return a name as it stands in addresses: ``'s-Gravenhage`` is ``s-gravenhage``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


_TITLES = {LABOUR_MARKET_REGION: "{}", COROP: "{} (COROP-gebied)", PROVINCE: "Provincie {}"}
_SLUGS = {LABOUR_MARKET_REGION: "{}", COROP: "corop-{}", PROVINCE: "provincie-{}"}


def _record(start: RegionRecord, members: Sequence[Member]) -> RegionRecord:
    """Fill a region with what follows from its members."""
    codes = {one.code for one in members}
    provinces = regions_around(division(), codes, PROVINCE)
    councils = [_council(one) for one in members] + [_states(one) for one in provinces]
    return replace(
        start,
        source=DIVISION_SOURCE,
        terms=default_terms(),
        members=tuple(members),
        inhabitants=tuple(one for one in inhabitants() if one.municipality in codes),
        parties=(
            *(_municipality_party(one) for one in members),
            *(_province_party(one) for one in provinces),
            *_agency_parties({one.code for one in provinces}),
        ),
        bodies=tuple(body for body, _ in councils),
        seats=tuple(seat for _, seat in councils),
    )


def _municipality_party(member: Member) -> Party:
    return Party(
        slug=slug_of(member.name),
        name=f"Gemeente {member.name}",
        kind="municipality",
        municipality=member.code,
        since=member.since,
        until=member.until,
        source=DIVISION_SOURCE,
    )


def _council(member: Member) -> tuple[Body, Seat]:
    """Return a municipality's council as a body in which it alone has a seat."""
    party = slug_of(member.name)
    slug = f"gemeenteraad-{party}"
    body = Body(slug, f"Gemeenteraad van {member.name}")
    return body, Seat(slug, party, since=member.since, until=member.until)


def _province_party(province: Region) -> Party:
    name = f"Provincie {province.name}"
    return Party(slug_of(name), name, "province", source=DIVISION_SOURCE)


def _states(province: Region) -> tuple[Body, Seat]:
    """Return a province's council, its States, in the same way."""
    slug = f"provinciale-staten-{slug_of(province.name)}"
    body = Body(slug, f"Provinciale Staten van {province.name}")
    return body, Seat(slug, f"provincie-{slug_of(province.name)}")


def _agency_parties(provinces: set[str]) -> Iterable[Party]:
    """Yield the agencies that work in any of the provinces."""
    for one in agencies():
        if provinces.intersection(one.provinces):
            yield Party(one.slug, one.name, "development-agency", source=one.source)


def _name(code: str) -> str:
    return division().municipalities[code].name


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
