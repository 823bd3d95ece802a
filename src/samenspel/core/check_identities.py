# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on identity and time: nothing occurs twice, and every period runs forward."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any

from samenspel.core.problems import Place, Problem
from samenspel.core.record_schema import rows
from samenspel.core.region_record import RegionRecord

_IDENTITIES: dict[str, tuple[tuple[str, ...], str]] = {
    "member": (("code",), "duplicate-key"),
    "inhabitants": (("municipality", "year"), "duplicate-year"),
    "party": (("slug",), "duplicate-key"),
    "body": (("slug",), "duplicate-key"),
    "challenge": (("key",), "duplicate-key"),
    "line": (("key",), "duplicate-key"),
    "goal": (("key",), "duplicate-key"),
    "measure": (("key",), "duplicate-key"),
    "cost": (("year",), "duplicate-year"),
    "contribution": (("goal",), "duplicate-goal"),
    "interest": (("party", "challenge"), "duplicate-interest"),
}
"""Per kind the fields that together occur once, within its measure if it has one."""

_PERIODS: dict[str, tuple[str, str, bool]] = {
    "term": ("valid_from", "valid_until", True),
    "member": ("since", "until", True),
    "party": ("since", "until", True),
    "seat": ("since", "until", True),
    "agenda": ("starts_year", "ends_year", False),
    "goal": ("baseline_year", "target_year", False),
    "measure": ("starts_on", "ends_on", False),
}
"""Per kind: first, last, and whether the last is the first day after."""

_DATED: dict[str, tuple[str, ...]] = {
    "term": ("scheme", "code"),
    "seat": ("body", "party", "title"),
}
"""Kinds that may occur again, but in another period."""


def problems(record: RegionRecord) -> Iterator[Problem]:
    """Yield what occurs twice and which periods end before they begin."""
    first: dict[Hashable, int] = {}
    dated: defaultdict[Hashable, list[tuple[Place, Any]]] = defaultdict(list)
    for place, row in rows(record):
        yield from _repeated(place, row, first)
        yield from _backward(place, row)
        if place.kind in _DATED:
            dated[_identity(place, row, _DATED[place.kind])].append((place, row))
    for same in dated.values():
        yield from _overlapping(same)


def _identity(place: Place, row: object, fields: tuple[str, ...]) -> Hashable:
    return place.kind, place.within, *(getattr(row, field) for field in fields)


def _repeated(place: Place, row: object, first: dict[Hashable, int]) -> Iterator[Problem]:
    if place.kind not in _IDENTITIES:
        return
    fields, code = _IDENTITIES[place.kind]
    values = [getattr(row, field) for field in fields]
    if values[0] == "":
        return
    earlier = first.setdefault(_identity(place, row, fields), place.row)
    if earlier != place.row:
        code = "duplicate-undivided" if values[-1] is None else code
        yield place.problem(fields[-1], code, value=values[-1], first=earlier)


def _backward(place: Place, row: object) -> Iterator[Problem]:
    if place.kind not in _PERIODS:
        return
    first, last, half_open = _PERIODS[place.kind]
    start, end = getattr(row, first), getattr(row, last)
    if start is None or end is None:
        return
    if end < start or (half_open and end == start):
        code = "until-not-after-since" if half_open else "ends-before-start"
        yield place.problem(last, code, start=start, end=end)


def _overlapping(same: list[tuple[Place, Any]]) -> Iterator[Problem]:
    """Yield each row that begins before one that began earlier has ended."""
    if len(same) == 1:
        return
    first, last, _ = _PERIODS[same[0][0].kind]
    spans = [(getattr(row, first), getattr(row, last), place) for place, row in same]
    spans.sort(key=lambda span: (span[0] or date.min, span[2].row))
    open_until, holder = spans[0][1], spans[0][2]
    for start, end, place in spans[1:]:
        if open_until is None or (start or date.min) < open_until:
            yield place.problem(first, "overlapping-period", first=holder.row)
        if open_until is not None and (end is None or end > open_until):
            open_until, holder = end, place
