# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration tells one story: two regions, three versions, a person for every role."""

import pytest
from django.utils import timezone

from samenspel.agenda.queries import versions
from samenspel.cli.demo_data import is_loaded, load, login_tokens, steps
from samenspel.core.agenda.states import State
from samenspel.core.rights import INSTALLATION, Role
from samenspel.ledger.queries import verify_book
from samenspel.parties.services import use_login_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    taken = []
    load(step=lambda: taken.append(1))
    return len(taken)


def states(region):
    found = versions(region, INSTALLATION)
    return {version.number: version.state for version in found}


def test_nothing_before_loading():
    assert not is_loaded()


def test_every_step_counts_for_the_bar(loaded):
    assert is_loaded()
    assert loaded == steps()


def test_fictional_region_has_a_version_in_force_and_a_draft(loaded):
    assert states("lindewaard") == {1: State.CLOSED, 2: State.ADOPTED, 3: State.DRAFT}


def test_real_region_is_over(loaded):
    assert states("twente") == {1: State.CLOSED}


def test_ledgers_hold(loaded):
    assert verify_book("lindewaard") is None
    assert verify_book("twente") is None


def test_every_role_has_a_link_that_works_once(loaded):
    tokens = login_tokens(at=timezone.now())

    assert set(tokens) == {str(role) for role in Role}
    accounts = {use_login_link(secret=token, at=timezone.now()).pk for token in tokens.values()}
    assert len(accounts) == len(Role)
