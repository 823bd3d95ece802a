# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What independent implementations answer to the same tables, kept in ``peer_answers.json``.

The tests compare with the file, so that they need no peers. To ask the peers again, with what
``requirements/bench.txt`` locks: ``python tests/core/profile/peers.py``.
"""

import contextlib
import io
import json
import warnings
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from tables import chance, nested_counts, with_empty

FILE = Path(__file__).with_name("peer_answers.json")
NAMES = ("econcomplex", "ecomplexity", "inequality", "libpysal")
SHUFFLES = 499

PUBLISHED = [0.0345889, 0.02816853, 0.05260921, 0.05931219, 0.03205257, 0.02963731, 0.03635872]
"""What lies between regions of Mexico in 1940-2000, as PySAL documents it."""


def there():
    """Tell whether the peers are installed."""
    return all(map(find_spec, NAMES))


def tables():
    """Return invented jobs: tall, wide, by chance, and with an empty region and sector."""
    expected = np.outer(np.linspace(1, 9, 60), np.linspace(1, 9, 30))
    return {
        "tall": nested_counts(40, 10, seed=3),
        "square": nested_counts(30, 20, seed=3),
        "wide": nested_counts(20, 40, seed=3),
        "noise": chance(9).poisson(expected).astype(float),
        "empty": with_empty(nested_counts(20, 12), 3, 5),
    }


def incomes():
    """Return invented amounts, and a group for each."""
    rng = chance(11)
    return np.round(rng.lognormal(0, 1, 120), 6), rng.integers(0, 8, 120)


def ask(jobs, amount, group):
    """Return what the peers answer."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        return {
            "complexity": {name: _complexity(table) for name, table in jobs.items()},
            "other complexity": _other_complexity(jobs["tall"]),
            **_structure(jobs["square"]),
            "theil": _theil(amount, group),
        }


def of_mexico():
    """Return the incomes of the states of Mexico in each year, and the group of each."""
    import libpysal

    path = Path(libpysal.examples.get_path("mexico.csv"))
    head, *rows = (line.split(",") for line in path.read_text("utf-8").splitlines())
    columns = dict(zip(head[1:], np.array([row[1:] for row in rows], float).T, strict=True))
    years = [columns[f"pcgdp{year}"] for year in range(1940, 2010, 10)]
    return years, columns["hanson98"].astype(int)


def _complexity(table):
    import econcomplex

    regions, sectors = econcomplex.eci_pci(table, method="eigenvector")
    return {"regions": _plain(regions), "sectors": _plain(sectors)}


def _other_complexity(table):
    import pandas as pd
    from ecomplexity import ecomplexity

    rows = pd.DataFrame(table).melt(ignore_index=False, var_name="sector", value_name="jobs")
    found = ecomplexity(
        rows.rename_axis("region").reset_index().assign(year=2024),
        {"time": "year", "loc": "region", "prod": "sector", "val": "jobs"},
        verbose=False,
        check_logsupermodularity=False,
    )
    return _plain(found.groupby("region")["eci"].first())


def _structure(table):
    import econcomplex

    quotients = econcomplex.rca(table)
    has = (np.asarray(quotients) >= 1).astype(float)
    return {
        "quotients": _plain(quotients),
        "krugman": _plain(econcomplex.krugman_index(table)),
        "proximity": _plain(econcomplex.proximity(has, use_rca=False)["product"]),
        "density": _plain(econcomplex.relatedness_density(has, use_rca=False)),
    }


def _theil(amount, group):
    from inequality.theil import TheilD, TheilDSim

    found = TheilD(amount, group)
    p_value = float(np.ravel(TheilDSim(amount, group, SHUFFLES).bg_pvalue)[0])
    return {"all": _plain(found.T), "between": _plain(found.bg), "p_value": p_value}


def _plain(values):
    """Return an array as lists, of which an unknown is None."""
    array = np.asarray(values, float)
    return np.where(np.isnan(array), None, array.astype(object)).tolist()


def array(values):
    """Return lists as an array, of which None is unknown."""
    return np.array(values, dtype=float)


def kept():
    """Return questions and answers as they were kept."""
    return json.loads(FILE.read_text("utf-8"))


def keep():
    """Ask the peers and keep what they answer."""
    jobs, (amount, group) = tables(), incomes()
    found = {
        "peers": {name: version(name) for name in NAMES},
        "jobs": {name: table.astype(int).tolist() for name, table in jobs.items()},
        "amount": amount.tolist(),
        "group": group.tolist(),
        "answers": ask(jobs, amount, group),
    }
    FILE.write_text(json.dumps(found, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    keep()
