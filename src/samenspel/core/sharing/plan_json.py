# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A plan for who pays what as the file that ``request`` reads: one text for one plan."""

from collections.abc import Mapping
from fractions import Fraction

from samenspel.core.canonical import Json, encode
from samenspel.core.sharing.keys import Basis, Key
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.rounding import Number
from samenspel.core.sharing.rules import Rules
from samenspel.core.sharing.scenario import Scenario

Plain = dict[str, Json]
_CENTS = 100
_LARGEST_PLACES = 40


def plan_text(plan: Scenario) -> str:
    """
    Return the canonical text of a plan: the same plan has the same text, whatever order it was in.

    Amounts are in euros, as text so that no program rounds them; ``samenspel share`` divides it
    again.
    """
    first, *others = (_layer(layer) for layer in plan.layers)
    parties = sorted(plan.parties)
    data: Plain = {"parties": parties, "years": list(plan.years), **first}
    data |= _filled(
        plus=list(others),
        basis={code: _numbers(basis.figures) for code, basis in plan.bases.items()},
        sources={code: _source(basis) for code, basis in plan.bases.items() if _source(basis)},
        limits={party: shown(Fraction(rate) / _CENTS) for party, rate in plan.limits.items()},
        without=sorted(plan.left_out),
        rises={str(year): shown(rise) for year, rise in plan.rises.items()},
    )
    return encode(data).decode()


def shown(number: Number) -> str:
    """
    Return a number as text without loss: as a decimal if it is one, else as a fraction.

    >>> shown(Fraction(25, 2)), shown(Fraction(1, 3))
    ('12.5', '1/3')
    """
    over, under = number.numerator, number.denominator
    places = 0
    while 10**places % under and places < _LARGEST_PLACES:
        places += 1
    if 10**places % under:
        return f"{over}/{under}"
    if not places:
        return str(over)
    digits = str(abs(over) * 10**places // under).rjust(places + 1, "0")
    return f"{'-' if over < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _layer(layer: Layer) -> Plain:
    data = _filled(name=layer.name, measure=layer.measure, key=_key(layer.key))
    if layer.amount_cents is not None:
        data["amount"] = _euros(layer.amount_cents)
    if layer.rate_cents is not None:
        data["rate"] = shown(Fraction(layer.rate_cents) / _CENTS)
    if layer.only is not None:
        data["only"] = sorted(layer.only)
    return data | _rules(layer.rules)


def _key(key: Key) -> Json:
    if len(key.parts) == 1:
        return key.parts[0].basis
    return {part.basis: shown(part.weight) for part in key.parts}


def _rules(rules: Rules) -> Plain:
    data = _filled(floors=_amounts(rules.floors), caps=_amounts(rules.caps))
    if rules.centre:
        data["centre"] = {"party": rules.centre.party, "part": shown(rules.centre.extra)}
    if rules.transition:
        before = _amounts(rules.transition.before)
        data["transition"] = {"before": before, "progress": shown(rules.transition.progress)}
    return data


def _source(basis: Basis) -> Plain:
    return _filled(on=basis.on.isoformat() if basis.on else "", source=basis.source)


def _amounts(amounts: Mapping[str, int]) -> Plain:
    return {party: _euros(cents) for party, cents in amounts.items()}


def _numbers(figures: Mapping[str, Number]) -> Plain:
    return {party: shown(figure) for party, figure in figures.items()}


def _euros(cents: int) -> str:
    return shown(Fraction(cents, _CENTS))


def _filled(**values: Json) -> Plain:
    return {name: value for name, value in values.items() if value}
