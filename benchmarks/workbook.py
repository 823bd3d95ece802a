# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What a workbook of 500 measures costs to write and to read, in each format; no database.

Run ``python benchmarks/workbook.py``; it takes ten seconds, prints figures and judges none.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from importlib.resources import files

from samenspel.core.agenda.record import Contribution, Cost, Measure
from samenspel.core.record_json import loads
from samenspel.core.region_record import RegionRecord
from samenspel.sources.workbook import FORMATS, read_workbook, write_workbook

MEASURES = 500
ROUNDS = 5


def region(measures: int) -> RegionRecord:
    """Return the fictional example region with an agenda of that many measures."""
    example = files("samenspel.data").joinpath("examples", "lindewaard.json")
    record = loads(example.read_text(encoding="utf-8"))
    agenda = record.agenda
    assert agenda is not None
    made = tuple(measure(number, agenda.measures[0]) for number in range(1, measures + 1))
    return replace(record, agenda=replace(agenda, measures=made))


def measure(number: int, like: Measure) -> Measure:
    """Return a full measure: texts, four years of costs, two contributions, one dependency."""
    return replace(
        like,
        key=f"X{number}",
        about=f"{like.about} " * 3,
        starts_on=date(2026, 1, 1),
        needs=(f"X{number - 1}",) if number > 1 else (),
        costs=tuple(Cost(year, number * 123_45, "begroting") for year in range(2026, 2030)),
        contributions=(Contribution("D1", Decimal("1.5")), Contribution("D2", None, "geschat")),
    )


def main() -> None:
    """Print the figures."""
    record = region(MEASURES)
    print(f"{MEASURES} measures; best of {ROUNDS}, CPU seconds of this process")
    print(f"{'format':<8}{'write':>8}{'read':>8}{'KB':>8}")
    for name in FORMATS:
        data = write_workbook(record, name)
        assert read_workbook(data).record == record
        write = min(seconds(partial(write_workbook, record, name)) for _ in range(ROUNDS))
        read = min(seconds(partial(read_workbook, data)) for _ in range(ROUNDS))
        print(f"{name:<8}{write:>8.3f}{read:>8.3f}{len(data) // 1024:>8}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory of the process: {peak} MB")


def seconds(work: Callable[[], object]) -> float:
    """Return how much CPU *work* takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
