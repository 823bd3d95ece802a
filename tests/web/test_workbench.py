# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbench: what can be done, what is refused, and that nothing is written when it is."""

from dataclasses import replace

import pytest
from bench import AGENDA, AT, REGION, behind_the_back, edit, entries, now, saved, typed
from django.test import Client

from samenspel.agenda.services import import_region, move_version
from samenspel.core.agenda.record import Contribution, Cost
from samenspel.core.agenda.states import State
from samenspel.core.rights import INSTALLATION
from samenspel.parties.models import Person

TOP = "/werkblad/dal/"
M1, M2 = TOP + "agenda/maatregel/M1/", TOP + "agenda/maatregel/M2/"
GOAL = TOP + "agenda/doel/D1/"
SCHOOL = TOP + "gegevens/partij/school/"


# What is asked of whom.


def test_who_comes_in_sees_what_is_asked_of_them(officer, secretary):
    page = officer.get("/werkblad/").content.decode()
    assert M1 in page
    assert M2 not in page
    assert TOP + "agenda/opgave/O2/" in secretary.get("/werkblad/").content.decode()


def test_who_has_no_role_is_told_so(bench):
    Person.objects.filter(pk=bench.people["reader"]).get().assignments.all().delete()
    page = bench.client("reader").get("/werkblad/")
    assert page.status_code == 200
    assert TOP not in page.content.decode()


def test_a_visitor_is_sent_to_log_in(bench):
    answer = Client().get(M1)
    assert answer.status_code == 302
    assert answer.url == f"/inloggen/?next={M1}"


def test_an_unknown_region_is_not_there_and_a_strange_one_not_for_you(secretary):
    import_region(record=replace(REGION, slug="berg"), actor=INSTALLATION, at=AT)
    assert secretary.get("/werkblad/nergens/").status_code == 404
    assert secretary.get("/werkblad/berg/").status_code == 403
    assert secretary.get("/werkblad/berg/agenda/maatregel/M1/").status_code == 403


# The content of the draft.


def test_a_measure_is_changed_and_the_ledger_says_who(officer):
    answer = edit(officer, M1, title="Praktijkhuis", **{"cost-2027-amount": "12.500,50"})

    assert answer.status_code == 302
    assert saved("measure", "M1").title == "Praktijkhuis"
    assert saved("measure", "M1").costs == (Cost(2027, 12_500_50),)
    last = entries()[-1]
    assert (last["kind"], last["object"]) == ("measure-changed", "measure:M1")
    assert (last["role"], last["party"]) == ("officer", "school")


def test_a_measure_gets_contributions(secretary):
    edit(secretary, M1, **{"goal-0": "D1", "goal-0-amount": "1.200", "goal-0-note": "per jaar"})
    (part,) = saved("measure", "M1").contributions
    assert part == Contribution("D1", part.amount, "per jaar")
    assert part.amount == 1200


def test_a_goal_is_added_with_the_next_code(secretary):
    page = secretary.get(TOP + "agenda/doel/nieuw/")
    assert page.context["form"].initial["key"] == "D2"
    secretary.post(TOP + "agenda/doel/nieuw/", typed(page, title="Minder wachten"))
    assert saved("goal", "D2").title == "Minder wachten"
    assert entries()[-1]["kind"] == "goal-added"


def test_an_interest_is_found_by_party_and_challenge(secretary):
    answer = edit(secretary, TOP + "agenda/belang/noord~O1/", challenge="O2")
    assert answer.status_code == 302
    assert saved("interest", "noord/O2").gets == "banen"
    assert saved("interest", "noord/O1") is None


def test_an_officer_adds_a_measure_of_the_own_party_only(officer):
    page = officer.get(TOP + "agenda/maatregel/nieuw/")
    mine = typed(page, key="M3", title="Van ons", lead="school")
    theirs = typed(page, key="M4", title="Van hen", lead="noord")

    assert officer.post(TOP + "agenda/maatregel/nieuw/", theirs).status_code == 403
    assert officer.post(TOP + "agenda/maatregel/nieuw/", mine).status_code == 302
    assert [one.key for one in now().agenda.measures] == ["M1", "M2", "M3"]


def test_who_gives_a_measure_away_is_stopped(officer):
    assert edit(officer, M1, lead="noord").status_code == 403
    assert saved("measure", "M1").lead == "school"


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        ("officer", M1, 200),
        ("officer", M2, 403),
        ("officer", GOAL, 403),
        ("officer", M2 + "verwijderen/", 403),
        ("controller", M1, 200),
        ("controller", TOP + "agenda/belang/noord~O1/", 403),
        ("reader", TOP + "agenda/", 200),
        ("reader", M1, 403),
        ("reader", TOP + "mensen/", 403),
        ("administrator", GOAL, 403),
        ("administrator", TOP + "mensen/", 200),
        ("officer", SCHOOL, 200),
        ("officer", TOP + "gegevens/partij/noord/", 403),
        ("officer", SCHOOL + "verwijderen/", 403),
        ("officer", TOP + "versies/1/consultatie/", 403),
        ("officer", TOP + "werkboek/voorbeeld/", 403),
    ],
)
def test_a_role_reaches_as_far_as_it_reaches(bench, role, address, status):
    before = entries()
    client = bench.client(role)
    assert client.get(address).status_code == status
    if status == 403:
        answer = client.post(address, {"title": "x", "seen": "x"})
        assert answer.status_code in {403, 405}  # 405: a page without a form
    assert entries() == before


@pytest.mark.parametrize(
    "address",
    [
        TOP + "agenda/doel/D9/",
        TOP + "agenda/niets/D1/",
        TOP + "agenda/niets/nieuw/",
        TOP + "gegevens/niets/",
        TOP + "gegevens/partij/niemand/",
        TOP + "versies/9/consultatie/",
        TOP + "versies/1/onzin/",
        TOP + "versies/1/uitvoering/",
        TOP + "mensen/999999/link/",
        TOP + "mensen/rol/999999/einde/",
        TOP + "werkboek/exe/",
        M1.replace("M1", "%00"),
    ],
)
def test_what_is_not_there_is_not_there(secretary, address):
    assert secretary.get(address).status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"title": "x" * 10**6},
        {"about": "NUL \0"},
        {"lead": "nobody"},
        {"partners": ["school", "nobody"]},
        {"cost-2026-amount": "veel"},
        {"cost-2026-amount": "-5"},
        {"cost-2026-amount": "9" * 40},
        {"goal-1-amount": "5"},
        {"goal-1": "D1"},
        {"starts_on": "2026-12-31", "ends_on": "2026-01-01"},
        {"starts_on": "0001-01-01"},
    ],
    ids=str,
)
def test_what_is_wrong_is_told_beside_the_field_and_nothing_is_written(secretary, changes):
    before, ledger = now(), entries()
    answer = edit(secretary, M2, **changes)

    assert answer.status_code == 400
    assert answer.context["form"].errors
    assert (now(), entries()) == (before, ledger)


def test_a_circle_of_measures_is_refused_with_a_sentence(secretary):
    answer = edit(secretary, M1, needs=["M2"])
    assert answer.status_code == 400
    assert "M1 → M2 → M1" in answer.content.decode()


def test_a_code_that_is_taken_is_refused(secretary):
    page = secretary.get(TOP + "agenda/doel/nieuw/")
    answer = secretary.post(TOP + "agenda/doel/nieuw/", typed(page, key="D1", title="Dubbel"))
    assert answer.status_code == 409
    assert saved("goal", "D1").title == "Meer vakmensen"


def test_what_changed_meanwhile_is_shown_beside_what_was_typed(secretary):
    data = typed(secretary.get(M2), title="Mijn titel")
    behind_the_back(title="Hun titel")
    ledger = entries()

    answer = secretary.post(M2, data)
    text = answer.content.decode()

    assert answer.status_code == 409
    assert "Hun titel" in text
    assert "Mijn titel" in text
    assert saved("measure", "M2").title == "Hun titel"
    assert entries() == ledger


def test_who_has_seen_both_can_save(secretary):
    data = typed(secretary.get(M2), title="Mijn titel")
    behind_the_back(title="Hun titel")

    page = secretary.post(M2, data)
    assert secretary.post(M2, typed(page)).status_code == 302
    assert saved("measure", "M2").title == "Mijn titel"


@pytest.mark.parametrize("seen", [None, "", "x" * 64])
def test_a_form_that_does_not_say_what_it_saw_overwrites_nothing(secretary, seen):
    data = typed(secretary.get(M2), title="Blind")
    del data["seen"]
    answer = secretary.post(M2, data if seen is None else {**data, "seen": seen})
    assert answer.status_code == 409
    assert saved("measure", "M2").title == "Fonds"


def test_a_thing_is_removed_after_asking(secretary):
    page = secretary.get(M2 + "verwijderen/")
    answer = secretary.post(M2 + "verwijderen/", {"seen": page.context["digest"]})
    assert answer.status_code == 302
    assert saved("measure", "M2") is None
    assert entries()[-1]["kind"] == "measure-removed"


def test_what_others_refer_to_is_not_removed(secretary):
    page = secretary.get(M1 + "verwijderen/")
    answer = secretary.post(M1 + "verwijderen/", {"seen": page.context["digest"]})
    assert answer.status_code == 409
    assert saved("measure", "M1") is not None


def test_what_changed_meanwhile_is_not_removed(secretary):
    digest = secretary.get(M2 + "verwijderen/").context["digest"]
    behind_the_back(title="Anders")
    assert secretary.post(M2 + "verwijderen/", {"seen": digest}).status_code == 409
    assert secretary.post(M2 + "verwijderen/").status_code == 409
    assert saved("measure", "M2").title == "Anders"


def test_the_heading_of_the_agenda_is_changed(secretary):
    answer = edit(secretary, TOP + "agenda/kop/", title="Agenda 2026", ends_year="2029")
    assert answer.status_code == 302
    assert (now().agenda.title, now().agenda.ends_year) == ("Agenda 2026", 2029)
    assert now().agenda.measures == AGENDA.measures


def test_a_frozen_agenda_is_shown_and_not_changed(secretary):
    data = typed(secretary.get(M1), title="Te laat")
    move_version(region="dal", number=1, to=State.RELEASED, actor=INSTALLATION, at=AT)

    assert secretary.get(TOP + "agenda/").status_code == 200
    assert secretary.get(M1).status_code == 409
    assert secretary.post(M1, data).status_code == 409
    assert secretary.get(TOP + "agenda/kop/").status_code == 409
    assert now().agenda == AGENDA


# Forgery.


def test_nothing_is_done_without_the_token_of_the_form(bench):
    client = bench.client("secretary", enforce_csrf_checks=True)
    before = entries()
    for address in (M1, TOP + "versies/begin/", TOP + "werkboek/overnemen/", TOP + "mensen/nieuw/"):
        assert client.post(address, {}).status_code == 403
    assert entries() == before
