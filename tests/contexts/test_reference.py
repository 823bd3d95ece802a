# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The packaged tables are whole and explained, and every official region can be started."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from samenspel.core.checks import problems
from samenspel.core.composition import holds_on, memberships_from, recode, regions_around
from samenspel.core.errors import RuleError
from samenspel.core.region_record import SCHEMES, TRIANGLE
from samenspel.sources import reference

IN_2021 = date(2021, 1, 1)
IN_2026 = date(2026, 1, 1)
ROOT = Path(__file__).resolve().parents[2]
TABLES = sorted(p.name for p in files("samenspel.data").iterdir() if p.name.endswith(".csv"))
REGIONS = sorted(reference.division().regions)


def members_on(region, on):
    found = memberships_from(reference.division(), region, on)
    towns = reference.division().municipalities
    return [towns[one.municipality] for one in found if holds_on(one.since, one.until, on)]


def names(region, on):
    return {one.name for one in members_on(region, on)}


def columns():
    found = set()
    for table in TABLES:
        name = table.removesuffix(".csv")
        text = files("samenspel.data").joinpath(table).read_text(encoding="utf-8")
        found |= {(name, column) for column in next(csv.reader([text.splitlines()[0]]))}
    return found


def test_every_column_is_in_the_dictionary_and_the_reverse():
    entries = [(one.table, one.column) for one in reference.data_dictionary()]
    assert set(entries) == columns()
    assert len(entries) == len(set(entries))


def test_every_entry_names_its_definition_source_edition_and_licence():
    for one in reference.data_dictionary():
        assert all((one.definition, one.source, one.edition, one.licence)), one


def test_the_page_on_the_tables_shows_the_dictionary_word_for_word():
    page = (ROOT / "docs/reference/data.md").read_text(encoding="utf-8")
    for one in reference.data_dictionary():
        assert f"| `{one.column}` | {one.definition} |" in page, (one.table, one.column)
    for table in TABLES:
        assert f"### {table}" in page


def test_the_kinds_of_region_are_complete():
    kinds = Counter(one.kind for one in reference.division().regions.values())
    assert kinds == {"labour-market-region": 35, "corop": 40, "province": 12}


@pytest.mark.parametrize(("on", "count"), [(IN_2021, 352), (IN_2026, 342)])
@pytest.mark.parametrize("prefix", ["AM", "CR", "PV"])
def test_each_kind_divides_the_whole_country(prefix, on, count):
    found = [
        one.code
        for region in REGIONS
        if region.startswith(prefix)
        for one in members_on(region, on)
    ]
    assert len(found) == len(set(found)) == count


def test_the_municipalities_of_2021_recode_to_those_of_2026():
    old = [one.code for pv in REGIONS if pv[:2] == "PV" for one in in_2021(pv)]
    assert len(recode(reference.division(), old, IN_2026)) == 342


def in_2021(region):
    return members_on(region, IN_2021)


def test_five_municipalities_became_land_van_cuijk():
    old = {"Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"}
    assert old <= names("AM27", IN_2021)
    assert "Land van Cuijk" not in names("AM27", IN_2021)
    assert names("AM27", IN_2026) & (old | {"Land van Cuijk"}) == {"Land van Cuijk"}


def test_weesp_left_gooi_en_vechtstreek_for_amsterdam():
    for gooi, amsterdam in (("AM12", "AM18"), ("CR24", "CR23")):
        assert "Weesp" in names(gooi, date(2022, 3, 23))
        assert "Weesp" not in names(gooi, date(2022, 3, 24)) | names(amsterdam, IN_2021)


@pytest.mark.parametrize(("year", "people"), [(2021, 17_475_415), (2024, 17_942_942)])
def test_inhabitants_add_up_to_the_country(year, people):
    assert sum(one.people for one in reference.inhabitants() if one.year == year) == people


@pytest.mark.parametrize("on", [IN_2021, IN_2026], ids=["2021", "2026"])
@pytest.mark.parametrize("code", REGIONS)
def test_every_official_region_can_be_started(code, on):
    record = reference.region_record(code, on=on)
    parties = [one.slug for one in record.parties]
    kinds = Counter(one.kind for one in record.parties)
    councils = {one.party for one in record.seats if one.body.startswith("gemeenteraad-")}
    assert problems(record) == []
    assert len(parties) == len(set(parties))
    assert kinds["municipality"] == len(record.members) == len(councils) > 0
    assert kinds["province"] > 0
    assert kinds["development-agency"] > 0
    assert {one.municipality for one in record.inhabitants} == {m.code for m in record.members}


def test_slugs_of_official_regions_never_clash():
    slugs = [reference.region_record(code, on=IN_2026).slug for code in REGIONS]
    assert len(slugs) == len(set(slugs))


def test_twente_starts_with_its_fourteen_its_province_and_its_agency():
    record = reference.region_record("AM05", on=IN_2026)
    assert (record.slug, record.title, len(record.members)) == ("twente", "Twente", 14)
    assert [one.slug for one in record.parties[-2:]] == ["provincie-overijssel", "oost-nl"]
    assert sum(one.people for one in record.inhabitants if one.year == 2021) == 631_733
    assert record.agenda is None


def test_a_region_over_provinces_has_all_their_agencies():
    record = reference.region_record("AM08", on=IN_2026)
    agencies = [one.slug for one in record.parties if one.kind == "development-agency"]
    assert agencies == ["liof", "oost-nl"]


def test_a_region_of_ones_own_takes_old_codes():
    record = reference.own_region_record(["GM0786", "GM0757"], title="Maas & Dommel", on=IN_2026)
    assert (record.slug, record.kind, record.code) == ("maas-dommel", "own", "")
    assert [one.name for one in record.members] == ["Boxtel", "Land van Cuijk"]


def test_a_region_of_ones_own_needs_a_municipality():
    with pytest.raises(RuleError, match="region-without-municipalities"):
        reference.own_region_record([], title="Niets", on=IN_2026)


def test_an_unknown_region_is_refused():
    with pytest.raises(RuleError, match="unknown-region") as refused:
        reference.region_record("Twente", on=IN_2026)
    assert "AM05 Twente" in refused.value.params["nearest"]


def test_default_terms_fill_every_scheme_in_both_languages():
    terms = reference.default_terms()
    assert {one.scheme for one in terms} == set(SCHEMES)
    assert tuple(one.code for one in terms if one.scheme == "triangle-side") == TRIANGLE
    assert all(one.label_nl and one.label_en for one in terms)
    assert len({(one.scheme, one.code) for one in terms}) == len(terms)


def test_every_province_has_one_agency():
    covered = [province for one in reference.agencies() for province in one.provinces]
    everywhere = regions_around(reference.division(), all_codes(), "province")
    assert sorted(covered) == [one.code for one in everywhere]


def all_codes():
    return list(reference.division().municipalities)


def write_source(folder: Path) -> None:
    """Write a country of two municipalities, of which one is made from two older ones."""
    tables = {
        "regions/gemeente_regio.csv": "gm_code,gm_name,pv_code,pv_name,cr_code,cr_name,am_code,"
        "am_name\nGM3,Midden (N.),PV1,Noord,CR1,Noord,AM1,Noord\n"
        "GM4,Groot,PV1,Noord,CR1,Noord,AM1,Noord\n",
        "regions/gm_recode_to_2026.csv": "old_gm,old_name,new_gm,new_name,date\n"
        "GM2,West,GM3,Midden,2022-01-01\nGM1,Oost,GM3,Midden,2022-01-01\n",
        "indicators/kwb2021_gemeente_wide.csv": "gm_code,population\nGM1,10\nGM2,20\nGM4,40\n",
        "indicators/kwb2024_gemeente_subset.csv": "gm_code,inwoners\nGM3,33\nGM4,44\n",
    }
    for path, text in tables.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def compile_tables(*arguments):
    command = [sys.executable, str(ROOT / "tools/compile_reference.py"), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_compiler_is_repeatable_and_its_check_sees_a_change(tmp_path):
    write_source(tmp_path)
    first = compile_tables(tmp_path, "--out", tmp_path)
    again = compile_tables(tmp_path, "--out", tmp_path, "--check")
    with (tmp_path / "regions.csv").open("a", encoding="utf-8") as file:
        file.write("AM9,labour-market-region,Nergens\n")
    changed = compile_tables(tmp_path, "--out", tmp_path, "--check")
    assert (first.returncode, again.returncode, changed.returncode) == (0, 0, 1)
    assert changed.stdout == "Changed: regions.csv\n"


def test_the_compiler_dates_mergers(tmp_path):
    write_source(tmp_path)
    compile_tables(tmp_path, "--out", tmp_path)
    assert (tmp_path / "municipalities.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "GM1,Oost,,2022-01-01",
        "GM2,West,,2022-01-01",
        "GM3,Midden,2022-01-01,",
        "GM4,Groot,,",
    ]
    assert "AM1,GM1,,2022-01-01,successor" in (tmp_path / "memberships.csv").read_text("utf-8")
