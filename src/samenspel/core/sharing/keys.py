# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Allocation keys as data: by which figures a cost is divided over the parties.

A key is a mix of one to five parts, each with a weight and a basis: inhabitants, the share in the
municipal fund, use, new homes, or nothing but taking part (``EQUAL``). Every key of practice is
such a mix; what a party pays at least or at most stands in ``rules``.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from samenspel.core.errors import RuleError
from samenspel.core.sharing.rounding import Number, whole_weights

EQUAL = "equal"
"""The basis in which every party counts for one; it needs no figures."""

INHABITANTS = "inhabitants"
MOST_PARTS = 5


@dataclass(frozen=True, slots=True)
class Basis:
    """
    The figures by which a key divides, as they were on a day.

    ``figures``: party -> inhabitants, square metres, euros or what the basis counts; zero or more.
    ``on`` and ``source`` say where they come from, so that a decision can be done over.
    """

    figures: Mapping[str, Number]
    on: date | None = None
    source: str = ""


Bases = Mapping[str, Basis]
"""Code of a basis -> its figures."""


@dataclass(frozen=True, slots=True)
class Part:
    """One basis in a key, and how heavily it counts beside the others."""

    basis: str
    weight: Number = 1


@dataclass(frozen=True, slots=True)
class Key:
    """
    A mix of parts; weights count in proportion, so 2 and 1 is the same as 2/3 and 1/3.

    Raises:
        RuleError: ``share-key-parts`` (none, or more than five), ``share-key-twice`` (a basis
            twice) or ``share-key-weight`` (a weight that is not above zero).
    """

    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.parts) <= MOST_PARTS:
            raise RuleError("share-key-parts", count=len(self.parts), most=MOST_PARTS)
        seen: set[str] = set()
        for part in self.parts:
            if part.basis in seen:
                raise RuleError("share-key-twice", basis=part.basis)
            if part.weight <= 0:
                raise RuleError("share-key-weight", basis=part.basis)
            seen.add(part.basis)

    def weights(self, parties: Collection[str], bases: Bases) -> dict[str, int]:
        """
        Return how heavily each party counts, in whole numbers, by the order of their codes.

        Raises:
            RuleError: ``share-no-parties``, or what ``figures_of`` raises.
        """
        if not parties:
            raise RuleError("share-no-parties")
        ordered = sorted(set(parties))
        total = sum((Fraction(part.weight) for part in self.parts), Fraction(0))
        shares = dict.fromkeys(ordered, Fraction(0))
        for part in self.parts:
            figures = figures_of(part.basis, ordered, bases)
            scale = Fraction(part.weight) / total / sum(figures.values(), Fraction(0))
            for party, figure in figures.items():
                shares[party] += figure * scale
        return whole_weights(shares)


def per(basis: str) -> Key:
    """Return the key by one basis: per inhabitant, by the share in the fund, by use."""
    return Key((Part(basis),))


def equally() -> Key:
    """Return the key by which every party pays the same."""
    return per(EQUAL)


def fixed_plus(fixed: Fraction, basis: str = INHABITANTS) -> Key:
    """
    Return the key with a part *fixed* of the amount divided equally and the rest by *basis*.

    Raises:
        RuleError: ``share-key-weight`` unless *fixed* lies between 0 and 1.
    """
    return Key((Part(EQUAL, fixed), Part(basis, 1 - fixed)))


def mix(weights: Mapping[str, Number]) -> Key:
    """Return the key with these weights by basis."""
    return Key(tuple(Part(basis, weight) for basis, weight in weights.items()))


def figures_of(basis: str, parties: Iterable[str], bases: Bases) -> dict[str, Number]:
    """
    Return the figure of each party.

    Raises:
        RuleError: ``share-basis-unknown``; ``share-basis-missing`` for a party without a figure;
            ``share-basis-negative``; ``share-without-inhabitants`` for a party in which nobody
            lives; ``share-gives-nothing`` when all figures are zero.
    """
    if basis == EQUAL:
        return dict.fromkeys(parties, 1)
    if basis not in bases:
        raise RuleError("share-basis-unknown", basis=basis, known=sorted(bases))
    known = bases[basis].figures
    figures = {party: _figure(basis, party, known.get(party)) for party in parties}
    if not any(figures.values()):
        raise RuleError("share-gives-nothing")
    return figures


def _figure(basis: str, party: str, figure: Number | None) -> Number:
    if figure is None:
        raise RuleError("share-basis-missing", basis=basis, party=party)
    if figure < 0:
        raise RuleError("share-basis-negative", basis=basis, party=party)
    if figure == 0 and basis == INHABITANTS:
        raise RuleError("share-without-inhabitants", party=party)
    return figure
