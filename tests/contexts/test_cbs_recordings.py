# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Answers of CBS itself, recorded, come in whole.

They are not part of the project: name their folder in SAMENSPEL_SHARED_DATA, or these tests are
not part of a run. The same shapes, invented, are tried in ``test_cbs_shapes.py``.
"""

import json
import os
from pathlib import Path

from cbs_loading import Asking

from cbs_server import misbehaving
from samenspel.sources.cbs import Bounds
from samenspel.sources.cbs.records import About, Dimension, Kind, Measure, Member, Table

FOLDER = Path(os.environ.get("SAMENSPEL_SHARED_DATA", "")) / "cbs_odata"

V4 = {
    "": 2,
    "/Properties": 7,
    "/Dimensions": 6,
    "/MeasureCodes": 5,
    "/BedrijfskenmerkenSBI2008Codes": 11,
    "/PeriodenCodes": 9,
    "/Observations": 4,
}
V3 = {
    "/TableInfos": 2,
    "/DataProperties": 7,
    "/Persoonskenmerken": 4,
    "/BedrijfstakkenSBI93": 5,
    "/Perioden": 6,
    "/UntypedDataSet": 8,
}


def recorded(name):
    found = json.loads((FOLDER / name).read_text("utf-8"))
    return found["value"] if isinstance(found.get("value"), list) else found


def lists(code, folder, files):
    return {f"/{code}{end}": recorded(f"{folder}/meta_{n}.json") for end, n in files.items()}


def test_table_in_version_4(tmp_path):
    with misbehaving(lists("80072ned", "v4_80072ned", V4)) as server:
        server.page_size = 1000
        edition = Asking(tmp_path, Bounds()).load(server, "80072ned").edition

    assert edition.rows == 4409
    assert edition.table.columns == ("period", "bedrijfskenmerkensbi2008")
    assert edition.table.about.edition == "20200619T0200"
    assert edition.table.measures[0].path == ("Ziekteverzuimpercentage",)


def test_table_in_version_3(tmp_path):
    with misbehaving(lists("80137ned", "v3_80137ned_83599NED", V3)) as server:
        server.page_size = 100
        edition = Asking(tmp_path, Bounds()).load(server, "80137ned").edition

    rows = len(recorded("v3_80137ned_83599NED/meta_8.json"))
    assert edition.rows == 12 * rows
    assert edition.table.about.period == "2001-2005"
    assert ("Beloning van werknemers (loonkosten)", "Per arbeidsjaar") in {
        one.path for one in edition.table.measures
    }


def test_pages_of_padded_rows_in_version_3(tmp_path):
    folder = "v3_80137ned_83599NED"
    rows = recorded(f"{folder}/tables_2.json") + recorded(f"{folder}/tables_3.json")
    with misbehaving({"/83599NED/UntypedDataSet": rows}) as server:
        server.page_size = 10_000
        _, service = Asking(tmp_path, Bounds()).services(server)
        table = described(rows)
        first = service.page(table, "", 0)
        last = service.page(table, first.after, first.received)

    found = [*first.observations, *last.observations]
    assert (first.after, last.after, len(found)) == ("10000", "", len(rows))
    assert {len(one.codes[1]) for one in found} == {4}
    assert not any(" " in code for one in found for code in one.codes)


def described(rows):
    """Return the table of these rows, whose description was not recorded."""
    kinds = {
        "BedrijfstakkenBranchesSBI2008": Kind.OTHER,
        "RegioS": Kind.REGION,
        "Perioden": Kind.PERIOD,
    }
    dimensions = (
        Dimension(
            name,
            name,
            kind,
            tuple(Member(code, code) for code in {row[name].strip() for row in rows}),
        )
        for name, kind in kinds.items()
    )
    about = About("83599NED", "Openstaande vacatures", "2020-02-14T02:00")
    return Table(about, tuple(dimensions), (Measure("OpenstaandeVacatures_1", ("Vacatures",)),))
