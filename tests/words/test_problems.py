# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every problem says what is wrong and what is expected, and where it stands."""

import ast
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

import samenspel
from samenspel.core.problems import Place, Problem
from samenspel.core.region_record import SCHEMES, TRIANGLE
from samenspel.words.problems import PROBLEMS, explain_problem, where

SRC = Path(samenspel.__file__).parent
FINDERS = [
    SRC / "core" / f"{name}.py" for name in ("limits", "record_reader", "record_json", "checks")
]
FINDERS += (SRC / "core").glob("check_*.py")
LABOUR_PARTY = Place("party", 2)


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def words_in(paths: Iterable[Path]) -> set[str]:
    """Return the string constants of these modules."""
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def test_every_code_of_the_core_has_a_sentence():
    codes = {word for word in words_in(FINDERS) if re.fullmatch(r"[a-z]+(-[a-z]+)+", word)}

    assert codes - {*SCHEMES, *TRIANGLE, "changed-meanwhile"} <= set(PROBLEMS)


def test_every_sentence_has_a_code_that_occurs():
    used = words_in([*FINDERS, *(SRC / "sources").rglob("*.py")])

    assert set(PROBLEMS) <= used


def test_every_sentence_says_what_is_expected():
    assert [code for code, sentence in PROBLEMS.items() if "Expected:" not in str(sentence)] == []


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            LABOUR_PARTY.problem("kind", "unknown-reference", to="party-kind", value="club"),
            "“club” is not there (kind of party). Expected: one that the region or the agenda has.",
        ),
        (
            LABOUR_PARTY.problem(
                "until", "until-not-after-since", start=date(2026, 1, 1), end=date(2025, 1, 1)
            ),
            (
                "It no longer holds from 1 January 2025, but begins only on 1 January 2026. "
                "Expected: a later day."
            ),
        ),
        (
            Place("agenda").problem("ends_year", "ends-before-start", start=2029, end=2026),
            "This ends (2026) before it begins (2029). Expected: an end that is not earlier.",
        ),
        (
            Place("cost", 1, 3).problem("amount_cents", "negative-money", value=-1_250_000),
            "The amount -€12,500 is negative. Expected: an amount of zero or more.",
        ),
        (
            LABOUR_PARTY.problem("about", "text-too-long", limit=10_000, length=12_345),
            "The text has 12,345 characters. Expected: at most 10,000. Shorten it.",
        ),
        (
            LABOUR_PARTY.problem("name", "wrong-type", expected="text"),
            "The value is of the wrong kind. Expected: text between quotes.",
        ),
        (
            Place("measure", 1).problem("needs", "cycle", path="M1 → M2 → M1"),
            (
                "These measures wait for each other: M1 → M2 → M1. Expected: an order in which one "
                "comes first."
            ),
        ),
        (
            Place("inhabitants", 3).problem("year", "duplicate-year", value=2025, first=1),
            "Row 1 is about the year 2025 already. Expected: each year once.",
        ),
    ],
)
def test_problem_is_said_with_what_it_names(problem, sentence):
    assert explain_problem(problem) == sentence


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (Problem("region", 0, "title", "empty"), "Region: title"),
        (Problem("measure", 7, "lead", "unknown-reference"), "Measure 7: lead"),
        (Problem("measure", 7, "", "unknown-field"), "Measure 7"),
        (Problem("cost", 2, "amount_cents", "missing-field", (), 7), "Measure 7, cost 2: amount"),
        (Problem("party", 1, "kind", "empty"), "Party 1: kind of party"),
    ],
)
def test_place_is_said_as_in_the_record(problem, place):
    assert where(problem) == place
