# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What if: another key or amount, a party that pays less or nothing, an extra for who wants it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from samenspel.core.canonical import Json, encode
from samenspel.core.errors import RuleError
from samenspel.core.sharing.closing import Kind, Way, ways_to_close
from samenspel.core.sharing.keys import INHABITANTS, Key, figures_of, mix, per
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.plain import parse
from samenspel.core.sharing.plan_json import shown
from samenspel.core.sharing.rounding import check_amount, nearest_cents
from samenspel.core.sharing.rules import Rules, per_unit
from samenspel.core.sharing.scenario import Outcome, Scenario, outcome

_ALL = 100


@dataclass(frozen=True, slots=True)
class Changes:
    """
    What is different from an allocation.

    ``weights``: the key for all layers, basis -> weight; a rate becomes the amount that it brings.
    ``percent``: what is left of all amounts. ``amounts``: place of a layer -> its amount, or rate
    per unit, in cents. ``limits``: party -> the most it pays, in cents per inhabitant per year.
    ``extra_cents``: a rate per inhabitant on top, for the parties in ``extra_for`` only.
    """

    weights: Mapping[str, Fraction] = field(default_factory=dict)
    percent: Fraction = Fraction(_ALL)
    amounts: Mapping[int, int] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    extra_cents: int = 0
    extra_for: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """
    An allocation with changes: what is asked and paid, the ways to close a gap, and the one chosen.

    ``pays`` is what each party pays in the end: of the way chosen, else of the changes alone.
    """

    plan: Scenario
    found: Outcome
    ways: tuple[Way, ...]
    way: Way | None

    @property
    def final(self) -> Outcome:
        """What is asked, and what each party pays when the gap is closed as chosen."""
        return Outcome(self.found.asked, self.way.pays) if self.way else self.found


def what_if(
    plan: Scenario, changes: Changes, way: str = "", *, base: Outcome | None = None
) -> WhatIf:
    """
    Return what becomes of a plan; *base* is its own outcome, when that is known.

    Raises:
        RuleError: ``what-if-nobody`` when all are left out; ``what-if-layer`` for an amount of a
            layer that is not there; or why it cannot be divided, as ``outcome``.
    """
    changed = changed_plan(plan, changes)
    same = base is not None and changed.layers == plan.layers
    found = outcome(changed, base.asked if base and same else None)
    ways = ways_to_close(changed, found)
    chosen = next((one for one in ways if str(one.kind) == way), None)
    return WhatIf(changed, found, ways, chosen)


def changed_plan(plan: Scenario, changes: Changes) -> Scenario:
    """
    Return the plan after the changes.

    Raises:
        RuleError: as ``what_if``.
    """
    if changes.left_out >= set(plan.parties):
        raise RuleError("what-if-nobody")
    for place, cents in changes.amounts.items():
        check_amount(cents)
        if place >= len(plan.layers):
            raise RuleError("what-if-layer", place=place + 1, count=len(plan.layers))
    for cents in (*changes.limits.values(), changes.extra_cents):
        check_amount(cents)
    layers = [_changed(plan, place, changes) for place in range(len(plan.layers))]
    if changes.extra_cents and changes.extra_for:
        layers.append(
            Layer(per(INHABITANTS), rate_cents=changes.extra_cents, only=changes.extra_for)
        )
    return replace(
        plan,
        layers=tuple(layers),
        limits={**plan.limits, **changes.limits},
        left_out=plan.left_out | changes.left_out,
    )


def _changed(plan: Scenario, place: int, changes: Changes) -> Layer:
    layer = plan.layers[place]
    part = Fraction(changes.percent) / _ALL
    if part < 0:
        raise RuleError("share-amount-negative", amount_cents=int(changes.percent))
    if layer.amount_cents is not None:
        cents = changes.amounts.get(place, layer.amount_cents)
        layer = replace(layer, amount_cents=check_amount(nearest_cents(cents * part)))
    else:
        rate = changes.amounts.get(place, layer.rate_cents or 0)
        layer = replace(layer, rate_cents=rate * part)
    return _with_key(plan, layer, mix(changes.weights)) if changes.weights else layer


def _with_key(plan: Scenario, layer: Layer, key: Key) -> Layer:
    """Return a layer that asks the same total by another key; a transition of old goes with it."""
    if key == layer.key:
        return layer
    amount = layer.amount_cents
    if amount is None:
        parties = sorted(plan.parties if layer.only is None else layer.only)
        figures = figures_of(layer.key.parts[0].basis, parties, plan.bases)
        amount = check_amount(sum(per_unit(Fraction(layer.rate_cents or 0), figures).values()))
    rules: Rules = replace(layer.rules, transition=None)
    return replace(layer, key=key, amount_cents=amount, rate_cents=None, rules=rules)


def changes_text(changes: Changes) -> str:
    """Return changes as they are kept; what is not changed is left out."""
    data: dict[str, Json] = {
        "weights": {basis: shown(weight) for basis, weight in changes.weights.items()},
        "percent": shown(changes.percent) if changes.percent != _ALL else "",
        "amounts": {str(place): cents for place, cents in changes.amounts.items()},
        "limits": dict(changes.limits),
        "without": list[Json](sorted(changes.left_out)),
        "extra": changes.extra_cents,
        "extra_for": list[Json](sorted(changes.extra_for)),
    }
    return encode({name: value for name, value in data.items() if value}).decode()


def read_changes(text: str) -> Changes:
    """Return the changes in a text of ``changes_text``."""
    data: dict[str, Any] = parse(text)
    return Changes(
        {basis: Fraction(weight) for basis, weight in data.get("weights", {}).items()},
        Fraction(data.get("percent", _ALL)),
        {int(place): int(cents) for place, cents in data.get("amounts", {}).items()},
        {party: int(cents) for party, cents in data.get("limits", {}).items()},
        frozenset(data.get("without", ())),
        int(data.get("extra", 0)),
        frozenset(data.get("extra_for", ())),
    )


WAYS = tuple(str(kind) for kind in Kind)
"""Ways to close a gap that can be chosen."""
