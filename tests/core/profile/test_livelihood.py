# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What one region lives on: one-sidedness, what stands out and what lies near, from all regions."""

import numpy as np
import pytest

from samenspel.core.profile.livelihood import (
    JobTables,
    krugman,
    related_sectors,
    standout_sectors,
)
from samenspel.core.profile.portrait import Chance, Column, ordered, similar_regions
from samenspel.core.profile.report import Place, Standout

ALONE = np.array([], dtype=np.intp)


def tables(jobs):
    return JobTables(tuple("ABCDEFGH"[: len(jobs[0])]), {2024: np.array(jobs, float)})


def test_one_sidedness_is_against_the_rest_of_the_country():
    assert krugman(tables([[50, 0], [0, 50]]), 0) == 2


SPREAD = [[1000, 900 + 20 * number] for number in range(-6, 7)]


def test_a_sector_stands_out_that_is_notable_and_far_from_the_others():
    found = standout_sectors(tables([[2500, 500], *SPREAD]), 0, ALONE)
    assert [one.code for one in found] == ["A", "B"]
    assert found[0].value > 1.25
    assert found[0].score > 3


def test_far_from_others_that_hardly_differ_is_not_enough():
    """A sixth more is many usual differences away here, but not worth a word."""
    assert (
        standout_sectors(tables([[120_000, 90_000], *[[1000 * 50, 50_000]] * 12]), 0, ALONE) == []
    )


def test_what_lies_near_is_learnt_from_other_regions():
    both, other = [900, 900, 100, 100], [100, 100, 900, 900]
    learnt = tables([both, other] * 20)
    own = tables([[1900, 100, 50, 50], *[both, other] * 20])
    found = {one.code: one for one in related_sectors(own, 0, learnt)}
    assert found["A"].strong
    assert found["B"].could_grow
    assert found["B"].through == ("A",)
    assert not found["C"].nearer


def some(code, score):
    return Standout(code, False, score, score, score, 1.0, 1.0, None)  # noqa: FBT003


def test_the_farthest_comes_first_to_whichever_side():
    found = ordered([some("near", 2.0), some("below", -5.0), some("above", 4.0)])
    assert [one.code for one in found] == ["below", "above", "near"]


def columns(values):
    from samenspel.core.profile.portrait import STRUCTURE

    rows = np.array(values, float)
    return {
        code: Column(code, rows, np.ones(rows.size), 0.0, Chance.NONE)
        for codes in STRUCTURE.values()
        for code in codes
    }


def test_regions_that_share_land_are_not_called_like_each_other():
    places = [Place(f"R{number}", str(number)) for number in range(8)]
    excluded = np.zeros(8, dtype=np.bool_)
    excluded[1] = True
    found, numbers = similar_regions(columns([0, 0.1, 1, 2, 3, 4, 5, 6]), places, 0, excluded)
    assert [one.code for one in found] == ["R2", "R3"]
    assert numbers.tolist() == [2, 3]
    assert found[0].distance == pytest.approx(found[1].distance / 2)
