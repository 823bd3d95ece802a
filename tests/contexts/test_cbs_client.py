# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of CBS come in whole and as they are, in both versions of the protocol, or not at all."""

import json
from decimal import Decimal

import pytest
from cbs_loading import AT, Asking

from cbs_server import fails, misbehaving
from cbs_tables import CODE, FIGURES, KEPT, NAME, PEOPLE, SHARE, V3_COLUMNS, v3_lists, v4_lists
from samenspel.sources.cbs import Kind, editions, observations

OBSERVATIONS = f"/{CODE}/Observations"


@pytest.fixture
def v4():
    """A source that speaks version 4."""
    with misbehaving(v4_lists()) as server:
        yield server


@pytest.fixture
def v3():
    """A source that speaks version 3 only."""
    with misbehaving(v3_lists()) as server:
        yield server


@pytest.fixture
def asking(tmp_path):
    """Who asks, with a folder for what comes in."""
    return Asking(tmp_path / "statistics")


def by_path(edition):
    """Return the figures by region, period and what is measured."""
    paths = {one.code: one.path for one in edition.table.measures}
    return {(*one.codes, paths[one.measure]): one for one in observations(edition)}


def test_table_comes_in_with_all_that_its_figures_refer_to(v4, asking):
    table = asking.load(v4).edition.table
    regions, periods = table.dimensions

    assert table.columns == ("region", "period")
    assert (table.about.edition, table.about.period) == ("20310630T0200", "2030 - 2031")
    assert [one.code for one in regions.members] == ["NL00", "GM0001", "GM0002"]
    assert [one.status for one in periods.members] == ["definitive", "provisional"]
    assert [one.path for one in table.measures] == [
        ("Aantal inwoners",),
        ("Wonen", "Eigendom", "Koopwoningen"),
        ("Naam",),
    ]


def test_figures_are_exact_and_those_of_neighbourhoods_are_left(v4, asking):
    found = {(one.measure, *one.codes): one.value for one in asking.figures(v4)}

    assert len(found) == KEPT
    assert found[SHARE, "NL00", "2030JJ00"] == Decimal("57.1")
    assert found[PEOPLE, "GM0001", "2031JJ00"] == Decimal(25100)
    assert found[NAME, "GM0002", "2031JJ00"] == "Kasterveen"


def test_missing_stays_missing_and_zero_is_a_figure(v4, v3, asking):
    for server, unknown in ((v4, "impossible"), (v3, "unknown")):
        found = by_path(Asking(asking.store / server.url[-5:]).load(server).edition)
        missing = found["GM0002", "2031JJ00", ("Aantal inwoners",)]
        share = found["GM0001", "2030JJ00", ("Wonen", "Eigendom", "Koopwoningen")]

        assert (missing.value, missing.status) == (None, unknown)
        assert (share.value, share.status) == (None, "impossible")
        assert found["GM0001", "2031JJ00", ("Wonen", "Eigendom", "Koopwoningen")].value == 0


def test_null_without_a_reason_is_unknown(v4, asking):
    v4.lists[OBSERVATIONS][0] |= {"Value": None, "ValueAttribute": "None"}

    assert next(one.status for one in asking.figures(v4)) == "unknown"


def test_both_versions_give_the_same_figures(v4, v3, tmp_path):
    new, old = Asking(tmp_path / "4").load(v4).edition, Asking(tmp_path / "3").load(v3).edition
    values = [
        {place: one.value for place, one in by_path(edition).items()} for edition in (new, old)
    ]

    assert values[0] == values[1]
    assert (new.origin.protocol, old.origin.protocol) == ("v4", "v3")
    assert new.table.about == old.table.about


def test_columns_whose_numbers_shifted_are_refused_by_name(v3, asking):
    v3.lists = v3_lists(V3_COLUMNS | {SHARE: "Koopwoningen_42"})

    assert asking.refusal(v3, "columns-differ")["names"] == "Koopwoningen_41, Koopwoningen_42"


def test_figure_divided_by_something_else_is_refused(v4, asking):
    v4.lists[OBSERVATIONS][3]["Geslacht"] = "T001038"

    assert asking.refusal(v4, "columns-differ")["names"] == "Geslacht"


def test_code_that_the_table_does_not_have_is_refused(v4, asking):
    v4.lists[OBSERVATIONS][3]["WijkenEnBuurten"] = "GM9999"

    assert asking.refusal(v4, "unknown-code") == {"dimension": "region", "code": "GM9999"}


@pytest.mark.parametrize("value", ["1,5", True, "NaN", "1e999999999", [1]])
def test_number_that_is_none_is_refused(v4, asking, value):
    v4.lists[OBSERVATIONS][0]["Value"] = value

    asking.refusal(v4, "bad-number")


def test_pages_follow_each_other_one_at_a_time(v4, asking):
    v4.page_size = 7

    assert len(asking.figures(v4)) == KEPT
    assert [one.partition("$skip=")[2] for one in v4.paths("/Observations")] == ["", "7", "14"]
    assert asking.told == [(0, None), (7, 18), (14, 18), (18, 18)]


def test_only_the_regions_that_we_keep_are_asked_for(v4, asking):
    asking.load(v4)
    [asked] = v4.paths("/Observations")

    assert "startswith(WijkenEnBuurten,'GM')" in asked.replace("%20", " ")
    assert "'WK'" not in asked


def test_rows_that_stay_away_are_missed(v4, asking):
    v4.misdeeds[OBSERVATIONS] = [
        lambda handler, answer: handler.send(answer | {"@odata.count": 99})
    ]

    assert asking.refusal(v4, "rows-differ") == {"total": 99, "received": 18}


def test_same_figure_twice_counts_once(v4, asking):
    v4.lists[OBSERVATIONS] *= 2

    assert asking.load(v4).edition.rows == KEPT


def test_two_figures_at_one_place_are_refused(v4, asking):
    v4.lists[OBSERVATIONS].append(v4.lists[OBSERVATIONS][0] | {"Value": 1})

    asking.refusal(v4, "contradiction")
    assert editions(asking.store) == ()


def test_version_3_steps_in_when_version_4_fails(v4, asking):
    v4.lists |= v3_lists()
    v4.misdeeds[OBSERVATIONS] = [fails(500)] * 99

    assert asking.load(v4).edition.origin.protocol == "v3"
    assert not list(asking.store.glob("*/.part-*"))


def test_table_that_no_version_has_is_told_to_be_missing(v4, asking):
    v4.lists = {}

    asking.refusal(v4, "missing")
    assert len(v4.asked) == 2


def test_another_table_than_asked_for_is_refused(v4, asking):
    v4.lists[f"/{CODE}/Properties"]["Identifier"] = "99009NED"

    asking.refusal(v4, "unexpected-answer")


def test_figures_match_what_the_source_holds(v4, asking):
    found = {
        codes: tuple(str(one.value) if one.value is not None else None for one in rows)
        for codes, rows in asking.by_codes(v4).items()
    }
    assert found == {codes: values for codes, values in FIGURES.items() if codes[0][0] != "W"}


def test_dimension_of_a_second_kind_keeps_its_own_name(v4, asking):
    table = asking.load(v4).edition.table
    second = table.dimensions[0].__class__("WerkRegio", "Werkregio", Kind.REGION, ())
    more = table.__class__(table.about, (*table.dimensions, second), table.measures)

    assert more.columns == ("region", "period", "werkregio")


def test_meta_data_says_where_figures_come_from(v4, asking):
    edition = asking.load(v4).edition
    about = json.loads((edition.folder / "about.json").read_text())

    assert (about["source"], about["licence"], about["table"]) == ("CBS", "CC BY 4.0", CODE)
    assert about["retrieved_at"] == AT.isoformat()
    assert about["address"] == v4.url
    assert about["rows"] == KEPT
