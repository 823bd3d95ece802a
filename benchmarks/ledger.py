# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What the ledger costs on SQLite: writing acts, reading them, and proving 100,000 of them.

Run ``python benchmarks/ledger.py``; it takes half a minute, prints figures and judges none.
"""

import os
import tempfile
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ALONE = 1000
"""Acts that each have a transaction of their own."""

TOGETHER = 9000
"""Acts in one transaction, as an import has them."""

PROVED = 100_000
"""Entries of the export that is verified without a database."""


def seconds(work: Callable[[], object]) -> float:
    """Return how long *work* takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def show(what: str, count: int, taken: float) -> None:
    """Print one figure."""
    print(f"{what:<46}{count:>8,}  {taken:8.2f} s  {count / taken:>10,.0f}/s")


def start(folder: str) -> None:
    """Set up the ledger alone, with the product's own database settings."""
    os.environ.pop("DATABASE_URL", None)
    os.environ["SAMENSPEL_DATA"] = folder
    import django
    from django.conf import settings
    from django.core.management import call_command

    from samenspel.conf.settings import DATABASES

    settings.configure(DATABASES=DATABASES, INSTALLED_APPS=["samenspel.ledger"], USE_TZ=True)
    django.setup()
    call_command("migrate", verbosity=0)


def append(count: int) -> None:
    """Write *count* entries of a usual size."""
    from django.db import transaction

    from samenspel.core.rights import Actor, Grant, Role
    from samenspel.ledger import services

    for number in range(count):
        with transaction.atomic():
            services.append(
                book="twente",
                kind="measure-changed",
                object=f"measure:M{number % 100}",
                actor=Actor("7f3a9c"),
                grant=Grant(Role.OFFICER, "enschede"),
                details={"title": {"from": "Leren en werken", "to": f"Leren en werken {number}"}},
                at=datetime(2026, 3, 1, tzinfo=UTC),
            )


def measure_database() -> None:
    """Write, prove and read a book in the database."""
    from django.db import transaction

    from samenspel.ledger import queries

    show("append, a transaction each", ALONE, seconds(lambda: append(ALONE)))
    with transaction.atomic():
        show("append, one transaction", TOGETHER, seconds(lambda: append(TOGETHER)))
    count = ALONE + TOGETHER
    show(
        "export from the database", count, seconds(lambda: deque(queries.export_lines("twente"), 0))
    )
    show("verify in the database", count, seconds(lambda: queries.verify_book("twente")))
    page = queries.entries("twente", object="measure:M1")[:50]
    show("newest 50 entries of one object", 50, seconds(lambda: list(page)))


def measure_export(export: Path) -> None:
    """Verify an export of ``PROVED`` entries like those of the database."""
    from samenspel.core.chain import GENESIS, read, seal, to_line, verify
    from samenspel.ledger import queries

    payload, previous = next(queries.links("twente")).payload, GENESIS
    with export.open("wb") as file:
        for seq in range(1, PROVED + 1):
            link = seal(seq, previous, payload)
            previous = link.digest
            file.write(to_line(link))
    with export.open("rb") as file:
        show("verify an export, no database", PROVED, seconds(lambda: verify(read(file))))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        start(place)
        measure_database()
        measure_export(Path(place) / "ledger.jsonl")
