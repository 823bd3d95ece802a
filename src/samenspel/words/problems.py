# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says what is wrong with a record and what is expected instead, for who has to mend it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.limits import shown
from samenspel.core.problems import Problem
from samenspel.words.formats import euro, long_date, number
from samenspel.words.labels import KINDS, field_label, kind_label

PROBLEMS: dict[str, Promise] = {
    # Form: what a file or a cell holds.
    "bad-date": _("“%(value)s” is no date. Expected: year, month and day, such as 2026-09-01."),
    "bad-decimal": _(
        "“%(value)s” is no number. Expected: digits, if need be with a decimal point, such as 12.5."
    ),
    "control-character": _(
        "Character %(position)s is %(character)s, an invisible character that does not belong in "
        "text. Expected: letters, digits and punctuation. Type the text again without it."
    ),
    "duplicate-field": _("The field “%(name)s” occurs twice. Expected: every field once."),
    "fraction": _(
        "“%(value)s” is no whole number. Expected: whole numbers, and quantities with a fraction "
        'as text, such as "12.5".'
    ),
    "integer-too-large": _("The number is too large. Expected: at most %(limit)s."),
    "missing-field": _("This field is missing. Expected: a value for it."),
    "not-json": _(
        "The text is no JSON from line %(line)s, column %(column)s. Expected: a file that this "
        "program exported, or one in the same form."
    ),
    "text-too-long": _(
        "The text has %(length)s characters. Expected: at most %(limit)s. Shorten it."
    ),
    "too-deep": _("The file is nested too deeply. Expected: the form of an exported file."),
    "too-many-digits": _("The number has too many digits. Expected: at most %(limit)s."),
    "too-many-members": _("There are %(count)s in this list. Expected: at most %(limit)s."),
    "too-many-rows": _("There are %(count)s rows. Expected: at most %(limit)s."),
    "unknown-field": _(
        "There is no field “%(name)s” here. Expected: only the fields of an exported file."
    ),
    "wrong-type": _("The value is of the wrong kind. Expected: %(expected)s."),
    # Single values.
    "bad-key": _(
        "“%(value)s” is no code. Expected: letters, digits and hyphens, at most 20, such as M7."
    ),
    "bad-municipality": _(
        "“%(value)s” is no CBS code of a municipality. Expected: GM and four digits, such as "
        "GM0141."
    ),
    "bad-scheme": _(
        "“%(value)s” is no classification. Expected: triangle-side, policy-field, party-kind or "
        "phase."
    ),
    "bad-slug": _(
        "“%(value)s” cannot be part of an address. Expected: small letters, digits and hyphens, at "
        "most 50, such as roc-de-linde."
    ),
    "bad-website": _(
        "“%(value)s” is no web address. Expected: one that begins with https:// or http://."
    ),
    "count-out-of-range": _(
        "The number cannot be right. Expected: a whole number from 0 to %(limit)s."
    ),
    "blank-text": _("This holds only spaces. Expected: a text, or nothing at all."),
    "duplicate-member": _("“%(value)s” occurs twice in this list. Expected: each one once."),
    "empty": _("This is empty. Expected: a text."),
    "negative-money": _("The amount %(value)s is negative. Expected: an amount of zero or more."),
    "reserved-slug": _(
        "The address “%(value)s” is in use by the program itself. Expected: another one."
    ),
    "year-out-of-range": _("The year cannot be right. Expected: from %(first)s to %(last)s."),
    # Identity and time.
    "duplicate-goal": _(
        "A contribution to goal “%(value)s” is in row %(first)s already. Expected: each goal once."
    ),
    "duplicate-interest": _(
        "Row %(first)s is about the same party and challenge. Expected: one row for both together."
    ),
    "duplicate-key": _("“%(value)s” is in row %(first)s already. Expected: a code of its own."),
    "duplicate-undivided": _(
        "Row %(first)s has a cost without a year already. Expected: one amount for the whole "
        "period."
    ),
    "duplicate-year": _(
        "Row %(first)s is about the year %(value)s already. Expected: each year once."
    ),
    "ends-before-start": _(
        "This ends (%(end)s) before it begins (%(start)s). Expected: an end that is not earlier."
    ),
    "overlapping-period": _(
        "Row %(first)s is about the same period. Expected: periods that do not overlap."
    ),
    "until-not-after-since": _(
        "It no longer holds from %(end)s, but begins only on %(start)s. Expected: a later day."
    ),
    # References.
    "cycle": _(
        "These measures wait for each other: %(path)s. Expected: an order in which one comes first."
    ),
    "self-reference": _("“%(value)s” waits for itself. Expected: other measures only."),
    "term-not-valid": _(
        "“%(value)s” (%(to)s) is not in use in this period. Expected: a word that is valid then."
    ),
    "total-too-large": _(
        "All amounts together are too large to count. Expected: amounts in euros."
    ),
    "unknown-reference": _(
        "“%(value)s” is not there (%(to)s). Expected: one that the region or the agenda has."
    ),
}
"""Code of a problem -> what is wrong, and what is expected."""

_EXPECTED: dict[str, Promise] = {
    "flag": _("true or false"),
    "integer": _("a whole number"),
    "list": _("a list"),
    "object": _("a group of fields with their values"),
    "text": _("text between quotes"),
}


def explain_problem(problem: Problem) -> str:
    """Return what is wrong and what is expected; where it stands is for ``where`` to say."""
    params = {name: _said(name, value) for name, value in problem.params}
    if problem.code == "negative-money":
        params["value"] = euro(int(str(problem.values["value"])))
    return str(PROBLEMS[problem.code]) % params


def where(problem: Problem) -> str:
    """Return the place in a record: ``Measure 7, cost 2: amount``."""
    place = str(kind_label(problem.kind)) + (f" {problem.row}" if problem.row else "")
    if problem.within:
        inner = {"row": problem.row, "kind": KINDS[problem.kind].one, "measure": problem.within}
        place = gettext("Measure %(measure)s, %(kind)s %(row)s") % inner
    if not problem.field:
        return place
    return f"{place}: {field_label(problem.kind, problem.field).lower()}"


_BY_NAME: dict[str, Callable[[Any], str]] = {
    "expected": lambda value: str(_EXPECTED[value]),
    "to": lambda value: str(KINDS[value].one),
    "limit": number,
    "count": number,
    "length": number,
}


def _said(name: str, value: object) -> str:
    if name in _BY_NAME:
        return _BY_NAME[name](value)
    return long_date(value) if isinstance(value, date) else shown(value, most=500)
