# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what follows from the table, for the region or for one's own party."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.errors import RuleError
from samenspel.core.rights import (
    NOBODY,
    RIGHTS,
    Act,
    Actor,
    Grant,
    Role,
    Scope,
    check_may,
    grant_for,
    may,
)

acts = st.sampled_from(Act)
roles = st.sampled_from(Role)
parties = st.sampled_from(["roc", "lindewaard", "vno"])
grants = st.builds(Grant, roles, st.just("") | parties)
actors = st.builds(Actor, st.just("x"), st.lists(grants, max_size=4).map(tuple))


def acting(role: Role, party: str = "") -> Actor:
    return Actor("x", (Grant(role, party),))


def test_every_act_has_a_row():
    assert set(RIGHTS) == set(Act)


@given(acts, parties)
def test_a_visitor_may_do_nothing_of_this(act, party):
    assert not may(NOBODY, act, {party})


@given(roles, acts, parties, parties)
def test_one_grant_reaches_as_far_as_the_table_says(role, act, own, other):
    actor, scope = acting(role, own), RIGHTS[act].get(role)

    assert may(actor, act, {own}) == (scope is not None)
    assert may(actor, act, {other}) == (
        scope is Scope.REGION or (scope is not None and own == other)
    )
    assert may(actor, act) == (scope is Scope.REGION)


@given(roles, acts)
def test_own_needs_a_party(role, act):
    assert may(acting(role), act, {""}) == (RIGHTS[act].get(role) is Scope.REGION)


@given(actors, acts, st.sets(parties))
def test_grant_that_is_named_is_one_of_the_actor_and_enough_by_itself(actor, act, of):
    grant = grant_for(actor, act, of)
    if grant is None:
        assert not any(may(Actor("y", (one,)), act, of) for one in actor.grants)
        with pytest.raises(RuleError, match="not-allowed"):
            check_may(actor, act, of)
    else:
        assert grant in actor.grants
        assert may(Actor("y", (grant,)), act, of)
        assert check_may(actor, act, of) == grant


@given(actors, grants, acts, st.sets(parties))
def test_another_role_never_takes_a_right_away(actor, grant, act, of):
    more = Actor("x", (*actor.grants, grant))

    assert may(more, act, of) >= may(actor, act, of)


def test_a_clerk_keeps_the_days_of_its_council_and_changes_nothing_else():
    allowed = {act for act in Act if may(acting(Role.CLERK, "roc"), act, {"roc"})}

    assert allowed <= {Act.READ_DRAFT, Act.READ_PEOPLE, Act.EDIT_COUNCIL}


@pytest.mark.parametrize("role", [Role.COUNCILLOR, Role.READER])
def test_who_reads_changes_nothing(role):
    allowed = {act for act in Act if may(acting(role, "roc"), act, {"roc"})}

    assert allowed <= {Act.READ_DRAFT, Act.READ_PEOPLE}


def test_an_analyst_keeps_figures_and_changes_nothing_else():
    allowed = {act for act in Act if may(acting(Role.ANALYST, "roc"), act, {"roc"})}

    assert allowed == {Act.READ_DRAFT, Act.LOAD_FIGURES, Act.RECORD_OBSERVATION}


@pytest.mark.parametrize("act", [Act.EDIT_AGENDA, Act.MOVE_VERSION])
def test_content_is_the_secretary_s_and_not_the_administrator_s(act):
    assert {role for role in Role if may(acting(role, "roc"), act, {"roc"})} == {Role.SECRETARY}
