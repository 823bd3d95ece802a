# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbench of a region that has no agenda yet: it is started with a form."""

from dataclasses import replace

import pytest
from bench import AT, REGION, edit, entries, fill, now, typed

from samenspel.agenda.services import start_agenda
from samenspel.core.agenda.record import AgendaRecord
from samenspel.core.rights import INSTALLATION

PAGE = "/werkblad/dal/agenda/"
FORM = PAGE + "kop/"
HEADING = {"title": "Eerste", "starts_year": "2026", "ends_year": "2030"}


@pytest.fixture
def bare(db, monkeypatch):
    """The region before it has an agenda, and somebody in every role."""
    monkeypatch.setattr("bench.REGION", replace(REGION, agenda=None))
    return fill()


def test_the_page_leads_who_may_to_the_form(bare):
    assert FORM in bare.client("secretary").get(PAGE).content.decode()
    assert FORM not in bare.client("officer").get(PAGE).content.decode()


def test_the_agenda_starts_with_what_was_typed(bare):
    secretary = bare.client("secretary")
    page = secretary.get(FORM)
    assert f">{page.context['button']}</button>" in page.content.decode()
    answer = edit(secretary, FORM, **HEADING)

    assert (answer.status_code, answer.url) == (302, PAGE)
    assert now().agenda == AgendaRecord("Eerste", 2026, 2030)
    assert [one["kind"] for one in entries()[-2:]] == ["version-started", "agenda-changed"]


def test_what_is_wrong_is_told_at_its_field(bare):
    answer = edit(bare.client("secretary"), FORM, **{**HEADING, "ends_year": "2020"})
    assert answer.status_code == 400
    assert answer.context["form"].errors
    assert now().agenda is None


def test_who_may_not_edit_does_not_start_it(bare):
    assert bare.client("officer").post(FORM, HEADING).status_code == 403


def test_who_comes_second_sees_what_the_first_made(bare):
    secretary = bare.client("secretary")
    data = typed(secretary.get(FORM), **HEADING)
    first = AgendaRecord("Anders", 2026, 2030)
    start_agenda(region="dal", heading=first, actor=INSTALLATION, at=AT)

    assert secretary.post(FORM, data).status_code == 409
    assert now().agenda == first
