# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the programme itself costs: the lines without a measure, and their part of the whole."""

from dataclasses import dataclass

from samenspel.core.funding.plan import Plan, lines_of, total
from samenspel.core.funding.sources import WHOLE


@dataclass(frozen=True, slots=True)
class Overhead:
    """Money for the programme itself, of all money in the plan."""

    cents: int
    plan_cents: int
    lines: tuple[str, ...]

    @property
    def share(self) -> int | None:
        """Its part in hundredths of a percent, half of one up; None of an empty plan."""
        if not self.plan_cents:
            return None
        return (2 * self.cents * WHOLE + self.plan_cents) // (2 * self.plan_cents)


def overhead(plan: Plan) -> Overhead:
    """Return what the programme itself takes of *plan*."""
    own = [one for one in plan.entries if not one.measure]
    return Overhead(total(own), plan.cents, lines_of(own))
