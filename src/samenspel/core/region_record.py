# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A region with its parties as plain values: the other half of what a workbook holds.

Municipalities carry CBS codes (``GM0141``); membership and seats are dated, ``until`` is the first
day on which they no longer hold. Labels exist in Dutch and English.
"""

from dataclasses import dataclass
from datetime import date

from samenspel.core.agenda.record import AgendaRecord

TRIANGLE = ("economy", "education", "labour-market")
"""The sides of the SER's triangle; a region may add sides, these three always exist."""

SCHEMES = ("triangle-side", "policy-field", "party-kind", "phase")
"""The classifications that a region may change."""


@dataclass(frozen=True, slots=True)
class Term:
    """One dated word of a classification."""

    scheme: str
    code: str
    label_nl: str
    label_en: str
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A municipality in the region during a period."""

    code: str
    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Inhabitants:
    """Inhabitants of a municipality on 1 January of a year."""

    municipality: str
    year: int
    people: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation that takes part. ``municipality`` is a CBS code or empty."""

    slug: str
    name: str
    kind: str
    municipality: str = ""
    legal_form: str = ""
    about: str = ""
    website: str = ""
    since: date | None = None
    until: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A table where parties meet: board, council of the region, theme table."""

    slug: str
    name: str
    about: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A party's place in a body. ``votes`` is its weight there, None when not agreed or unknown."""

    body: str
    party: str
    title: str = ""
    votes: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RegionRecord:
    """Everything that is kept of one region, people excepted."""

    slug: str
    title: str
    kind: str
    code: str = ""
    fictional: bool = False
    summary: str = ""
    source: str = ""
    terms: tuple[Term, ...] = ()
    members: tuple[Member, ...] = ()
    inhabitants: tuple[Inhabitants, ...] = ()
    parties: tuple[Party, ...] = ()
    bodies: tuple[Body, ...] = ()
    seats: tuple[Seat, ...] = ()
    agenda: AgendaRecord | None = None


def region_heading(record: RegionRecord) -> RegionRecord:
    """Return what *record* says of the region itself, all lists and the agenda left out."""
    return RegionRecord(
        slug=record.slug,
        title=record.title,
        kind=record.kind,
        code=record.code,
        fictional=record.fictional,
        summary=record.summary,
        source=record.source,
    )
