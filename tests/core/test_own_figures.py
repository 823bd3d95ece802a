# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Own figures: what loading changes, and how municipalities become a region."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.own_figures import (
    OwnFigure,
    changes,
    digest,
    from_plain,
    of_region,
    plain,
)

ONE = OwnFigure(
    "stages", 2025, "Stageplaatsen", "plaatsen", "higher-better", "sum", "UWV", "CC0 1.0",
    (("GM0001", "10"), ("GM0002", "2.5")),
)  # fmt: skip
PEOPLE = {"GM0001": 100, "GM0002": 300}

texts = st.decimals(0, 10**6, places=2).map(str)
figures = st.builds(
    lambda code, period, values: replace(
        ONE, code=code, period=period, values=tuple(sorted(values.items()))
    ),
    st.sampled_from("abc"),
    st.integers(2020, 2023),
    st.dictionaries(st.sampled_from(["GM0001", "GM0002", "GM0003"]), texts),
)
sets = st.lists(figures, unique_by=lambda one: one.key)


def test_a_sum_adds_and_a_mean_weighs_by_inhabitants():
    assert of_region(ONE, PEOPLE) == (12.5, "")
    assert of_region(replace(ONE, rule="mean"), PEOPLE) == ((10 + 3 * 2.5) / 4, "")


@pytest.mark.parametrize(
    ("figure", "people", "reason"),
    [
        (replace(ONE, rule="none"), PEOPLE, "not-added-up"),
        (ONE, PEOPLE | {"GM0003": 5}, "part-unknown"),
        (replace(ONE, rule="mean"), PEOPLE | {"GM0003": 100}, "part-unknown"),
        (replace(ONE, rule="mean"), PEOPLE | {"GM0002": None}, "no-inhabitants"),
        (ONE, {"GM0009": 5}, "not-published"),
    ],
)
def test_what_cannot_be_added_up_says_why(figure, people, reason):
    assert of_region(figure, people) == (None, reason)


def test_a_mean_of_nine_tenths_is_a_fair_guess():
    mean = replace(ONE, rule="mean")
    assert of_region(mean, PEOPLE | {"GM0003": 40})[0] == of_region(mean, PEOPLE)[0]


def test_of_one_municipality_the_figure_is_its_own():
    assert of_region(replace(ONE, rule="none"), {"GM0001": None}) == (10.0, "")


def test_a_change_names_what_differs():
    [found] = changes([ONE], [replace(ONE, name="Anders", values=(("GM0001", "11"),))])
    assert (found.change, found.fields, found.values, found.count) == ("changed", ("name",), 2, 1)


def test_a_figure_without_values_is_withdrawn_and_what_is_not_there_is_nothing():
    empty = replace(ONE, values=())
    assert [one.change for one in changes([ONE], [empty])] == ["withdrawn"]
    assert changes([], [empty]) == ()


@given(sets)
def test_the_same_again_changes_nothing(loaded):
    assert changes(loaded, loaded) == tuple(
        one for one in changes(loaded, loaded) if one.change == "withdrawn"
    )


@given(sets)
def test_figures_go_through_plain_values_and_a_digest_knows_no_order(loaded):
    assert from_plain(plain(loaded)) == tuple(loaded)
    assert digest(loaded) == digest(loaded[::-1])
