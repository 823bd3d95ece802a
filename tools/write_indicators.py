# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Write docs/reference/indicators.md from the packaged tables of statistics.

``python tools/write_indicators.py`` writes it; ``--check`` writes nothing and ends with status 1
when the page is not what the tables say. Same tables, same bytes.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from samenspel.sources.statistics import (
    MEAN,
    NO_RULE,
    Edition,
    Indicator,
    editions,
    indicators,
    jobs,
    left_out,
    sectors,
    themes,
)

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "indicators.md"
HEAD = """<!--
SPDX-FileCopyrightText: 2026 The Samenspel authors
SPDX-License-Identifier: EUPL-1.2
Written by tools/write_indicators.py: change the tables, then run it.
-->
# Indicators

The figures of the profile, per municipality, by theme. How they are made from downloaded tables
is in [Packaged data](data.md); how they go from municipalities to regions in
[the method](../methods/aggregation.md).

- **Better** says which way is better for people, if that can be said: `higher-better`,
  `lower-better` or `neutral`.
- **Adds up**: a sum adds. A mean weighs by its denominator; *proxy* means that the denominator is
  not known and another weighs in its place, so that the figure of a region is near, not exact. A
  median does not add up.
- **Status**: `definite`, `provisional`, or `not-stated` where the source as we have it says
  nothing.
- A figure that only serves as weight is not shown in a profile.
"""


def page() -> str:
    """Return the page."""
    return "\n\n".join([HEAD.rstrip(), *_themes(), *_jobs(), *_editions(), *_left_out()]) + "\n"


def _themes() -> Iterator[str]:
    for theme in themes().values():
        broad = " (broad welfare)" if theme.broad_welfare else ""
        yield f"## {theme.name_en}{broad}"
        found = [one for one in indicators().values() if one.theme == theme.code]
        heads = ("Code", "Name", "What it is", "Unit", "Better", "Adds up", "Periods")
        if found:
            yield _table(heads, map(_indicator, found))
        else:
            yield "The packaged tables have no figure of this theme. Own figures may fill it."


def _indicator(one: Indicator) -> list[str]:
    name = f"{one.name_en} ({one.name_nl})" + ("" if one.shown else "; only a weight")
    known = ", ".join(str(period) for code, period in editions() if code == one.code)
    return [f"`{one.code}`", name, one.definition_en, one.unit_en, one.direction, _rule(one), known]


def _rule(one: Indicator) -> str:
    if one.rule == NO_RULE:
        return "not"
    if one.rule != MEAN:
        return "sum"
    if one.weight_basis == "exact":
        return f"mean, by {one.denominator_en} (`{one.weight}`)"
    return f"mean, by `{one.weight}` as a proxy of {one.denominator_en}"


def _jobs() -> Iterator[str]:
    yield "## Jobs by sector"
    found = jobs()
    years = ", ".join(map(str, found.years))
    yield (
        f"Jobs of employees in December of {years}, in hundreds, of {len(found.regions)} COROP "
        "regions and these sectors (`jobs.csv`). In 2014 four cells are kept secret. Jobs without "
        "a region (`CR99`) count for the country only; in 2014 they were not published. A region "
        "that is not made of whole COROP regions gets jobs by its part of the inhabitants: an "
        "estimate, which says how well it fits, and worthless where it fits badly."
    )
    yield _table(
        ("Code", "Sections of SBI 2008", "Name"),
        (
            [f"`{one.code}`", one.sections, f"{one.name_en} ({one.name_nl})"]
            for one in sectors().values()
        ),
    )


def _editions() -> Iterator[str]:
    yield "## Where they come from"
    yield (
        "Division 2021 has 352 municipalities, 2026 the 342 that exist since 2023. *Computed* is "
        "from published figures and exact but for rounding, *estimated* is not."
    )
    heads = ("Table", "Edition", "Source", "Period", "Division", "Status", "Indicators", "Licence")
    every = sorted(editions().values(), key=lambda one: (_origin(one), one.indicator))
    yield _table(heads, (_group(key, list(found)) for key, found in groupby(every, key=_origin)))
    yield "What is computed or estimated:"
    made = sorted((one.note, one.made, one.period, one.indicator) for one in editions().values())
    made = [one for one in made if one[1] != "published"]
    yield _table(
        ("From", "How", "Period", "Indicators"),
        ([*map(str, key), _codes(found)] for key, found in groupby(made, key=lambda one: one[:3])),
    )


def _origin(one: Edition) -> tuple[str, ...]:
    origin = one.table, one.edition, one.source, str(one.period), str(one.division), one.status
    return (*origin, one.licence)


def _group(key: tuple[str, ...], found: list[Edition]) -> list[str]:
    *origin, licence = key
    return [*origin, ", ".join(f"`{one.indicator}`" for one in found), licence]


def _codes(rows: Iterable[tuple[object, ...]]) -> str:
    return ", ".join(f"`{row[-1]}`" for row in rows)


def _left_out() -> Iterator[str]:
    yield "## What is left out"
    yield "Columns of the downloaded files that are no figure here:"
    rows = ([one.table, one.column, one.reason] for one in left_out())
    yield _table(("Table", "Column", "Why"), rows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def main() -> int:
    """Write or check; return the exit status."""
    parser = argparse.ArgumentParser(description="Write the reference page of the indicators.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; status 1 when outdated"
    )
    only_check = parser.parse_args().check
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    if not only_check:
        PAGE.write_text(page(), encoding="utf-8")
    print(f"docs/reference/{PAGE.name} {'is outdated' if only_check else 'written'}")
    return int(only_check)


if __name__ == "__main__":
    sys.exit(main())
