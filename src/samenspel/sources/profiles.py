# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The profile of any region from official statistics: official, a municipality, or one's own.

The figures that it rests on change only when newer ones are loaded, so what was asked for is kept.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

import numpy as np

from samenspel.core.composition import (
    COROP,
    LABOUR_MARKET_REGION,
    OWN,
    PROVINCE,
    Division,
    holds_on,
    recode,
    successor_of,
)
from samenspel.core.errors import RuleError
from samenspel.core.profile.arrays import Ints
from samenspel.core.profile.estimates import Estimates
from samenspel.core.profile.portrait import (
    Chance,
    Column,
    alike,
    estimated,
    ordered,
    place_of,
    similar_regions,
    standout_of,
)
from samenspel.core.profile.report import Figure, Place, Profile, Scale, Subject
from samenspel.core.profile.scales import MUNICIPALITY
from samenspel.core.profile.scales import scales as scales_of
from samenspel.sources.in_use import kept
from samenspel.sources.profile_columns import (
    Rows,
    columns_for,
    columns_of,
    newest,
    rows_for,
    value_in,
    years,
)
from samenspel.sources.profile_jobs import work_of
from samenspel.sources.reference import division
from samenspel.sources.regional_figures import grouping
from samenspel.sources.statistics import (
    INHABITANTS,
    MEAN,
    NO_RULE,
    NOW,
    indicators,
    municipalities,
    periods,
    vector,
    weight,
)

PART = "part-of-country"
NESTED = (PART, PROVINCE, COROP)
PARTS = (
    ("PV20", "PV21", "PV22"),
    ("PV23", "PV24", "PV25"),
    ("PV26", "PV27", "PV28", "PV29"),
    ("PV30", "PV31"),
)
"""The provinces of each part of the country (NUTS 1): north, east, west, south."""

DIGITS = 6
"""Decimals of a figure; what lies behind is rounding of the computer."""

_TODAY = date(NOW, 1, 1)


def subject_of(code: str) -> Subject:
    """
    Return the region or municipality with a code, or the region of codes with commas between.

    Raises ``RuleError("no-profile-of")`` with what exists, ``municipality-merged`` for one that is
    no more, and ``unknown-municipality`` within a list.
    """
    asked = code.strip().upper()
    if "," in asked:
        return own_subject(filter(None, (one.strip() for one in asked.split(","))))
    known = division()
    if asked in known.regions:
        return _official(known, asked)
    if asked not in known.municipalities:
        raise RuleError("no-profile-of", asked=code, known=kinds_of_codes())
    one = known.municipalities[asked]
    if not holds_on(one.since, one.until, _TODAY):
        into = known.municipalities[successor_of(known, asked)]
        raise RuleError("municipality-merged", name=one.name, into=f"{into.code} {into.name}")
    here = Place(one.code, one.name)
    return Subject(one.code, one.name, MUNICIPALITY, MUNICIPALITY, (here,))


def own_subject(codes: Iterable[str], name: str = "") -> Subject:
    """
    Return the region of one's own of some municipalities, in those of now.

    Raises ``RuleError("unknown-municipality")`` and ``region-without-municipalities``.
    """
    known = division()
    found = [known.municipalities[code] for code in recode(known, codes, _TODAY)]
    if not found:
        raise RuleError("region-without-municipalities")
    found.sort(key=lambda one: one.name)
    places = tuple(Place(one.code, one.name) for one in found)
    title = name or ", ".join(one.name for one in places)
    code = ",".join(sorted(one.code for one in places))
    return Subject(code, title, OWN, LABOUR_MARKET_REGION, places)


def kinds_of_codes() -> tuple[str, ...]:
    """Return the first and last code of each kind of region, as people would name them."""
    known = division()
    every = (*known.regions, *municipalities())
    kinds: dict[str, list[str]] = {}
    for code in sorted(every):
        kinds.setdefault(code[:2], []).append(code)
    return tuple(f"{codes[0]}-{codes[-1]} ({len(codes)})" for codes in kinds.values())


def checked_year(year: int | None) -> int:
    """Return a year of which there are figures; raise ``RuleError("no-figures-of-year")``."""
    if year is None:
        return years()[-1]
    if year not in years():
        raise RuleError("no-figures-of-year", year=year, known=tuple(map(str, years())))
    return year


@kept(512)
def profile(subject: Subject, year: int) -> Profile:
    """
    Return the profile of a region with the newest figures until a year.

    Raises:
        RuleError: ``no-figures-of-year``.
    """
    checked_year(year)
    columns, rows = columns_for(subject, year), rows_for(subject)
    certain = _certain(subject, year)
    alike_ones, like = similar_regions(columns, rows.places, rows.own, rows.excluded)
    work, sectors = work_of(subject, year, like)
    found = [standout_of(column, certain[code], rows.own, like) for code, column in columns.items()]
    return Profile(
        subject=subject,
        year=year,
        figures=tuple(
            _figure(subject, (columns[code], period), certain[code], rows)
            for code, period in newest(year).items()
        ),
        standout=ordered([*filter(None, found), *sectors]),
        work=work,
        similar=alike_ones,
        structure=alike(columns)[0],
    )


@kept(128)
def scales(indicator: str, year: int) -> tuple[Scale, ...]:
    """
    Return at which levels of the country an indicator differs, in its newest period until a year.

    Empty for a median, or what can be negative: for those there is no such share.

    Raises:
        RuleError: ``no-figures-of-indicator``, ``no-figures-of-year``.
    """
    known = newest(checked_year(year))
    if indicator not in known:
        raise RuleError("no-figures-of-indicator", asked=indicator, known=tuple(known))
    rule, period = indicators()[indicator].rule, known[indicator]
    if rule == NO_RULE:
        return ()
    people = weight(indicator, period) if rule == MEAN else vector(INHABITANTS, 2024)
    values = vector(indicator, period)
    return scales_of(values if rule == MEAN else values / people, people, _levels(), NESTED)


@lru_cache(maxsize=1)
def _levels() -> Mapping[str, Ints]:
    """Return the group of each municipality at every level, from coarse to fine."""
    provinces = grouping(PROVINCE)
    part_of = {code: number for number, part in enumerate(PARTS) for code in part}
    of_province = np.array([part_of[code] for code in provinces.regions], dtype=np.intp)
    return {
        PART: of_province[provinces.number],
        PROVINCE: provinces.number,
        LABOUR_MARKET_REGION: grouping(LABOUR_MARKET_REGION).number,
        COROP: grouping(COROP).number,
    }


def _certain(subject: Subject, year: int) -> Mapping[str, Estimates]:
    """Return each figure of the peers of a subject and itself with its certainty."""
    if subject.kind == subject.peers:
        return _certain_of_kind(subject.peers, year)
    return {code: estimated(column) for code, column in columns_for(subject, year).items()}


@kept(16)
def _certain_of_kind(kind: str, year: int) -> Mapping[str, Estimates]:
    return {
        code: estimated(columns_of(kind, period)[code]) for code, period in newest(year).items()
    }


def _figure(subject: Subject, found: tuple[Column, int], certain: Estimates, rows: Rows) -> Figure:
    column, period = found
    code, own = column.code, rows.own
    place, of = place_of(column.values, own)
    value = rounded(column.values[own])
    inside = _inside(subject, code, period)
    return Figure(
        code=code,
        period=period,
        value=value,
        country=rounded(column.country),
        reason="" if value is not None else _reason(code, inside),
        rank=place,
        of=of,
        low=rounded(certain.low[own]),
        high=rounded(certain.high[own]),
        counted=column.chance in {Chance.SHARE, Chance.RATE},
        trend=tuple(
            (one, rounded(value_in(subject, code, one))) for one in periods(code) if one <= period
        ),
        inside=inside,
    )


def _inside(subject: Subject, code: str, period: int) -> tuple[float | None, ...]:
    values, numbers = vector(code, period), _numbers()
    return tuple(rounded(values[numbers[one.code]]) for one in subject.municipalities)


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, int]:
    return {code: number for number, code in enumerate(municipalities())}


def _reason(code: str, inside: tuple[float | None, ...]) -> str:
    """Return why a region has no figure."""
    if all(value is None for value in inside):
        return "not-published"
    return "median-of-parts" if indicators()[code].rule == NO_RULE else "part-unknown"


def _official(known: Division, code: str) -> Subject:
    region = known.regions[code]
    inside = [
        known.municipalities[one.municipality]
        for one in known.memberships
        if one.region == code and one.until is None
    ]
    places = tuple(Place(one.code, one.name) for one in sorted(inside, key=lambda one: one.name))
    return Subject(code, region.name, region.kind, region.kind, places)


def rounded(value: float) -> float | None:
    """Return a figure as it is told, to ``DIGITS`` decimals; None for what is unknown."""
    return round(float(value), DIGITS) if np.isfinite(value) else None
