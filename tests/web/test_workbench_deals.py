# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Deals in the workbench: written, proposed, signed and left; and what is refused."""

from dataclasses import replace

import pytest
from bench import edit, entries, typed
from deal_table import DRAFT, MONEY, TERMS, act, browser, empower, page, promise, promised, propose

from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.core.deals.signing import Reservation
from samenspel.core.deals.states import DealState
from samenspel.words.errors import ERRORS

TOP = "/werkblad/dal/afspraken/"
DEAL = TOP + "afspraak/praktijk/"
SIGN, LEAVE = DEAL + "tekenen/school/", DEAL + "opzeggen/school/"


@pytest.fixture
def table(bench):
    """The small region with commitments, and a mandate for the representative of the school."""
    promise()
    empower(bench)
    return bench


@pytest.fixture
def signer(table):
    """The browser of who signs for the school."""
    return table.client("representative")


@pytest.fixture
def digest(signer):
    """The digest of the deal on the table."""
    return propose()


def text(answer):
    return answer.content.decode()


def write(client, **changes):
    """Begin a deal by its form."""
    new = {"slug": "praktijk", "title": "Praktijkdeal", "text": "Wij bouwen."}
    new |= {"parties": ["noord", "school"], "binds": ["T1", "T2"]}
    return edit(client, TOP + "nieuwe-afspraak/", **(new | changes))


def sign(client, url=SIGN, **typed_in):
    return edit(client, url, **({"agrees": "on"} | typed_in))


def conclude():
    """Let both parties sign, noord first."""
    propose()
    assert sign(browser("noord"), DEAL + "tekenen/noord/").status_code == 302


def test_who_signed_must_not_sign_any_more(signer, digest):
    assert text(signer.get(DEAL)).count("moet tekenen") == 2
    sign(signer)
    assert text(signer.get(DEAL)).count("moet tekenen") == 1


# Writing.


def test_a_draft_is_written_and_everything_in_it_comes_back(table, secretary):
    votes = {"rule": "weighted-majority", "votes-noord": "2", "votes-school": "2"}
    share = {"sharing": "weights", "share-noord": "3", "share-school": "1"}
    answer = write(secretary, notice_days="90", ends_on="2030-12-31", **votes, **share)

    assert (answer.status_code, answer.url) == (302, DEAL)
    terms = page().open.record.terms
    assert terms.rule == Rule(RuleKind.WEIGHTED_MAJORITY, (Weight("noord", 2), Weight("school", 2)))
    assert terms.sharing.weights == (Weight("noord", 3), Weight("school", 1))
    assert (terms.notice_days, terms.ends_on.year) == (90, 2030)
    assert edit(secretary, DEAL + "wijzigen/").status_code == 302
    assert page().open.record.terms == terms


def test_the_preview_shows_the_text_and_saves_nothing(table, secretary):
    before = entries()
    answer = write(secretary, text="## Kop\n\n<script>alert(1)</script>", preview="1")
    assert answer.status_code == 200
    assert "<h3>Kop</h3>" in text(answer)
    assert "<script>" not in text(answer)
    assert (entries(), page()) == (before, None)


@pytest.mark.parametrize(
    ("field", "typed_in"),
    [
        ("title", {"title": ""}),
        ("parties", {"parties": ["noord"]}),
        ("ends_on", {"starts_on": "2028-01-01", "ends_on": "2027-01-01"}),
        ("rule", {"rule": "weighted-majority", "votes-noord": "3", "votes-school": "1"}),
        ("rule", {"rule": "weighted-majority", "votes-noord": "3"}),
        ("at_least", {"rule": "at-least", "at_least": "5"}),
        ("notice_days", {"notice_days": "99999"}),
        ("sharing", {"sharing": "weights"}),
        ("slug", {"slug": "Met Spatie"}),
    ],
)
def test_what_is_wrong_in_a_draft_stands_with_its_field(table, secretary, field, typed_in):
    before = entries()
    answer = write(secretary, **typed_in)
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == [field]
    assert entries() == before


def test_a_new_deal_does_not_write_over_another(table, secretary):
    act("save_deal", draft=DRAFT)
    answer = write(secretary, title="Anders")
    assert (answer.status_code, list(answer.context["form"].errors)) == (400, ["slug"])
    assert page().open.facts.title == "Praktijkdeal"


def test_a_draft_that_was_changed_meanwhile_is_kept(table, secretary):
    act("save_deal", draft=DRAFT)
    form = secretary.get(DEAL + "wijzigen/")
    act("save_deal", draft=replace(DRAFT, terms=replace(TERMS, notice_days=30)))
    answer = secretary.post(DEAL + "wijzigen/", typed(form, title="Anders"))
    assert answer.status_code == 409
    assert "30" in text(answer)
    assert page().open.facts.title == "Praktijkdeal"
    assert secretary.post(DEAL + "wijzigen/", typed(answer)).status_code == 302
    assert page().open.facts.title == "Anders"


def test_a_draft_is_proposed_and_then_stands_still(table, secretary):
    act("save_deal", draft=DRAFT)
    assert edit(secretary, DEAL + "voorleggen/").status_code == 302
    assert page().open.state is DealState.PROPOSED
    assert secretary.get(DEAL + "wijzigen/").status_code == 409
    assert secretary.get(DEAL + "voorleggen/").status_code == 404


def test_a_draft_that_changed_since_it_was_shown_is_not_proposed(table, secretary):
    act("save_deal", draft=DRAFT)
    form = secretary.get(DEAL + "voorleggen/")
    act("save_deal", draft=replace(DRAFT, terms=replace(TERMS, notice_days=30)))
    answer = secretary.post(DEAL + "voorleggen/", typed(form))
    assert answer.status_code == 409
    assert page().open.state is DealState.DRAFT
    assert secretary.post(DEAL + "voorleggen/", typed(answer)).status_code == 302


def test_a_proposal_is_retracted_with_a_reason_only(table, secretary):
    propose()
    assert edit(secretary, DEAL + "intrekken/", reason="").status_code == 400
    assert page().open.state is DealState.PROPOSED
    assert edit(secretary, DEAL + "intrekken/", reason="Het geld is op.").status_code == 302
    assert (page().current.state, page().current.facts.note) == (
        DealState.RETRACTED,
        "Het geld is op.",
    )


def test_a_draft_is_set_aside(table, secretary):
    act("save_deal", draft=DRAFT)
    assert edit(secretary, DEAL + "verwijderen/").status_code == 302
    assert page().current.state is DealState.DROPPED
    assert entries()[-1]["kind"] == "deal-removed"


# Signing.


def test_the_page_to_sign_shows_all_of_it_and_the_mandate(signer, digest):
    shown = text(signer.get(SIGN))
    for part in (digest, "<em>bouwen</em>", MONEY.what, "Twee docenten", "Bestuur"):
        assert part in shown
    assert "Als de school de ruimte geeft" in shown


def test_a_signature_holds_its_reservations_and_has_a_receipt(signer, digest):
    held = {"text-0": "Niet in de zomer.", "clause-0": "1. Samen"}
    held |= {"text-1": "Alleen in Noord.", "commitment-1": "T1"}
    assert sign(signer, **held).url == DEAL

    signature = page().open.signed["school"]
    assert signature.digest == digest
    assert signature.reservations == (
        Reservation("Niet in de zomer.", clause="1. Samen"),
        Reservation("Alleen in Noord.", commitment="T1"),
    )
    receipt = "/dal/afspraken/praktijk/versies/1/school/bewijs.json"
    assert receipt in text(signer.get(DEAL))
    assert signer.get(receipt).status_code == 200
    assert (entries()[-1]["kind"], entries()[-1]["party"]) == ("deal-signed", "school")


def test_the_last_signature_brings_it_into_force(table, signer, digest):
    empower(table, "noord")
    assert sign(browser("noord"), DEAL + "tekenen/noord/").status_code == 302
    assert page().open.state is DealState.PROPOSED
    assert sign(signer).status_code == 302
    assert page().current.state is DealState.IN_FORCE


def refused(answer, code, before):
    """An act was refused by the sentence of *code*, and wrote nothing."""
    beginning = str(ERRORS[code]).partition("%(")[0]
    assert answer.status_code == 409
    assert beginning in answer.context["refusal"].text
    assert (entries(), page()) == before


def test_nobody_signs_without_a_mandate(bench):
    promise()
    propose()
    before = entries(), page()
    signer = bench.client("representative")
    assert signer.get(SIGN).context["mandate"] is None
    refused(sign(signer), "no-mandate", before)


def test_nobody_promises_more_money_than_the_mandate_reaches(table):
    empower(table, "noord", limit=100_00)
    propose()
    before = entries(), page()
    refused(sign(browser("noord"), DEAL + "tekenen/noord/"), "mandate-too-small", before)


def test_nobody_signs_twice(signer, digest):
    form = signer.get(SIGN)
    sign(signer)
    before = entries(), page()
    refused(signer.post(SIGN, typed(form, agrees="on")), "signed-already", before)


def test_nobody_signs_a_text_that_they_did_not_see(signer, digest, secretary):
    form = signer.get(SIGN)
    act("retract_deal", reason="Een fout.")
    propose(replace(DRAFT, terms=replace(TERMS, notice_days=30)))
    before = entries(), page()
    answer = signer.post(SIGN, typed(form, agrees="on"))
    refused(answer, "deal-text-changed", before)
    assert not answer.context["form"]["agrees"].value()
    assert signer.post(SIGN, typed(answer, agrees="on")).status_code == 302


def test_nobody_signs_what_is_no_text_of_the_deal(signer, digest):
    before = entries(), page()
    refused(sign(signer, seen="0" * 64), "deal-text-changed", before)


@pytest.mark.parametrize(
    ("field", "typed_in"),
    [
        ("agrees", {"agrees": ""}),
        ("clause-0", {"text-0": "Zonder plek."}),
        ("text-1", {"clause-1": "1. Samen"}),
    ],
)
def test_what_is_wrong_in_a_signature_stands_with_its_field(signer, digest, field, typed_in):
    before = entries()
    answer = sign(signer, **typed_in)
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == [field]
    assert entries() == before


# Amending and leaving.


@pytest.fixture
def in_force(table, signer):
    """The deal in force between both; the browser of who acts for the school."""
    empower(table, "noord")
    conclude()
    sign(signer)
    return signer


def test_a_commitment_is_changed_by_an_amendment_that_those_it_touches_sign(in_force, secretary):
    url = DEAL + "toezegging/T1/"
    assert edit(secretary, url, **{"amount-1": "200"}).status_code == 302
    assert [one.key for one in page().open.draft.changes] == ["T1"]
    assert promised("T1").commitment.cents == 650_00
    assert edit(secretary, DEAL + "voorleggen/").status_code == 302
    assert sign(in_force).status_code == 302
    assert sign(browser("noord"), DEAL + "tekenen/noord/").status_code == 302
    assert promised("T1").commitment.cents == 600_00


def test_a_change_in_a_draft_is_taken_back(in_force, secretary):
    url = DEAL + "toezegging/T1/"
    edit(secretary, url, **{"amount-1": "200"})
    assert edit(secretary, url, undo="1").status_code == 302
    assert page().open.draft.changes == ()


def test_a_change_in_a_draft_does_not_write_over_another(in_force, secretary):
    url = DEAL + "toezegging/T1/"
    form = secretary.get(url)
    edit(secretary, url, **{"amount-1": "200"})
    answer = secretary.post(url, typed(form, **{"amount-1": "150"}))
    assert answer.status_code == 409
    assert page().open.draft.changes[0].amounts[1].amount_cents == 200_00


def test_an_amendment_that_changes_nothing_is_not_proposed(in_force, secretary):
    edit(secretary, DEAL + "wijzigen/")
    before = entries(), page()
    refused(edit(secretary, DEAL + "voorleggen/"), "nothing-changed", before)


def test_leaving_shows_first_what_it_breaks_and_asks_why(in_force):
    shown = in_force.get(LEAVE)
    assert "Twee docenten" not in text(shown)  # it was due before
    assert "Als de school de ruimte geeft" in text(shown)
    assert not shown.context["broken"].stands
    assert "/dal/afspraken/toezeggingen/T1/" in text(shown)
    before = entries()
    assert in_force.post(LEAVE, typed(shown, reason=" ")).status_code == 400
    assert entries() == before


def test_leaving_takes_effect_after_the_notice(in_force):
    assert edit(in_force, LEAVE, reason="De raad wil niet.").status_code == 302
    assert page().versions[0].left["school"].reason == "De raad wil niet."
    assert in_force.get(LEAVE).status_code == 200
    before = entries(), page()
    refused(edit(in_force, LEAVE, reason="Nog eens."), "withdrawn-already", before)


def test_who_did_not_see_what_it_breaks_sees_that_first(in_force, secretary):
    shown = in_force.get(LEAVE)
    answer = in_force.post(LEAVE, typed(shown, reason="Weg.", seen="0" * 64))
    assert answer.status_code == 409
    assert page().versions[0].left == {}
    assert in_force.post(LEAVE, typed(answer)).status_code == 302


# Who sees and does what.


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        ("reader", TOP, 200),
        ("reader", DEAL, 404),
        ("officer", DEAL, 200),
        ("officer", DEAL + "wijzigen/", 403),
        ("representative", SIGN, 404),
        ("representative", LEAVE, 404),
        ("representative", DEAL + "voorleggen/", 403),
        ("administrator", TOP + "nieuwe-afspraak/", 403),
    ],
)
def test_who_may_what_with_a_draft(table, role, address, status):
    act("save_deal", draft=DRAFT)
    assert table.client(role).get(address).status_code == status


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        ("reader", DEAL, 200),
        ("officer", SIGN, 403),
        ("secretary", SIGN, 403),
        ("representative", SIGN, 200),
        ("representative", DEAL + "tekenen/noord/", 403),
        ("representative", DEAL + "tekenen/niemand/", 404),
        ("representative", LEAVE, 404),
        ("secretary", DEAL + "intrekken/", 200),
    ],
)
def test_who_may_what_with_a_proposal(table, role, address, status):
    propose()
    assert table.client(role).get(address).status_code == status


def test_what_is_asked_is_on_the_first_page(table, signer, digest, secretary, officer):
    assert SIGN in text(signer.get("/werkblad/"))
    assert TOP + "toezegging/T2/uitleg/" in text(officer.get("/werkblad/"))
    assert TOP + "toezegging/T1/voorwaarde/1/" in text(officer.get("/werkblad/dal/"))
    assert TOP + "toezegging/T2/" in text(secretary.get("/werkblad/"))
    assert SIGN not in text(officer.get(TOP))


def test_the_ledger_does_not_tell_how_a_draft_is_called(table, client):
    write(table.client("secretary"), title="Het onthulde plan")

    ledger = text(client.get("/dal/grootboek/"))
    assert "concept 1" in ledger
    assert not [one for one in ("praktijk/", "praktijk<", "onthulde") if one in ledger.lower()]
