# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Complexity: the second axis, known answers, and what must not spoil it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import counts, nested_counts, presences, same, with_empty, without

from samenspel.core.profile.complexity import (
    Doubt,
    complexity,
    count_blocks,
    second_axis,
    specialisations,
)
from samenspel.core.profile.quotients import location_quotients

SMOKERS = np.array([[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2.0]])
"""Five groups of staff by how much they smoke; Greenacre (1984)."""

REGIONS = [
    [90, 40, 30, 20, 9, 8],
    [80, 60, 10, 30, 7, 0],
    [70, 50, 40, 5, 3, 6],
    [60, 30, 5, 9, 0, 0],
    [75, 20, 12, 0, 0, 1],
    [50, 10, 0, 0, 0, 0],
    [40, 45, 9, 3, 1, 0],
    [20, 5, 6, 2, 0, 4],
]
RECORDED = """
     0.785007819951  1.032464241193  0.617829039862  0.057204034017
    -1.591693012573 -1.591693012573  0.905424281681 -0.214543391557
    -2.125680288420  0.527489376582  0.069137476283
     0.476974794725  0.982941164547  0.069137476283
"""
"""What econcomplex 1.0.1 returned for these regions and their sectors."""

BLOCKS = np.kron(np.eye(2, dtype=bool), np.ones((3, 2), dtype=bool))


def test_the_second_axis_of_a_published_table():
    axis = second_axis(SMOKERS)
    rows = axis.rows * np.sign(axis.rows[0])
    assert axis.inertia == pytest.approx(0.074759, abs=1e-6)
    assert axis.next_inertia == pytest.approx(0.010017, abs=1e-6)
    assert same(rows, [0.240539, -0.947105, 1.391973, -0.851989, 0.735456], 1e-6)


def test_the_recorded_answer_of_another_program():
    found = complexity(specialisations(np.array(REGIONS, float)))
    recorded = [float(score) for score in RECORDED.split()]
    assert same([*found.regions, *found.sectors], recorded, 1e-11)


def test_rows_and_columns_change_places():
    one, other = second_axis(SMOKERS), second_axis(SMOKERS.T)
    assert same(np.abs(one.rows), np.abs(other.columns))
    assert same(np.abs(one.columns), np.abs(other.rows))


@given(presences)
def test_scores_are_each_others_means(table):
    axis = second_axis(table)
    if axis.inertia > 1e-6:
        kept = ~np.isnan(axis.columns)
        means = table[:, kept] @ axis.columns[kept] / np.maximum(table.sum(axis=1), 1)
        some = ~np.isnan(axis.rows)
        assert same(means[some], axis.rows[some] * np.sqrt(axis.inertia), 1e-6)


def test_the_index_is_standardised_and_rises_with_diversity():
    table = specialisations(nested_counts(60, 30))
    found = complexity(table)
    assert found.doubt is None
    assert same([found.regions.mean(), found.regions.std()], [0, 1])
    assert same([found.sectors.mean(), found.sectors.std()], [0, 1])
    assert np.corrcoef(found.regions, table.sum(axis=1))[0, 1] > 0
    assert np.corrcoef(found.sectors, table.sum(axis=0))[0, 1] < 0


@given(st.integers(0, 1000))
def test_the_order_of_regions_changes_nothing(seed):
    table = specialisations(nested_counts(20, 12, seed))
    order = np.random.Generator(np.random.PCG64(seed)).permutation(20)
    assert same(complexity(table).regions[order], complexity(table[order]).regions, 1e-6)


@given(st.integers(0, 1000), st.integers(0, 5), st.integers(0, 5))
def test_an_empty_region_or_sector_spoils_nothing_else(seed, row, column):
    table = nested_counts(15, 9, seed)
    one = complexity(specialisations(table))
    other = complexity(specialisations(with_empty(table, row, column)))
    assert np.isnan(other.regions[row])
    assert np.isnan(other.sectors[column])
    assert same(np.delete(other.regions, row), one.regions, 1e-6)
    assert same(np.delete(other.sectors, column), one.sectors, 1e-6)


def test_two_groups_that_share_nothing_are_told_apart_and_doubted():
    found = complexity(BLOCKS)
    assert (found.doubt, found.blocks) == (Doubt.DISCONNECTED, 2)
    assert same(np.abs(found.regions), 1.0)
    assert same(found.regions[:3], -found.regions[3:])


@pytest.mark.parametrize(
    ("table", "blocks"),
    [
        (np.eye(4, dtype=bool), 4),
        (np.zeros((3, 3), dtype=bool), 0),
        (np.ones((3, 4), dtype=bool), 1),
        (np.ones((1, 4), dtype=bool), 1),
        (~np.eye(5, dtype=bool), 1),
    ],
    ids=["three directions", "nothing", "all alike", "one region", "all orders fit"],
)
def test_what_has_no_order_gets_none(table, blocks):
    found = complexity(table)
    assert (found.doubt, found.blocks) == (Doubt.UNDETERMINED, blocks)
    assert np.isnan(found.regions).all()
    assert np.isnan(found.sectors).all()


@given(counts)
def test_specialised_is_a_quotient_of_one_or_more(table):
    quotients = np.nan_to_num(location_quotients(table))
    found = specialisations(table)
    assert (found[quotients > 1 + 1e-9]).all()
    assert not (found[quotients < 1 - 1e-9]).any()


@given(counts)
def test_who_has_jobs_is_specialised_in_something(table):
    assert same(specialisations(table).any(axis=1), table.any(axis=1))
    assert same(specialisations(table).any(axis=0), table.any(axis=0))


def test_exactly_as_expected_is_specialised():
    assert specialisations(np.outer([1.0, 3.0, 7.0], [0.1, 0.7, 3.0]) * 10).mean() > 0
    assert specialisations(np.outer([1.0, 3.0, 7.0], [1.0, 7.0, 9.0])).all()


@given(presences)
def test_blocks_do_not_depend_on_what_is_empty(table):
    assert count_blocks(with_empty(table, 1, 1)) == count_blocks(table)
    assert count_blocks(table) == count_blocks(without(with_empty(table, 0, 0), 0, 0))


def test_in_stretches_it_is_the_same(monkeypatch):
    whole = complexity(specialisations(nested_counts(50, 20)))
    monkeypatch.setattr("samenspel.core.profile.complexity.CELLS_AT_ONCE", 70)
    assert same(complexity(specialisations(nested_counts(50, 20))).regions, whole.regions)
