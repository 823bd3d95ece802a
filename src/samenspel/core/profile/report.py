# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The profile of one region as plain values: what is shown, written to a file or compared.

What is unknown is None, with the reason as a code next to it. Scores are in usual differences, see
``docs/methods/distinctiveness.md``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or region by code."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose profile it is; ``peers`` are the kind of region that it is held against."""

    code: str
    name: str
    kind: str
    peers: str
    municipalities: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One indicator: the value of the region and of the country, in the unit of the indicator.

    ``rank`` is 1 for the highest of ``of`` regions, its peers and itself. ``low`` and ``high``
    bound the value: with 95% certainty where it was ``counted``, else by its rounding. ``trend``
    holds every period, the last as well; ``inside`` the municipalities, in the order of the region.
    """

    code: str
    period: int
    value: float | None
    country: float | None
    reason: str = ""
    rank: int | None = None
    of: int = 0
    low: float | None = None
    high: float | None = None
    counted: bool = False
    trend: tuple[tuple[int, float | None], ...] = ()
    inside: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Standout:
    """
    What the region stands out in: an indicator, or the jobs of a sector.

    ``value`` is the shrunken figure; of a sector the quotient, of which the country's is 1.
    ``similar`` is the median of regions like it.
    """

    code: str
    is_sector: bool
    score: float
    low: float
    high: float
    value: float
    country: float
    similar: float | None


@dataclass(frozen=True, slots=True)
class SectorJobs:
    """Jobs of a sector: how many, which share, how many times what the country would have."""

    code: str
    jobs: float | None
    share: float | None
    lq: float | None
    lq_low: float | None
    lq_high: float | None
    special: bool


@dataclass(frozen=True, slots=True)
class Related:
    """
    How near a region is to a sector: the part that it has of all that is related to it.

    ``density`` lies between ``low`` and ``high`` with 95% certainty, ``by_chance`` is that of as
    many sectors picked at random, and ``nearer`` whether it is for certain above that. ``strong``:
    it has more of the sector than expected already. ``through``: what makes it near.
    """

    code: str
    density: float | None
    low: float | None
    high: float | None
    by_chance: float | None
    strong: bool
    nearer: bool
    through: tuple[str, ...] = ()

    @property
    def could_grow(self) -> bool:
        """Whether the sector is near for certain, and not yet strong."""
        return self.nearer and not self.strong


@dataclass(frozen=True, slots=True)
class Growth:
    """
    The change of jobs in a period; the three parts add up to it. ``sector`` empty: all together.

    A sector that is unknown in one of the years is left out of all together.
    """

    since: int
    until: int
    sector: str
    change: float | None
    national: float | None
    by_sector: float | None
    regional: float | None


@dataclass(frozen=True, slots=True)
class Work:
    """
    What the region lives on. ``fit`` 1: it is made of whole COROP regions; less: an estimate.

    Empty with a reason where the COROP regions in which it lies do not tell.
    """

    year: int
    fit: float
    corop: tuple[Place, ...]
    reason: str = ""
    sectors: tuple[SectorJobs, ...] = ()
    krugman: float | None = None
    growth: tuple[Growth, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the jobs are those that CBS counted, and not divided by inhabitants."""
        return not self.reason and self.fit == 1


@dataclass(frozen=True, slots=True)
class Scale:
    """
    Which share of the inequality between municipalities lies between the groups of a level.

    ``added`` is what the level adds to the one before, None for a level that does not nest.
    ``by_chance`` is what as many random groups would hold, ``p_value`` how often they hold more.
    """

    level: str
    groups: int
    between_share: float | None
    added: float | None
    by_chance: float | None
    p_value: float | None


@dataclass(frozen=True, slots=True)
class Similar:
    """A region like this one: in what both are special, and in what they differ most."""

    code: str
    name: str
    distance: float
    coverage: float
    why: tuple[str, ...]
    different: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile of a region in a year: the newest figures until then."""

    subject: Subject
    year: int
    figures: tuple[Figure, ...]
    standout: tuple[Standout, ...]
    work: Work
    similar: tuple[Similar, ...]
    structure: tuple[str, ...]
