# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What follows on what is late is part of a deal: signed, amended, and applied to what it binds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from table import DAY, DRAFT, HOURS, TERMS, act, conclude, page, propose, refused, sign, valley_id

from samenspel.core.deals.overdue import ESCALATION, Escalation, EscalationStep
from samenspel.core.rights import NOBODY
from samenspel.deals import queries

pytestmark = pytest.mark.django_db

OWN = (
    EscalationStep(Escalation.REMINDER, 3, "The secretary calls"),
    EscalationStep(Escalation.BOARD, 10),
)
WITH_OWN = replace(DRAFT, terms=replace(TERMS, escalation=OWN))


def step_after(days):
    """Return what follows when the hours of the school are so many days late."""
    day = HOURS.ends_on + timedelta(days=days)
    return queries.overdue(valley_id(), on=day, party="school")[0].step


def test_a_deal_without_steps_has_those_of_every_deal(agreed):
    assert (step_after(13), step_after(14)) == (None, ESCALATION[0])


def test_what_a_deal_binds_is_late_by_its_own_steps(table):
    conclude(table, WITH_OWN)
    assert [step_after(days) for days in (2, 3, 9, 10)] == [None, OWN[0], OWN[0], OWN[1]]


def test_a_draft_or_proposal_sets_no_steps_yet(agreed):
    act("save_deal", draft=WITH_OWN)
    assert step_after(3) is None
    act("propose_deal")
    assert step_after(3) is None


def test_steps_are_signed_and_amended_like_the_rest(agreed):
    before = page().current.facts.digest
    digest = act("propose_amendment", draft=WITH_OWN)
    open_version = page(NOBODY).open
    assert digest != before
    assert open_version.record.terms.escalation == OWN
    assert [one.field for one in open_version.differences[0].fields] == [
        *("after_days", "words", "after_days", "after_days"),
    ]
    assert [sign(agreed, party, digest) for party in TERMS.parties] == [False, False, True]
    assert step_after(3) == OWN[0]


def test_the_usual_steps_written_out_change_nothing(agreed):
    same = replace(DRAFT, terms=replace(TERMS, escalation=ESCALATION))
    refused("nothing-changed", "propose_amendment", draft=same)


def test_steps_that_do_not_follow_each_other_are_not_kept(table):
    wrong = replace(DRAFT, terms=replace(TERMS, escalation=OWN[::-1]))
    refused("escalation-order", "save_deal", draft=wrong)


def test_a_proposal_tells_what_it_asks(table):
    propose(WITH_OWN)
    assert page(NOBODY, on=DAY).current.record.terms.when_late == OWN
