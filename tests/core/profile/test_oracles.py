# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Independent implementations say the same."""

import warnings
from importlib.util import find_spec

import numpy as np
import pytest
from tables import chance, nested_counts, same, with_empty

from samenspel.core.profile.complexity import complexity, specialisations
from samenspel.core.profile.inequality import between, shuffle_test, theil
from samenspel.core.profile.quotients import location_quotients
from samenspel.core.profile.relatedness import proximity, relatedness_density
from samenspel.core.profile.specialisation import Reference, krugman_index

pytestmark = pytest.mark.oracle

WITHIN = 1e-10


def needs(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(
        find_spec(name) is None, reason=f"{name} is not installed: pip install samenspel[bench]"
    )


@pytest.fixture
def economics():
    """The module econcomplex."""
    import econcomplex

    return econcomplex


@needs("econcomplex")
@pytest.mark.parametrize("size", [(40, 10), (90, 60), (60, 120)], ids=str)
def test_complexity_is_that_of_econcomplex(economics, size):
    counts = nested_counts(*size, seed=3)
    regions, sectors = economics.eci_pci(counts, method="eigenvector")
    found = complexity(specialisations(counts))
    assert same(found.regions, regions, WITHIN)
    assert same(found.sectors, sectors, WITHIN)


@needs("econcomplex")
def test_complexity_of_noise_is_that_of_econcomplex(economics):
    counts = (
        chance(9).poisson(np.outer(np.linspace(1, 9, 120), np.linspace(1, 9, 60))).astype(float)
    )
    found = complexity(specialisations(counts))
    assert same(found.regions, economics.eci_pci(counts)[0], 1e-8)


@needs("econcomplex")
def test_quotients_and_specialisation_are_those_of_econcomplex(economics):
    counts = nested_counts(80, 30)
    assert same(location_quotients(counts), economics.rca(counts), WITHIN)
    wanted = economics.krugman_index(counts)
    assert same(krugman_index(counts, reference=Reference.COUNTRY), wanted, WITHIN)


@needs("econcomplex")
def test_relatedness_is_that_of_econcomplex(economics):
    presence = specialisations(nested_counts(80, 30))
    wanted = economics.proximity(presence.astype(float), use_rca=False)["product"]
    found = proximity(presence)
    assert same(found - np.eye(30), wanted, WITHIN)
    density = economics.relatedness_density(presence.astype(float), use_rca=False)
    assert same(100 * relatedness_density(presence, found), density, WITHIN)


@needs("ecomplexity")
def test_complexity_is_that_of_ecomplexity():
    import pandas as pd

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ecomplexity import ecomplexity

        counts = nested_counts(40, 15, seed=2)
        rows = pd.DataFrame(counts).melt(ignore_index=False, var_name="sector", value_name="jobs")
        named = {"time": "year", "loc": "region", "prod": "sector", "val": "jobs"}
        wanted = ecomplexity(
            rows.rename_axis("region").reset_index().assign(year=2024),
            named,
            verbose=False,
            check_logsupermodularity=False,
        )
    found = complexity(specialisations(counts))
    assert same(found.regions, wanted.groupby("region")["eci"].first().to_numpy(), WITHIN)


@needs("econcomplex")
def test_an_empty_region_and_sector_cost_only_themselves(economics):
    counts = with_empty(nested_counts(40, 12), 3, 5)
    regions, _ = economics.eci_pci(counts)
    assert same(complexity(specialisations(counts)).regions, regions, WITHIN)


PUBLISHED = [0.0345889, 0.02816853, 0.05260921, 0.05931219, 0.03205257, 0.02963731, 0.03635872]
"""What lies between regions of Mexico in 1940-2000, as PySAL documents it."""


@needs("inequality")
def test_inequality_is_that_of_pysal_on_the_states_of_mexico():
    libpysal = pytest.importorskip("libpysal")
    path = libpysal.examples.get_path("mexico.csv")
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - the path is the peer's
        head = file.readline().strip().split(",")
        rows = np.array([line.strip().split(",")[1:] for line in file], float)
    people, group = np.ones(len(rows)), rows[:, head.index("hanson98") - 1].astype(int)
    incomes = [rows[:, head.index(f"pcgdp{year}") - 1] for year in range(1940, 2010, 10)]
    assert same([between(income, people, group) for income in incomes], PUBLISHED, 1e-8)


@needs("inequality")
def test_inequality_and_its_test_are_those_of_pysal():
    from inequality.theil import TheilD, TheilDSim

    rng = chance(11)
    amount, group = rng.lognormal(0, 1, 120), rng.integers(0, 8, 120)
    people = np.ones(120)
    peer = TheilD(amount, group)
    assert same(theil(amount, people), peer.T, WITHIN)
    assert same(between(amount, people, group), peer.bg, WITHIN)
    ours = shuffle_test(amount, people, group, rng=rng, shuffles=999)
    assert ours.observed == pytest.approx(float(peer.bg[0]))
    assert ours.p_value == pytest.approx(float(TheilDSim(amount, group, 499).bg_pvalue[0]), abs=0.1)
