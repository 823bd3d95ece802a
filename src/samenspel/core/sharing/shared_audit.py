# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The audit of a division of shared things, told from who uses what: no table of groups."""

from collections.abc import Iterator
from fractions import Fraction

from samenspel.core.sharing.audit import ONE_CENT, Audit, Shares
from samenspel.core.sharing.core_test import Worst
from samenspel.core.sharing.rounding import nearest_cents
from samenspel.core.sharing.shared import Shared


def audit_of(shared: Shared, shares: Shares, worst: Worst | None) -> Audit:
    """Return what holds of *shares*, given the group with most reason to leave."""
    due = dict(zip(shared.parties, shares, strict=True))
    more = {p: nearest_cents(due[p] - alone) for p, alone in shared.alone.items()}
    return Audit(
        off_cents=shared.total - sum(shares, Fraction(0)),
        worse_off={party: cents for party, cents in more.items() if cents >= ONE_CENT},
        worst=worst,
        unfair_to=tuple(p for p in _on_their_own(shared) if abs(due[p] - shared.alone[p]) >= 1),
        unlike=tuple(pair for pair in _alike(shared) if abs(due[pair[0]] - due[pair[1]]) >= 1),
    )


def _on_their_own(shared: Shared) -> Iterator[str]:
    for party in shared.parties:
        if all(len(item.users) == 1 for item in shared.used(party) if item.cost_cents):
            yield party


def _alike(shared: Shared) -> Iterator[tuple[str, str]]:
    """Yield parties that use the same things, each with the first such party."""
    first: dict[tuple[int, ...], str] = {}
    for party in shared.parties:
        uses = tuple(index for index, item in enumerate(shared.items) if party in item.users)
        if uses in first:
            yield first[uses], party
        first.setdefault(uses, party)
