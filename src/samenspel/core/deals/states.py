# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Life of a version of a deal: the first is the deal itself, each later one an amendment.

The table is the rule. Some arrows are walked by the calendar alone (``BY_DATE``): nobody acts, so
``state_on`` tells them, and every act and page asks it.
"""

from datetime import date
from enum import StrEnum

from samenspel.core.errors import RuleError


class DealState(StrEnum):
    """Where a version of a deal stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    IN_FORCE = "in-force"
    AMENDED = "amended"
    ENDED = "ended"
    LAPSED = "lapsed"
    RETRACTED = "retracted"
    DROPPED = "dropped"


NEXT_STATES: dict[DealState, frozenset[DealState]] = {
    DealState.DRAFT: frozenset({DealState.PROPOSED, DealState.DROPPED}),
    DealState.PROPOSED: frozenset({DealState.IN_FORCE, DealState.ENDED, DealState.RETRACTED}),
    DealState.IN_FORCE: frozenset({DealState.AMENDED, DealState.ENDED, DealState.LAPSED}),
    DealState.AMENDED: frozenset(),
    DealState.ENDED: frozenset(),
    DealState.LAPSED: frozenset(),
    DealState.RETRACTED: frozenset(),
    DealState.DROPPED: frozenset(),
}
"""No arrow leads back: what was shown stays, and a change is a new version."""

PRIVATE = frozenset({DealState.DRAFT, DealState.DROPPED})
"""States in which only the deal's own parties and the secretariat may read a version."""

OPEN = frozenset({DealState.DRAFT, DealState.PROPOSED})
"""States of a version that is being worked on; a deal has one such version at a time."""

SIGNABLE = frozenset({DealState.PROPOSED, DealState.IN_FORCE})
"""States in which a party may sign: to bring it into force, or to join."""

TAKES_BACK = frozenset({DealState.PROPOSED})
"""States in which a party may take its signature back: nobody is bound yet."""

LEAVABLE = frozenset({DealState.IN_FORCE})
"""States in which a party may give notice."""

BY_DATE = frozenset({DealState.ENDED, DealState.LAPSED})
"""States that begin on a day, without an act."""


def check_step(now: DealState, wanted: DealState) -> None:
    """Raise ``RuleError("deal-state-not-allowed")`` unless *wanted* may follow *now*."""
    if wanted not in NEXT_STATES[now]:
        raise RuleError("deal-state-not-allowed", now=now, wanted=wanted)


def state_on(
    stored: DealState, ends_on: date | None, lapses_on: date | None, on: date
) -> DealState:
    """
    Return where a version stands on a day.

    *ends_on* is the last day of the deal, *lapses_on* the first on which too few parties are left.
    After its last day nobody can sign a proposal any more.
    """
    if stored not in SIGNABLE:
        return stored
    if (
        stored is DealState.IN_FORCE
        and lapses_on
        and lapses_on <= on
        and (ends_on is None or lapses_on <= ends_on)
    ):
        return DealState.LAPSED
    return DealState.ENDED if ends_on and ends_on < on else stored
