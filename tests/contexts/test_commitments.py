# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Commitments are made by their party, climb the ladder, and are told when they are late."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from table import (
    DAY,
    DRAFT,
    FUND,
    HOURS,
    MONEY,
    act,
    conclude,
    entries,
    later,
    promise,
    seat,
    valley_id,
)
from valley import NOON, SECRETARY, acting

from samenspel.core.deals.commitment import Amount, Condition, Kind, Outcome
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.overdue import Escalation
from samenspel.core.deals.text import content_digest
from samenspel.core.errors import RuleError
from samenspel.core.rights import NOBODY
from samenspel.deals import models, queries
from samenspel.parties.queries import mandates_of

pytestmark = pytest.mark.django_db

LATE = date(2026, 9, 1)


@pytest.fixture
def table(db):
    return seat()


def all_seen(reader=SECRETARY, **wanted):
    return queries.commitments(valley_id(), reader, **wanted)


def refused(code, name, *args, **what):
    """The act is refused with this code, and leaves neither row nor entry."""
    before = all_seen(), entries()
    with pytest.raises(RuleError) as error:
        act(name, *args, **what)
    assert error.value.code == code
    assert (all_seen(), entries()) == before


def save(one, actor=SECRETARY, **more):
    act("save_commitment", actor, commitment=one, **more)


def move(key, to, actor=SECRETARY, on=DAY, **more):
    act("move_commitment", actor, key=key, to=to, on=on, **more)


def test_a_commitment_is_read_back_as_it_was_made(table):
    promise(MONEY, HOURS, FUND)

    assert [row.commitment for row in all_seen()] == [MONEY, HOURS, FUND]
    assert {row.rung for row in all_seen()} == {Rung.MENTIONED}


def test_what_was_only_mentioned_is_seen_by_its_party_and_the_secretariat(table):
    promise(MONEY, HOURS)
    promise(FUND, rung=Rung.PLEDGED)

    def seen(reader):
        return [row.commitment.key for row in all_seen(reader)]

    assert seen(NOBODY) == seen(acting("councillor", "north")) == ["T3"]
    assert seen(table["north"]) == ["T1", "T3"]
    assert queries.commitment(valley_id(), "T1", NOBODY) is None
    assert "quarter" not in str(entries())
    assert "A fund" in str(entries())


def test_a_party_keeps_its_own_commitments_and_no_other(table):
    save(MONEY, table["north"])
    refused("not-allowed", "save_commitment", table["south"], commitment=replace(MONEY, key="T9"))
    stolen = replace(MONEY, party="south")
    refused("not-allowed", "save_commitment", table["south"], commitment=stolen, instead_of="T1")
    refused("not-allowed", "remove_commitment", table["south"], key="T1")
    what = {"key": "T1", "to": Rung.PLEDGED, "on": DAY}
    refused("not-allowed", "move_commitment", table["south"], **what)


def test_commitments_are_found_by_party_and_target(table):
    promise(MONEY, HOURS, FUND, rung=Rung.PLEDGED)

    assert [row.commitment.key for row in all_seen(party="school")] == ["T2"]
    assert [row.commitment.key for row in all_seen(NOBODY, target="goal:D1")] == ["T3"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"amounts": (Amount(2026, -1),)}, "amount-negative"),
        ({"starts_on": date(2029, 1, 1)}, "period-backward"),
        ({"party": "nobody"}, "unknown-party"),
        ({"helps": ("nobody",)}, "unknown-party"),
        ({"target": "measure:M9"}, "unknown-target"),
        ({"target": "deal:none"}, "unknown-target"),
        ({"kind": Kind.HOURS}, "amount-out-of-place"),
    ],
)
def test_a_commitment_that_cannot_be_is_refused(table, change, code):
    refused(code, "save_commitment", commitment=replace(MONEY, **change))


def test_a_code_is_used_once_and_an_edit_of_something_else_is_refused(table):
    promise(MONEY)
    refused("key-taken", "save_commitment", commitment=MONEY)
    refused("unknown-commitment", "save_commitment", commitment=HOURS, instead_of="T9")
    save(replace(MONEY, what="Half of it"), instead_of="T1", seen=content_digest(MONEY))
    seen = content_digest(MONEY)
    refused("changed-meanwhile", "save_commitment", commitment=MONEY, instead_of="T1", seen=seen)


def test_a_change_of_a_public_promise_tells_what_it_was(table):
    promise(HOURS, rung=Rung.PLEDGED)
    save(replace(HOURS, hours=300), table["school"], instead_of="T2")

    assert entries()[-1]["details"] == {
        "of": "school",
        "fields": ["hours"],
        "changed": {"hours": [400, 300]},
    }


def test_the_largest_change_fits_an_entry_of_the_ledger(table):
    wide = "\U0001f600" * 10_000
    full = replace(
        MONEY,
        what=wide,
        in_return=wide,
        conditions=tuple(
            Condition(f"{number} " + wide[:900], who=wide[:300]) for number in range(20)
        ),
    )
    save(full, rung=Rung.PLEDGED)
    other = tuple(replace(one, text=one.text[:-1] + "!") for one in full.conditions)
    save(replace(full, what=wide[1:], in_return="", conditions=other), instead_of="T1")
    assert entries()[-1]["kind"] == "commitment-changed"


def test_a_new_code_is_one_that_nobody_has(table):
    assert queries.next_key(valley_id()) == "T1"
    promise(MONEY, replace(HOURS, key="T10"), replace(FUND, key="TX"))
    assert queries.next_key(valley_id()) == "T11"


def test_only_what_was_never_public_can_be_taken_away(table):
    promise(MONEY)
    promise(FUND, rung=Rung.PLEDGED)
    refused("commitment-public", "remove_commitment", key="T3")
    act("remove_commitment", key="T1")
    assert [row.commitment.key for row in all_seen()] == ["T3"]


def test_a_decision_is_taken_over_from_a_mandate(table):
    own, _ = mandates_of(valley_id(), "north", table["north"].reference, DAY)[0]
    save(MONEY, mandate=own)

    made = all_seen()[0]
    assert (made.commitment.decided.organ, made.mandate) == ("Executive", own)
    save(replace(made.commitment, what="Half of it"), instead_of="T1")
    assert all_seen()[0].mandate == own
    save(MONEY, instead_of="T1")
    assert all_seen()[0].mandate is None
    refused("unknown-mandate", "save_commitment", commitment=HOURS, mandate=own)


def test_a_step_up_has_evidence_and_a_step_down_a_reason(table):
    promise(MONEY)
    move("T1", Rung.PLEDGED, table["north"])
    refused("evidence-missing", "move_commitment", key="T1", to=Rung.COVERED, on=DAY)
    move("T1", Rung.COVERED, evidence="Budget 2026, page 12")
    refused("reason-missing", "move_commitment", key="T1", to=Rung.PLEDGED, on=DAY)
    move("T1", Rung.PLEDGED, reason="The budget was cut")

    steps = queries.steps(all_seen()[0].pk)
    assert [(step.was, step.rung) for step in steps] == [
        ("", Rung.MENTIONED),
        ("mentioned", Rung.PLEDGED),
        ("pledged", Rung.COVERED),
        ("covered-in-budget", Rung.PLEDGED),
    ]
    assert (steps[2].evidence, steps[3].reason) == ("Budget 2026, page 12", "The budget was cut")
    assert all_seen(NOBODY)[0].rung is Rung.PLEDGED


def test_a_step_back_does_not_hide_what_was_public(table):
    promise(FUND, rung=Rung.PLEDGED)
    move("T3", Rung.MENTIONED, reason="It was premature")
    assert len(all_seen(NOBODY)) == 1


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ({"key": "T9", "to": Rung.PLEDGED, "on": DAY}, "unknown-commitment"),
        ({"key": "T1", "to": Rung.MENTIONED, "on": DAY}, "rung-same"),
        ({"key": "T1", "to": Rung.PLEDGED, "on": date(2026, 3, 2)}, "date-in-future"),
    ],
)
def test_a_step_that_cannot_be_is_refused(table, what, code):
    promise(MONEY)
    refused(code, "move_commitment", **what)


def test_a_condition_is_settled_once_by_who_makes_or_fulfils_it(table):
    promise(MONEY)
    what = {"key": "T1", "number": 1, "on": DAY, "evidence": "A letter"}
    refused("not-allowed", "settle_condition", table["south"], outcome=Outcome.MET, **what)
    refused("outcome-open", "settle_condition", outcome=Outcome.OPEN, **what)
    refused("unknown-condition", "settle_condition", outcome=Outcome.MET, **what | {"number": 2})
    act("settle_condition", table["school"], outcome=Outcome.FAILED, **what)

    row = all_seen()[0]
    assert row.commitment.is_released
    assert queries.settled(row.pk) == [queries.Settled(1, "A letter")]
    refused("condition-settled", "settle_condition", outcome=Outcome.MET, **what)


def test_what_is_past_its_date_is_told_to_everyone_with_the_party_s_own_words(table):
    promise(HOURS, rung=Rung.PLEDGED)
    refused("not-overdue", "explain_overdue", table["school"], key="T2", text="We are busy")
    what = {"key": "T2", "text": "A teacher fell ill", "at": later(150)}
    act("explain_overdue", table["school"], **what)

    late = queries.overdue(valley_id(), on=LATE)
    assert [(one.row.explanation, one.days, one.escalation) for one in late] == [
        ("A teacher fell ill", 63, Escalation.TABLE)
    ]
    move("T2", Rung.DONE, evidence="Their timetable", at=later(200))
    assert queries.overdue(valley_id(), on=LATE) == []


def test_who_left_in_time_is_not_late(table):
    promise(MONEY, HOURS, FUND)
    conclude(table)
    assert [one.row.commitment.key for one in queries.overdue(valley_id(), on=LATE)] == ["T2"]
    act("withdraw", table["school"], party="school", reason="Its board said no")
    assert queries.overdue(valley_id(), on=LATE) == []


def test_the_region_sees_who_helps_whom(table):
    promise(MONEY, HOURS, FUND, rung=Rung.PLEDGED)
    found = queries.region_balance(valley_id(), "valley", on=DAY)

    assert set(found.cells) == {("north", "school"), ("school", "north"), ("south", "school")}
    assert found.parties["north"].brings.cents == 600_00
    assert found.parties["north"].gets.hours == 400
    assert found.parties["school"].gets.cents == 690_00
    assert found.parties["school"].brings.cents is None


def test_what_was_only_mentioned_helps_nobody_yet(table):
    promise(MONEY)
    assert queries.region_balance(valley_id(), "valley", on=DAY).cells == {}


def test_what_lapsed_with_a_party_no_longer_counts(table):
    promise(MONEY, HOURS, FUND)
    conclude(table, DRAFT)
    act("withdraw", table["north"], party="north", reason="A cut")

    after = queries.region_balance(valley_id(), "valley", on=LATE).parties
    assert "T1" not in {gift.key for one in after.values() for gift in one.brings.gifts}
    assert queries.region_balance(valley_id(), "valley", on=DAY).parties["north"].brings.cents


def test_lists_cost_the_same_whatever_their_length(table, django_assert_max_num_queries):
    promise(*(replace(HOURS, key=f"T{number}") for number in range(12)), rung=Rung.PLEDGED)
    here = valley_id()
    with django_assert_max_num_queries(6):
        assert len(queries.commitments(here)) == 12
    with django_assert_max_num_queries(7):
        assert len(queries.overdue(here, on=LATE)) == 12
    with django_assert_max_num_queries(12):
        queries.region_balance(here, "valley", on=DAY)


@pytest.mark.parametrize("wrong", [{"hours": -1}, {"kind": "wish"}, {"rung": "somewhere"}])
def test_the_database_itself_refuses_what_cannot_be(table, wrong):
    promise(HOURS)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Commitment.objects.update(**wrong)
    backward = {"starts_on": DAY, "ends_on": NOON.date().replace(year=2025)}
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Commitment.objects.update(**backward)
