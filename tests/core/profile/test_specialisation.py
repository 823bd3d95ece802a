# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How one-sided a region is."""

import numpy as np
from hypothesis import given
from tables import counts, same, with_empty

from samenspel.core.profile.specialisation import Reference, krugman_index


@given(counts)
def test_it_lies_between_nothing_and_two(table):
    for reference in Reference:
        found = krugman_index(table, reference=reference)
        assert ((found >= 0) & (found <= 2 + 1e-9) | np.isnan(found)).all()


@given(counts)
def test_against_the_country_it_is_that_against_the_rest_times_its_part(table):
    size = table.sum(axis=1)
    rest = krugman_index(table, reference=Reference.REST)
    country = krugman_index(table, reference=Reference.COUNTRY)
    if (size > 0).sum() > 1:
        assert same(country, rest * (1 - size / size.sum()))


@given(counts)
def test_an_empty_region_spoils_nothing_else(table):
    found = krugman_index(with_empty(table, 1, 1), reference=Reference.COUNTRY)
    assert np.isnan(found[1])
    assert same(np.delete(found, 1), krugman_index(table, reference=Reference.COUNTRY))


def test_regions_of_one_make_up_are_not_specialised():
    table = np.outer([1.0, 5.0, 9.0], [2.0, 3.0])
    assert same(krugman_index(table, reference=Reference.REST), 0.0)


def test_a_region_alone_has_no_rest():
    assert np.isnan(krugman_index(np.array([[1.0, 2.0]]), reference=Reference.REST)).all()
