# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows become a table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import chance, same

from samenspel.core.profile.table import from_rows

rows = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"), st.integers(0, 9)), min_size=1
)


@given(rows)
def test_every_row_lands_in_its_cell(some):
    regions, sectors, counts = zip(*some, strict=True)
    table = from_rows(regions, sectors, np.array(counts, float))
    for at, region in enumerate(table.regions):
        for where, sector in enumerate(table.sectors):
            wanted = sum(n for one, other, n in some if (one, other) == (region, sector))
            assert table.counts[at, where] == wanted


@given(rows)
def test_the_order_of_rows_changes_nothing(some):
    def laid(these):
        regions, sectors, counts = zip(*these, strict=True)
        return from_rows(regions, sectors, np.array(counts, float))

    order = chance().permutation(len(some))
    assert same(laid(some).counts, laid([some[at] for at in order]).counts)


def test_an_unknown_row_makes_its_cell_unknown_and_no_other():
    found = from_rows(["A", "A", "B"], ["x", "x", "x"], np.array([1.0, np.nan, 2.0])).counts
    assert same(found, [[np.nan], [2.0]])


def test_rows_of_different_length_are_refused():
    with pytest.raises(ValueError, match="lengths"):
        from_rows(["A"], ["x", "y"], np.ones(2))
