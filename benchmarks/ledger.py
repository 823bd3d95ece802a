# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What the ledger costs on SQLite: acts, heads, proofs, and the verification of a million entries.

Run ``python benchmarks/ledger.py``; it takes some minutes, prints figures and judges none, but for
faults that are missed. With the extra ``bench`` it measures pymerkle beside it, on the same leaves.
``--quick`` takes a tenth of everything.
"""

import os
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "core"))

SCALE = 10 if "--quick" in sys.argv else 1

ALONE = 2000 // SCALE
"""Acts that each have a transaction of their own."""

TOGETHER = 8000 // SCALE
"""Acts in one transaction, as an import has them."""

PROVED = 1_000_000 // SCALE
"""Entries of the export that is verified without a database, and leaves of the tree."""

COMPARED = 100_000 // SCALE
"""Leaves of the trees that are built side by side."""

PROOFS = 1000
FAULTS = 10_000 // SCALE
KEY = bytes(range(32))
AT = datetime(2026, 3, 1, tzinfo=UTC)


class Taken(NamedTuple):
    """How long something took, by the clock and of the processor, in seconds."""

    wall: float
    cpu: float


def seconds(work: Callable[[], object]) -> Taken:
    """Return how long *work* takes; on a machine with other work the processor's is the fairer."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Taken(time.perf_counter() - wall, time.process_time() - cpu)


def show(what: str, count: int, taken: Taken) -> None:
    """Print one figure."""
    told = f"{taken.wall:8.2f} s  (processor {taken.cpu:6.2f} s)"
    print(f"{what:<42}{count:>10,} {told} {count / taken.wall:>12,.0f}/s")


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
                at=AT,
            )


def measure_database() -> None:
    """Write, sign, prove and read a book in the database."""
    from django.db import transaction

    from samenspel.ledger import queries, services

    append(10)  # whatever is done once in a process, is done
    show("append, a transaction each", ALONE, seconds(lambda: append(ALONE)))
    with transaction.atomic():
        show("append, one transaction", TOGETHER, seconds(lambda: append(TOGETHER)))
    count = ALONE + TOGETHER
    lines = partial(deque, queries.export_lines("twente"), 0)
    show("export from the database", count, seconds(lines))
    show("verify in the database", count, seconds(lambda: queries.verify_book("twente")))
    sign = partial(services.sign_head, book="twente", key=KEY, at=AT)
    show("first signed head", count, seconds(sign))
    append(10)
    show("next signed head, ten entries later", 1, seconds(sign))
    head = sign()
    assert head
    show("a receipt from the database", 1, seconds(lambda: queries.receipt("twente", 5, head)))
    page = queries.entries("twente", object="measure:M1")[:50]
    show("newest 50 entries of one object", 50, seconds(lambda: list(page)))


def measure_export(export: Path) -> None:
    """Verify an export of ``PROVED`` entries like those of the database, held to a signed head."""
    from samenspel.core.chain import GENESIS, seal, to_line
    from samenspel.core.merkle import Peaks
    from samenspel.core.tree_head import TreeHead, signed
    from samenspel.core.verification import verify_export
    from samenspel.ledger import queries

    payload, previous, peaks = next(queries.links("twente")).payload, GENESIS, Peaks()
    with export.open("wb") as file:
        for seq in range(1, PROVED + 1):
            link = seal(seq, previous, payload)
            previous = link.digest
            peaks.extend([bytes.fromhex(previous)])
            file.write(to_line(link))
    at = "2026-03-01T00:00:00.000000Z"
    head = signed(TreeHead("twente", PROVED, peaks.root().hex(), previous, at, ""), KEY)
    with export.open("rb") as file:
        taken = seconds(lambda: verify_export(file, head))
    show("verify an export and its signed head", PROVED, taken)


def measure_tree() -> None:
    """Build trees and prove what is in them."""
    from samenspel.core.merkle import Peaks, Tree, includes

    leaves = [sha256(number.to_bytes(8, "big")).digest() for number in range(PROVED)]
    peaks = Peaks()
    show("root, entries passing by", PROVED, seconds(lambda: (peaks.extend(leaves), peaks.root())))
    found: list[Tree] = []
    show("tree with all its hashes", PROVED, seconds(lambda: found.append(Tree(leaves))))
    tree, places = found[0], range(0, PROVED, PROVED // PROOFS)
    show("inclusion proofs", PROOFS, seconds(lambda: [tree.inclusion(at) for at in places]))
    show("consistency proofs", PROOFS, seconds(lambda: [tree.consistency(at + 1) for at in places]))
    root, paths = tree.root(), {at: tree.inclusion(at) for at in places}
    assert root == peaks.root()
    check = [partial(includes, leaves[at], at, PROVED, paths[at], root) for at in places]
    show("inclusions checked", PROOFS, seconds(lambda: [one() for one in check]))
    measure_beside(leaves[:COMPARED])


def measure_beside(leaves: list[bytes]) -> None:
    """Do the same as pymerkle, which is not ours, on the same leaves in the same run."""
    try:
        from pymerkle import InmemoryTree
    except ImportError:
        print("pymerkle is not here: install the extra 'bench' to measure beside it")
        return
    from samenspel.core.merkle import Tree

    theirs, ours, places = InmemoryTree(algorithm="sha256"), [], range(0, COMPARED, 100)
    roots: list[bytes] = []

    def build() -> None:
        for leaf in leaves:
            theirs.append_entry(leaf)
        roots.append(theirs.get_root())

    built = [seconds(build), seconds(lambda: ours.append(Tree(leaves)))]
    assert ours[0].root() == roots[0]
    beside("tree and root", COMPARED, *built)
    proved = [
        seconds(lambda: [theirs.prove_inclusion(at + 1) for at in places]),
        seconds(lambda: [ours[0].inclusion(at) for at in places]),
    ]
    beside("inclusion proofs", len(places), *proved)
    assert all(ours[0].inclusion(at) == theirs.prove_inclusion(at + 1).path[1:] for at in places)


def beside(what: str, count: int, theirs: Taken, ours: Taken) -> None:
    """Print two figures, of the processor, and how they compare."""
    times = theirs.cpu / ours.cpu
    told = f"pymerkle {theirs.cpu:.3f} s, ours {ours.cpu:.3f} s: {times:.1f} times as fast"
    print(f"{what:<42}{count:>10,}  {told}")


def find_faults() -> None:
    """Damage an export in every way, and look whether each is found where it is."""
    from ledger_faults import export, faults, head_of

    from samenspel.core.verification import verify_export

    lines = export(40)
    head, missed, kinds = head_of(lines), [], dict[str, int]()
    for damaged in faults(lines, FAULTS, "benchmark"):
        kinds[damaged.how] = kinds.get(damaged.how, 0) + 1
        fault = verify_export(BytesIO(damaged.text), head).fault
        if fault is None or fault.seq != damaged.entry:
            missed.append(damaged)
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    print(f"random faults: {sum(kinds.values()):,} ({told}); {len(missed)} missed")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        start(place)
        measure_database()
        measure_export(Path(place) / "ledger.jsonl")
        measure_tree()
        find_faults()
