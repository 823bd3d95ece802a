# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The things that are paid for every year, and what each of them asks of whom."""

from dataclasses import dataclass
from fractions import Fraction

from samenspel.core.errors import RuleError
from samenspel.core.sharing.keys import Bases, Key, figures_of
from samenspel.core.sharing.rounding import Number, heaviest_first
from samenspel.core.sharing.rules import NO_RULES, Rules, by_weights, per_unit, risen, ruled

Weights = dict[tuple[Key, frozenset[str]], dict[str, int]]
"""What keys weigh over which parties; the layers of one scenario share it."""


@dataclass(frozen=True, slots=True)
class Layer:
    """
    One thing that is paid for every year: an amount over a key, or a rate per unit of a basis.

    Opting in is a layer of its own with ``only`` the parties that do. A rate counts per unit of
    the one basis of its key. ``name`` is for people, ``measure`` the code of a measure in the
    agenda that it pays for.

    Raises:
        RuleError: ``share-layer`` unless it has either an amount or a rate, the latter with a key
            of one basis.
    """

    key: Key
    amount_cents: int | None = None
    rate_cents: Number | None = None
    only: frozenset[str] | None = None
    rules: Rules = NO_RULES
    name: str = ""
    measure: str = ""

    def __post_init__(self) -> None:
        if (self.amount_cents is None) is (self.rate_cents is None):
            raise RuleError("share-layer")
        if self.rate_cents is not None and len(self.key.parts) > 1:
            raise RuleError("share-layer")


class Asks:
    """What a layer asks, ready for any year: the weights of its key are reckoned once."""

    def __init__(self, layer: Layer, parties: frozenset[str], bases: Bases, known: Weights) -> None:
        self._layer = layer
        taking_part = parties if layer.only is None else layer.only
        if layer.amount_cents is None:
            basis = layer.key.parts[0].basis
            self._figures = figures_of(basis, sorted(taking_part), bases)
            return
        of = (layer.key, taking_part)
        if of not in known:
            known[of] = layer.key.weights(taking_part, bases)
        self._weights = heaviest_first(ruled(known[of], layer.rules))

    def risen(self, factor: Fraction) -> dict[str, int]:
        """
        Return cents by party, after rises of which *factor* is the ``rules.index``.

        Raises:
            RuleError: what ``rules.divide``, ``rules.risen`` and ``rules.per_unit`` raise.
        """
        layer = self._layer
        if layer.amount_cents is not None:
            return by_weights(risen(layer.amount_cents, factor), self._weights, layer.rules)
        return per_unit((layer.rate_cents or 0) * factor, self._figures)
