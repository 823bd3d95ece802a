# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that were loaded count over the packaged figures, as far as they are sound."""

import json
import shutil

import numpy as np
import pytest
from cbs_loading import Asking
from loaded_tables import CODE, GROWN, JOBS_CODE, jobs_table, table

from cbs_server import cuts, fails, misbehaving
from samenspel.sources import in_use
from samenspel.sources.cbs import SourceError
from samenspel.sources.loaded import newer_figures, use_loaded
from samenspel.sources.profiles import profile, subject_of, years
from samenspel.sources.statistics import editions, jobs, merged_since, published, vector
from samenspel.words.profile_data import as_data
from samenspel.words.profile_notes import notes

TWENTE = "AM05"


@pytest.fixture(autouse=True)
def packaged():
    """Whatever a test loads, the next begins with the packaged figures."""
    yield
    in_use.use(in_use.PACKAGED_ONLY)


@pytest.fixture
def load(tmp_path):
    """Loads an invented table into a data folder and lets it count."""

    def loading(tables=None, **options):
        with misbehaving(tables or table(**options)) as server:
            Asking(tmp_path / "statistics").load(server, CODE)
        use_loaded(tmp_path)
        return tmp_path

    return loading


def remarks():
    return {one.code: dict(one.values) for one in in_use.in_use().remarks}


def of_twente(year=2025):
    found = profile(subject_of(TWENTE), year)
    return found, {one.code: one for one in found.figures}


def test_without_loaded_tables_the_packaged_figures_count(tmp_path):
    use_loaded(tmp_path)
    assert in_use.in_use() is in_use.PACKAGED_ONLY


def test_a_loaded_edition_counts_with_its_values_period_and_status(load):
    before = of_twente(2024)[1]["inhabitants"].value
    load()
    found, figures = of_twente()
    one = figures["inhabitants"]
    assert (one.period, round(one.value / before, 3)) == (2025, GROWN)
    edition = editions()["inhabitants", 2025]
    assert (edition.status, edition.table) == ("provisional", CODE)
    assert edition.edition == "Kerncijfers wijken en buurten 2025, 2026-06-30"
    data = as_data(found, [], "inhabitants")
    assert CODE in {table["table"] for table in data["edition"]["tables"]}
    assert any(CODE in note for note in data["notes"])


def test_another_year_than_that_of_the_edition_stays_as_it_was(load):
    before = of_twente(2024)[1]["home-value"]
    load()
    assert of_twente(2024)[1]["home-value"] == before


def test_years_go_on_with_what_was_loaded(load):
    last = years()[-1]
    load(period="2027JJ00")
    assert years()[-1] == 2027 > last


def test_the_same_period_of_a_loaded_table_comes_before_the_packaged(load):
    packaged = published("inhabitants", 2024)["GM0153"]
    load(period="2024JJ00")
    assert published("inhabitants", 2024)["GM0153"] == round(packaged * GROWN)


def test_a_new_edition_is_noticed_and_what_was_kept_is_not_used(load, tmp_path):
    load()
    first = vector("inhabitants", 2025)
    assert vector("inhabitants", 2025) is first
    shutil.rmtree(tmp_path / "statistics")
    use_loaded(tmp_path)
    with pytest.raises(KeyError):
        vector("inhabitants", 2025)


def test_a_folder_that_did_not_change_is_read_once(load, tmp_path):
    load()
    store = tmp_path / "statistics"
    assert newer_figures(store) is newer_figures(store)


def test_a_column_with_another_unit_is_left_out_and_said(load):
    load(change=lambda name, _code, value: value * 1000 if name == "wozWaarde" else value)
    assert ("home-value", 2025) not in editions()
    assert remarks()["columns-left-out"]["indicators"] == ("home-value",)


@pytest.mark.parametrize("wrong", [-1.0, 101.0])
def test_a_column_with_an_impossible_value_is_left_out(load, wrong):
    load(change=lambda name, code, v: wrong if (name, code) == ("koopwoningen", "GM0153") else v)
    assert ("share-owner-occupied", 2025) not in editions()
    assert ("inhabitants", 2025) in editions()


def test_a_column_that_is_mostly_unknown_is_left_out(load):
    load(change=lambda name, code, v: None if name == "wozWaarde" and code > "GM0400" else v)
    assert ("home-value", 2025) not in editions()


def test_a_municipality_without_a_value_is_unknown_and_not_zero(load):
    load(change=lambda _name, code, v: None if code == "GM0153" else v)
    one = of_twente()[1]["home-value"]
    assert np.isnan(vector("home-value", 2025)).sum() == 1
    assert (one.period, one.value, one.reason) == (2025, None, "part-unknown")


def test_a_figure_that_others_weigh_by_must_be_known_of_all(load):
    load(change=lambda _name, code, v: None if code == "GM0153" else v)
    assert ("inhabitants", 2025) not in editions()
    assert remarks()["columns-left-out"]["indicators"] == ("inhabitants", "households")


def test_a_table_of_another_division_is_recoded_and_what_merged_is_said(load):
    load(division=2021)
    old = published("inhabitants", 2025)
    parts = merged_since(2021)["GM1982"]
    whole = profile(subject_of("GM1982"), 2025)
    figures = {one.code: one for one in whole.figures}
    assert len(parts) == 5
    assert figures["inhabitants"].value == sum(old[code] for code in parts)
    said = " ".join(notes(whole))
    assert "Boxmeer" in said
    assert "verloren" in said
    assert "Vermogen van huishoudens (mediaan)" in said
    assert "Boxmeer" not in " ".join(notes(profile(subject_of("GM0153"), 2025)))


def test_municipalities_that_are_not_known_here_are_left_out_and_said(load):
    tables = table()
    for row in tables[f"/{CODE}/Observations"]:
        row["WijkenEnBuurten"] = row["WijkenEnBuurten"].replace("GM0153", "GM2999")
    tables[f"/{CODE}/WijkenEnBuurtenCodes"].append({"Identifier": "GM2999", "Title": "Nieuw"})
    load(tables)
    assert remarks()["strange-municipalities"]["names"] == ("GM2999",)
    assert "GM2999" not in published("home-value", 2025)


def test_an_edition_that_is_damaged_does_not_count_and_is_said(load, tmp_path):
    load()
    [figures] = tmp_path.glob("statistics/*/*/figures.csv")
    figures.write_text(figures.read_text("utf-8").replace("GM0153", "GM0154"), "utf-8")
    [about] = tmp_path.glob("statistics/*/*/about.json")
    about.write_text(about.read_text("utf-8") + " ", "utf-8")
    use_loaded(tmp_path)
    assert ("inhabitants", 2025) not in editions()
    assert remarks()["edition-damaged"]["folder"] == f"{CODE}/20260630T0200"
    assert "beschadigd" in " ".join(notes(of_twente(2024)[0]))


def test_an_about_that_is_no_json_harms_nothing_else(load, tmp_path):
    load()
    bad = tmp_path / "statistics" / "99999NED" / "20260101T0000"
    bad.mkdir(parents=True)
    (bad / "about.json").write_text("{")
    use_loaded(tmp_path)
    assert ("inhabitants", 2025) in editions()
    assert "edition-damaged" in remarks()


def test_what_came_in_before_a_failure_does_not_count(tmp_path):
    with misbehaving(table()) as server:
        server.page_size = 500
        server.misdeeds[f"/{CODE}/Observations"] = [cuts] * 10 + [fails(500)] * 10
        with pytest.raises(SourceError):
            Asking(tmp_path / "statistics").load(server, CODE)
    use_loaded(tmp_path)
    assert in_use.in_use() is in_use.PACKAGED_ONLY


def test_a_table_of_another_kind_does_not_count(load, tmp_path):
    load()
    [about] = tmp_path.glob("statistics/*/*/about.json")
    content = json.loads(about.read_text("utf-8")) | {"title": "Banen van werknemers"}
    about.write_text(json.dumps(content), "utf-8")
    use_loaded(tmp_path)
    assert not in_use.in_use().editions


# Jobs.


@pytest.fixture
def load_jobs(tmp_path):
    """Loads an invented table of jobs into a data folder and lets it count."""

    def loading(**options):
        with misbehaving(jobs_table(**options)) as server:
            Asking(tmp_path / "statistics").load(server, JOBS_CODE)
        use_loaded(tmp_path)

    return loading


def test_jobs_of_packaged_years_and_the_newest_count(load_jobs):
    before = jobs()
    load_jobs()
    assert before.years == (2014, 2019, 2024)
    assert jobs().years == (2014, 2019, 2024, 2025)
    packaged = before.values[before.years.index(2024)]
    assert np.allclose(jobs().values[-1], 1.1 * packaged, rtol=0.02, atol=100, equal_nan=True)
    assert np.array_equal(jobs().values[1], before.values[1], equal_nan=True)
    assert editions()["jobs", 2025].status == "provisional"
    assert years()[-1] == 2025


def test_the_profile_goes_by_loaded_jobs_and_names_the_table(load_jobs):
    load_jobs()
    found = profile(subject_of("CR12"), 2025)
    assert (found.work.year, found.work.is_exact) == (2025, True)
    assert {(one.since, one.until) for one in found.work.growth} >= {(2024, 2025)}
    assert any(JOBS_CODE in note for note in notes(found))
    assert as_data(found, [], "inhabitants")["jobs"]["table"] == JOBS_CODE


@pytest.mark.parametrize(
    "options",
    [
        {"factor": 1000},
        {"factor": -1},
        {"headings": " tot "},
        {"change": lambda region, value: None if region < "CR20" else value},
    ],
)
def test_jobs_that_are_not_sound_do_not_count(load_jobs, options):
    load_jobs(**options)
    assert jobs().years == (2014, 2019, 2024)
    assert "jobs-left-out" in remarks()
    assert any(JOBS_CODE in note for note in notes(of_twente(2024)[0]))
