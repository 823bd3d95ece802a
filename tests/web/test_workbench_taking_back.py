# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a signature back, the steps on what is late, and votes of who stay, in the browser."""

from dataclasses import replace

import pytest
from bench import edit, entries, typed
from deal_table import DRAFT, TERMS, act, browser, empower, page, promise, propose

from samenspel.core.deals.overdue import ESCALATION, Escalation, EscalationStep
from samenspel.core.deals.states import DealState

TOP = "/werkblad/dal/afspraken/"
DEAL = TOP + "afspraak/praktijk/"
SIGN, BACK = DEAL + "tekenen/school/", DEAL + "handtekening-terug/school/"
WHY = "De raad leest eerst."


@pytest.fixture
def table(bench):
    promise()
    for party in ("school", "noord"):
        empower(bench, party)
    return bench


@pytest.fixture
def signer(table):
    propose()
    client = table.client("representative")
    edit(client, SIGN, agrees="on")
    return client


def text(answer):
    return answer.content.decode()


def test_a_signature_is_taken_back_with_a_reason_that_everyone_reads(signer, client):
    assert BACK in text(signer.get(DEAL))
    shown = signer.get(BACK)
    assert signer.post(BACK, typed(shown, reason=" ")).status_code == 400
    assert signer.post(BACK, typed(shown, reason=WHY)).status_code == 302

    assert (page().current.signed, entries()[-1]["kind"]) == ({}, "signature-taken-back")
    for reader, url in ((signer, DEAL), (client, "/dal/afspraken/praktijk/")):
        assert WHY in text(reader.get(url))
    assert BACK not in text(signer.get(DEAL))
    assert signer.get(BACK).status_code == 404


def test_it_is_taken_back_once(signer):
    form = signer.get(BACK)
    signer.post(BACK, typed(form, reason=WHY))
    before = entries()
    assert signer.post(BACK, typed(form, reason=WHY)).status_code == 409
    assert entries() == before


def test_what_is_signed_again_shows_no_more_that_it_was_taken_back(signer, client):
    edit(signer, BACK, reason=WHY)
    assert edit(signer, SIGN, agrees="on").status_code == 302
    assert WHY not in text(client.get("/dal/afspraken/praktijk/"))


def test_under_an_amendment_it_says_that_the_party_stays_bound(signer):
    edit(browser("noord"), DEAL + "tekenen/noord/", agrees="on")
    assert page().current.state is DealState.IN_FORCE
    assert signer.get(BACK).status_code == 404

    propose(replace(DRAFT, terms=replace(TERMS, notice_days=30)))
    edit(signer, SIGN, agrees="on")
    assert "blijft gebonden" in text(signer.get(BACK))
    edit(signer, BACK, reason=WHY)
    assert (page().current.left, set(page().current.signed)) == ({}, {"noord", "school"})


@pytest.mark.parametrize(
    ("role", "status"), [("secretary", 403), ("officer", 403), ("reader", 403)]
)
def test_only_who_signs_for_a_party_takes_it_back(signer, table, role, status):
    assert table.client(role).get(BACK).status_code == status


# The steps on what is late.


def test_the_usual_steps_stand_in_the_form_and_are_written_out(table):
    act("save_deal", draft=DRAFT)
    secretary = table.client("secretary")
    assert 'value="42"' in text(secretary.get(DEAL + "wijzigen/"))
    edit(secretary, DEAL + "wijzigen/")
    assert page().open.draft.terms.escalation == ESCALATION


def test_a_deal_gets_steps_of_its_own(table):
    act("save_deal", draft=DRAFT)
    secretary = table.client("secretary")
    own = {"late-days-reminder": "7", "late-words-reminder": "De secretaris belt."}
    own |= {"late-days-table": "", "late-days-board": "30"}
    assert edit(secretary, DEAL + "wijzigen/", **own).status_code == 302
    assert page().open.draft.terms.escalation == (
        EscalationStep(Escalation.REMINDER, 7, "De secretaris belt."),
        EscalationStep(Escalation.BOARD, 30),
    )
    assert "De secretaris belt." in text(secretary.get(DEAL))


def test_steps_in_the_wrong_order_are_told_at_their_field(table):
    act("save_deal", draft=DRAFT)
    wrong = {"late-days-reminder": "99"}
    answer = edit(table.client("secretary"), DEAL + "wijzigen/", **wrong)
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == ["late-days-reminder"]
