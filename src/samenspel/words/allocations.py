# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Allocations and scenarios in words: by which key, who pays more, what is different."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.core.funding.allocation import AllocationState
from samenspel.core.funding.what_if import Changes
from samenspel.core.sharing.keys import EQUAL, INHABITANTS, Key, mix
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.plan_json import shown
from samenspel.core.sharing.rounding import Number, nearest_cents
from samenspel.core.sharing.rules import Rules
from samenspel.core.sharing.scenario import Effect
from samenspel.words.formats import NO_BREAK_SPACE, euro, euro_exact, number
from samenspel.words.sharing import listed

BASES: dict[str, Promise] = {
    INHABITANTS: gettext_lazy("inhabitants"),
    "fund": gettext_lazy("share in the municipal fund"),
    "use": gettext_lazy("use"),
    "homes": gettext_lazy("new homes"),
    "offices": gettext_lazy("square metres of offices"),
}
"""Code of a basis with figures -> what it counts."""

STATES: dict[AllocationState, Promise] = {
    AllocationState.DRAFT: gettext_lazy("draft"),
    AllocationState.FROZEN: gettext_lazy("proposed"),
    AllocationState.DECIDED: gettext_lazy("decided"),
}
"""State -> how people call it."""

_UNITS: dict[str, Promise] = {
    INHABITANTS: gettext_lazy("%(rate)s per inhabitant"),
    EQUAL: gettext_lazy("%(rate)s per party"),
}
_ALL = 100
_PERCENT = Fraction(100)

Names = Mapping[str, str]
"""Slug of a party -> its name."""


def basis_name(code: str) -> str:
    """Return what a basis counts."""
    return _("equal shares") if code == EQUAL else str(BASES.get(code, code))


def key_told(key: Key) -> str:
    """Return a key: ``by inhabitants``, or ``60% by inhabitants, 40% by new homes``."""
    if len(key.parts) == 1:
        basis = key.parts[0].basis
        return _("the same for every party") if basis == EQUAL else _by(basis)
    total = sum(Fraction(part.weight) for part in key.parts)
    return ", ".join(
        f"{_percent(Fraction(part.weight) / total * _PERCENT)} {_by(part.basis)}"
        for part in key.parts
    )


def amount_told(layer: Layer) -> str:
    """Return what a layer asks a year: an amount, or a rate per unit."""
    if layer.amount_cents is not None:
        return _("%(amount)s a year") % {"amount": euro(layer.amount_cents)}
    basis = layer.key.parts[0].basis
    rate = {"rate": rate_told(layer.rate_cents or 0), "basis": basis_name(basis)}
    return str(_UNITS.get(basis, gettext_lazy("%(rate)s per unit of %(basis)s"))) % rate


def rate_told(cents: Number) -> str:
    """Return a rate in euros; parts of a cent are shown when there are any."""
    if Fraction(cents).denominator == 1:
        return euro_exact(int(cents))
    return f"€{NO_BREAK_SPACE}{_exact(Fraction(cents) / _ALL)}"


def layer_name(layer: Layer, place: int) -> str:
    """Return the name of a layer, or its number."""
    return layer.name or _("Part %(number)s") % {"number": place + 1}


def rules_told(rules: Rules, names: Names) -> Iterator[str]:
    """Yield the rules on top of a key, a sentence each."""
    if rules.centre:
        yield _("%(party)s pays %(part)s first, and its share of the rest.") % {
            "party": names.get(rules.centre.party, rules.centre.party),
            "part": _percent(rules.centre.extra * _PERCENT),
        }
    if rules.transition:
        yield _("A transition: %(part)s by the key, the rest as it was paid before.") % {
            "part": _percent(rules.transition.progress * _PERCENT)
        }
    for party, cents in rules.floors.items():
        yield _("%(party)s pays at least %(amount)s.") % {
            "party": names.get(party, party),
            "amount": euro(cents),
        }
    for party, cents in rules.caps.items():
        yield _("%(party)s pays at most %(amount)s.") % {
            "party": names.get(party, party),
            "amount": euro(cents),
        }


def changes_told(changes: Changes, layers: tuple[Layer, ...], names: Names) -> Iterator[str]:
    """Yield what is different from the allocation, a sentence each."""
    if changes.weights:
        yield _("Another key: %(key)s.") % {"key": key_told(mix(changes.weights))}
    if changes.percent != _ALL:
        yield _("All amounts are %(part)s of what they were.") % {"part": _percent(changes.percent)}
    for place, cents in changes.amounts.items():
        if place < len(layers):
            yield _("%(layer)s: %(amount)s instead of %(before)s.") % {
                "layer": layer_name(layers[place], place),
                "amount": euro(cents),
                "before": amount_told(layers[place]),
            }
    for party, cents in changes.limits.items():
        yield _("%(party)s pays at most %(amount)s per inhabitant per year.") % {
            "party": names.get(party, party),
            "amount": euro_exact(cents),
        }
    if changes.left_out:
        yield _("Without %(parties)s.") % {"parties": _named(changes.left_out, names)}
    if changes.extra_cents and changes.extra_for:
        yield _("%(parties)s add %(amount)s per inhabitant by choice.") % {
            "parties": _named(changes.extra_for, names),
            "amount": euro_exact(changes.extra_cents),
        }


def effects_told(effects: list[Effect], names: Names) -> Iterator[str]:
    """Yield who pays more and who less, and who most."""
    more = [one for one in effects if one.difference_cents > 0]
    less = [one for one in effects if one.difference_cents < 0]
    if not more and not less:
        yield _("Nobody pays more or less than in the allocation.")
    if more:
        yield ngettext(
            "%(count)s party pays more, together %(amount)s.",
            "%(count)s parties pay more, together %(amount)s.",
            len(more),
        ) % {"count": len(more), "amount": euro(sum(one.difference_cents for one in more))}
        yield _most(max(more, key=lambda one: one.difference_cents), names, more=True)
    if less:
        yield ngettext(
            "%(count)s party pays less, together %(amount)s.",
            "%(count)s parties pay less, together %(amount)s.",
            len(less),
        ) % {"count": len(less), "amount": euro(-sum(one.difference_cents for one in less))}
        yield _most(min(less, key=lambda one: one.difference_cents), names, more=False)


def figure_told(figure: Number) -> str:
    """Return a figure of a basis."""
    return _exact(Fraction(figure))


def per_inhabitant(cents: int | None) -> str:
    """Return an amount per inhabitant, or that it is unknown."""
    return _("unknown") if cents is None else euro_exact(cents)


def _most(one: Effect, names: Names, *, more: bool) -> str:
    said = {
        "party": names.get(one.party, one.party),
        "amount": euro(abs(one.difference_cents)),
        "before": per_inhabitant(one.before_each_cents),
        "after": per_inhabitant(one.after_each_cents),
    }
    return str(_MORE if more else _LESS) % said


_MORE = gettext_lazy(
    "Most of it falls to %(party)s: %(amount)s more, %(after)s instead of %(before)s per "
    "inhabitant per year."
)
_LESS = gettext_lazy(
    "%(party)s pays %(amount)s less, %(after)s instead of %(before)s per inhabitant per year."
)


def _by(basis: str) -> str:
    told: dict[str, Callable[[], str]] = {
        EQUAL: lambda: _("in equal shares"),
        INHABITANTS: lambda: _("by inhabitants"),
        "fund": lambda: _("by share in the municipal fund"),
        "use": lambda: _("by use"),
        "homes": lambda: _("by new homes"),
        "offices": lambda: _("by square metres of offices"),
    }
    return told[basis]() if basis in told else _("by %(basis)s") % {"basis": basis}


def _percent(part: Fraction) -> str:
    """Return a percentage with at most two decimals."""
    return f"{number(Decimal(nearest_cents(part * _ALL)).scaleb(-2))}%"


def _exact(value: Fraction) -> str:
    text = shown(value)
    return text if "/" in text else number(Decimal(text))


def _named(parties: frozenset[str], names: Names) -> str:
    return listed([names.get(party, party) for party in sorted(parties)])
