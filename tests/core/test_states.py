# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A version goes through its states as the table says, and in no other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.agenda.states import (
    EDITABLE,
    ENDED,
    IN_FORCE,
    NEXT_STATES,
    PRIVATE,
    State,
    check_editable,
    check_step,
)
from samenspel.core.errors import RuleError

states = st.sampled_from(State)


@given(states, states)
def test_a_step_is_allowed_exactly_when_the_table_says_so(now, wanted):
    if wanted in NEXT_STATES[now]:
        check_step(now, wanted)
    else:
        with pytest.raises(RuleError, match="state-not-allowed") as error:
            check_step(now, wanted)
        assert error.value.params == {"now": now, "wanted": wanted}


def reachable(start: State) -> set[State]:
    """Return every state that *start* can lead to."""
    found: set[State] = set()
    new = {start}
    while new:
        found |= new
        new = {after for state in new for after in NEXT_STATES[state]} - found
    return found


def test_every_state_has_a_row_and_can_be_reached_from_the_draft():
    assert set(NEXT_STATES) == set(State)
    assert reachable(State.DRAFT) == set(State)


def test_no_state_follows_itself_and_nothing_follows_the_end():
    assert all(state not in after for state, after in NEXT_STATES.items())
    assert [state for state, after in NEXT_STATES.items() if not after] == [
        State.CLOSED,
        State.DROPPED,
    ]


def test_what_was_public_can_be_closed_and_a_draft_dropped_unseen():
    assert all(State.CLOSED in reachable(state) for state in State if state not in ENDED)
    assert State.DROPPED in NEXT_STATES[State.DRAFT]
    assert State.CLOSED not in NEXT_STATES[State.DRAFT]


def test_what_was_shown_never_becomes_a_draft_or_private_again():
    public = set(State) - PRIVATE
    assert all(reachable(state).isdisjoint(PRIVATE) for state in public)


@pytest.mark.parametrize("state", sorted(IN_FORCE))
def test_what_was_adopted_never_becomes_a_draft_again(state):
    assert reachable(state).isdisjoint(EDITABLE | {State.CONSULTATION, State.RELEASED})


def test_adoption_follows_only_on_release():
    assert [s for s, after in NEXT_STATES.items() if State.ADOPTED in after] == [State.RELEASED]


@pytest.mark.parametrize("state", State)
def test_content_changes_only_in_a_draft(state):
    if state is State.DRAFT:
        check_editable(state)
    else:
        with pytest.raises(RuleError, match="version-frozen"):
            check_editable(state)
