# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook in the browser: out, in, and nothing written before somebody looked."""

import os
from dataclasses import replace

import pytest
from bench import AGENDA, AT, REGION, behind_the_back, saved
from django.core.files.uploadedfile import SimpleUploadedFile

from samenspel.core.record_json import dumps
from samenspel.sources.workbook import write_workbook
from samenspel.web import uploads

TOP = "/werkblad/dal/"


# The workbook.


def send(client, record, name="dal.json", data=None):
    content = data if data is not None else dumps(record).encode()
    return client.post(TOP + "werkboek/", {"workbook": SimpleUploadedFile(name, content)})


def changed(title="Uit het werkboek"):
    first, *rest = AGENDA.measures
    agenda = replace(AGENDA, measures=(replace(first, title=title), *rest))
    return replace(REGION, agenda=agenda)


@pytest.mark.parametrize("name", ["xlsx", "ods", "json", "csv"])
def test_a_workbook_that_comes_back_as_it_went_changes_nothing(secretary, name):
    file = secretary.get(f"{TOP}werkboek/{name}/")
    assert "attachment" in file["Content-Disposition"]
    answer = send(secretary, None, data=file.content)
    assert answer.status_code == 302
    assert secretary.get(answer.url).context["nothing"]


def test_a_workbook_counts_only_after_a_look(secretary):
    answer = send(secretary, None, data=write_workbook(changed(), "xlsx"))
    page = secretary.get(answer.url)
    assert "Uit het werkboek" in page.content.decode()
    assert saved("measure", "M1").title == "Praktijkcentrum"

    done = secretary.post(TOP + "werkboek/overnemen/", {"seen": page.context["digest"]})

    assert done.status_code == 302
    assert saved("measure", "M1").title == "Uit het werkboek"
    assert secretary.get(TOP + "werkboek/voorbeeld/").status_code == 410


def test_a_workbook_is_not_taken_over_what_changed_meanwhile(secretary):
    page = secretary.get(send(secretary, changed()).url)
    behind_the_back(title="Tussendoor")
    take = TOP + "werkboek/overnemen/"

    again = secretary.post(take, {"seen": page.context["digest"]})
    assert again.status_code == 409
    assert secretary.post(take).status_code == 409
    assert saved("measure", "M1").title == "Praktijkcentrum"
    assert secretary.post(take, {"seen": again.context["digest"]}).status_code == 302


def test_everything_wrong_in_a_workbook_is_told(secretary):
    wrong = changed(title="")
    wrong = replace(wrong, agenda=replace(wrong.agenda, starts_year=1))
    answer = send(secretary, wrong)
    assert answer.status_code == 400
    assert answer.context["error"].total >= 2
    assert saved("measure", "M1").title == "Praktijkcentrum"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rommel", b"{", b"\0" * 100, b"hallo"])
def test_a_file_that_is_no_workbook_is_refused(secretary, data):
    assert send(secretary, None, data=data).status_code == 400


def test_a_workbook_of_another_region_is_refused(secretary):
    assert send(secretary, replace(REGION, slug="berg")).status_code == 400


def test_a_file_that_is_too_large_is_refused_before_it_is_read(secretary):
    assert send(secretary, None, data=b"x" * (11 * 2**20)).status_code == 400


def test_only_who_may_import_sends_a_workbook(officer):
    assert officer.get(TOP + "werkboek/").status_code == 200
    assert send(officer, changed()).status_code == 403
    assert officer.post(TOP + "werkboek/overnemen/").status_code == 403


def test_a_kept_workbook_is_the_visitors_alone_and_goes_away(secretary, bench, settings, tmp_path):
    settings.DATA = tmp_path
    send(secretary, changed())
    (file,) = (tmp_path / "uploads").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert bench.client("administrator").get(TOP + "werkboek/voorbeeld/").status_code == 410

    assert secretary.get(TOP + "werkboek/voorbeeld/").status_code == 200
    file.write_text(file.read_text().replace("Uit het", "Niet het"))
    assert secretary.get(TOP + "werkboek/voorbeeld/").status_code == 410


def test_a_kept_workbook_makes_way_for_the_next_and_for_time(secretary, settings, tmp_path):
    settings.DATA = tmp_path
    send(secretary, changed("Een"))
    send(secretary, changed("Twee"))
    (file,) = (tmp_path / "uploads").iterdir()
    assert "Twee" in file.read_text()

    os.utime(file, (0, 0))
    assert secretary.get(TOP + "werkboek/voorbeeld/").status_code == 410
    uploads.keep(REGION, AT)
    assert not file.exists()


@pytest.mark.parametrize("token", ["../samenspel", "", "a/b", "\0", "é"])
def test_a_kept_file_is_named_by_its_token_only(token):
    assert uploads.kept(token, "x", AT) is None
