# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""People, their roles and mandates, and the links they log in with."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from valley import NOON, REGION, SECRETARY, acting

from samenspel.agenda.services import import_region
from samenspel.core.errors import RuleError
from samenspel.core.rights import INSTALLATION, NOBODY, Grant, Role
from samenspel.core.verification import verify_export
from samenspel.ledger.queries import export_lines, links, verify_book
from samenspel.ledger.services import sign_head
from samenspel.parties import queries
from samenspel.parties.services import (
    add_person,
    change_person,
    end_mandate,
    end_role,
    erase_person,
    give_mandate,
    give_role,
    make_login_link,
    use_login_link,
)
from samenspel.regions.queries import region

DAY = date(2026, 3, 1)
BY_SECRETARY = {"region": "valley", "actor": SECRETARY, "at": NOON}

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(valley):
    """Somebody without a role yet."""
    return add_person(name="Anna", email="Anna@Example.org", **BY_SECRETARY)


def account_of(person_id):
    secret = make_login_link(person_id=person_id, at=NOON, valid=timedelta(hours=1))
    return use_login_link(secret=secret, at=NOON)


def grants(person_id, on=DAY):
    return queries.actor(account_of(person_id).pk, "valley", on).grants


def entries():
    return [link.payload for link in links("valley")]


def test_somebody_with_an_address_is_added_once(anna):
    assert add_person(name="A.", email="anna@example.org", **BY_SECRETARY) == anna


def test_a_role_holds_from_its_first_to_its_last_day(anna):
    since, until = DAY, DAY + timedelta(days=9)
    give_role(
        person_id=anna, role=Role.OFFICER, party="school", since=since, until=until, **BY_SECRETARY
    )

    assert grants(anna, since) == grants(anna, until) == (Grant(Role.OFFICER, "school"),)
    assert grants(anna, since - timedelta(days=1)) == ()
    assert grants(anna, until + timedelta(days=1)) == ()


def test_an_ended_role_no_longer_counts(anna):
    role = give_role(person_id=anna, role=Role.SECRETARY, since=DAY, **BY_SECRETARY)
    end_role(assignment_id=role, on=DAY, **BY_SECRETARY)

    assert grants(anna, DAY) == (Grant(Role.SECRETARY),)
    assert grants(anna, DAY + timedelta(days=1)) == ()


@pytest.mark.parametrize("later", [1, 400])
def test_an_ended_role_is_not_lengthened_or_revived(anna, later):
    role = give_role(person_id=anna, role=Role.SECRETARY, since=DAY, until=DAY, **BY_SECRETARY)
    before = entries()

    with pytest.raises(RuleError, match="end-put-off"):
        end_role(assignment_id=role, on=DAY + timedelta(days=later), **BY_SECRETARY)
    assert grants(anna, DAY + timedelta(days=1)) == ()
    assert entries() == before


def test_a_role_in_one_region_says_nothing_in_another(anna):
    give_role(person_id=anna, role=Role.SECRETARY, since=DAY, **BY_SECRETARY)

    assert queries.actor(account_of(anna).pk, "hills", DAY).grants == ()


@pytest.mark.parametrize(
    ("role", "more", "code"),
    [
        (Role.OFFICER, {}, "role-needs-party"),
        (Role.OFFICER, {"party": "nobody"}, "unknown-party"),
        (Role.READER, {"until": DAY - timedelta(days=1)}, "period-backward"),
    ],
)
def test_a_role_that_cannot_be_is_refused(anna, role, more, code):
    with pytest.raises(RuleError) as error:
        give_role(person_id=anna, role=role, since=DAY, **more, **BY_SECRETARY)
    assert error.value.code == code


@pytest.mark.parametrize("actor", [NOBODY, acting("officer", "school"), acting("reader")])
def test_only_the_secretariat_gives_roles(anna, actor):
    before = entries()
    with pytest.raises(RuleError, match="not-allowed"):
        give_role(
            region="valley", person_id=anna, role=Role.SECRETARY, since=DAY, actor=actor, at=NOON
        )
    assert entries() == before


def test_the_ledger_never_knows_a_name(anna):
    give_role(person_id=anna, role=Role.READER, since=DAY, **BY_SECRETARY)
    erase_person(person_id=anna, **BY_SECRETARY)

    assert "anna" not in str(entries()).lower()
    assert [entry["kind"] for entry in entries()][-3:] == [
        "person-added",
        "role-given",
        "person-erased",
    ]


def test_a_correction_stands_on_the_ledger_without_what_it_says(anna):
    change_person(person_id=anna, name="Anne", email="Anne@Example.org ", **BY_SECRETARY)

    assert queries.person_with("anne@example.org") == anna
    assert queries.person_of(account_of(anna).pk) == (anna, "Anne")
    assert entries()[-1]["kind"] == "person-changed"
    assert entries()[-1]["details"] == {"fields": ["email", "name"]}
    assert "anne" not in str(entries()).lower()


def test_what_is_left_empty_or_the_same_is_not_changed(anna):
    change_person(person_id=anna, name=" ", email="anna@example.org", **BY_SECRETARY)

    assert queries.person_of(account_of(anna).pk) == (anna, "Anna")
    assert entries()[-1]["kind"] == "person-added"


def test_the_address_of_somebody_else_is_refused(anna):
    add_person(name="Ben", email="ben@example.org", **BY_SECRETARY)
    with pytest.raises(RuleError, match="address-taken"):
        change_person(person_id=anna, name="Anne", email="BEN@example.org", **BY_SECRETARY)

    assert queries.person_with("anna@example.org") == anna
    assert queries.person_of(account_of(anna).pk) == (anna, "Anna")


def test_a_link_to_a_wrong_address_ends_with_it_and_not_with_a_name(anna):
    secret = make_login_link(person_id=anna, at=NOON, valid=timedelta(hours=1))
    change_person(person_id=anna, name="Anne", **BY_SECRETARY)
    assert queries.login_link_account(secret, NOON) is not None

    change_person(person_id=anna, email="anne@example.org", **BY_SECRETARY)
    assert queries.login_link_account(secret, NOON) is None


def test_who_is_erased_cannot_be_named_again(anna):
    erase_person(person_id=anna, **BY_SECRETARY)
    with pytest.raises(RuleError, match="unknown-person"):
        change_person(person_id=anna, name="Anna", **BY_SECRETARY)


@pytest.mark.parametrize("act", [change_person, erase_person])
def test_who_has_a_role_elsewhere_only_the_installation_reaches(anna, act):
    import_region(record=replace(REGION, slug="hills"), actor=INSTALLATION, at=NOON)
    for slug in ("valley", "hills"):
        where = {"region": slug, "actor": INSTALLATION, "at": NOON}
        give_role(person_id=anna, role=Role.READER, since=DAY, **where)
    what = {"person_id": anna} | ({"name": "Anne"} if act is change_person else {})
    with pytest.raises(RuleError, match="person-elsewhere"):
        act(**what, **BY_SECRETARY)

    act(**what, **(BY_SECRETARY | {"actor": INSTALLATION}))

    for slug in ("valley", "hills"):
        last = [link.payload for link in links(slug)][-1]
        assert last["kind"] in {"person-changed", "person-erased"}


def test_an_erased_person_keeps_no_name_address_or_log_in(anna):
    account = account_of(anna)
    reference = queries.actor(account.pk, "valley", DAY).reference
    erase_person(person_id=anna, **BY_SECRETARY)

    assert queries.names_of([reference]) == {}
    assert queries.actor(account.pk, "valley", DAY) == NOBODY


def test_erasing_somebody_leaves_the_ledger_whole_and_held_to_its_heads(anna):
    give_role(person_id=anna, role=Role.READER, since=DAY, **BY_SECRETARY)
    before = list(export_lines("valley"))
    kept = sign_head(book="valley", key=bytes(range(32)), at=NOON)
    erase_person(person_id=anna, **BY_SECRETARY)
    after = list(export_lines("valley"))

    assert after[:-1] == before
    assert verify_export(after, kept).fault is None
    assert verify_book("valley") is None


def test_what_the_ledger_knows_somebody_by_says_nothing_of_them(valley):
    """It is chance, made anew: not reckoned from a name or address that can be guessed."""
    references = []
    for number in range(2):
        with transaction.atomic():
            person = add_person(name="Anna", email="anna@example.org", **BY_SECRETARY)
            references.append(queries.actor(account_of(person).pk, "valley", DAY).reference)
            transaction.set_rollback(number == 0)

    assert references[0] != references[1]
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in references)


def test_a_mandate_is_shown_without_the_name(anna):
    give_mandate(
        person_id=anna,
        party="north",
        organ="Executive",
        decided_on=DAY,
        scope="Sign deals",
        limit_cents=50_000_00,
        since=DAY,
        **BY_SECRETARY,
    )

    assert queries.mandated(region("valley").pk, "north", DAY) == [
        ("Executive", DAY, "Sign deals", 50_000_00)
    ]


def test_an_ended_mandate_no_longer_counts_and_stays_ended(anna):
    what = {"organ": "Executive", "decided_on": DAY, "scope": "Sign deals", "since": DAY}
    mandate = give_mandate(person_id=anna, party="north", **what, **BY_SECRETARY)
    end_mandate(mandate_id=mandate, on=DAY, **BY_SECRETARY)

    here, next_day = region("valley").pk, DAY + timedelta(days=1)
    assert len(queries.mandated(here, "north", DAY)) == 1
    assert queries.mandated(here, "north", next_day) == []
    for wrong, code in ((next_day, "end-put-off"), (DAY - timedelta(days=1), "period-backward")):
        with pytest.raises(RuleError, match=code):
            end_mandate(mandate_id=mandate, on=wrong, **BY_SECRETARY)


def test_a_mandate_that_is_not_there_is_not_ended(anna):
    with pytest.raises(RuleError, match="unknown-mandate"):
        end_mandate(mandate_id=404, on=DAY, **BY_SECRETARY)


def test_who_may_not_know_people_does_not_get_them(anna):
    with pytest.raises(RuleError, match="not-allowed"):
        queries.assignments(region("valley").pk, acting("councillor", "north"))


def test_a_link_works_once(anna):
    secret = make_login_link(person_id=anna, at=NOON, valid=timedelta(hours=1))

    assert use_login_link(secret=secret, at=NOON).email == "anna@example.org"
    with pytest.raises(RuleError, match="login-link-invalid"):
        use_login_link(secret=secret, at=NOON)


@pytest.mark.parametrize("secret", ["", "guess", "\x00"])
def test_a_guessed_or_late_link_does_not_work(anna, secret):
    real = make_login_link(person_id=anna, at=NOON, valid=timedelta(hours=1))

    for tried, at in ((secret, NOON), (real, NOON + timedelta(hours=2))):
        with pytest.raises(RuleError, match="login-link-invalid"):
            use_login_link(secret=tried, at=at)
