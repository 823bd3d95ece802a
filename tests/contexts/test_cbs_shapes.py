# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Tables in the other shapes that CBS has: without regions, wide, padded, typed or as text.

Shaped as ``80072ned``, ``80137ned`` and ``83599NED``; all names and figures are invented. The
recorded answers themselves are tried in ``test_cbs_recordings.py`` where they are.
"""

from decimal import Decimal
from itertools import product

import pytest
from cbs_loading import Asking

from cbs_server import misbehaving
from samenspel.sources.cbs import Bounds
from samenspel.sources.cbs.records import About, Dimension, Kind, Measure, Member, Table

CODE = "99010ned"
SECTORS = {"T001081": "Alle economische activiteiten", "301000": "A Landbouw en visserij"}
QUARTERS = {
    f"{year}{part}": "Definitief" if year < 2031 else "Voorlopig"
    for year in (2030, 2031)
    for part in ("KW01", "KW02", "KW03", "KW04", "JJ00")
}
PERSONS = {"1 ": "Totaal", "2 ": "Vrouwen"}
BRANCHES = {"99": "Totaal", "A+B": "Landbouw"}
TOPICS = ("Totaal_1", "Werknemers_2", "Zelfstandigen_3", "PerGewerktUur_12")


@pytest.fixture
def asking(tmp_path):
    """Who asks, with a folder for what comes in."""
    return Asking(tmp_path, Bounds())


def by_sector_v4():
    """Return a table without regions: a figure for each quarter and kind of company."""
    rows = [
        {"Id": number, "Measure": "M001924", "ValueAttribute": "None", "Value": number / 10}
        | {"BedrijfskenmerkenSBI2008": sector, "Perioden": quarter}
        for number, (sector, quarter) in enumerate(product(SECTORS, QUARTERS))
    ]
    return {
        "": [{"name": "MeasureCodes", "kind": "EntitySet", "url": "MeasureCodes"}],
        "/Properties": {
            "Identifier": CODE,
            "Title": "Ziekteverzuim",
            "Modified": "2031-06-19T02:00:00+02:00",
            "TemporalCoverage": "",
        },
        "/Dimensions": [
            {"Identifier": "Perioden", "Kind": "TimeDimension", "Title": "Perioden"},
            {"Identifier": "BedrijfskenmerkenSBI2008", "Kind": "Dimension", "Title": "Bedrijven"},
        ],
        "/MeasureCodes": [
            {"Identifier": "M001924", "Title": "Verzuim", "Unit": "%", "DataType": "Float"}
            | {"Decimals": 1, "MeasureGroupId": None}
        ],
        "/BedrijfskenmerkenSBI2008Codes": [
            {"Identifier": code, "Title": title} for code, title in SECTORS.items()
        ],
        "/PeriodenCodes": [
            {"Identifier": code, "Title": code, "Status": status}
            for code, status in QUARTERS.items()
        ],
        "/Observations": rows,
    }


def wide_v3():
    """Return a table with a column for each topic, typed, its short keys padded."""
    keys = product(PERSONS, BRANCHES, ("2030JJ00", "2031JJ00"))
    rows = [
        {"ID": number, "Persoonskenmerken": person, "BedrijfstakkenSBI93": branch}
        | {"Perioden": period}
        | {
            topic: None if topic == TOPICS[3] else number + at / 10
            for at, topic in enumerate(TOPICS)
        }
        for number, (person, branch, period) in enumerate(keys)
    ]
    dimensions = ("Persoonskenmerken", "BedrijfstakkenSBI93", "Perioden")
    described = [
        {"ID": number, "Type": "TimeDimension" if key == "Perioden" else "Dimension"}
        | {"Key": key, "Title": key, "ParentID": None}
        for number, key in enumerate(dimensions)
    ]
    group = {"ID": 3, "Type": "TopicGroup", "Key": "", "Title": "Banen", "ParentID": None}
    topics = [
        {"ID": 4 + at, "Type": "Topic", "Key": key, "Title": key.split("_")[0], "ParentID": 3}
        | {"Datatype": "Float", "Unit": "1 000 banen", "Decimals": 1}
        for at, key in enumerate(TOPICS)
    ]
    return {
        "/TableInfos": [
            {"ID": 0, "Identifier": CODE, "Title": "Arbeid", "Period": "2030-2031"}
            | {"Modified": "2031-07-10T02:00:00"}
        ],
        "/DataProperties": [*described, group, *topics],
        "/Persoonskenmerken": [{"Key": key, "Title": title} for key, title in PERSONS.items()],
        "/BedrijfstakkenSBI93": [{"Key": key, "Title": title} for key, title in BRANCHES.items()],
        "/Perioden": [
            {"Key": f"{year}JJ00", "Title": str(year), "Status": "Definitief"}
            for year in (2030, 2031)
        ],
        "/UntypedDataSet": rows,
    }


def at(lists):
    return {f"/{CODE}{end}": found for end, found in lists.items()}


def test_table_without_regions_comes_in_whole(asking):
    with misbehaving(at(by_sector_v4())) as server:
        server.page_size = 7
        edition = asking.load(server, CODE).edition

    assert edition.rows == len(SECTORS) * len(QUARTERS)
    assert edition.table.columns == ("period", "bedrijfskenmerkensbi2008")
    assert edition.table.about.edition == "20310619T0200"
    assert edition.table.measures[0].path == ("Verzuim",)
    quarters = {one.code: one.status for one in edition.table.dimensions[0].members}
    assert (quarters["2030KW04"], quarters["2031JJ00"]) == ("definitive", "provisional")


def test_wide_table_gives_a_figure_for_each_topic(asking):
    with misbehaving(at(wide_v3())) as server:
        server.page_size = 3
        found = asking.load(server, CODE).edition

    assert found.rows == len(TOPICS) * len(PERSONS) * len(BRANCHES) * 2
    assert found.table.about.period == "2030-2031"
    assert ("Banen", "PerGewerktUur") in {one.path for one in found.table.measures}
    assert [one.code for one in found.table.dimensions[0].members] == ["1", "2"]


def test_pages_of_padded_text_follow_each_other_without_padding(asking):
    rows = [
        {"ID": number, "RegioS": "NL01  ", "BedrijfstakkenBranchesSBI2008": sector.ljust(9)}
        | {"Perioden": quarter, "OpenstaandeVacatures_1": f"{number / 10}".rjust(8)}
        for number, (sector, quarter) in enumerate(product(SECTORS, QUARTERS))
    ]
    with misbehaving({f"/{CODE}/UntypedDataSet": rows}) as server:
        server.page_size = 12
        _, service = asking.services(server)
        table = described()
        first = service.page(table, "", 0)
        last = service.page(table, first.after, first.received)

    found = [*first.observations, *last.observations]
    assert (first.after, last.after, len(found)) == ("12", "", len(rows))
    assert not any(" " in code for one in found for code in one.codes)
    assert {one.codes[1] for one in found} == {"NL01"}
    assert [one.value for one in found] == [Decimal(number) / 10 for number in range(len(rows))]


def described():
    """Return the table of the padded rows."""
    members = {
        ("BedrijfstakkenBranchesSBI2008", Kind.OTHER): SECTORS,
        ("RegioS", Kind.REGION): ("NL01",),
        ("Perioden", Kind.PERIOD): QUARTERS,
    }
    dimensions = (
        Dimension(name, name, kind, tuple(Member(code, code) for code in codes))
        for (name, kind), codes in members.items()
    )
    about = About(CODE, "Openstaande vacatures", "2031-02-14T02:00")
    return Table(about, tuple(dimensions), (Measure("OpenstaandeVacatures_1", ("Vacatures",)),))
