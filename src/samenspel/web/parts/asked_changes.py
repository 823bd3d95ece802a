# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What a visitor changes in an allocation, in the address of the page.

Every change is in the address, so that it can be shared and kept; what stays as it is, is not.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from samenspel.core.errors import RuleError
from samenspel.core.funding.what_if import WAYS, Changes
from samenspel.core.limits import shown
from samenspel.core.sharing.keys import EQUAL, MOST_PARTS, mix
from samenspel.core.sharing.scenario import Scenario
from samenspel.web.forms.amounts import euros_to_cents
from samenspel.words.errors import explain

KEY, PERCENT, AMOUNT, LIMIT = "sleutel", "procent", "bedrag-", "hoogstens-"
WITHOUT, EXTRA, EXTRA_FOR, WAY, WEIGHT = "zonder", "extra", "extra-voor", "gat", "gewicht-"
"""Names in the address."""

OWN_MIX = "mengsel"
"""The key that is a mix by the weights in the address."""

_ALL = 100
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Changes and the way to close a gap, as asked; ``errors`` is what could not be read."""

    changes: Changes
    way: str = ""
    errors: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The one address of these changes, without what stays as it is."""
        return urlencode(pairs(self))

    def without(self, party: str) -> str:
        """Return the address in which a party is left out, or takes part again when it was."""
        out = self.changes.left_out ^ {party}
        return urlencode(pairs(replace(self, changes=replace(self.changes, left_out=out))))

    def by(self, way: str) -> str:
        """Return the address in which the gap is closed in a way."""
        return f"?{urlencode(pairs(replace(self, way=way)))}"


def asked(query: QueryDict, plan: Scenario) -> Asked:
    """Return the changes that an address asks; what is not understood is told and left out."""
    errors: list[str] = []
    amounts = _euros(query, AMOUNT, [str(n + 1) for n in range(len(plan.layers))], errors)
    changes = Changes(
        weights=_weights(query, plan, errors),
        percent=_percent(query.get(PERCENT, ""), errors),
        amounts={int(number) - 1: cents for number, cents in amounts.items()},
        limits=_euros(query, LIMIT, plan.parties, errors),
        left_out=_parties(query.getlist(WITHOUT), plan, errors),
        extra_cents=_amount(query.get(EXTRA, ""), errors) or 0,
        extra_for=_parties(query.getlist(EXTRA_FOR), plan, errors),
    )
    way = query.get(WAY, "")
    return Asked(changes, way if way in WAYS else "", tuple(errors))


def pairs(one: Asked) -> Pairs:
    """Return names and values for the address, without what stays as it is."""
    changes = one.changes
    found: Pairs = []
    if changes.weights:
        found += _key_pairs(changes.weights)
    if changes.percent != _ALL:
        found.append((PERCENT, _typed(int(changes.percent * _ALL))))
    found += [(f"{AMOUNT}{n + 1}", _typed(c)) for n, c in sorted(changes.amounts.items())]
    found += [(f"{LIMIT}{party}", _typed(c)) for party, c in sorted(changes.limits.items())]
    found += [(WITHOUT, party) for party in sorted(changes.left_out)]
    if changes.extra_cents:
        found.append((EXTRA, _typed(changes.extra_cents)))
    found += [(EXTRA_FOR, party) for party in sorted(changes.extra_for)]
    return [*found, (WAY, one.way)] if one.way else found


def _key_pairs(weights: Mapping[str, Fraction]) -> Pairs:
    if len(weights) == 1:
        return [(KEY, next(iter(weights)))]
    typed = {basis: _typed(int(weight * _ALL)) for basis, weight in weights.items()}
    return [(KEY, OWN_MIX), *((f"{WEIGHT}{basis}", one) for basis, one in typed.items())]


def _weights(query: QueryDict, plan: Scenario, errors: list[str]) -> dict[str, Fraction]:
    chosen = query.get(KEY, "")
    known = (EQUAL, *plan.bases)
    if chosen == OWN_MIX:
        return _mixed(query, known, errors)
    if chosen and chosen not in known:
        errors.append(explain(RuleError("share-basis-unknown", basis=chosen, known=list(known))))
        return {}
    return {chosen: Fraction(1)} if chosen else {}


def _mixed(query: QueryDict, known: Iterable[str], errors: list[str]) -> dict[str, Fraction]:
    found = {}
    for basis in known:
        cents = _amount(query.get(f"{WEIGHT}{basis}", ""), errors)
        if cents:
            found[basis] = Fraction(cents, _ALL)
    if not found:
        errors.append(explain(RuleError("share-key-parts", count=0, most=MOST_PARTS)))
        return {}
    try:
        mix(found)
    except RuleError as error:
        errors.append(explain(error))
        return {}
    return found


def _percent(text: str, errors: list[str]) -> Fraction:
    hundredths = _amount(text.replace("%", ""), errors)
    return Fraction(_ALL) if hundredths is None else Fraction(hundredths, _ALL)


def _euros(
    query: QueryDict, prefix: str, known: Collection[str], errors: list[str]
) -> dict[str, int]:
    named = {one.removeprefix(prefix) for one in query if one.startswith(prefix) and query[one]}
    strange = sorted(named - set(known))
    errors.extend(explain(RuleError("share-unknown-party", party=one)) for one in strange)
    typed = {name: _amount(query.get(f"{prefix}{name}", ""), errors) for name in known}
    return {name: cents for name, cents in typed.items() if cents is not None}


def _parties(slugs: list[str], plan: Scenario, errors: list[str]) -> frozenset[str]:
    named = frozenset(slug for slug in slugs if slug)
    strange = sorted(named - set(plan.parties))
    errors.extend(explain(RuleError("share-unknown-party", party=slug)) for slug in strange)
    return named & set(plan.parties)


def _amount(text: str, errors: list[str]) -> int | None:
    if not text.strip():
        return None
    cents = euros_to_cents(text[:_ALL])
    if cents is None:
        message = _("“%(value)s” is no amount. Type euros, such as 12.500 or 12500,50.")
        errors.append(message % {"value": shown(text)})
    return cents


def _typed(cents: int) -> str:
    """Return euros as they stand in an address, in every language the same: ``7.50``."""
    whole, rest = divmod(cents, _ALL)
    return f"{whole}.{rest:02}" if rest else str(whole)
