# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables that our indicators are made of, and how the next year of them is found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.sources.cbs.errors import SourceError
from samenspel.sources.cbs.service import Service


@dataclass(frozen=True, slots=True)
class Series:
    """
    A table that is renewed in place, or one that comes anew each year.

    ``gives`` is what is in it (``cli.data_words`` says it to people); ``words`` stand before the
    year in the title of a yearly table; ``tables`` are the codes that we know by year, with
    year 0 for a table that is renewed.
    """

    gives: str
    words: str
    tables: dict[int, str]

    @property
    def newest(self) -> int:
        """The last year that we know a table of."""
        return max(self.tables)


SERIES = (
    Series(
        "key-figures",
        "Kerncijfers wijken en buurten",
        {2020: "84799NED", 2021: "85039NED", 2023: "85618NED", 2024: "85984NED", 2025: "86165NED"},
    ),
    Series(
        "regions",
        "Gebieden in Nederland",
        {
            2021: "84929NED",
            2022: "85067NED",
            2023: "85385NED",
            2024: "85755NED",
            2025: "86059NED",
            2026: "86247NED",
        },
    ),
    Series("jobs", "", {0: "83582NED"}),
)


ELSEWHERE = frozenset({"47022NED", "50150NED"})
"""
Tables of the police and of RIVM that only their own service gives, crimes month by month and
health by age and margin. Their figures by year come with this product.
"""


def newest_codes() -> tuple[str, ...]:
    """Return the newest table that we know of each series."""
    return tuple(one.tables[one.newest] for one in SERIES)


def newest_in_catalogue(services: Sequence[Service]) -> tuple[str, ...]:
    """
    Return the newest table of each series that the first catalogue to answer has.

    Raises:
        SourceError: no catalogue answers.
    """
    *others, last = services
    for service in others:
        try:
            return _newest(service)
        except SourceError:
            continue
    return _newest(last)


def _newest(service: Service) -> tuple[str, ...]:
    return tuple(_newest_of(one, service) for one in SERIES)


def _newest_of(series: Series, service: Service) -> str:
    if not series.words:
        return series.tables[series.newest]
    pattern = re.compile(rf"{series.words} ([0-9]{{4}})")
    found = series.tables | {
        int(match[1]): about.code
        for about in service.catalogue(series.words)
        if (match := pattern.fullmatch(about.title))
    }
    return found[max(found)]
