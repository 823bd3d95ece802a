# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The house keeps its shape: each rule holds for every file, and catches its planted fault."""

import pytest
from house import (
    COMMENTED,
    File,
    Rule,
    catches_what_it_knows,
    divides_exactly,
    files,
    has_a_name_of_its_own,
    has_short_functions,
    holds_no_float,
    is_about_the_product,
    is_finished,
    is_short,
    leaves_rows_alone,
    rule_errors,
    says_its_licence,
    speaks_no_sql,
)

from samenspel.words.errors import ERRORS

PYTHON = ("*.py", "src/**/*.py", "tests/**/*.py", "tools/**/*.py", "benchmarks/**/*.py")
PRODUCT = ("src/**/*.py",)
WAYS_IN = tuple(f"src/samenspel/{way}/**/*.py" for way in ("web", "api", "cli"))
EVERYTHING = ("*", ".ci/*", *(f"{top}/**/*" for top in ("src", "tests", "tools", "docs", "assets")))
WRITTEN = tuple(f"{place}/**/*{end}" for place in ("src", "tests", "tools") for end in COMMENTED)

SPEAK_SQL = ("/migrations/", "samenspel/ledger/", "cli/sqlite.py", "samenspel/prepared.py")
"""
Triggers, the append-only ledger, the copy and check of a database file as a whole, and what asks
again the SQL that the ORM itself wrote.
"""

FUNDING = ("src/samenspel/core/funding/**/*.py", "src/samenspel/funding/**/*.py")
SHARES = tuple(
    f"src/samenspel/core/sharing/{name}.py"
    for name in (
        "bounds",
        "closing",
        "keys",
        "layers",
        "plan_json",
        "rounding",
        "rules",
        "scenario",
    )
)
"""Where cents are divided; the games beside them solve in floats and prove in fractions."""

RULES: dict[Rule, tuple[str, ...]] = {
    is_short: (*PYTHON, "src/**/*.html", "src/**/*.css"),
    has_short_functions: PYTHON,
    leaves_rows_alone: WAYS_IN,
    catches_what_it_knows: PYTHON,
    speaks_no_sql: PRODUCT,
    holds_no_float: (*FUNDING, *SHARES),
    divides_exactly: FUNDING,
    is_finished: (*PYTHON, "src/**/*.html", "src/**/*.css"),
    has_a_name_of_its_own: PYTHON,
    says_its_licence: WRITTEN,
    is_about_the_product: EVERYTHING,
}

LICENCE = ("FileCopyrightText: 2026 The Samenspel authors", "License-Identifier: EUPL-1.2")

PLANTS: dict[Rule, str] = {
    is_short: "pass\n" * 401,
    has_short_functions: "def long():\n" + "    pass\n" * 60,
    leaves_rows_alone: "Party.objects.all()",
    catches_what_it_knows: "try:\n    x\nexcept (ValueError, Exception):\n    pass",
    speaks_no_sql: "connection.cursor()",
    holds_no_float: "share = float(cents) * 0.5",
    divides_exactly: "share = cents / whole",
    is_finished: f"# {chr(84)}ODO later",
    says_its_licence: '"""Words."""',
    is_about_the_product: f"see {chr(47)}work/notes",
}


def is_exempt(rule: Rule, file: File) -> bool:
    """Tell whether *file* may break *rule*, for the reason that stands with the exception."""
    return rule is speaks_no_sql and any(place in file.path for place in SPEAK_SQL)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_file_keeps_the_rule(rule):
    wrong = [
        f"{file.path}: {fault}"
        for file in files(*RULES[rule])
        if not is_exempt(rule, file)
        for fault in rule(file)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("rule", PLANTS, ids=lambda rule: rule.__name__)
def test_the_rule_catches_a_planted_fault(rule):
    assert list(rule(File("src/samenspel/web/planted.py", PLANTS[rule])))


def test_a_module_for_this_and_that_is_caught():
    assert list(has_a_name_of_its_own(File("src/samenspel/web/utils.py", "")))


def test_a_plain_file_passes_every_rule():
    licence = "".join(f"# SPDX-{tag}\n" for tag in LICENCE)
    code = "def f():\n    try:\n        return g()\n    except ValueError:\n        return 0\n"
    text = licence + code
    assert not [fault for rule in RULES for fault in rule(File("src/samenspel/web/a.py", text))]


def test_exact_reckoning_passes():
    for code in ("a // b", "Fraction(a) / b", "a * Decimal(b) / 100", "half = 1"):
        assert not [*holds_no_float(File("a.py", code)), *divides_exactly(File("a.py", code))]


def test_every_refusal_has_its_sentence_and_the_reverse():
    raised = {code for file in files(*PRODUCT) for code in rule_errors(file)}
    assert raised == set(ERRORS)


def test_a_refusal_is_found_in_code():
    file = File("a.py", 'raise RuleError("not-told", name=1)')
    assert list(rule_errors(file)) == ["not-told"]
