# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Compile the packaged observations and jobs from a folder of downloaded tables.

``python tools/compile_indicators.py FOLDER`` writes ``observations.csv`` and ``jobs.csv`` to
``src/samenspel/data``; ``--check`` writes nothing and exits with status 1 when one would change.
What is taken stands in ``indicators.csv`` and ``indicator-editions.csv`` there, what is not in
``columns-left-out.csv``: all kept by hand. A column that stands in neither, or an edition that
yields nothing, stops it. Same folder in, same bytes out.
"""

import argparse
import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from samenspel.sources.measures import AS_PUBLISHED, COMPUTED

PACKAGED = Path(__file__).resolve().parent.parent / "src" / "samenspel" / "data"
TABLES = {
    "85039NED": "indicators/kwb2021_gemeente_wide.csv",
    "85984NED": "indicators/kwb2024_gemeente_subset.csv",
}
DIVISIONS = {"2021": "85039NED", "2026": "85984NED"}
"""The table whose municipalities are those of a division; the later one holds other sources too."""

ELSEWHERE = {"inhabitants": "inhabitants.csv", "jobs": "jobs.csv"}
JOBS = "jobs/cbs83582_corop_jobs_2014_2019_2024.csv"
MERGERS = "regions/gm_recode_to_2026.csv"
KEY = "gm_code"
PEOPLE_2021 = "population of 2021"
"""A column added to the later table: inhabitants of 2021, those of merged municipalities added."""

Row = dict[str, str]
Numbers = dict[str, float]
Table = list[tuple[str, ...]]


def _aged_15(row: Numbers) -> float:
    return row["population"] * (1 - row["Demographics: Under 15 years (%)"] / 100)


FORMULAS: dict[tuple[str, str], Callable[[Numbers], float]] = {
    ("households", "2021"): lambda row: row["population"] / row["Demographics: Avg household size"],
    ("inhabitants-0-25", "2021"): lambda row: (
        row["population"]
        * (row["Demographics: Under 15 years (%)"] + row["Demographics: 15-24 years (%)"])
        / 100
    ),
    ("inhabitants-15-plus", "2021"): _aged_15,
    ("inhabitants-15-plus", "2024"): COMPUTED["inhabitants-15-plus"],
    ("working", "2021"): lambda row: (
        _aged_15(row) * row["HumanCapital: Labour participation (%)"] / 100
    ),
    ("establishments", "2021"): lambda row: (
        row["population"] * row["Economy: Business density (per 1k pop)"] / 1000
    ),
    ("population-density", "2021"): lambda row: (
        row["population"] / row["Environment: Land area (km²)"]
    ),
    ("land-area", "2024"): COMPUTED["land-area"],
    ("share-0-15", "2024"): COMPUTED["share-0-15"],
    ("share-65-plus", "2024"): COMPUTED["share-65-plus"],
    ("crimes-per-1000", "2021"): lambda row: 1000 * row["misdrijven_2021"] / row[PEOPLE_2021],
    ("crimes-per-1000", "2024"): lambda row: 1000 * row["misdrijven_2024"] / row["inwoners"],
}
"""
How an edition is made for which no column is named; its note says the same in words.

Of the later table as ``samenspel.sources.measures`` has it, which reads loaded tables as well.
"""


@dataclass(frozen=True, slots=True)
class Packaged:
    """What is kept by hand: which figures there are, and from which column each comes."""

    indicators: dict[str, Row]
    editions: list[Row]
    left_out: list[Row]


def read(path: Path) -> list[Row]:
    """Read a CSV file with a heading row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def load_packaged(folder: Path) -> Packaged:
    """Read the tables kept by hand."""
    return Packaged(
        indicators={row["code"]: row for row in read(folder / "indicators.csv")},
        editions=read(folder / "indicator-editions.csv"),
        left_out=read(folder / "columns-left-out.csv"),
    )


def load(folder: Path) -> dict[str, list[Row]]:
    """Read the tables of the folder, with the inhabitants of 2021 in the later division."""
    tables = {table: read(folder / path) for table, path in TABLES.items()}
    following = {row["old_gm"]: row["new_gm"] for row in read(folder / MERGERS)}
    people: dict[str, int] = {}
    for row in tables["85039NED"]:
        now = following.get(row[KEY], row[KEY])
        people[now] = people.get(now, 0) + int(row["population"])
    for row in tables["85984NED"]:
        row[PEOPLE_2021] = str(people.get(row[KEY], ""))
    return tables


def check_columns(tables: dict[str, list[Row]], kept: Packaged) -> None:
    """Raise SystemExit unless each column is taken or left out with a reason, and not both."""
    for table, rows in tables.items():
        taken = [e["column"] for e in kept.editions if DIVISIONS[e["division"]] == table]
        left = [row["column"] for row in kept.left_out if row["table"] == table]
        decided = {*taken, *left, *_computed_from(table)} - {""}
        columns = set(rows[0]) - {KEY, PEOPLE_2021}
        if columns != decided or set(taken) & set(left):
            wrong = sorted((columns ^ decided) | (set(taken) & set(left)))
            raise SystemExit(f"{table}: not decided, not there, or decided twice: {wrong}")
    check_measures(kept)


def check_measures(kept: Packaged) -> None:
    """Raise SystemExit when a packaged column is not the measure that loaded tables are read by."""
    for one in kept.editions:
        measure = AS_PUBLISHED.get(one["indicator"])
        if one["table"] == "85984NED" and one["column"] not in {"", measure}:
            raise SystemExit(f"{one['indicator']}: {one['column']} here, {measure} when loaded")


def _computed_from(table: str) -> set[str]:
    """Return the columns of a table that only formulas use."""
    only = {"85984NED": {"inwoners0tot15", "inwoners65plus", "oppervlakteLandHa"}}
    return only.get(table, set())


def observations(tables: dict[str, list[Row]], kept: Packaged) -> Table:
    """Return every figure that is known, one a row."""
    found: Table = []
    for edition in kept.editions:
        if edition["indicator"] not in ELSEWHERE:
            values = list(_values(edition, tables[DIVISIONS[edition["division"]]], kept))
            if not values:
                raise SystemExit(f"no values for {edition['indicator']} {edition['period']}")
            found += values
    return found


def _values(edition: Row, rows: list[Row], kept: Packaged) -> Iterator[tuple[str, ...]]:
    code, period, column = edition["indicator"], edition["period"], edition["column"]
    indicator = kept.indicators[code]
    digits = int(indicator["decimals"]) + (indicator["rule"] == "mean")
    for row in rows:
        value = row[column] if column else _computed(FORMULAS[code, period], row, digits)
        if value:
            yield code, period, row[KEY], plain(value)


def _computed(formula: Callable[[Numbers], float], row: Row, digits: int) -> str:
    """Return the value of a formula, empty when something it needs is not known."""
    numbers = {name: float(text) for name, text in row.items() if _is_number(text)}
    try:
        return f"{formula(numbers):.{digits}f}"
    except KeyError:
        return ""


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def plain(text: str) -> str:
    """Return a number without zeros that say nothing; raise for what is no number >= 0."""
    number = Decimal(text)
    if not number.is_finite() or number < 0:
        raise ValueError(f"no figure: {text}")
    return f"{number.normalize():f}"


def jobs(rows: Iterable[Row]) -> Table:
    """Return jobs of employees, published in hundreds; a cell kept secret is empty, with why."""
    return [
        (row["year"], row["cr_code"], row["sector_a10"], *_jobs(row["jobs_x1000"])) for row in rows
    ]


def _jobs(thousands: str) -> tuple[str, str]:
    return (plain(str(1000 * Decimal(thousands))), "") if thousands else ("", "suppressed")


def render(headings: tuple[str, ...], rows: Table) -> bytes:
    """Write a sorted table as CSV in UTF-8 with line feeds."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(sorted(rows))
    return out.getvalue().encode()


def compile_tables(folder: Path, packaged: Path) -> dict[str, bytes]:
    """Compile both tables of *folder*: file name and content."""
    tables, kept = load(folder), load_packaged(packaged)
    check_columns(tables, kept)
    values = observations(tables, kept)
    return {
        "observations.csv": render(("indicator", "period", "municipality", "value"), values),
        "jobs.csv": render(
            ("year", "region", "sector", "jobs", "reason"), jobs(read(folder / JOBS))
        ),
    }


def main() -> int:
    """Write or check the packaged tables; the answer is the exit status."""
    parser = argparse.ArgumentParser(description="Compile the packaged observations and jobs.")
    parser.add_argument("folder", type=Path, help="folder with indicators/, jobs/ and regions/")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--out", type=Path, default=PACKAGED, help="default: the package's data")
    options = parser.parse_args()
    changed = []
    for name, content in compile_tables(options.folder, PACKAGED).items():
        path = options.out / name
        if not path.exists() or path.read_bytes() != content:
            changed.append(name)
            if not options.check:
                path.write_bytes(content)
    print("Changed: " + ", ".join(changed) if changed else "Nothing changed.")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
