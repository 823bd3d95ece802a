# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of some regions beside each other, with those of the country, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from samenspel.core.profile.report import Figure, Profile
from samenspel.sources.statistics import indicators
from samenspel.words.figures import name_with_unit, short_value, theme_name


@dataclass(frozen=True, slots=True)
class BesideRow:
    """A figure: the values of the regions in their order, and that of the country."""

    name: str
    period: int
    values: tuple[str, ...]
    country: str


def beside(found: Sequence[Profile]) -> Iterator[tuple[str, list[BesideRow]]]:
    """Yield the name of each theme with its figures, of profiles of the same year."""
    rows = zip(*(one.figures for one in found), strict=True)
    for theme, figures in groupby(rows, lambda row: indicators()[row[0].code].theme):
        yield theme_name(theme), [_row(one) for one in figures]


def _row(figures: Sequence[Figure]) -> BesideRow:
    code = figures[0].code
    return BesideRow(
        name_with_unit(code),
        figures[0].period,
        tuple(short_value(code, one.value) for one in figures),
        short_value(code, figures[0].country),
    )
