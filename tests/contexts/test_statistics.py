# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The packaged statistics are whole and explained, and add up to the published totals."""

import csv
import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from samenspel.sources import regional_figures as regional
from samenspel.sources import statistics

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "compile_indicators.py"
DATA = ROOT / "src" / "samenspel" / "data"
KINDS = {"labour-market-region": 35, "corop": 40, "province": 12}
INDICATORS = statistics.indicators()
EDITIONS = statistics.editions()
ELSEWHERE = {"jobs"}
SERIES = [key for key in EDITIONS if key[0] not in ELSEWHERE]
BROAD_WELFARE = 8
MERGED_LAND_VAN_CUIJK = ["GM0756", "GM0786", "GM0815", "GM1684", "GM1702"]
WHOLES = [
    ["share-0-15", "share-15-25", "share-25-45", "share-45-65", "share-65-plus"],
    ["share-unmarried", "share-married", "share-divorced", "share-widowed"],
    ["education-high", "education-medium", "education-low"],
]


def place(code):
    return statistics.municipalities().index(code)


def figure(found, region, indicator):
    return found.values[found.regions.index(region), found.indicators.index(indicator)]


def each_alone():
    return regional.grouped({code: code for code in statistics.municipalities()})


# The dictionary


def test_there_are_eight_themes_of_broad_welfare():
    assert sum(one.broad_welfare for one in statistics.themes().values()) == BROAD_WELFARE


def test_every_indicator_is_explained_in_both_languages():
    for one in INDICATORS.values():
        assert all((one.name_nl, one.name_en, one.definition_nl, one.definition_en)), one.code
        assert all((one.unit_nl, one.unit_en)), one.code
        assert one.theme in statistics.themes()
        assert one.direction in {"higher-better", "lower-better", "neutral"}


@pytest.mark.parametrize("name", ["name_nl", "name_en"])
def test_names_are_not_shared(name):
    names = Counter(getattr(one, name) for one in INDICATORS.values())
    assert [name for name, count in names.items() if count > 1] == []


def test_a_mean_weighs_by_a_count_and_says_what_it_is_a_mean_of():
    for one in INDICATORS.values():
        assert one.rule in {"sum", "mean", "none"}
        assert bool(one.weight) == (one.rule == "mean"), one.code
        if one.weight:
            assert INDICATORS[one.weight].rule == "sum"
            assert one.weight_basis in {"exact", "proxy"}
            assert all((one.denominator_nl, one.denominator_en))


def test_what_is_not_shown_weighs_something_or_is_a_table_of_its_own():
    weights = {one.weight for one in INDICATORS.values()}
    hidden = {one.code for one in INDICATORS.values() if not one.shown}
    assert hidden <= weights | ELSEWHERE


def test_every_indicator_has_an_edition_and_the_reverse():
    assert {code for code, _ in EDITIONS} == set(INDICATORS)


def test_every_edition_names_source_status_and_licence():
    for one in EDITIONS.values():
        assert all((one.source, one.table, one.edition, one.licence)), one
        assert one.status in {"definite", "provisional", "not-stated"}
        assert one.made in {"published", "computed", "estimated"}
        assert bool(one.note) or one.made == "published", one


# The figures


@pytest.mark.parametrize(("code", "period"), SERIES)
def test_a_series_is_of_known_municipalities_and_in_bounds(code, period):
    found = statistics.published(code, period)
    known = statistics.municipalities(EDITIONS[code, period].division)
    assert set(found) <= set(known)
    assert len(found) > 0.9 * len(known)
    highest = {"%": 100, "per 1,000 inhabitants": 1000}.get(INDICATORS[code].unit_en, np.inf)
    assert all(0 <= value <= highest for value in found.values())


def test_weights_are_known_everywhere():
    for code, period in SERIES:
        if INDICATORS[code].weight:
            division = EDITIONS[code, period].division
            assert (statistics.weight(code, period, division) >= 0).all(), (code, period)


@pytest.mark.parametrize("parts", WHOLES, ids=lambda parts: parts[0])
def test_the_parts_of_a_whole_add_up_to_a_hundred(parts):
    whole = sum(statistics.vector(code, 2021) for code in parts)
    assert whole == pytest.approx(100, abs=0.03)


def test_no_two_indicators_are_the_same_figure():
    for period in (2021, 2024):
        found = statistics.observations(period)
        for one, other in combinations(range(len(found.indicators)), 2):
            same = np.array_equal(found.values[:, one], found.values[:, other], equal_nan=True)
            assert not same, (found.indicators[one], found.indicators[other])


def test_density_of_population_and_of_addresses_are_not_mixed_up():
    people, land = (statistics.vector(code, 2021) for code in ("inhabitants", "land-area"))
    assert statistics.vector("population-density", 2021) == pytest.approx(people / land, rel=0.01)
    addresses = [statistics.vector("address-density", period) for period in (2021, 2024)]
    assert np.corrcoef(addresses)[0, 1] > 0.99


def test_unknown_stays_unknown():
    emmen = place("GM0114")
    assert np.isnan(statistics.vector("care-clients-per-1000", 2021)[emmen])
    assert "GM0114" not in statistics.published("care-clients-per-1000", 2021)


def test_a_period_without_figures_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="no figures of 2019; there are of 2012, 2016"):
        statistics.observations(2019)


# Mergers


def test_the_352_become_342():
    assert len(statistics.municipalities(2021)) == 352
    assert statistics.observations(2021).values.shape[0] == 342


def test_counts_of_merged_municipalities_add():
    old = statistics.published("inhabitants", 2021)
    now = statistics.vector("inhabitants", 2021)
    assert now[place("GM1982")] == sum(old[code] for code in MERGED_LAND_VAN_CUIJK)
    assert now[place("GM0363")] == old["GM0363"] + old["GM0457"]


def test_means_of_merged_municipalities_weigh():
    people = statistics.published("inhabitants", 2021)
    share = statistics.published("share-65-plus", 2021)
    old = sum(people[c] * share[c] for c in MERGED_LAND_VAN_CUIJK)
    now = statistics.vector("share-65-plus", 2021)[place("GM1982")]
    assert now == pytest.approx(old / sum(people[c] for c in MERGED_LAND_VAN_CUIJK))


def test_the_country_is_the_same_before_and_after_mergers():
    for code in ("share-65-plus", "home-value", "gas-use", "labour-participation"):
        old = statistics.weight(code, 2021, 2021)
        before = np.average(statistics.vector(code, 2021, 2021), weights=old)
        after = figure(regional.figures(2021, regional.country()), "NL", code)
        assert after == pytest.approx(before)


def test_a_median_of_merged_municipalities_is_not_known():
    wealth = statistics.vector("household-wealth", 2021)
    assert np.isnan(wealth[place("GM1982")])
    assert np.isnan(wealth).sum() == 6


def test_figures_do_not_go_back_before_a_merger():
    with pytest.raises(ValueError, match="do not go back"):
        statistics.vector("home-value", 2024, 2021)


def test_a_year_without_its_weight_takes_the_nearest():
    for year, nearest in ((2012, 2021), (2022, 2021), (2024, 2024)):
        found = statistics.weight("good-health", year)
        assert (found == statistics.vector("inhabitants-15-plus", nearest)).all()


# Regions


@pytest.mark.parametrize(("year", "people"), [(2021, 17_475_415), (2024, 17_942_942)])
@pytest.mark.parametrize("kind", KINDS)
def test_inhabitants_of_every_kind_of_region_add_up_to_the_country(kind, year, people):
    found = regional.figures(year, regional.grouping(kind))
    assert len(found.regions) == KINDS[kind]
    assert found.values[:, found.indicators.index("inhabitants")].sum() == people
    assert figure(regional.figures(year, regional.country()), "NL", "inhabitants") == people


@pytest.mark.parametrize("period", [2012, 2021, 2024, 2025])
def test_a_municipality_on_its_own_keeps_its_figures(period):
    alone = regional.figures(period, each_alone())
    rules = np.array([INDICATORS[code].rule for code in alone.indicators])
    known = statistics.observations(period).values[:, rules != "none"]
    np.testing.assert_allclose(alone.values[:, rules != "none"], known)


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_gives_the_same_country_by_way_of_regions(kind):
    regions, country = regional.grouping(kind), regional.figures(2024, regional.country())
    by_region = regional.figures(2024, regions)
    for k, code in enumerate(by_region.indicators):
        weights = np.ones(KINDS[kind])
        if INDICATORS[code].weight:
            by = statistics.weight(code, 2024)
            known = np.where(np.isnan(statistics.vector(code, 2024)), 0, by)
            weights = np.bincount(regions.number, weights=known)
        total = (weights * by_region.values[:, k]).sum()
        total /= weights.sum() if INDICATORS[code].weight else 1
        assert country.values[0, k] == pytest.approx(total), code


def test_a_share_of_a_region_is_its_count_over_its_inhabitants():
    found = regional.figures(2024, regional.grouping("province"))
    parts = {code: found.values[:, found.indicators.index(code)] for code in found.indicators}
    young = 100 * (1 - parts["inhabitants-15-plus"] / parts["inhabitants"])
    assert parts["share-0-15"] == pytest.approx(young, abs=0.005)
    assert parts["crimes-per-1000"] == pytest.approx(
        1000 * parts["crimes"] / parts["inhabitants"], abs=0.05
    )


def test_a_region_without_enough_known_has_no_figure_but_says_how_much_is():
    found = regional.figures(2021, regional.grouped({"GM0114": "A", "GM0014": "A", "GM0034": "B"}))
    care = found.indicators.index("care-clients-per-1000")
    assert np.isnan(found.values[0, care])
    assert 0.6 < found.coverage[0, care] < 0.9
    assert found.values[1, care] == statistics.published("care-clients-per-1000", 2021)["GM0034"]


def test_a_median_has_no_figure_for_a_region():
    found = regional.figures(2021, regional.country())
    assert np.isnan(figure(found, "NL", "household-wealth"))


def test_arrays_that_are_shared_cannot_be_changed():
    for shared in (statistics.observations(2024).values, statistics.jobs().values):
        with pytest.raises(ValueError, match="read-only"):
            shared[0] = 0


# Jobs


def test_jobs_are_complete_but_for_four_secrets():
    found = statistics.jobs()
    assert found.values.shape == (3, 40, 10)
    assert found.sectors == tuple(statistics.sectors())
    secret = np.argwhere(np.isnan(found.values))
    names = {(found.years[y], found.regions[r], found.sectors[s]) for y, r, s in secret}
    assert names == {
        (2014, "CR01", "JZ"),
        (2014, "CR01", "LZ"),
        (2014, "CR09", "FZ"),
        (2014, "CR09", "OPQ"),
    }


@pytest.mark.parametrize(
    ("year", "jobs"), [(2014, 7_694_000), (2019, 8_560_200), (2024, 9_086_100)]
)
def test_jobs_add_up_with_those_without_a_region(year, jobs):
    found = statistics.jobs()
    k = found.years.index(year)
    assert np.nansum(found.values[k]) + np.nansum(found.unplaced[k]) == jobs


def test_regions_of_whole_corop_regions_have_their_jobs():
    corop = regional.jobs_in(2024, regional.grouping("corop"))
    assert (corop.values == statistics.jobs().values[2]).all()
    provinces = regional.jobs_in(2024, regional.grouping("province"))
    assert provinces.fit == pytest.approx(1)
    assert provinces.values.sum() == pytest.approx(corop.values.sum())


def test_jobs_of_other_regions_are_an_estimate_that_says_how_it_fits():
    found = regional.jobs_in(2024, regional.grouping("labour-market-region"))
    assert found.values.sum() == pytest.approx(statistics.jobs().values[2].sum())
    fit = dict(zip(found.regions, found.fit, strict=True))
    assert fit["AM05"] == pytest.approx(1)
    assert min(found.fit) == pytest.approx(0.15, abs=0.01)


def test_a_secret_stays_secret_in_a_sum():
    found = regional.jobs_in(2014, regional.country())
    unknown = {s for s, jobs in zip(found.sectors, found.values[0], strict=True) if np.isnan(jobs)}
    assert unknown == {"JZ", "LZ", "FZ", "OPQ"}


def test_a_year_without_jobs_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="no jobs of 2020; there are of 2014, 2019, 2024"):
        regional.jobs_in(2020, regional.country())


# The compiler


def kept(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_source(folder, *, extra=()):
    """Write both tables with every column that was decided on, for two municipalities."""
    by_table = {"85039NED": "2021", "85984NED": "2026"}
    needed = {"85039NED": [], "85984NED": ["inwoners0tot15", "inwoners65plus", "oppervlakteLandHa"]}
    files = {"85039NED": "kwb2021_gemeente_wide.csv", "85984NED": "kwb2024_gemeente_subset.csv"}
    (folder / "indicators").mkdir()
    for table, division in by_table.items():
        columns = [e["column"] for e in kept("indicator-editions.csv") if e["division"] == division]
        columns += [row["column"] for row in kept("columns-left-out.csv") if row["table"] == table]
        heads = sorted({*columns, *needed[table], *extra} - {""})
        rows = [[code, *(["4"] * len(heads))] for code in ("GM0014", "GM0034")]
        write(folder / "indicators" / files[table], ["gm_code", *heads], rows)
    jobs = [["CR01", "2024", "A", "0.4"], ["CR01", "2024", "BE", ""]]
    names = ["cr_code", "year", "sector_a10", "jobs_x1000"]
    write(folder / "jobs/cbs83582_corop_jobs_2014_2019_2024.csv", names, jobs)
    write(folder / "regions/gm_recode_to_2026.csv", ["old_gm", "new_gm"], [])


def write(path, heads, rows):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])


def compile_tables(folder, *more):
    command = [sys.executable, str(TOOL), str(folder), "--out", str(folder), *more]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_compiler_is_repeatable_and_its_check_sees_a_change(tmp_path):
    write_source(tmp_path)
    first, again = compile_tables(tmp_path), compile_tables(tmp_path, "--check")
    (tmp_path / "jobs.csv").write_text("", encoding="utf-8")
    changed = compile_tables(tmp_path, "--check")
    assert (first.returncode, again.returncode, changed.returncode) == (0, 0, 1), first.stderr
    assert changed.stdout == "Changed: jobs.csv\n"


def test_the_compiler_leaves_secret_cells_empty_with_the_reason(tmp_path):
    write_source(tmp_path)
    compile_tables(tmp_path)
    jobs = (tmp_path / "jobs.csv").read_text(encoding="utf-8").splitlines()
    assert jobs[1:] == ["2024,CR01,A,400,", "2024,CR01,BE,,suppressed"]


def test_the_compiler_stops_at_a_column_that_nobody_decided_on(tmp_path):
    write_source(tmp_path, extra=["Nieuw (%)"])
    stopped = compile_tables(tmp_path)
    assert stopped.returncode == 1
    assert "not decided, not there, or decided twice: ['Nieuw (%)']" in stopped.stderr


def test_every_computed_edition_without_a_column_has_its_formula(tmp_path):
    write_source(tmp_path)
    compile_tables(tmp_path)
    with (tmp_path / "observations.csv").open(encoding="utf-8", newline="") as file:
        made = {(row["indicator"], int(row["period"])) for row in csv.DictReader(file)}
    assert made == set(SERIES) - {("inhabitants", 2021), ("inhabitants", 2024)}
