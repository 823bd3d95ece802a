# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Independent implementations say the same; what they say is kept, see ``peers.py``."""

import numpy as np
import pytest
from peers import array, kept
from tables import chance, same

from samenspel.core.profile.complexity import complexity, specialisations
from samenspel.core.profile.inequality import between, shuffle_test, theil
from samenspel.core.profile.quotients import location_quotients
from samenspel.core.profile.relatedness import proximity, relatedness_density
from samenspel.core.profile.specialisation import Reference, krugman_index

WITHIN = 1e-10
KEPT = kept()
ANSWERS = KEPT["answers"]
JOBS = {name: array(table) for name, table in KEPT["jobs"].items()}
SQUARE = JOBS["square"]


@pytest.mark.parametrize("name", ["tall", "square", "wide", "empty"])
def test_complexity_is_that_of_econcomplex(name):
    found, wanted = complexity(specialisations(JOBS[name])), ANSWERS["complexity"][name]
    assert same(found.regions, array(wanted["regions"]), WITHIN)
    assert same(found.sectors, array(wanted["sectors"]), WITHIN)


def test_complexity_of_noise_is_that_of_econcomplex():
    found = complexity(specialisations(JOBS["noise"]))
    assert same(found.regions, array(ANSWERS["complexity"]["noise"]["regions"]), 1e-8)


def test_complexity_is_that_of_ecomplexity():
    found = complexity(specialisations(JOBS["tall"]))
    assert same(found.regions, array(ANSWERS["other complexity"]), WITHIN)


def test_quotients_and_specialisation_are_those_of_econcomplex():
    assert same(location_quotients(SQUARE), array(ANSWERS["quotients"]), WITHIN)
    found = krugman_index(SQUARE, reference=Reference.COUNTRY)
    assert same(found, array(ANSWERS["krugman"]), WITHIN)


def test_relatedness_is_that_of_econcomplex():
    presence = specialisations(SQUARE)
    found = proximity(presence)
    assert same(found - np.eye(len(found)), array(ANSWERS["proximity"]), WITHIN)
    density = 100 * relatedness_density(presence, found)
    assert same(density, array(ANSWERS["density"]), WITHIN)


def test_inequality_and_its_test_are_those_of_pysal():
    amount, group, wanted = array(KEPT["amount"]), np.array(KEPT["group"]), ANSWERS["theil"]
    people = np.ones(amount.size)
    assert same(theil(amount, people), array(wanted["all"]), WITHIN)
    assert same(between(amount, people, group), array(wanted["between"]), WITHIN)
    ours = shuffle_test(amount, people, group, rng=chance(11), shuffles=999)
    assert ours.observed == pytest.approx(float(np.ravel(wanted["between"])[0]))
    assert ours.p_value == pytest.approx(wanted["p_value"], abs=0.1)


def test_another_answer_is_caught():
    wrong = array(ANSWERS["krugman"])
    wrong[3] += 1e-9
    assert not same(krugman_index(SQUARE, reference=Reference.COUNTRY), wrong, WITHIN)
