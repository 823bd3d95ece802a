# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The statistics as columns for the profile: one indicator for all regions of a kind."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from samenspel.core.profile.arrays import NO_GROUP, Bools, Floats, group_sums
from samenspel.core.profile.portrait import Chance, Column, rounding_step
from samenspel.core.profile.report import Place, Subject
from samenspel.core.profile.scales import MUNICIPALITY
from samenspel.sources.in_use import kept
from samenspel.sources.reference import division
from samenspel.sources.regional_figures import Grouping, country, figures, grouped, grouping
from samenspel.sources.statistics import (
    INHABITANTS,
    MEAN,
    NO_RULE,
    Indicator,
    indicators,
    municipalities,
    periods,
    published,
    vector,
    weight,
)

FIRST_YEAR = 2021
"""The first year of which there are figures on more than one subject."""

JOBS = "jobs"
SURVEYED = frozenset({"good-health", "labour-participation"})
"""Figures from a questionnaire or survey whose error is not published."""

OWN_ROW = "own"
_PER = {"%": 100.0, "per 1,000 inhabitants": 1000.0}


@dataclass(frozen=True, slots=True)
class Rows:
    """
    The regions that one is held against, and which row is its own.

    ``excluded``: what has land in common with it and cannot be like it.
    """

    places: tuple[Place, ...]
    own: int
    excluded: Bools


def years() -> tuple[int, ...]:
    """Return the years of which there can be a profile."""
    known = {period for code in indicators() for period in periods(code)}
    return tuple(sorted(year for year in known if year >= FIRST_YEAR))


def newest(year: int) -> Mapping[str, int]:
    """Return for each indicator that is shown the newest period until a year."""
    found = {
        code: [period for period in periods(code) if period <= year]
        for code, one in indicators().items()
        if one.shown and code != JOBS
    }
    return {code: known[-1] for code, known in found.items() if known}


def regions_of(kind: str) -> Grouping:
    """Return the official regions of a kind, or the municipalities, as regions."""
    if kind == MUNICIPALITY:
        return Grouping(municipalities(), np.arange(len(municipalities()), dtype=np.intp))
    return grouping(kind)


def places_of(kind: str) -> tuple[Place, ...]:
    """Return the official regions of a kind, or the municipalities, with their names."""
    return tuple(Place(code, _name(code)) for code in regions_of(kind).regions)


def own_region(subject: Subject) -> Grouping:
    """Return the municipalities of a subject as the one region there is."""
    return grouped({one.code: OWN_ROW for one in subject.municipalities})


def rows_for(subject: Subject) -> Rows:
    """Return the peers of a subject; of a region of one's own the labour market regions."""
    peers = regions_of(subject.peers)
    places = places_of(subject.peers)
    if subject.code in peers.regions:
        own = peers.regions.index(subject.code)
        return Rows(places, own, excluded=np.arange(len(places)) == own)
    inside = own_region(subject).number != NO_GROUP
    shared = np.unique(peers.number[inside & (peers.number != NO_GROUP)])
    excluded = np.isin(np.arange(len(places) + 1), (*shared, len(places)))
    row = Place(subject.code, subject.name)
    return Rows((*places, row), len(places), excluded=excluded)


def columns_for(subject: Subject, year: int) -> Mapping[str, Column]:
    """Return each indicator in its newest period, for the peers of a subject and itself."""
    return {code: _column(subject, code, period) for code, period in newest(year).items()}


def value_in(subject: Subject, code: str, period: int) -> float:
    """Return the value of a subject in a period; NaN where unknown."""
    column = _column(subject, code, period)
    if subject.peers == subject.kind:
        return float(column.values[regions_of(subject.kind).regions.index(subject.code)])
    return float(column.values[-1])


def _column(subject: Subject, code: str, period: int) -> Column:
    peers = columns_of(subject.peers, period)[code]
    if subject.kind == subject.peers:
        return peers
    mine = _own_columns(subject, period)[code]
    return replace(
        peers,
        values=np.append(peers.values, mine.values),
        size=np.append(peers.size, mine.size),
    )


@kept(64)
def columns_of(kind: str, period: int) -> Mapping[str, Column]:
    """Return every indicator of a period for the official regions of a kind."""
    return _made(regions_of(kind), period, alone=kind == MUNICIPALITY)


@kept(64)
def _own_columns(subject: Subject, period: int) -> Mapping[str, Column]:
    return _made(own_region(subject), period, alone=len(subject.municipalities) == 1)


def _made(regions: Grouping, period: int, *, alone: bool) -> Mapping[str, Column]:
    """Return every indicator of a period; *alone*: each region is one municipality."""
    found, whole = figures(period, regions), figures(period, country())
    columns = {}
    for at, code in enumerate(found.indicators):
        values = found.values[:, at]
        if alone and indicators()[code].rule == NO_RULE:
            values = _of_the_one(vector(code, period), regions)
        average = float(whole.values[0, at])
        columns[code] = _described(code, period, regions, (values, average))
    return columns


def _described(code: str, period: int, regions: Grouping, found: tuple[Floats, float]) -> Column:
    """Return a column; its step is that of the figures before any were merged and lost it."""
    one, rounded = indicators()[code], np.array([*published(code, period).values()])
    base = weight(code, period) if one.rule == MEAN else vector(INHABITANTS, 2024)
    known = np.where(np.isfinite(vector(code, period)), base, 0.0)
    return Column(
        code,
        found[0],
        group_sums(known, regions.number, len(regions.regions)),
        found[1],
        chance_of(one),
        _PER.get(one.unit_en, 1.0),
        rounding_step(rounded),
    )


def chance_of(one: Indicator) -> Chance:
    """Return what is known of the error of an indicator; of a count that tells only size, none."""
    if one.rule != MEAN or one.code in SURVEYED:
        return Chance.UNKNOWN
    return {"%": Chance.SHARE, "per 1,000 inhabitants": Chance.RATE}.get(one.unit_en, Chance.NONE)


def _of_the_one(values: Floats, regions: Grouping) -> Floats:
    found = np.full(len(regions.regions), np.nan)
    inside = regions.number != NO_GROUP
    found[regions.number[inside]] = values[inside]
    return found


def _name(code: str) -> str:
    known = division()
    return (known.regions.get(code) or known.municipalities[code]).name
