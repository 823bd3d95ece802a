# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Commitments in the workbench: promised, changed, moved, explained, settled; what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from bench import edit, entries, typed
from deal_table import DRAFT, HOURS, LOOSE, MONEY, act, empower, promise, promised, propose

from samenspel.core.deals.commitment import Amount, Condition, Decision, Kind, Outcome
from samenspel.core.deals.ladder import Rung

TOP = "/werkblad/dal/afspraken/"
NEW = TOP + "nieuwe-toezegging/"
T1, T2, T3 = (f"{TOP}toezegging/T{number}/" for number in (1, 2, 3))


@pytest.fixture
def table(bench):
    """The small region with commitments."""
    promise()
    return bench


@pytest.fixture
def officer(table):
    """The browser of an officer of the school."""
    return table.client("officer")


def text(answer):
    return answer.content.decode()


def add(client, **changes):
    new = {"party": "school", "target": "measure:M1", "kind": "knowledge", "what": "Een vak"}
    return edit(client, NEW, **(new | {"rung": "pledged"} | changes))


# Promising.


def test_a_commitment_is_added_with_all_that_belongs_to_it(table, secretary):
    answer = add(
        secretary,
        party="noord",
        kind="money",
        starts_on="2026-01-01",
        ends_on="2028-12-31",
        helps=["school"],
        in_return="Plekken",
        organ="College",
        decided_on="2026-01-15",
        link="https://noord.example/besluit",
        **{"amount-0": "12.500,50", "year-2": "2028", "amount-2": "1.000"},
        **{"condition-0-text": "Als het Rijk betaalt", "condition-0-who": "Het Rijk"},
        **{"condition-1-text": "Als er plek is", "condition-1-party": "school"},
        **{"condition-1-due": "2027-01-01"},
    )
    assert (answer.status_code, answer.url) == (302, TOP + "toezegging/T4/")
    row = promised("T4")
    one = row.commitment
    assert (row.rung, one.kind, one.helps, one.in_return) == (
        Rung.PLEDGED,
        Kind.MONEY,
        ("school",),
        "Plekken",
    )
    assert one.amounts == (Amount(2026, 12_500_50), Amount(2028, 1_000_00))
    assert one.decided == Decision("College", date(2026, 1, 15), "https://noord.example/besluit")
    assert one.conditions == (
        Condition("Als het Rijk betaalt", who="Het Rijk"),
        Condition("Als er plek is", party="school", due_on=date(2027, 1, 1)),
    )


def test_a_form_brings_everything_back_as_it_was(secretary, table):
    assert edit(secretary, T1 + "wijzigen/").status_code == 302
    assert promised("T1").commitment == MONEY
    assert edit(secretary, T2 + "wijzigen/").status_code == 302
    assert promised("T2").commitment == HOURS


def test_in_kind_is_valued_on_a_basis(officer):
    kind = {"kind": "in-kind", "valuation_cents": "5.000"}
    assert add(officer, **kind).status_code == 400
    assert add(officer, **kind, valuation_evidence="Prijslijst 2026").status_code == 302
    assert promised("T4").commitment.cents == 5_000_00


def test_the_decision_of_a_mandate_is_taken_over(table):
    empower(table)
    signer = table.client("representative")
    page = signer.get(NEW)
    choices = dict(page.context["form"].fields["mandate"].choices)
    key = next(value for value in choices if value)
    add(signer, mandate=key)
    assert promised("T4").commitment.decided == Decision("Bestuur", date(2025, 1, 1))


def test_what_is_only_mentioned_can_be_taken_away(officer):
    assert edit(officer, T3 + "verwijderen/").status_code == 302
    assert promised("T3") is None
    before = entries()
    assert edit(officer, T2 + "verwijderen/").status_code == 409
    assert entries() == before


@pytest.mark.parametrize(
    ("field", "typed_in"),
    [
        ("what", {"what": ""}),
        ("target", {"target": ""}),
        ("ends_on", {"starts_on": "2028-01-01", "ends_on": "2027-01-01"}),
        ("hours", {"hours": "-5", "kind": "hours"}),
        ("hours", {"kind": "hours"}),
        ("amount-0", {"kind": "money"}),
        ("amount-0", {"kind": "money", "amount-0": "-100"}),
        ("year-0", {"kind": "money", "amount-0": "100", "ends_on": "2025-12-31"}),
        ("year-2", {"kind": "money", "amount-2": "100"}),
        ("valuation_cents", {"kind": "decision", "valuation_cents": "1"}),
        ("helps", {"helps": ["school"]}),
        ("key", {"key": "met spatie"}),
        ("condition-0-text", {"condition-0-who": "Het Rijk"}),
        ("condition-1-party", {"condition-1-text": "Als het kan"}),
        ("decided_on", {"organ": "College"}),
        ("link", {"link": "javascript:alert(1)", "organ": "C", "decided_on": "2026-01-01"}),
    ],
)
def test_what_is_wrong_stands_with_its_field_and_nothing_is_written(officer, field, typed_in):
    before = entries()
    answer = add(officer, **typed_in)
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == [field]
    assert (entries(), promised("T4")) == (before, None)


def test_a_code_that_is_taken_is_refused(officer):
    before = entries()
    assert add(officer, key="T1").status_code == 409
    assert entries() == before


def test_what_was_changed_meanwhile_is_kept_and_shown(officer):
    form = officer.get(T3 + "wijzigen/")
    act("save_commitment", commitment=replace(LOOSE, what="Twee lessen"), instead_of="T3")
    answer = officer.post(T3 + "wijzigen/", typed(form, what="Drie lessen"))
    assert answer.status_code == 409
    assert "Twee lessen" in text(answer)
    assert promised("T3").commitment.what == "Twee lessen"
    assert officer.post(T3 + "wijzigen/", typed(answer)).status_code == 302
    assert promised("T3").commitment.what == "Drie lessen"


def test_what_a_deal_binds_changes_by_that_deal_only(officer):
    propose()
    before = entries()
    answer = edit(officer, T2 + "wijzigen/", what="Anders")
    assert answer.status_code == 409
    assert "Praktijkdeal" in text(officer.get(T2))
    assert entries() == before


def test_who_acts_for_a_party_promises_for_that_party_only(officer, table, secretary):
    form = officer.get(NEW)
    assert [value for value, _name in form.context["form"].fields["party"].choices] == ["school"]
    before = entries()
    assert officer.post(NEW, typed(form, party="noord")).status_code == 400
    assert entries() == before


# What becomes of it.


def test_a_commitment_goes_up_with_evidence_and_back_with_a_reason(officer):
    step = {"to": "adopted-by-council", "on": "2026-04-01"}
    without = edit(officer, T2 + "trede/", **step)
    assert (without.status_code, list(without.context["form"].errors)) == (400, ["evidence"])
    assert edit(officer, T2 + "trede/", **step, evidence="Besluit 12").status_code == 302
    assert promised("T2").rung is Rung.ADOPTED

    back = {"to": "pledged", "on": "2026-05-01"}
    assert list(edit(officer, T2 + "trede/", **back).context["form"].errors) == ["reason"]
    assert edit(officer, T2 + "trede/", **back, reason="Teruggedraaid").status_code == 302
    assert promised("T2").rung is Rung.PLEDGED
    page = text(officer.get(T2))
    assert "Besluit 12" in page
    assert "Teruggedraaid" in page


def test_a_step_is_not_in_the_future(officer):
    before = entries()
    step = {"to": "granted", "on": "2190-01-01", "evidence": "Brief"}
    answer = edit(officer, T2 + "trede/", **step)
    assert (answer.status_code, list(answer.context["form"].errors)) == (400, ["on"])
    assert entries() == before


def test_a_step_from_where_it_no_longer_is_is_not_taken(officer):
    form = officer.get(T2 + "trede/")
    act("move_commitment", key="T2", to=Rung.DONE, on=date(2026, 2, 1), evidence="Lijst")
    before = entries()
    answer = officer.post(T2 + "trede/", typed(form, to="granted", evidence="Brief"))
    assert answer.status_code == 409
    assert entries() == before


def test_what_is_late_is_explained_beside_it(officer):
    assert edit(officer, T2 + "uitleg/", explanation="").status_code == 400
    assert edit(officer, T2 + "uitleg/", explanation="Er was ziekte.").status_code == 302
    assert "Er was ziekte." in text(officer.get(T2))
    before = entries()
    assert edit(officer, T3 + "uitleg/", explanation="Niet nodig.").status_code == 409
    assert entries() == before


def test_a_condition_is_settled_by_who_fulfils_it_and_once(officer):
    url = T1 + "voorwaarde/1/"
    form = officer.get(url)
    met = typed(form, outcome="met", on="2026-03-10", evidence="Huurcontract")
    assert officer.post(url, {**met, "evidence": ""}).status_code == 400
    assert officer.post(url, met).status_code == 302
    assert promised("T1").commitment.conditions[0].outcome is Outcome.MET
    before = entries()
    assert officer.post(url, met).status_code == 409
    assert entries() == before
    assert officer.get(url).status_code == 404


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        ("reader", T1, 200),
        ("reader", T3, 404),
        ("reader", NEW, 403),
        ("clerk", NEW, 403),
        ("controller", T2 + "trede/", 200),
        ("officer", T1 + "trede/", 403),
        ("officer", T1 + "wijzigen/", 403),
        ("officer", T1 + "uitleg/", 403),
        ("officer", T1 + "voorwaarde/1/", 200),
        ("officer", T1 + "voorwaarde/2/", 404),
        ("officer", TOP + "toezegging/T9/", 404),
        ("secretary", T1 + "trede/", 200),
        ("administrator", T1 + "trede/", 403),
    ],
)
def test_who_may_what_with_a_commitment(table, role, address, status):
    assert table.client(role).get(address).status_code == status


def test_a_draft_that_would_bind_a_commitment_is_not_told(table):
    act("save_deal", draft=DRAFT)
    assert "Praktijkdeal" not in text(table.client("reader").get(T1))
