# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The peers themselves still say what is kept. Not part of a run without them: see conftest."""

import numpy as np
import pytest
from peers import PUBLISHED, array, ask, kept, of_mexico
from tables import same

from samenspel.core.profile.inequality import between

pytestmark = pytest.mark.oracle


def test_peers_say_what_is_kept():
    kept_ones = kept()
    jobs = {name: array(table) for name, table in kept_ones["jobs"].items()}
    found = ask(jobs, array(kept_ones["amount"]), np.array(kept_ones["group"]))
    wanted = kept_ones["answers"]
    for one in (found, wanted):
        one["theil"].pop("p_value")  # by chance
    assert list(found) == list(wanted)
    for name, answer in found.items():
        assert alike(answer, wanted[name]), name


def alike(one, other):
    if isinstance(one, dict):
        return all(alike(one[key], other[key]) for key in other)
    return same(array(one), array(other), 1e-8)


def test_inequality_between_the_states_of_mexico_is_as_pysal_published_it():
    incomes, group = of_mexico()
    people = np.ones(len(group))
    assert same([between(income, people, group) for income in incomes], PUBLISHED, 1e-8)
