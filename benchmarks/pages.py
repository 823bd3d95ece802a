# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What a public page costs on SQLite: statements, and CPU of this process through all middleware.

Run ``python benchmarks/pages.py``; it takes a minute, prints figures and judges none. The agenda
is the fictional example, its measures repeated; the visitor is not logged in. The median is of
many requests one after another, so the machine should have nothing else to do.
"""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from itertools import islice
from typing import Any

SIZES = (25, 100, 500)
REQUESTS = 80
AT = datetime(2026, 3, 1, tzinfo=UTC)

PAGES = (
    "/",
    "/{region}/",
    "/{region}/agenda/",
    "/{region}/agenda/?page={last}",
    "/{region}/agenda/?fase=decision&partij=roc-de-linde",
    "/{region}/agenda/wat-mist/",
    "/{region}/agenda/versies/",
    "/{region}/agenda/versies/1/verschil/2/",
    "/{region}/opgaven/O1/",
    "/{region}/doelen/D1/",
    "/{region}/maatregelen/M1/",
    "/{region}/partijen/",
    "/{region}/partijen/roc-de-linde/",
    "/{region}/grootboek/",
    "/{region}/open-data/",
    "/over/",
)


def main() -> None:
    """Make the regions and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        start(folder)
        regions = {size: grow(size) for size in SIZES}
        print(f"median of {REQUESTS} requests; statements and CPU ms for {SIZES} measures")
        for page in PAGES:
            figures = [cost(address(page, size, slug)) for size, slug in regions.items()]
            print(f"{page:<54}" + "".join(f"{n:>5} {ms:>6.1f}" for n, ms in figures))


def start(folder: str) -> None:
    """Set up the product with a database of its own."""
    os.environ.pop("DATABASE_URL", None)
    os.environ["SAMENSPEL_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.conf.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def grow(size: int) -> str:
    """Make a region with an agenda of *size* measures in force, in two versions."""
    from samenspel.agenda.services import import_region, move_version
    from samenspel.core.agenda.states import State
    from samenspel.core.rights import INSTALLATION

    for number, name in ((1, "lindewaard-versie-1"), (2, "lindewaard")):
        import_region(record=record(name, size), actor=INSTALLATION, at=AT)
        for state in (State.RELEASED, State.ADOPTED, State.EXECUTION):
            slug = f"groot-{size}"
            move_version(region=slug, number=number, to=state, actor=INSTALLATION, at=AT)
    return slug


def record(name: str, size: int) -> Any:
    """Return an example with its measures repeated until there are *size*."""
    from samenspel.core.record_json import loads

    text = files("samenspel.data").joinpath("examples", f"{name}.json").read_text("utf-8")
    example = loads(text)
    assert example.agenda is not None
    given = example.agenda.measures
    more = (
        replace(one, key=f"{one.key}-{turn}", title=f"{one.title} ({turn})", needs=())
        for turn in range(1, size)
        for one in given
    )
    measures = (*given, *islice(more, size - len(given)))
    agenda = replace(example.agenda, measures=measures)
    return replace(example, slug=f"groot-{size}", agenda=agenda)


def address(page: str, size: int, slug: str) -> str:
    """Return the address of a page in a region."""
    return page.format(region=slug, last=-(-size // 25))


def cost(url: str) -> tuple[int, float]:
    """Return how many statements a page takes, and how many ms of CPU."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    with CaptureQueriesContext(connection) as statements:
        response = client.get(url)
    asked = len(statements)
    assert response.status_code == 200, (url, response.status_code)  # noqa: PLR2004
    spent = sorted(milliseconds(lambda: client.get(url)) for _ in range(REQUESTS))
    return asked, spent[REQUESTS // 2]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how much CPU *work* takes."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    main()
