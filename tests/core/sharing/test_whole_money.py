# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Money that is divided by a key is never a float: not a literal, not a division, not a call."""

import ast
from pathlib import Path

import pytest

import samenspel.core.sharing

FOLDER = Path(samenspel.core.sharing.__file__).parent
EXACT = ("rounding", "keys", "rules", "scenario", "closing", "exact", "plain", "request")


def floats(source):
    """Yield the lines on which a float is written, made or imported from numpy."""
    for node in ast.walk(ast.parse(source)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        made = isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"float", "round"}
        numpy = isinstance(node, ast.Import) and node.names[0].name.startswith("numpy")
        if literal or made or numpy:
            yield node.lineno


@pytest.mark.parametrize("name", EXACT)
def test_no_float_in_what_divides_money(name):
    assert list(floats((FOLDER / f"{name}.py").read_text("utf-8"))) == []


@pytest.mark.parametrize("line", ["x = 0.5", "float(3)", "round(x)", "import numpy as np"])
def test_a_float_is_caught(line):
    assert list(floats(line)) == [1]
