# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What it breaks when a party leaves a deal: before it does, and ever after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samenspel.core.deals.commitment import Commitment
from samenspel.core.deals.withdrawal import Consequences
from samenspel.web.parts.commitments import Promised
from samenspel.web.parts.targets import Named
from samenspel.words.formats import euro, long_date
from samenspel.words.promises import hours


@dataclass(frozen=True, slots=True)
class FailingView:
    """A condition that fails, of whose commitment."""

    text: str
    commitment: Named
    party: Named


@dataclass(frozen=True, slots=True)
class BrokenView:
    """
    What leaving breaks; lists and texts are empty where nothing is lost.

    ``stands``: the deal stays in force between the others. ``majority``: who then alone has the
    majority of the votes. ``shares``: what each other party would pay to make up for the money.
    """

    effective: str
    stands: bool
    majority: Named | None
    lost: list[Named]
    conditions: list[FailingView]
    leads: list[Named]
    money: list[tuple[Named, str]]
    money_total: str
    hours: str
    shares: list[tuple[Named, str]]


def view_broken(one: Consequences, promised: Iterable[Commitment], known: Promised) -> BrokenView:
    """Return the consequences of leaving ready to be shown; *promised* is what the deal binds."""
    whats = {each.key: Named(each.what, known.commitment(each.key)) for each in promised}
    return BrokenView(
        effective=long_date(one.effective_on),
        stands=one.stands,
        majority=known.party(one.majority) if one.majority else None,
        lost=[whats[key] for key in one.lost],
        conditions=[
            FailingView(each.text, whats[each.commitment], known.party(each.party))
            for each in one.conditions
        ],
        leads=[known.target(target) for target in one.leads_lost],
        money=[(known.target(key), euro(cents)) for key, cents in one.money_lost.items()],
        money_total=euro(one.money_lost_cents) if one.money_lost else "",
        hours=hours(one.hours_lost) if one.hours_lost else "",
        shares=[(known.party(slug), euro(cents)) for slug, cents in _largest(one.extra_cents)],
    )


def _largest(cents: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return who would pay, most first; who would pay nothing is left out."""
    return sorted(((slug, part) for slug, part in cents.items() if part), key=lambda one: -one[1])
