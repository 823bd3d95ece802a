# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a table of statistics is once it is ours: plain records, without a field name of CBS."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

KNOWN = ""
"""The status of a figure that is simply there."""

UNKNOWN = "unknown"
"""The status of a figure that is not there, for a reason that the source does not tell apart."""


class Kind(StrEnum):
    """What the members of a dimension are."""

    REGION = "region"
    PERIOD = "period"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class About:
    """
    What a source says of a table before anything is taken.

    ``modified`` is a local moment to the minute, such as ``2026-06-30T02:00``; ``period`` is in
    words.
    """

    code: str
    title: str
    modified: str
    period: str = ""

    @property
    def edition(self) -> str:
        """The name of this state of the table: ``20260630T0200``."""
        return self.modified.replace("-", "").replace(":", "")


@dataclass(frozen=True, slots=True)
class Member:
    """One code of a dimension; ``status`` of a period is definitive, provisional or unknown."""

    code: str
    title: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What figures are divided by."""

    code: str
    title: str
    kind: Kind
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """
    What is measured.

    A code may differ between two yearly tables that measure the same; ``path``, the headings above
    it with its title last, does not.
    """

    code: str
    path: tuple[str, ...]
    unit: str = ""
    decimals: int | None = None
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with all that its figures refer to."""

    about: About
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """A name for each dimension: ``region``, ``period``, or the code that the source gives."""
        return tuple(
            str(one.kind)
            if one.kind != Kind.OTHER and self._first(one.kind) is one
            else one.code.lower()
            for one in self.dimensions
        )

    @property
    def region(self) -> Dimension | None:
        """The first dimension of regions, by which we choose what to keep."""
        return self._first(Kind.REGION)

    def _first(self, kind: Kind) -> Dimension | None:
        return next((one for one in self.dimensions if one.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Observation:
    """
    One figure: a measure at codes, one for each dimension in their order.

    ``value`` is a number, for a measure in words a text, and None when there is none; ``status``
    then says why, as far as the source does.
    """

    measure: str
    codes: tuple[str, ...]
    value: Decimal | str | None
    status: str = KNOWN


@dataclass(frozen=True, slots=True)
class Page:
    """
    Part of the figures.

    ``received`` rows came, also those that we do not keep; ``total`` is how many rows there are,
    when the source tells; ``after`` leads to the next page and is empty on the last.
    """

    observations: tuple[Observation, ...]
    received: int
    after: str = ""
    total: int | None = None
