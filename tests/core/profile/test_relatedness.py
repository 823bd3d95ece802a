# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which sectors go together, and how near a region is to them."""

import numpy as np
import pytest
from hypothesis import given
from tables import presences, same, with_empty

from samenspel.core.profile.relatedness import proximity, relatedness_density


@given(presences)
def test_proximity_is_symmetric_between_nothing_and_one(table):
    found = proximity(table)
    used = table.any(axis=0)
    assert same(found, found.T)
    assert same(np.diag(found)[used], 1.0)
    assert ((found[np.ix_(used, used)] >= 0) & (found[np.ix_(used, used)] <= 1)).all()
    assert np.isnan(found[~used]).all()


@given(presences)
def test_proximity_is_the_smaller_conditional_probability(table):
    found = proximity(table)
    for one, other in np.argwhere(~np.isnan(found)):
        both = (table[:, one] & table[:, other]).sum()
        smaller = min(both / table[:, one].sum(), both / table[:, other].sum())
        assert found[one, other] == pytest.approx(smaller)


@given(presences)
def test_density_is_a_part(table):
    found = relatedness_density(table, proximity(table))
    assert ((found >= 0) & (found <= 1 + 1e-9) | np.isnan(found)).all()


@given(presences)
def test_an_empty_region_or_sector_spoils_nothing_else(table):
    wider = with_empty(table, 1, 1)
    found = relatedness_density(wider, proximity(wider))
    assert np.isnan(found[1]).all()
    assert np.isnan(found[:, 1]).all()
    inner = np.delete(np.delete(found, 1, axis=0), 1, axis=1)
    assert same(inner, relatedness_density(table, proximity(table)))


def test_who_has_everything_has_all_that_is_related():
    table = np.array([[True, True, True], [True, True, False]])
    assert same(relatedness_density(table, proximity(table))[0], 1.0)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="fit"):
        relatedness_density(np.ones((2, 3), dtype=bool), np.ones((2, 2)))
