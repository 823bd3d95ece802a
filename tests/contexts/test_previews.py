# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A workbook between preview and import: kept briefly, for one account, within bounds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from valley import NOON as AT
from valley import REGION, SECRETARY

from samenspel.agenda.models import Preview
from samenspel.agenda.queries import kept_preview
from samenspel.agenda.services import drop_preview, keep_preview, previews
from samenspel.core.errors import RuleError
from samenspel.parties.models import Account
from samenspel.parties.services import add_person, erase_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def account_id():
    return Account.objects.create_user("a@dal.example").pk


def keep(account_id, record=REGION, at=AT):
    return keep_preview(record=record, account_id=account_id, at=at)


def test_a_record_comes_back_as_it_was_kept(account_id):
    assert kept_preview(keep(account_id), account_id, AT) == REGION


def test_another_account_gets_nothing_and_drops_nothing(account_id):
    other = Account.objects.create_user("b@dal.example").pk
    token = keep(account_id)
    drop_preview(token=token, account_id=other)
    assert kept_preview(token, other, AT) is None
    assert kept_preview(token, account_id, AT) == REGION


def test_a_record_that_is_dropped_is_gone(account_id):
    token = keep(account_id)
    drop_preview(token=token, account_id=account_id)
    assert kept_preview(token, account_id, AT) is None


def test_after_an_hour_a_record_does_not_count_and_the_next_sweeps_it_away(account_id):
    old, later = keep(account_id), AT + timedelta(hours=1)
    assert kept_preview(old, account_id, later - timedelta(seconds=1)) == REGION
    assert kept_preview(old, account_id, later) is None
    other = Account.objects.create_user("b@dal.example").pk
    keep(other, at=later)
    assert not Preview.objects.filter(token=old).exists()


def test_an_account_keeps_a_few_and_the_oldest_makes_way(account_id):
    tokens = [keep(account_id) for _ in range(previews.KEPT_OF_AN_ACCOUNT + 1)]
    assert [kept_preview(token, account_id, AT) for token in tokens].count(None) == 1
    assert kept_preview(tokens[0], account_id, AT) is None


def test_a_record_beyond_the_bound_is_refused(account_id, monkeypatch):
    monkeypatch.setattr(previews, "MAX_KEPT", 2**20)
    with pytest.raises(RuleError, match="preview-too-large"):
        keep(account_id, replace(REGION, summary="é" * 2**19))
    assert not Preview.objects.exists()


def test_what_was_changed_behind_its_back_does_not_count(account_id):
    token = keep(account_id)
    kept = Preview.objects.get(token=token)
    Preview.objects.update(text=kept.text.replace("Fund", "Fond"))
    assert kept_preview(token, account_id, AT) is None


@pytest.mark.usefixtures("valley")
def test_it_is_erased_with_the_account():
    by = {"region": "valley", "actor": SECRETARY, "at": AT}
    person = add_person(name="Anna", email="anna@example.org", **by)
    keep(Account.objects.get(email="anna@example.org").pk)
    erase_person(person_id=person, **by)
    assert not Preview.objects.exists()
