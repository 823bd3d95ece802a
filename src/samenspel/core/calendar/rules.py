# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Terms by law, as a dated table with the basis and the source of each.

A term that no source confirms is in no law here: it is a setting of the region (``Agreed``), or it
stands in the table as not ``confirmed`` and is shown so. Law changes by date: the rows of one
``code`` follow each other, and that row counts in whose period its term begins (a term of days)
or ends (a fixed day).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspel.core.calendar.forms import FORMS, LegalForm


class Event(StrEnum):
    """What happens on a day, in the order of a budget year; what is asked of councils last."""

    FRAMEWORK_MEMO = "framework-memo"
    FRAMEWORK_OPINION = "framework-opinion"
    DRAFT_BUDGET = "draft-budget"
    BUDGET_OPINION = "budget-opinion"
    BOARD = "board"
    BUDGET_TO_PROVINCE = "budget-to-province"
    PROVISIONAL_ACCOUNTS = "provisional-accounts"
    ACCOUNTS_BOARD = "accounts-board"
    ACCOUNTS_TO_PROVINCE = "accounts-to-province"
    ARRANGEMENT_DRAFT = "arrangement-draft"
    ARRANGEMENT_OPINION = "arrangement-opinion"
    AGENDA_DRAFT = "agenda-draft"
    AGENDA_OPINION = "agenda-opinion"


ANSWERS: dict[Event, Event] = {
    Event.FRAMEWORK_OPINION: Event.FRAMEWORK_MEMO,
    Event.BUDGET_OPINION: Event.DRAFT_BUDGET,
    Event.ARRANGEMENT_OPINION: Event.ARRANGEMENT_DRAFT,
    Event.AGENDA_OPINION: Event.AGENDA_DRAFT,
}
"""What a council answers -> what it was sent."""


@dataclass(frozen=True, slots=True)
class Before:
    """Before a day of a year: the last day is the day before it. ``years`` from the budget year."""

    years: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Days:
    """At the latest so many days after another event; below zero: before it."""

    days: int
    of: Event


Term = Before | Days


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A term by law. It holds from ``valid_from``, and no more on ``valid_until``; None: not known.

    ``budget``: only for forms with a budget of their own. ``mixed``: only where a province takes
    part too (True), or only where none does (False).
    """

    code: str
    event: Event
    term: Term
    basis: str
    source: str
    valid_from: date | None = None
    valid_until: date | None = None
    budget: bool = True
    mixed: bool | None = None
    confirmed: bool = True


NEW_LAW = date(2022, 7, 1)
"""The Wgr as changed by Stb. 2022, 18 came into force (Stb. 2022, 128)."""

_LAW = "Wgr (Stb. 2022, 18)"
"""Where our source names no article."""

_CYCLE = (
    "https://www.gemeente.nu/bestuur/tijdwinst-nieuwe-begrotingscyclus-is-sigaar-uit-eigen-doos/"
)
_CHANGE = "https://wetten.legaltools.nl/wet-gemeenschappelijke-regelingen/artikel-1"
_MIXED = "https://wetten.legaltools.nl/wet-gemeenschappelijke-regelingen (artikel 58)"

RULES: tuple[Rule, ...] = (
    Rule(
        *("framework-memo", Event.FRAMEWORK_MEMO, Before(-1, 4, 15)),
        *("Wgr art. 34b", _CYCLE),
        valid_until=NEW_LAW,
    ),
    Rule(
        *("framework-memo", Event.FRAMEWORK_MEMO, Before(-1, 4, 30)),
        *("Wgr art. 34b", _CYCLE),
        valid_from=NEW_LAW,
    ),
    Rule(
        *("draft-budget", Event.DRAFT_BUDGET, Days(-56, Event.BOARD)),
        *("Wgr art. 35", _CYCLE),
        valid_until=NEW_LAW,
    ),
    Rule(
        *("draft-budget", Event.DRAFT_BUDGET, Days(-84, Event.BOARD)),
        *("Wgr art. 35", _CYCLE),
        valid_from=NEW_LAW,
    ),
    Rule(
        *("budget-opinion", Event.BUDGET_OPINION, Days(56, Event.DRAFT_BUDGET)),
        *("Wgr art. 35", _CYCLE),
        valid_until=NEW_LAW,
    ),
    Rule(
        *("budget-opinion", Event.BUDGET_OPINION, Days(84, Event.DRAFT_BUDGET)),
        *("Wgr art. 35", _CYCLE),
        valid_from=NEW_LAW,
    ),
    Rule(*("board", Event.BOARD, Before(0, 1, 1)), *(_LAW, _CYCLE)),
    Rule(
        *("budget-within-two-weeks", Event.BUDGET_TO_PROVINCE, Days(14, Event.BOARD)),
        *(_LAW, _CYCLE),
    ),
    Rule(
        *("budget-to-province", Event.BUDGET_TO_PROVINCE, Before(-1, 8, 1)),
        *(_LAW, _CYCLE),
        valid_until=NEW_LAW,
    ),
    Rule(
        *("budget-to-province", Event.BUDGET_TO_PROVINCE, Before(-1, 9, 15)),
        *(_LAW, _CYCLE),
        valid_from=NEW_LAW,
    ),
    Rule(
        *("provisional-accounts", Event.PROVISIONAL_ACCOUNTS, Before(1, 4, 30)),
        *(_LAW, _CYCLE),
        valid_from=NEW_LAW,
    ),
    Rule(
        *("accounts-within-two-weeks", Event.ACCOUNTS_TO_PROVINCE, Days(14, Event.ACCOUNTS_BOARD)),
        *("Wgr art. 58", _MIXED),
        mixed=True,
    ),
    Rule(
        *("accounts-to-province", Event.ACCOUNTS_TO_PROVINCE, Before(1, 7, 15)),
        *("Wgr art. 58", _MIXED),
        mixed=True,
    ),
    Rule(
        *("accounts-within-two-weeks", Event.ACCOUNTS_TO_PROVINCE, Days(14, Event.ACCOUNTS_BOARD)),
        *("Wgr art. 34", ""),
        mixed=False,
        confirmed=False,
    ),
    Rule(
        *("accounts-to-province", Event.ACCOUNTS_TO_PROVINCE, Before(1, 7, 15)),
        *("Wgr art. 34", ""),
        mixed=False,
        confirmed=False,
    ),
    Rule(
        *("arrangement-opinion", Event.ARRANGEMENT_OPINION, Days(56, Event.ARRANGEMENT_DRAFT)),
        *("Wgr art. 1", _CHANGE),
        valid_from=NEW_LAW,
        budget=False,
    ),
)
"""Rows of one code stand in order of time."""


def rules_for(form: LegalForm, *, mixed: bool) -> tuple[Rule, ...]:
    """Return the rules that a legal form falls under, of all times; none for light forms."""
    traits = FORMS[form]
    return tuple(
        rule
        for rule in RULES
        if traits.arrangement and (traits.budget or not rule.budget) and rule.mixed in (None, mixed)
    )
