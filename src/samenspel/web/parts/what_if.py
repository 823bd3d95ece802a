# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What if, ready to be shown: who pays what against today, the gap, and ways to close it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenspel.core.funding.allocation import Reckoned
from samenspel.core.funding.what_if import Changes, WhatIf
from samenspel.core.sharing.closing import Way
from samenspel.core.sharing.keys import EQUAL
from samenspel.core.sharing.scenario import Effect, Outcome, Scenario, effects
from samenspel.web.forms.amounts import cents_to_euros
from samenspel.web.parts.allocation import people_of
from samenspel.web.parts.asked_changes import OWN_MIX, Asked
from samenspel.web.parts.money import Bar, share
from samenspel.words.allocations import (
    basis_name,
    changes_told,
    effects_told,
    layer_name,
    per_inhabitant,
)
from samenspel.words.formats import euro, euro_exact, euro_signed
from samenspel.words.sharing import way_meaning, way_name

MOST_AMOUNTS = 8
"""Parts of which the amount can be changed one by one; more are changed all together."""

_ALL = 100
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What a party is asked and pays, against the allocation; ``turn`` leaves it out, or in."""

    slug: str
    party: str
    asked: str
    pays: str
    before: str
    difference: str
    mood: str
    each: str
    before_each: str
    limit: str
    is_out: bool
    is_extra: bool
    turn: str


@dataclass(frozen=True, slots=True)
class WayView:
    """A way to close the gap; ``url`` reckons with it."""

    name: str
    meaning: str
    chosen: bool
    url: str


def what_if_page(base: Reckoned, one: WhatIf, asked: Asked, names: Names) -> dict[str, Any]:
    """Return all that a page says of a what-if."""
    final = one.final
    people = people_of(base.plan)
    told = effects(base.found, final, people)
    return {
        "changes": list(changes_told(asked.changes, base.plan.layers, names)),
        "effects": list(effects_told(told, names)),
        "rows": [_row(row, one, asked, names) for row in told],
        "bars": _bars(told, names),
        "total": _total(base.found, final),
        "gap": euro(one.found.gap_cents) if one.found.gap_cents else "",
        "left": _left(one, names),
        "ways": [_way(way, one, asked) for way in one.ways],
        "closed": one.way is not None,
        "programme": euro_exact(one.way.programme_cents if one.way else one.found.programme_cents),
        "query": asked.query,
    }


def form_choices(plan: Scenario, changes: Changes) -> dict[str, Any]:
    """Return what can be chosen and typed in the form, and what was."""
    bases = [EQUAL, *plan.bases]
    return {
        "keys": _keys(bases, changes),
        "weights": [(basis, basis_name(basis), _weight(changes, basis)) for basis in bases],
        "percent": cents_to_euros(int(changes.percent * _ALL)) if changes.percent != _ALL else "",
        "amounts": _amounts(plan, changes),
        "extra": cents_to_euros(changes.extra_cents) if changes.extra_cents else "",
    }


def _row(row: Effect, one: WhatIf, asked: Asked, names: Names) -> EffectRow:
    changes, more = asked.changes, row.difference_cents
    limit = changes.limits.get(row.party)
    return EffectRow(
        row.party,
        names.get(row.party, row.party),
        euro_exact(sum(one.found.asked[row.party].values())),
        euro_exact(row.after_cents),
        euro_exact(row.before_cents),
        euro_signed(more) if more else _("the same"),
        "bad" if more > 0 else "good" if more < 0 else "",
        per_inhabitant(row.after_each_cents),
        per_inhabitant(row.before_each_cents),
        "" if limit is None else cents_to_euros(limit),
        row.party in changes.left_out,
        row.party in changes.extra_for,
        f"?{asked.without(row.party)}",
    )


def _bars(told: list[Effect], names: Names) -> list[Bar]:
    """Return what each party pays, as bars: before in words, after in length."""
    most = max((max(row.after_cents, row.before_cents) for row in told), default=0)
    return [
        Bar(
            names.get(row.party, row.party),
            _("%(after)s (was %(before)s)")
            % {"after": euro_exact(row.after_cents), "before": euro_exact(row.before_cents)},
            share(row.after_cents, most),
        )
        for row in told
    ]


def _total(before: Outcome, after: Outcome) -> dict[str, str]:
    was, now = sum(before.by_party().values()), sum(after.by_party().values())
    return {
        "asked": euro_exact(after.programme_cents),
        "pays": euro_exact(now),
        "before": euro_exact(was),
        "difference": euro_signed(now - was) if now != was else "",
    }


def _left(one: WhatIf, names: Names) -> list[tuple[str, str]]:
    """Return who leaves which part of the gap."""
    return [(names.get(party, party), euro(cents)) for party, cents in one.found.gaps.items()]


def _way(way: Way, one: WhatIf, asked: Asked) -> WayView:
    chosen = one.way is not None and one.way.kind is way.kind
    url = asked.by("" if chosen else str(way.kind))
    return WayView(way_name(way.kind), way_meaning(way, one.found), chosen, url)


def _keys(bases: list[str], changes: Changes) -> list[tuple[str, str, bool]]:
    """Return (value, words, whether chosen) of each key."""
    chosen = OWN_MIX if len(changes.weights) > 1 else next(iter(changes.weights), "")
    known = [("", _("as in the allocation")), *((basis, basis_name(basis)) for basis in bases)]
    known.append((OWN_MIX, _("a mix, by the weights below")))
    return [(value, words, value == chosen) for value, words in known]


def _weight(changes: Changes, basis: str) -> str:
    weight = changes.weights.get(basis)
    if weight is None or len(changes.weights) == 1:
        return ""
    return cents_to_euros(int(weight * _ALL))


def _amounts(plan: Scenario, changes: Changes) -> list[tuple[str, str, str, str]]:
    """Return (number, name, now, typed) of each part; none when there are too many."""
    if len(plan.layers) > MOST_AMOUNTS:
        return []
    return [
        (
            str(place + 1),
            layer_name(layer, place),
            cents_to_euros(int(layer.amount_cents or layer.rate_cents or 0)),
            cents_to_euros(changes.amounts[place]) if place in changes.amounts else "",
        )
        for place, layer in enumerate(plan.layers)
    ]
