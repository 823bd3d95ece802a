# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbench for versions, the facts of a region and its people."""

from dataclasses import replace
from datetime import date

import pytest
from bench import AGENDA, AT, REGION, behind_the_back, edit, entries, now, typed
from django.test import Client

from samenspel.agenda.services import import_region, move_version, save_fact
from samenspel.core.agenda.states import State
from samenspel.core.rights import INSTALLATION
from samenspel.parties.models import Mandate, Person
from samenspel.regions.queries import region

TOP = "/werkblad/dal/"
SEAT = TOP + "gegevens/zetel/bestuur~noord~voorzitter~lid~2026-01-01/"
SCHOOL = TOP + "gegevens/partij/school/"


# Versions.


def test_a_version_moves_after_a_page_that_says_what_it_means(secretary):
    page = secretary.get(TOP + "versies/1/consultatie/")
    assert page.context["digest"] in page.content.decode()
    answer = secretary.post(page.request["PATH_INFO"], typed(page, note="Besluit 12"))

    assert answer.status_code == 302
    assert entries()[-1]["details"]["note"] == "Besluit 12"
    assert entries()[-1]["details"]["digest"] == page.context["digest"]


def test_a_version_that_changed_meanwhile_does_not_move(secretary):
    page = secretary.get(TOP + "versies/1/consultatie/")
    behind_the_back(title="Anders")
    answer = secretary.post(page.request["PATH_INFO"], typed(page))
    assert answer.status_code == 409
    assert entries()[-1]["kind"] == "measure-changed"
    assert secretary.post(page.request["PATH_INFO"], typed(answer)).status_code == 302


def test_a_new_version_starts_once(secretary):
    assert secretary.post(TOP + "versies/begin/").status_code == 409
    move_version(region="dal", number=1, to=State.RELEASED, actor=INSTALLATION, at=AT)
    assert secretary.post(TOP + "versies/begin/").status_code == 302
    assert now().agenda == AGENDA
    assert secretary.get(TOP + "versies/begin/").status_code == 405


# The facts of the region.


def test_a_seat_is_changed_and_its_earlier_period_stays(secretary):
    assert edit(secretary, SEAT, votes="3").status_code == 302
    assert [one.votes for one in now().seats] == [None, 3]


def test_a_party_says_something_of_itself(officer):
    assert edit(officer, SCHOOL, about="Leert.", name="Anders").status_code == 302
    assert now().parties[1] == replace(REGION.parties[1], about="Leert.")
    assert entries()[-1]["party"] == "school"


def test_a_term_is_added(secretary):
    data = {"scheme": "phase", "code": "klaar", "label_nl": "klaar", "label_en": "done"}
    assert secretary.post(TOP + "gegevens/begrip/nieuw/", data).status_code == 302
    assert now().terms[-1].label_en == "done"


def test_a_party_in_use_is_not_removed(secretary):
    page = secretary.get(SCHOOL + "verwijderen/")
    answer = secretary.post(SCHOOL + "verwijderen/", {"seen": page.context["digest"]})
    assert answer.status_code == 409
    assert len(now().parties) == 2


def test_a_fact_that_changed_meanwhile_is_not_overwritten(secretary):
    data = typed(secretary.get(SCHOOL), about="Mijn tekst")
    new = replace(REGION.parties[1], about="Hun tekst")
    save_fact(region="dal", kind="party", item=new, instead_of="school", actor=INSTALLATION, at=AT)
    answer = secretary.post(SCHOOL, data)
    assert answer.status_code == 409
    assert "Hun tekst" in answer.content.decode()


def test_the_region_is_introduced(secretary):
    assert edit(secretary, TOP + "regio/", summary="Klein maar fijn.").status_code == 302
    assert now().summary == "Klein maar fijn."


@pytest.mark.parametrize("kind", ["gemeente", "inwoners", "partij", "overleg", "zetel", "begrip"])
def test_every_kind_of_fact_has_a_list_and_a_form(secretary, officer, kind):
    assert secretary.get(f"{TOP}gegevens/{kind}/").status_code == 200
    assert secretary.get(f"{TOP}gegevens/{kind}/nieuw/").status_code == 200
    assert officer.get(f"{TOP}gegevens/{kind}/").status_code == 200
    assert officer.get(f"{TOP}gegevens/{kind}/nieuw/").status_code == 403


# People.


def person_data(**changes):
    data = {"name": "Nieuw", "email": "nieuw@dal.example", "role": "reader", "since": "2026-03-01"}
    return data | changes


def test_a_person_gets_a_role(secretary):
    assert secretary.post(TOP + "mensen/nieuw/", person_data()).status_code == 302
    assert [one["kind"] for one in entries()[-2:]] == ["person-added", "role-given"]
    assert "Nieuw" in secretary.get(TOP + "mensen/").content.decode()


def test_a_role_that_is_refused_leaves_no_person_behind(secretary):
    answer = secretary.post(TOP + "mensen/nieuw/", person_data(role="officer"))
    assert answer.status_code == 409
    assert not Person.objects.filter(name="Nieuw").exists()


def test_a_role_ends(secretary, bench):
    role = Person.objects.get(pk=bench.people["reader"]).assignments.get()
    secretary.post(f"{TOP}mensen/rol/{role.pk}/einde/", {"on": "2026-01-01"})
    assert bench.client("reader").get(TOP).status_code == 403


def test_a_mandate_is_recorded(secretary, bench):
    data = {
        "person": bench.people["officer"],
        "party": "school",
        "organ": "College van bestuur",
        "decided_on": "2026-01-15",
        "scope": "Tekenen",
        "limit_cents": "50.000",
        "since": "2026-01-15",
    }
    assert secretary.post(TOP + "mensen/mandaat/", data).status_code == 302
    assert Mandate.objects.get().limit_cents == 50_000_00


def test_a_mandate_ends(secretary, bench):
    test_a_mandate_is_recorded(secretary, bench)
    address = f"{TOP}mensen/mandaat/{Mandate.objects.get().pk}/einde/"
    assert address in secretary.get(TOP + "mensen/").content.decode()

    assert secretary.post(address, {"on": "2026-01-20"}).status_code == 302
    assert Mandate.objects.get().until == date(2026, 1, 20)
    assert entries()[-1]["kind"] == "mandate-ended"
    assert address not in secretary.get(TOP + "mensen/").content.decode()
    assert secretary.post(address, {"on": "2026-01-21"}).status_code == 409


def test_a_person_is_erased(secretary, bench):
    reader = bench.people["reader"]
    assert secretary.post(f"{TOP}mensen/{reader}/wissen/").status_code == 302
    assert "Naam reader" not in secretary.get(TOP + "mensen/").content.decode()


def test_a_log_in_link_is_shown_once(secretary, bench):
    address = f"{TOP}mensen/{bench.people['reader']}/link/"
    page = secretary.post(address)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    link = page.context["link"]
    assert link not in secretary.get(address).content.decode()
    assert "eenmalig" not in str(entries()[-1])
    assert Client().get(link).status_code == 200


def test_people_of_another_region_are_out_of_reach(secretary, bench):
    import_region(record=replace(REGION, slug="berg"), actor=INSTALLATION, at=AT)
    both = bench.people["analyst"]
    Person.objects.get(pk=both).assignments.create(
        region_id=region("berg").pk, role="secretary", since="2025-01-01"
    )
    assert secretary.post(f"{TOP}mensen/{both}/link/").status_code == 403
    assert secretary.post(f"{TOP}mensen/{both}/wissen/").status_code == 403
    assert Person.objects.get(pk=both).name
