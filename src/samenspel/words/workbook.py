# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says what is wrong with a workbook and what is expected, for who filled it in."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.errors import RuleError
from samenspel.core.region_record import SCHEMES
from samenspel.sources.workbook import CellProblem
from samenspel.sources.workbook.region_sheets import SCHEME_WORDS
from samenspel.sources.workbook.sheets import BY_KIND, sheet_named
from samenspel.words.errors import ERRORS, explain
from samenspel.words.formats import number
from samenspel.words.problems import PROBLEMS, explain_problem


class Explanation(NamedTuple):
    """What is wrong, and what is expected instead."""

    wrong: str
    expected: str


CELL_PROBLEMS: dict[str, tuple[Promise, Promise]] = {
    # The file.
    "file-too-large": (_("The file is too large."), _("at most 10 megabytes")),
    "not-a-workbook": (
        _("This is no workbook that can be read."),
        _("an xlsx, ods or json file, or a zip with csv files"),
    ),
    "encrypted-or-old": (
        _("The file has a password, or is of an old version of Excel."),
        _("an xlsx or ods file without password"),
    ),
    "encrypted": (_("The file has a password."), _("a file without password")),
    "damaged": (
        _("The file is damaged or not made by a spreadsheet program."),
        _("a file that opens in a spreadsheet program; save it there once more"),
    ),
    "too-many-parts": (
        _("The file has more parts than a workbook has."),
        _("at most %(limit)s parts"),
    ),
    "unpacks-too-large": (
        _("The file is much larger inside than outside."),
        _("at most 32 megabytes when unpacked"),
    ),
    "document-type": (
        _("The file has a document type definition, which no spreadsheet program writes."),
        _("a file saved by a spreadsheet program"),
    ),
    "null-character": (
        _("The file has a NUL character in it."),
        _("a file saved by a spreadsheet program"),
    ),
    "too-many-cells": (_("The file has too many cells."), _("at most %(limit)s cells")),
    "too-much-text": (_("The file has too much text."), _("at most %(limit)s characters")),
    "not-utf-8": (_("The text is not in UTF-8."), _("a file saved as UTF-8")),
    "no-sheets": (_("There are no sheets."), _("at least one sheet of the workbook")),
    # Sheets and headings.
    "too-many-sheets": (_("The file has too many sheets."), _("at most %(limit)s sheets")),
    "unknown-sheet": (
        _("The workbook has no sheet of this name."),
        _("one of: %(known)s; remove other sheets"),
    ),
    "duplicate-sheet": (_("This sheet occurs twice."), _("each sheet once")),
    "sheet-missing": (
        _("This sheet is missing, and there is nothing yet to go by."),
        _("the sheet, filled in"),
    ),
    "sheet-too-long": (_("The sheet has too many rows."), _("at most %(limit)s rows")),
    "sheet-too-wide": (_("The sheet has too many columns."), _("at most %(limit)s columns")),
    "missing-heading": (
        _("This column has no heading, but there is something in it."),
        _("a heading of the workbook, or an empty column"),
    ),
    "unknown-column": (
        _("“%(value)s” is no heading of this sheet."),
        _("one of: %(known)s"),
    ),
    "duplicate-column": (_("This heading occurs twice."), _("each heading once")),
    "missing-column": (
        _("The column “%(value)s” is missing."),
        _("a column with this heading in row 1"),
    ),
    # Rows and cells.
    "more-than-one-row": (_("There is more than one row."), _("one row on this sheet")),
    "other-region": (
        _("The workbook is of region “%(value)s”."),
        _("a workbook of region “%(wanted)s”"),
    ),
    "formula": (_("There is a formula in this cell."), _("a value; paste the outcome as a value")),
    "unreadable-cell": (
        _("This cell has an error value, or something that is neither text, number nor date."),
        _("a value"),
    ),
    "missing-field": (_("This cell is empty."), _("a value")),
    "not-text": (
        _("“%(value)s” was taken for a number, date or truth value."),
        _("text; put an apostrophe before it"),
    ),
    "bad-number": (_("“%(value)s” is no number."), _("a number, such as 12,5")),
    "ambiguous-number": (
        _("“%(value)s” could be a large or a small number."),
        _("thousands without point, such as 1234, or decimals with a comma, such as 1,234"),
    ),
    "not-whole": (_("“%(value)s” is no whole number."), _("a whole number")),
    "fraction-of-cent": (
        _("“%(value)s” has more than two decimals."),
        _("an amount in euros and cents; nothing is rounded here"),
    ),
    "not-a-date": (
        _("“%(value)s” is no date."),
        _("day, month and year, such as 31-12-2026 or 2026-12-31"),
    ),
    "not-yes-or-no": (_("“%(value)s” is neither yes nor no."), _("ja or nee")),
    "bad-scheme": (_("“%(value)s” is no list of terms."), _("one of: %(known)s")),
    # Own figures.
    "unknown-word": (_("“%(value)s” is none of the words of this column."), _("one of: %(known)s")),
    "not-a-member": (
        _("“%(value)s” is no municipality of this region."),
        _("one of: %(known)s"),
    ),
    "value-too-long": (
        _("The number has too many digits."),
        _("at most %(limit)s digits, of which %(decimals)s decimals"),
    ),
    "duplicate-figure": (
        _("Row %(first)s has this figure for this municipality already."),
        _("each figure once for each year and municipality"),
    ),
    "unknown-figure": (
        _("The sheet of figures does not have “%(value)s” of %(year)s."),
        _("a code and year that stand there"),
    ),
    "figure-without-values": (
        _("“%(value)s” of %(year)s has no value, and there is none yet to withdraw."),
        _("a value for at least one municipality"),
    ),
    "rows-disagree": (
        _("Row %(first)s says otherwise of the same figure and year."),
        _("the same in each row of a figure"),
    ),
    "no-payments": (_("There are no payments in the file."), _("at least one")),
    "no-figures": (_("There are no figures in the file."), _("at least one, with its values")),
    "too-many-figures": (_("There are too many figures."), _("at most %(limit)s in one file")),
}
"""Code -> what is wrong, and what is expected. Other codes are those of ``words.problems``."""

_UNKNOWN = _("“%(value)s” is not on sheet %(sheet)s.")
_UNKNOWN_TERM = _("“%(value)s” is not on sheet %(sheet)s, list %(list)s.")


def explain_cell(problem: CellProblem) -> Explanation:
    """Return what is wrong with a cell, row, sheet or file, and what is expected."""
    wrong, expected = _explained(problem)
    if problem.name and not problem.row:
        there = gettext("Not in this file, but there already, at %(name)s:") % {
            "name": problem.name
        }
        wrong = f"{there} {wrong}"
    return Explanation(wrong, expected)


def told(problem: CellProblem) -> dict[str, str | int]:
    """Return a problem as a row of a table of errors."""
    said = explain_cell(problem)
    return {
        "sheet": problem.sheet,
        "row": problem.row or "",
        "column": problem.column,
        "heading": problem.heading,
        "wrong": said.wrong,
        "expected": said.expected,
    }


def place(problem: CellProblem) -> str:
    """Return where it is, in words: ``Maatregelen, row 4, column B (Titel)``."""
    parts = [problem.sheet] if problem.sheet else []
    if problem.row:
        parts.append(gettext("row %(row)s") % {"row": problem.row})
    if problem.column:
        named = f"{problem.column} ({problem.heading})" if problem.heading else problem.column
        parts.append(gettext("column %(column)s") % {"column": named})
    return ", ".join(parts) or gettext("the file")


def _explained(problem: CellProblem) -> Explanation:
    if problem.code in PROBLEMS and sheet_named(problem.sheet) is None:
        return _split(explain_problem(problem.problem))  # JSON has fields, not cells
    if problem.code == "unknown-reference":
        return _unknown(str(problem.values["value"]), str(problem.values["to"]))
    if problem.code in ERRORS and problem.code not in CELL_PROBLEMS:
        return Explanation(explain(RuleError(problem.code, **problem.values)), "")
    if problem.code not in CELL_PROBLEMS:
        return _split(explain_problem(problem.problem))
    wrong, expected = CELL_PROBLEMS[problem.code]
    values = {"known": ", ".join(word for _, word in SCHEME_WORDS), **problem.values}
    if isinstance(limit := values.get("limit"), int):
        values["limit"] = number(limit)
    return Explanation(str(wrong) % values, str(expected) % values)


def _unknown(value: str, target: str) -> Explanation:
    """Return what to say of a reference that leads nowhere, with the sheet to look on."""
    sheet = BY_KIND["term" if target in SCHEMES else target].name
    values = {"value": value, "sheet": sheet, "list": dict(SCHEME_WORDS).get(target, "")}
    sentence = _UNKNOWN_TERM if target in SCHEMES else _UNKNOWN
    return Explanation(str(sentence) % values, gettext("one that is there"))


def _split(sentence: str) -> Explanation:
    wrong, _mark, expected = sentence.partition(gettext("Expected:"))
    return Explanation(wrong.strip(), expected.strip())
