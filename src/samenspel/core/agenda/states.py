# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Life of an agenda version: which state may follow which, and what each state allows.

The table is the rule. Change a state here and nowhere else.
"""

from enum import StrEnum

from samenspel.core.errors import RuleError


class State(StrEnum):
    """Where a version of an agenda stands."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    RELEASED = "released"
    ADOPTED = "adopted"
    EXECUTION = "execution"
    MIDTERM = "midterm"
    EVALUATED = "evaluated"
    CLOSED = "closed"
    DROPPED = "dropped"


NEXT_STATES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.CONSULTATION, State.RELEASED, State.DROPPED}),
    State.CONSULTATION: frozenset({State.RELEASED, State.CLOSED}),
    State.RELEASED: frozenset({State.ADOPTED, State.CLOSED}),
    State.ADOPTED: frozenset({State.EXECUTION, State.CLOSED}),
    State.EXECUTION: frozenset({State.MIDTERM, State.EVALUATED, State.CLOSED}),
    State.MIDTERM: frozenset({State.EXECUTION, State.EVALUATED, State.CLOSED}),
    State.EVALUATED: frozenset({State.CLOSED}),
    State.CLOSED: frozenset(),
    State.DROPPED: frozenset(),
}
"""No arrow leads back to draft: what people were shown stays; a change is a new version."""

EDITABLE = frozenset({State.DRAFT})
"""Content may change only here; what councils or residents are looking at stands still."""

PRIVATE = frozenset({State.DRAFT, State.DROPPED})
"""States in which only people with a role in the region may read a version."""

ENDED = frozenset({State.CLOSED, State.DROPPED})
"""States of a version that nobody works or builds on any more."""

IN_FORCE = frozenset({State.ADOPTED, State.EXECUTION, State.MIDTERM, State.EVALUATED})
"""States of a version that the parties have agreed on."""


def check_step(now: State, wanted: State) -> None:
    """Raise ``RuleError("state-not-allowed")`` unless *wanted* may follow *now*."""
    if wanted not in NEXT_STATES[now]:
        raise RuleError("state-not-allowed", now=now, wanted=wanted)


def check_editable(state: State) -> None:
    """Raise ``RuleError("version-frozen")`` unless content may change in *state*."""
    if state not in EDITABLE:
        raise RuleError("version-frozen", state=state)
