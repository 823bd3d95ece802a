# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The terms of the calendar of councils as tables in words, for the reference."""

from collections.abc import Callable, Iterator

from django.utils.text import capfirst

from samenspel.core.calendar.findings import Weight
from samenspel.core.calendar.forms import FORMS
from samenspel.core.calendar.moments import Outcome, Question, Status
from samenspel.core.calendar.rules import RULES, Rule
from samenspel.words import calendar as words
from samenspel.words.calendar_findings import FINDINGS

Rows = list[list[str]]

_INTRO = """# Terms of the calendar

By when what must be where, as the law has it. A fixed day counts by the law of that day, a term of
days by the law of the day on which it begins. “Before 30 April” means: at the latest on 29 April.

A term that no source confirms is shown as such and is never called law; what a region agreed, or
one municipality asks, is a setting of the region. Whether a last day in a weekend or on a holiday
moves is not in our sources: the program counts the day itself and tells that it is in a weekend.
Nothing here is legal advice."""


def calendar_page(table: Callable[[tuple[str, ...], Rows], str]) -> Iterator[str]:
    """Yield the page, with each table as *table* writes it."""
    for text, heads, rows in _parts():
        yield text
        yield table(heads, rows)


def _parts() -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    yield (
        _INTRO,
        ("For what", "Term", "Basis", "Holds", "For which forms", "Source"),
        [_rule(rule) for rule in RULES],
    )
    yield (
        "## Legal forms\n\nOnly forms under the Wgr have terms by law.",
        ("Form", "In words", "Falls under the Wgr", "Has a budget of its own"),
        [
            [f"`{form}`", str(words.FORMS[form]), _yes(one.arrangement), _yes(one.budget)]
            for form, one in FORMS.items()
        ],
    )
    yield (
        "## What does not fit\n\nWeights: "
        + ", ".join(f"`{weight}` ({words.WEIGHTS[weight]})" for weight in Weight)
        + ". Words in italics are filled in.",
        ("Code", "What it says"),
        [[f"`{code}`", _italic(str(text))] for code, text in FINDINGS.items()],
    )
    yield (
        "## What councils are asked, and how far they are",
        ("Code", "In words"),
        [
            *([f"`{one}`", str(words.QUESTIONS[one])] for one in Question),
            *([f"`{one}`", str(words.STATUSES[one])] for one in Status),
            *([f"`{one}`", str(words.OUTCOMES[one])] for one in Outcome),
        ],
    )


def _rule(rule: Rule) -> list[str]:
    source = f"[source]({rule.source.partition(' ')[0]})" if rule.source else "none: not confirmed"
    forms = "with a budget of its own" if rule.budget else "all under the Wgr"
    mixed = {None: "", True: ", with a province", False: ", without a province"}[rule.mixed]
    event = capfirst(str(words.EVENTS[rule.event]))
    return [event, words.term_words(rule.term), rule.basis, _period(rule), forms + mixed, source]


def _period(rule: Rule) -> str:
    if rule.valid_from:
        return f"from {rule.valid_from}"
    return f"until {rule.valid_until}" if rule.valid_until else "always"


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _italic(text: str) -> str:
    return text.replace("%(", "*").replace(")s", "*")
