# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The formulas of the profile beside other libraries, in one run: seconds, memory and equal answers.

Run ``python benchmarks/profile.py`` with the extra ``bench`` installed; it takes some minutes.
Medians of several runs. On one thread, the default, seconds are those of the processor, so that
neighbours on a shared machine do not count; with ``--threads 2`` they are those of the clock. It
fails when a goal is missed.
"""

import argparse
import contextlib
import io
import os
import platform
import subprocess
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

MUNICIPALITIES, TENFOLD, HUNDREDFOLD = 342, 3420, 34_200
GROUPS, SHUFFLES = 40, 999
LARGEST = (HUNDREDFOLD, 900)
TENTH = 10
"""Parts in which the largest table is made, to keep that out of the memory that is measured."""

PATIENCE = 3.0
"""Seconds after which a task is not run again but for the least number of times."""

PAGES = ("/", "/?cijfer=good-health", "/twente/profiel/", "/twente/profiel/?vergelijk=AM06")
REQUESTS = 50
COLD_MS, WARM_MS = 300, 20
"""Goals for a page."""

EQUAL = 1e-10
MOST_NOISE = 0.005


@dataclass(frozen=True)
class Line:
    """One comparison: theirs and ours in seconds, by how much we must win, and the difference."""

    task: str
    theirs: float
    ours: float
    goal: float
    apart: float

    @property
    def is_met(self) -> bool:
        """Whether we are as much faster as asked, with the same answer."""
        return self.theirs / self.ours >= self.goal and not self.apart > EQUAL


def seconds(work: Callable[[], object], *, runs: int, least: int = 1) -> float:
    """Return the median time of *work*, after fewer runs when it takes long."""
    clock = time.process_time if os.environ["OMP_NUM_THREADS"] == "1" else time.perf_counter
    taken: list[float] = []
    for number in range(runs):
        if number >= least and sum(taken) > PATIENCE:
            break
        start = clock()
        work()
        taken.append(clock() - start)
    return median(taken)


def quietly(work: Callable[[], Any]) -> Any:
    """Return what *work* returns without what it prints or warns of."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        return work()


def chance(seed: int) -> "np.random.Generator":
    """Return the chance of a run: the same each time."""
    import numpy as np

    return np.random.Generator(np.random.PCG64(seed))


def jobs(regions: int, sectors: int, seed: int = 1) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Return jobs as regions have them: who can do much does also what everybody does."""
    import numpy as np

    rng = chance(seed)
    able, asked = rng.uniform(0.1, 1, regions), np.linspace(0, 0.9, sectors)
    there = rng.random((regions, sectors)) < 1 / (1 + np.exp(-10 * (able[:, None] - asked)))
    return there * rng.lognormal(3, 1, (regions, sectors))


def compare_complexity(regions: int, sectors: int, goal: float) -> Line:
    """Time the complexity of all regions and sectors from a table of jobs."""
    import econcomplex
    import numpy as np

    from samenspel.core.profile.complexity import complexity, specialisations

    table = jobs(regions, sectors)
    answers: list[Any] = []
    theirs = seconds(lambda: answers.append(econcomplex.eci_pci(table)), runs=9)
    found = complexity(specialisations(table))
    ours = seconds(lambda: complexity(specialisations(table)), runs=31, least=5)
    apart = max(
        float(np.abs(found.regions - answers[0][0]).max()),
        float(np.abs(found.sectors - answers[0][1]).max()),
    )
    return Line(f"complexity {regions:,} x {sectors}", theirs, ours, goal, apart)


def compare_inequality(units: int, goal: float) -> Line:
    """Time the test by shuffles of what lies between 40 groups."""
    import numpy as np
    from inequality.theil import TheilDSim

    from samenspel.core.profile.inequality import shuffle_test

    rng = chance(2)
    amount, group = rng.lognormal(0, 1, units), rng.integers(0, GROUPS, units)
    people = np.ones(units)
    answers: list[Any] = []
    theirs = seconds(lambda: answers.append(TheilDSim(amount, group, SHUFFLES)), runs=5)
    ours = seconds(
        lambda: shuffle_test(amount, people, group, rng=chance(3), shuffles=SHUFFLES),
        runs=15,
        least=3,
    )
    found = shuffle_test(amount, people, group, rng=chance(3), shuffles=1)
    apart = abs(found.observed - float(answers[0].bg[0, 0]))
    return Line(f"Theil, {SHUFFLES} shuffles, {units:,}", theirs, ours, goal, apart)


def compare_whole(regions: int, sectors: int, goal: float, *, check: bool = True) -> Line:
    """
    Time all from a long table: pivot, quotients, complexity, proximity, density.

    The peer does its outlook too, and by default checks the order of the table by samples.
    """
    import numpy as np
    import pandas as pd
    from ecomplexity import ecomplexity

    table = jobs(regions, sectors)
    at, where = np.nonzero(table)
    rows = [f"GM{one:05d}" for one in at], [f"S{one:03d}" for one in where]
    amount = table[at, where]
    frame = pd.DataFrame({"y": 2024, "r": rows[0], "s": rows[1], "v": amount})
    names = {"time": "y", "loc": "r", "prod": "s", "val": "v"}

    def peer() -> Any:
        return ecomplexity(frame, names, check_logsupermodularity=check, verbose=False)

    answers: list[Any] = []
    theirs = seconds(lambda: answers.append(quietly(peer)), runs=5)
    ours = seconds(lambda: whole(*rows, amount), runs=15, least=3)
    score = answers[0].groupby("r")["eci"].first().to_numpy()
    apart = float(np.abs(whole(*rows, amount) - score).max())
    task = f"long table{'' if check else ', no check'} {regions:,} x {sectors}"
    return Line(task, theirs, ours, goal, apart)


def whole(regions: list[str], sectors: list[str], amount: Any) -> Any:
    """Do what the peer does but its outlook: return the complexity of the regions."""
    from samenspel.core.profile.complexity import complexity, specialisations
    from samenspel.core.profile.quotients import location_quotients
    from samenspel.core.profile.relatedness import proximity, relatedness_density

    counts = laid_out(regions, sectors, amount)
    location_quotients(counts)
    presence = specialisations(counts)
    relatedness_density(presence, proximity(presence))
    return complexity(presence).regions


def laid_out(regions: list[str], sectors: list[str], amount: Any) -> Any:
    """Lay rows out as a table of regions by sectors, in the order of their codes."""
    import numpy as np

    (rows, row_of), (columns, column_of) = numbered(regions), numbered(sectors)
    cells = row_of * columns + column_of
    return np.bincount(cells, amount, rows * columns).reshape(rows, columns)


def numbered(codes: list[str]) -> tuple[int, Any]:
    """Return how many different codes there are, and the number of each in their order."""
    import numpy as np

    met: defaultdict[str, int] = defaultdict(count().__next__)
    order_met = np.fromiter(map(met.__getitem__, codes), np.intp, len(codes))
    place = np.empty(len(met), np.intp)
    place[[met[code] for code in sorted(met)]] = np.arange(len(met))
    return len(met), place[order_met]


def show_floor(theirs: float) -> None:
    """
    Print what no way of ours can do without at 342 x 272, on the same table and processor.

    That is the product of the density, those of the proximity and of the symmetric matrix, and two
    of its eigenvectors, each by one call of BLAS or LAPACK; no reading, check, quotient or answer.
    """
    import numpy as np
    from scipy import linalg

    table = jobs(MUNICIPALITIES, 272)
    single, square = table.astype(np.float32), table.T @ table
    ends = (square.shape[0] - 2, square.shape[0] - 1)
    bare = (
        lambda: table @ square,
        lambda: single.T @ single,
        lambda: table.T @ table,
        lambda: linalg.eigh(square, subset_by_index=ends, check_finite=False),
    )
    least = sum(seconds(one, runs=31) for one in bare)
    print(f"{'  of which BLAS and LAPACK cannot do less':<47}{least:>9.4f}{theirs / least:>8.0f}x")


def measure_largest() -> None:
    """Print the seconds of the largest table, and the peak of this process; run it on its own."""
    import numpy as np

    from samenspel.core.profile.complexity import complexity, specialisations

    table = np.empty(LARGEST)
    for number, part in enumerate(np.split(table, TENTH)):
        part[:] = jobs(*part.shape, seed=number)
    before = peak_mib()
    taken = seconds(lambda: complexity(specialisations(table)), runs=5, least=3)
    print(f"{taken:.2f} {before:.0f} {peak_mib():.0f}")


def peak_mib() -> float:
    """Return the most memory that this process has held (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def show_largest(threads: int) -> bool:
    """Run the largest table in a process of its own, for its memory."""
    command = [sys.executable, __file__, "--largest", "--threads", str(threads)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
    taken, before, peak = (float(one) for one in told)
    theirs = HUNDREDFOLD**2 * 8 / 2**30
    print(f"\ncomplexity {LARGEST[0]:,} x {LARGEST[1]}: {taken:.2f} s (goal: under 5 s);")
    print(f"  peak of the process {peak:,.0f} MiB, of which {before:,.0f} to make the table;")
    print(f"  econcomplex is not run: one of its matrices would take {theirs:.1f} GiB")
    return taken < 5  # noqa: PLR2004 - the goal


def show_noise() -> bool:
    """Print how much of pure noise is called special, and how much of what is special is found."""
    import numpy as np

    from samenspel.core.profile.quotients import location_quotients, shrunken_quotients

    rng = chance(4)
    expected = np.outer(rng.lognormal(0, 1.2, MUNICIPALITIES), rng.lognormal(0, 2, 272))
    expected *= 9e6 / expected.sum()
    noise = rng.poisson(expected).astype(float)
    with np.errstate(invalid="ignore"):
        raw = float((location_quotients(noise) >= 1.25).mean())  # noqa: PLR2004
    special = float(shrunken_quotients(noise).special.mean())
    twice = rng.random(expected.shape) < 0.05  # noqa: PLR2004 - one cell in twenty
    planted = shrunken_quotients(rng.poisson(expected * (1 + twice)).astype(float)).special
    large = twice & (expected >= 50)  # noqa: PLR2004 - jobs
    print(f"\nnoise, {MUNICIPALITIES} x 272, quotient 1 everywhere: raw >= 1.25 in {raw:.1%},")
    print(f"  called special {special:.3%} of the cells (goal: at most {MOST_NOISE:.1%});")
    print(f"  of twofold cells with 50 or more expected {planted[large].mean():.0%} are found,")
    print(f"  of the cells without anything {planted[~twice].mean():.2%} are called special")
    return special <= MOST_NOISE


def show_regions() -> bool:
    """Print what the profiles of all regions take, the tables read from the package included."""
    from samenspel.core.composition import COROP, LABOUR_MARKET_REGION, PROVINCE
    from samenspel.core.profile.scales import MUNICIPALITY
    from samenspel.sources.profile_columns import regions_of, years
    from samenspel.sources.profiles import profile, subject_of

    print("\nprofiles in one process, tables read once:")
    taken = {}
    for kind in (LABOUR_MARKET_REGION, COROP, PROVINCE, MUNICIPALITY):
        start = time.process_time()
        codes = regions_of(kind).regions
        for code in codes:
            profile(subject_of(code), years()[-1])
        taken[kind] = time.process_time() - start
        print(f"  {len(codes):>3} of kind {kind}: {taken[kind]:.2f} s")
    print("  (goal: the 35 labour market regions under 10 s)")
    return taken[LABOUR_MARKET_REGION] < 10  # noqa: PLR2004 - the goal


def measure_page(page: str, folder: str) -> None:
    """Print the CPU ms of a page, the first of a server process and after; run it on its own."""
    os.environ["SAMENSPEL_DATA"] = folder
    from wsgiref.util import setup_testing_defaults

    from samenspel.conf.wsgi import application

    def ask() -> float:
        path, _mark, asked = page.partition("?")
        request: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": asked}
        request["HTTP_HOST"] = "localhost"
        setup_testing_defaults(request)
        statuses: list[str] = []
        start = time.process_time()
        b"".join(application(request, lambda status, _headers: statuses.append(status)))
        taken = time.process_time() - start
        assert statuses == ["200 OK"], (page, statuses)
        return 1000 * taken

    print(f"{ask():.1f} {median(ask() for _ in range(REQUESTS)):.1f}")


def show_pages() -> bool:
    """Print what the pages take, each the first to be asked of a server that has just started."""
    print("\npages of a server that has started, CPU ms the first time and after:")
    met = True
    with tempfile.TemporaryDirectory() as folder:
        start = [sys.executable, "-m", "samenspel.cli.main", "init", "--region", "AM05"]
        subprocess.run([*start, "--data", folder], check=True, capture_output=True)  # noqa: S603
        for page in PAGES:
            command = [sys.executable, __file__, "--page", page, "--folder", folder]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
            first, after = (float(one) for one in told.split())
            met &= first < COLD_MS and after < WARM_MS
            print(f"  {page:<32}{first:>7.1f}{after:>7.1f}")
    print(f"  (goal: under {COLD_MS} the first time, under {WARM_MS} after)")
    return met


def show(line: Line) -> bool:
    """Print one comparison; return whether it meets its goal."""
    ratio = line.theirs / line.ours
    verdict = "met" if line.is_met else "MISSED"
    print(
        f"{line.task:<38}{line.theirs:>9.4f}{line.ours:>9.4f}{ratio:>8.0f}x"
        f"{line.goal:>6.0f}x  {line.apart:>8.1e}  {verdict}",
        flush=True,
    )
    return line.is_met


def main(threads: int) -> int:
    """Print the table; return 1 when a goal is missed."""
    from importlib.metadata import version

    names = ("numpy", "scipy", "econcomplex", "ecomplexity", "inequality")
    print(f"Python {platform.python_version()}, {threads} thread(s) of {os.cpu_count()} cores,")
    print(f"load {os.getloadavg()[0]:.1f}; " + ", ".join(f"{one} {version(one)}" for one in names))
    print(f"\n{'task':<38}{'theirs s':>9}{'ours s':>9}{'faster':>9}{'goal':>7}  {'apart':>8}")
    plan: list[Callable[[], Line]] = [
        lambda: compare_complexity(MUNICIPALITIES, 88, 20),
        lambda: compare_complexity(MUNICIPALITIES, 272, 10),
        lambda: compare_complexity(TENFOLD, 272, 100),
        lambda: compare_inequality(MUNICIPALITIES, 40),
        lambda: compare_inequality(TENFOLD, 40),
        lambda: compare_whole(MUNICIPALITIES, 88, 50),
        lambda: compare_whole(MUNICIPALITIES, 88, 1, check=False),
        lambda: compare_whole(MUNICIPALITIES, 272, 50),
        lambda: compare_whole(MUNICIPALITIES, 272, 1, check=False),
        lambda: compare_whole(TENFOLD, 272, 15),
    ]
    met = []
    for task in plan:
        line = task()
        met.append(show(line))
        if line.task == f"long table {MUNICIPALITIES} x 272":
            show_floor(line.theirs)
    met += [show_largest(threads), show_noise(), show_regions(), show_pages()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--largest", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--page", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = str(chosen.threads)
    if chosen.page:
        sys.exit(measure_page(chosen.page, chosen.folder))
    sys.exit(measure_largest() if chosen.largest else main(chosen.threads))
