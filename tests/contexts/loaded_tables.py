# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of CBS of real municipalities with invented figures, as version 4 of the protocol."""

from samenspel.sources.measures import TITLES
from samenspel.sources.statistics import municipalities, packaged_figures

CODE = "99025NED"
TITLE = "Kerncijfers wijken en buurten 2025"
MODIFIED = "2026-06-30T02:00:00"
GROWN = 1.01
"""Every count is a hundredth more than in 2024."""

COUNTS = {"inwoners": "inhabitants", "huishoudens": "households"}
AS_IS = {"wozWaarde": "home-value", "koopwoningen": "share-owner-occupied"}


def table(division=2026, without=(), change=None, period="2025JJ00", status="Voorlopig"):
    """Return what lies at each path; *change* takes (measure, municipality, value)."""
    names = [name for name in (*COUNTS, *AS_IS) if name not in without]
    rows = [
        {
            "Id": number,
            "Measure": f"M{names.index(name)}",
            "ValueAttribute": "None" if value is not None else "Impossible",
            "WijkenEnBuurten": code,
            "Perioden": period,
            "Value": value,
            "StringValue": None,
        }
        for number, (name, code, value) in enumerate(_values(names, division, change))
    ]
    return {
        f"/{CODE}": [],
        f"/{CODE}/Properties": {"Identifier": CODE, "Title": TITLE, "Modified": MODIFIED},
        f"/{CODE}/Dimensions": [
            {"Identifier": "WijkenEnBuurten", "Title": "Regio's", "Kind": "GeoDetailDimension"},
            {"Identifier": "Perioden", "Title": "Perioden", "Kind": "TimeDimension"},
        ],
        f"/{CODE}/MeasureCodes": [
            {"Identifier": f"M{at}", "Title": TITLES[name], "DataType": "Float", "Decimals": 0}
            for at, name in enumerate(names)
        ],
        f"/{CODE}/WijkenEnBuurtenCodes": [
            {"Identifier": code, "Title": code} for code in municipalities(division)
        ],
        f"/{CODE}/PeriodenCodes": [{"Identifier": period, "Title": period[:4], "Status": status}],
        f"/{CODE}/Observations": rows,
    }


def _values(names, division, change):
    figures, period = packaged_figures(), 2021 if division == 2021 else 2024
    for name in names:
        known = figures[(COUNTS | AS_IS)[name], period]
        for code in municipalities(division):
            value = known.get(code)
            if value is not None and name in COUNTS:
                value = round(value * GROWN)
            yield name, code, change(name, code, value) if change else value
