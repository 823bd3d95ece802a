# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An invented table as both versions of the protocol of CBS tell it; its figures exist nowhere."""

CODE = "99001NED"
TITLE = "Kerncijfers wijken en buurten 2031"
MODIFIED = "2031-06-30T02:00:00"
PEOPLE, SHARE, NAME = "M001", "M002", "M003"
V3_COLUMNS = {PEOPLE: "AantalInwoners_5", SHARE: "Koopwoningen_41", NAME: "Naam_2"}

FIGURES = {
    ("NL00", "2030JJ00"): ("17999000", "57.1", "Nederland"),
    ("NL00", "2031JJ00"): ("18000000", "57.2", "Nederland"),
    ("GM0001", "2030JJ00"): ("25000", None, "Hallerdijk"),
    ("GM0001", "2031JJ00"): ("25100", "0", "Hallerdijk"),
    ("GM0002", "2031JJ00"): (None, "61.5", "Kasterveen"),
    ("WK000100", "2031JJ00"): ("1200", "40.0", "Wijk 00"),
}
"""Region and period -> people, share of owned homes, name; None is missing."""

REGIONS = {"NL00": "Nederland", "GM0001": "Hallerdijk", "GM0002": "Kasterveen"}
PERIODS = {"2030JJ00": ("2030", "Definitief"), "2031JJ00": ("2031", "Voorlopig")}
KEPT = 15
"""Figures of the country and its municipalities."""


def v4_lists() -> dict[str, object]:
    """Return what lies at each path in version 4."""
    rows = [
        {
            "Id": number,
            "Measure": measure,
            "ValueAttribute": "None" if value is not None else "Impossible",
            "WijkenEnBuurten": region,
            "Perioden": period,
            "Value": None if measure == NAME or value is None else float(value),
            "StringValue": value if measure == NAME else None,
        }
        for number, (region, period, measure, value) in enumerate(_long())
    ]
    return {
        f"/{CODE}": [{"name": "MeasureGroups", "kind": "EntitySet", "url": "http://x.invalid/"}],
        f"/{CODE}/Properties": {"TemporalCoverage": "2030 - 2031", **_described("+02:00")},
        f"/{CODE}/Dimensions": [
            {"Identifier": "WijkenEnBuurten", "Title": "Regio's", "Kind": "GeoDetailDimension"},
            {"Identifier": "Perioden", "Title": "Perioden", "Kind": "TimeDimension"},
        ],
        f"/{CODE}/MeasureGroups": [
            {"Id": "1", "Title": "Wonen", "ParentId": None},
            {"Id": "2", "Title": "Eigendom", "ParentId": "1"},
        ],
        f"/{CODE}/MeasureCodes": [
            _v4_measure(PEOPLE, "Aantal inwoners", None, "aantal", "Long", 0),
            _v4_measure(SHARE, "Koopwoningen", "2", "%", "Float", 1),
            _v4_measure(NAME, "Naam", None, None, "String", None),
        ],
        f"/{CODE}/WijkenEnBuurtenCodes": [
            {"Identifier": code, "Title": title, "DimensionGroupId": "x"}
            for code, title in REGIONS.items()
        ],
        f"/{CODE}/PeriodenCodes": [
            {"Identifier": code, "Title": title, "Status": status}
            for code, (title, status) in PERIODS.items()
        ],
        f"/{CODE}/Observations": rows,
        "/Datasets": _catalogue(),
    }


def v3_lists(columns: dict[str, str] | None = None) -> dict[str, object]:
    """Return what lies at each path in version 3, with the keys and numbers padded as CBS does."""
    keys = columns or V3_COLUMNS
    rows = [
        {
            "ID": number,
            "WijkenEnBuurten": region.ljust(10),
            "Perioden": period,
            keys[PEOPLE]: (people or ".").rjust(9),
            keys[SHARE]: (share or "").rjust(8),
            keys[NAME]: name.ljust(20),
        }
        for number, ((region, period), (people, share, name)) in enumerate(FIGURES.items())
    ]
    return {
        f"/{CODE}/TableInfos": [{"ID": 0, "Period": "2030 - 2031", **_described("")}],
        f"/{CODE}/DataProperties": [
            _v3_property(0, "GeoDetail", "WijkenEnBuurten", "Regio's", None),
            _v3_property(1, "TimeDimension", "Perioden", "Perioden", None),
            _v3_property(2, "TopicGroup", "", "Wonen", None),
            _v3_property(3, "TopicGroup", "", "Eigendom", 2),
            _v3_property(4, "Topic", V3_COLUMNS[PEOPLE], "Aantal inwoners", None, "Long"),
            _v3_property(5, "Topic", V3_COLUMNS[SHARE], "Koopwoningen", 3, "Double"),
            _v3_property(6, "Topic", V3_COLUMNS[NAME], "Naam", None, "String"),
        ],
        f"/{CODE}/WijkenEnBuurten": [
            {"Key": code.ljust(10), "Title": title} for code, title in REGIONS.items()
        ],
        f"/{CODE}/Perioden": [
            {"Key": code, "Title": title, "Status": status}
            for code, (title, status) in PERIODS.items()
        ],
        f"/{CODE}/UntypedDataSet": rows,
        "/Tables": _catalogue(),
    }


def _long():
    for (region, period), values in FIGURES.items():
        for measure, value in zip((PEOPLE, SHARE, NAME), values, strict=True):
            yield region, period, measure, value


def _described(zone: str) -> dict[str, str]:
    return {"Identifier": CODE, "Title": TITLE, "Modified": MODIFIED + zone}


def _catalogue() -> list[dict[str, str]]:
    titles = {
        CODE: TITLE,
        "99002NED": "Gebieden in Nederland 2032",
        "99003NED": "Gebieden in Nederland 2032, oud",
    }
    return [
        {"Identifier": code, "Title": title, "Modified": MODIFIED} for code, title in titles.items()
    ]


def _v4_measure(code, title, group, unit, kind, decimals):
    return {
        "Identifier": code,
        "Title": title,
        "MeasureGroupId": group,
        "Unit": unit,
        "DataType": kind,
        "Decimals": decimals,
    }


def _v3_property(number, kind, key, title, parent, datatype=None):
    found = {"ID": number, "Type": kind, "Key": key, "Title": title, "ParentID": parent}
    return found | ({"Datatype": datatype, "Unit": "aantal", "Decimals": 0} if datatype else {})
