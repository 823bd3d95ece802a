# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who left a deal, why, and what that breaks, with links."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.core.deals.withdrawal import Consequences, FailingCondition
from samenspel.deals.queries import DealPage, WithdrawalFacts
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
    """What leaving breaks; lists and texts are empty where nothing is lost."""

    stands: bool
    lost: list[Named]
    conditions: list[FailingView]
    leads: list[Named]
    money: list[tuple[Named, str]]
    money_total: str
    hours: str
    shares: list[tuple[Named, str]]


@dataclass(frozen=True, slots=True)
class LeavingView:
    """That a party left; ``broken`` is None when the deal was not in force yet."""

    party: Named
    reason: str
    given: str
    effective: str
    broken: BrokenView | None


def view_leavers(
    page: DealPage, broken: Mapping[str, Consequences], known: Promised
) -> list[LeavingView]:
    """Return who left any version of a deal, the latest first."""
    whats = {
        one.key: _commitment(one.key, one.what, page, known)
        for version in page.versions
        for one in version.record.commitments
    }
    left = [one for version in page.versions for one in version.facts.withdrawals]
    return [_leaving(one, broken.get(one.party), known, whats) for one in reversed(left)]


def _commitment(key: str, what: str, page: DealPage, known: Promised) -> Named:
    return Named(what, known.commitment(key) if key in page.commitments else "")


def _leaving(
    one: WithdrawalFacts,
    broken: Consequences | None,
    known: Promised,
    whats: Mapping[str, Named],
) -> LeavingView:
    return LeavingView(
        party=known.party(one.party),
        reason=one.reason,
        given=long_date(one.given_on),
        effective=long_date(one.effective_on),
        broken=_broken(broken, known, whats) if broken else None,
    )


def _broken(one: Consequences, known: Promised, whats: Mapping[str, Named]) -> BrokenView:
    return BrokenView(
        stands=one.stands,
        lost=[whats[key] for key in one.lost],
        conditions=[_failing(each, known, whats) for each in one.conditions],
        leads=[known.target(target) for target in one.leads_lost],
        money=[(known.target(key), euro(cents)) for key, cents in one.money_lost.items()],
        money_total=euro(one.money_lost_cents) if one.money_lost else "",
        hours=hours(one.hours_lost) if one.hours_lost else "",
        shares=[(known.party(slug), euro(cents)) for slug, cents in _largest(one.extra_cents)],
    )


def _failing(one: FailingCondition, known: Promised, whats: Mapping[str, Named]) -> FailingView:
    return FailingView(one.text, whats[one.commitment], known.party(one.party))


def _largest(cents: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return who would pay, most first; who would pay nothing is left out."""
    return sorted(((slug, part) for slug, part in cents.items() if part), key=lambda one: -one[1])
