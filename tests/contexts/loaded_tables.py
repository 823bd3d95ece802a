# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A table of CBS of real municipalities with invented figures, as version 4 of the protocol."""

from itertools import product
from math import isnan

from samenspel.sources.measures import TITLES
from samenspel.sources.statistics import (
    municipalities,
    packaged_figures,
    packaged_jobs,
    sectors,
)

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


JOBS_CODE = "99026NED"
JOBS_TITLE = "Banen van werknemers in december; economische activiteit (SBI2008), regio"


def jobs_table(years=(2014, 2020, 2024, 2025), factor=1.1, change=None, headings="-"):
    """Return jobs by COROP region and sector: those of 2024 times *factor*, in thousands."""
    packaged = {(r, s): value for (year, r, s), value in packaged_jobs().items() if year == 2024}
    rows = [
        {
            "Id": number,
            "Measure": "M1",
            "ValueAttribute": "None",
            "RegioS": region,
            "SBI2008": sector,
            "Perioden": f"{year}JJ00",
            "Value": _jobs(value * factor / 1000, region, change),
            "StringValue": None,
        }
        for number, (year, ((region, sector), value)) in enumerate(product(years, packaged.items()))
    ]
    regions = dict.fromkeys(region for region, _sector in packaged)
    return {
        f"/{JOBS_CODE}": [],
        f"/{JOBS_CODE}/Properties": {
            "Identifier": JOBS_CODE,
            "Title": JOBS_TITLE,
            "Modified": MODIFIED,
        },
        f"/{JOBS_CODE}/Dimensions": [
            {"Identifier": "SBI2008", "Title": "Bedrijfstakken", "Kind": "Dimension"},
            {"Identifier": "RegioS", "Title": "Regio's", "Kind": "GeoDimension"},
            {"Identifier": "Perioden", "Title": "Perioden", "Kind": "TimeDimension"},
        ],
        f"/{JOBS_CODE}/MeasureCodes": [
            {"Identifier": "M1", "Title": "Banen van werknemers in december", "DataType": "Float"}
        ],
        f"/{JOBS_CODE}/RegioSCodes": [{"Identifier": code, "Title": code} for code in regions],
        f"/{JOBS_CODE}/SBI2008Codes": [
            {"Identifier": one.code, "Title": _heading(one.sections.split(), headings)}
            for one in sectors().values()
        ],
        f"/{JOBS_CODE}/PeriodenCodes": [
            {"Identifier": f"{year}JJ00", "Title": str(year), "Status": "Voorlopig"}
            for year in years
        ],
        f"/{JOBS_CODE}/Observations": rows,
    }


def _jobs(value, region, change):
    value = None if isnan(value) else round(value, 1)
    return change(region, value) if change else value


def _heading(letters, between):
    ends = f"{letters[0]}{between}{letters[-1]}" if len(letters) > 1 else letters[0]
    return f"{ends} Naam van de sector"
