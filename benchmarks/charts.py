# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What charts cost: to draw each, and the page of a profile with all of them, cold and warm.

Run ``python benchmarks/charts.py``; it takes half a minute. The server process has been started as
for visitors; every region is then asked for the first time, and again. Seconds are those of the
processor, so that neighbours on a shared machine do not count. It fails when a goal is missed.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from http import HTTPStatus
from importlib import import_module
from statistics import median

from pages import AT, start

KIND = "AM"
COLD, WARM = 300, 20
"""Goals in milliseconds, for the slowest page that is asked for first, and for the same again."""

AGAIN = 20


def main() -> int:
    """Print the figures; return 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        start(folder)
        slugs = regions()
        begun = milliseconds(lambda: import_module("samenspel.conf.wsgi"))
        print(f"start of a server process {begun:.0f} ms")
        draw_each()
        return judge({slug: page(slug) for slug in slugs})


def regions() -> list[str]:
    """Start every labour market region; return their addresses."""
    from samenspel.agenda.services import import_region
    from samenspel.core.rights import INSTALLATION
    from samenspel.sources.reference import division, region_record

    slugs = []
    for code in sorted(code for code in division().regions if code.startswith(KIND)):
        record = region_record(code, on=AT.date())
        import_region(record=record, actor=INSTALLATION, at=AT)
        slugs.append(record.slug)
    return slugs


def draw_each() -> None:
    """Print what it costs to draw each chart of a COROP region, drawn for the first time."""
    from samenspel.charts.profile import profile_charts
    from samenspel.charts.render import png, svg
    from samenspel.sources.profiles import checked_year, profile, scales, subject_of

    year, shown = checked_year(None), "good-health"
    found = profile(subject_of("CR12"), year)
    for chart in profile_charts(found, scales(shown, year), shown):
        drawn = milliseconds(lambda chart=chart: svg(chart))
        picture = milliseconds(lambda chart=chart: png(chart))
        print(f"{chart.name:<10} SVG {drawn:>5.0f} ms, then as PNG {picture:>5.0f} ms")


def page(slug: str) -> tuple[float, float]:
    """Return the milliseconds of the profile of a region, the first time and after that."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    address = f"/{slug}/profiel/"
    first = milliseconds(lambda: client.get(address))
    assert client.get(address).status_code == HTTPStatus.OK
    return first, median(milliseconds(lambda: client.get(address)) for _ in range(AGAIN))


def judge(found: dict[str, tuple[float, float]]) -> int:
    """Print the slowest and the middle page; return 1 when a goal is missed."""
    cold, warm = zip(*found.values(), strict=True)
    print(f"{len(found)} profiles, cold: median {median(cold):.0f} ms, most {max(cold):.0f} ms")
    print(f"{len(found)} profiles, warm: median {median(warm):.1f} ms, most {max(warm):.1f} ms")
    return int(max(cold) > COLD or max(warm) > WARM)


def milliseconds(work: Callable[[], object]) -> float:
    """Return the time of the processor that *work* takes."""
    begun = time.process_time()
    work()
    return 1000 * (time.process_time() - begun)


if __name__ == "__main__":
    sys.exit(main())
