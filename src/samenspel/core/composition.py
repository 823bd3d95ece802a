# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Which municipalities a region consists of on a date, and what became of a municipality.

Municipalities merge and regions change, so everything here asks for a date. ``since`` is the first
day on which something holds (None: from before the first day known), ``until`` the first on which
it no longer does (None: still).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from samenspel.core.errors import RuleError

LABOUR_MARKET_REGION = "labour-market-region"
COROP = "corop"
PROVINCE = "province"
OWN = "own"
"""Kinds of region: three official ones, and one that parties composed themselves."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality during its life, by CBS code."""

    code: str
    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """An official region, by CBS code."""

    code: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A municipality in a region during a period."""

    region: str
    municipality: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """The municipality *old* went on in *new* from a day."""

    old: str
    new: str
    on: date


@dataclass(frozen=True, slots=True)
class Division:
    """The whole division of the country; nothing is known of days before ``first_day``."""

    first_day: date
    municipalities: dict[str, Municipality]
    regions: dict[str, Region]
    memberships: tuple[Membership, ...]
    successions: tuple[Succession, ...]


def holds_on(since: date | None, until: date | None, on: date) -> bool:
    """Tell whether a period covers the day."""
    return (since is None or since <= on) and (until is None or on < until)


def region_of(division: Division, code: str) -> Region:
    """Return the region; raise ``RuleError("unknown-region")`` with the nearest that exist."""
    if code not in division.regions:
        nearest = _nearest(code, division.regions)
        raise RuleError("unknown-region", asked=code, nearest=nearest)
    return division.regions[code]


def municipality_of(division: Division, code: str) -> Municipality:
    """Return the municipality; raise ``RuleError("unknown-municipality")`` with the nearest."""
    if code not in division.municipalities:
        nearest = _nearest(code, division.municipalities)
        raise RuleError("unknown-municipality", asked=code, nearest=nearest)
    return division.municipalities[code]


def memberships_from(division: Division, region: str, on: date) -> tuple[Membership, ...]:
    """
    Return who is in a region on a day or joins later, in order of name.

    Raises ``unknown-region``, and ``date-before-reference-tables`` for a day too early to know.
    """
    check_known_day(division, on)
    region_of(division, region)
    found = [one for one in division.memberships if one.region == region]
    found = [one for one in found if one.until is None or one.until > on]
    return tuple(sorted(found, key=lambda one: division.municipalities[one.municipality].name))


def regions_around(division: Division, codes: Iterable[str], kind: str) -> tuple[Region, ...]:
    """Return the regions of a kind in which the municipalities lie, in order of code."""
    wanted = set(codes)
    found = {one.region for one in division.memberships if one.municipality in wanted}
    regions = (division.regions[code] for code in sorted(found))
    return tuple(region for region in regions if region.kind == kind)


def successor_of(division: Division, code: str) -> str:
    """Return the code under which a municipality lives on today; itself when nothing happened."""
    municipality_of(division, code)
    following = {one.old: one.new for one in division.successions}
    while code in following:
        code = following[code]
    return code


def recode(division: Division, codes: Iterable[str], on: date) -> tuple[str, ...]:
    """
    Return the same area in the municipalities of a day, each once, sorted.

    A merged municipality becomes its successor; one that does not exist yet, those it grew from.
    Raises ``unknown-municipality`` and ``date-before-reference-tables``.
    """
    check_known_day(division, on)
    return tuple(sorted({new for code in codes for new in _codes_on(division, code, on)}))


def check_known_day(division: Division, on: date) -> None:
    """Raise ``RuleError("date-before-reference-tables")`` for a day too early to know."""
    if on < division.first_day:
        raise RuleError("date-before-reference-tables", on=on, first_day=division.first_day)


def _codes_on(division: Division, code: str, on: date) -> set[str]:
    """Follow one code forward or back to the day."""
    one = municipality_of(division, code)
    if holds_on(one.since, one.until, on):
        return {code}
    gone = one.until is not None and one.until <= on
    steps = division.successions
    next_codes = [s.new for s in steps if s.old == code] if gone else _origins(steps, one)
    return {found for new in next_codes for found in _codes_on(division, new, on)}


def _origins(steps: Iterable[Succession], one: Municipality) -> list[str]:
    """Return the municipalities from which one was made on its first day."""
    return [step.old for step in steps if step.new == one.code and step.on == one.since]


def _nearest(asked: str, known: dict[str, Municipality] | dict[str, Region]) -> tuple[str, ...]:
    """Return what resembles the asked code or name most, at most five: ``AM05 Twente``."""
    words: dict[str, list[str]] = {}
    for one in known.values():
        for word in (one.code.casefold(), one.name.casefold()):
            words.setdefault(word, []).append(f"{one.code} {one.name}")
    close = get_close_matches(asked.strip().casefold(), words, n=3)
    return tuple(dict.fromkeys(label for word in close for label in words[word]))[:5]
