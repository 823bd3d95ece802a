# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What it breaks when a party leaves a deal, in words."""

from dataclasses import dataclass

from samenspel.core.deals.deal import DealRecord
from samenspel.core.deals.withdrawal import Consequences
from samenspel.web.parts.agreed import Called
from samenspel.words.formats import euro, long_date
from samenspel.words.promises import hours

Line = tuple[str, str]
"""What it is about, and how much or what."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """
    What leaving breaks; lists are empty where it breaks nothing.

    ``stands``: the deal stays in force between the others. ``extra`` is what each other party
    would pay to make up for the money.
    """

    effective: str
    stands: bool
    lost: list[str]
    conditions: list[Line]
    leads: list[str]
    money: list[Line]
    total: str
    hours: str
    extra: list[Line]

    @property
    def nothing(self) -> bool:
        """Whether it breaks nothing at all."""
        return self.stands and not any((self.lost, self.conditions, self.leads, self.money))


def breaks(found: Consequences, record: DealRecord, called: Called) -> Breaks:
    """Return the consequences of leaving in words."""
    promised = {one.key: one for one in record.commitments}
    return Breaks(
        effective=long_date(found.effective_on),
        stands=found.stands,
        lost=[f"{key} {promised[key].what}" for key in found.lost],
        conditions=[
            (f"{called.party(one.party)}, {one.commitment}", one.text) for one in found.conditions
        ],
        leads=[called.target(target) for target in found.leads_lost],
        money=[(called.target(one), euro(cents)) for one, cents in found.money_lost.items()],
        total=euro(found.money_lost_cents) if found.money_lost else "",
        hours=hours(found.hours_lost) if found.hours_lost else "",
        extra=[
            (called.party(one), euro(cents)) for one, cents in found.extra_cents.items() if cents
        ],
    )
