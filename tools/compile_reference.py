# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Compile the packaged reference tables from a folder of downloaded CBS tables.

``python tools/compile_reference.py FOLDER`` writes five CSV files to ``src/samenspel/data``;
``--check`` writes nothing and exits with status 1 when a file would change. The other tables there
(agencies, classifications, dictionary) are kept by hand. Same folder in, same bytes out.
"""

import argparse
import csv
import io
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGED = Path(__file__).resolve().parent.parent / "src" / "samenspel" / "data"
KINDS = {"am": "labour-market-region", "cr": "corop", "pv": "province"}
POPULATIONS = (
    ("2021", "indicators/kwb2021_gemeente_wide.csv", "population", "85039NED"),
    ("2024", "indicators/kwb2024_gemeente_subset.csv", "inwoners", "85984NED"),
)
BEFORE_MERGER = {"GM0457": {"am": "AM12", "cr": "CR24"}}
"""
Where a municipality lay before its merger when that is not where its successor lies. Weesp belonged
to Gooi en Vechtstreek (CBS 84929NED; register of joint arrangements: Regio Gooi en Vechtstreek).
"""

Row = dict[str, str]
Table = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """What the folder holds: the municipalities of now, the mergers, and the counts per year."""

    now: list[Row]
    mergers: list[Row]
    counts: dict[str, list[Row]]

    def first_days(self) -> dict[str, str]:
        """When each municipality that did not exist in 2021 began."""
        old = {row["gm_code"] for row in self.counts["2021"]}
        return {r["new_gm"]: r["date"] for r in self.mergers if r["new_gm"] not in old}


def read(path: Path) -> list[Row]:
    """Read a CSV file with a heading row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def load(folder: Path) -> Source:
    """Read the folder; raise OSError when a file is missing."""
    return Source(
        now=read(folder / "regions/gemeente_regio.csv"),
        mergers=read(folder / "regions/gm_recode_to_2026.csv"),
        counts={year: read(folder / path) for year, path, _, _ in POPULATIONS},
    )


def municipalities(source: Source) -> Table:
    """Every municipality since 2021; the province behind a name only where two share the name."""
    bare = [row["gm_name"].split(" (")[0] for row in source.now]
    since = source.first_days()
    table: Table = []
    for row, short in zip(source.now, bare, strict=True):
        name = row["gm_name"] if bare.count(short) > 1 else short
        table.append((row["gm_code"], name, since.get(row["gm_code"], ""), ""))
    table += [(row["old_gm"], row["old_name"], "", row["date"]) for row in source.mergers]
    return table


def successions(source: Source) -> Table:
    """Which municipality went on in which."""
    return [(row["old_gm"], row["new_gm"], row["date"]) for row in source.mergers]


def regions(source: Source) -> Table:
    """Every region of the three kinds."""
    found = {
        (row[f"{prefix}_code"], kind, row[f"{prefix}_name"])
        for row in source.now
        for prefix, kind in KINDS.items()
    }
    return list(found)


def memberships(source: Source) -> Table:
    """Which municipality lay in which region; merged ones as their successor, or corrected."""
    since = source.first_days()
    by_code = {row["gm_code"]: row for row in source.now}
    table: Table = []
    for prefix in KINDS:
        for code, row in by_code.items():
            table.append((row[f"{prefix}_code"], code, since.get(code, ""), "", "listed"))
        for merger in source.mergers:
            old = merger["old_gm"]
            moved = BEFORE_MERGER.get(old, {}).get(prefix, "")
            region = moved or by_code[merger["new_gm"]][f"{prefix}_code"]
            basis = "corrected" if moved else "successor"
            table.append((region, old, "", merger["date"], basis))
    return table


def inhabitants(source: Source) -> Table:
    """Inhabitants on 1 January, in the division of that year."""
    return [
        (row["gm_code"], year, row[column], table)
        for year, _, column, table in POPULATIONS
        for row in source.counts[year]
    ]


TABLES = {
    "municipalities": (municipalities, ("code", "name", "since", "until")),
    "municipality-successions": (successions, ("old", "new", "on")),
    "regions": (regions, ("code", "kind", "name")),
    "memberships": (memberships, ("region", "municipality", "since", "until", "basis")),
    "inhabitants": (inhabitants, ("municipality", "year", "people", "source_table")),
}


def render(headings: tuple[str, ...], rows: Table) -> bytes:
    """Write a sorted table as CSV in UTF-8 with line feeds."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(sorted(rows))
    return out.getvalue().encode()


def compile_tables(folder: Path) -> dict[str, bytes]:
    """Compile all tables of *folder*: file name and content."""
    source = load(folder)
    return {
        f"{name}.csv": render(headings, make(source)) for name, (make, headings) in TABLES.items()
    }


def main() -> int:
    """Write or check the packaged tables; the answer is the exit status."""
    parser = argparse.ArgumentParser(description="Compile the packaged reference tables.")
    parser.add_argument("folder", type=Path, help="folder with regions/ and indicators/")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--out", type=Path, default=PACKAGED, help="default: the package's data")
    options = parser.parse_args()
    changed = []
    for name, content in compile_tables(options.folder).items():
        path = options.out / name
        if not path.exists() or path.read_bytes() != content:
            changed.append(name)
            if not options.check:
                path.write_bytes(content)
    print("Changed: " + ", ".join(changed) if changed else "Nothing changed.")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
