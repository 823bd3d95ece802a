# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a commitment must look like before anybody can be held to it."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from samenspel.core.deals.commitment import Commitment, Condition, Kind, parse_target
from samenspel.core.errors import RuleError
from samenspel.core.limits import (
    FIRST_YEAR,
    KEY,
    LAST_YEAR,
    LONG_TEXT,
    MAX_COUNT,
    MAX_INTEGER,
    SHORT_TEXT,
    character_fault,
    shown,
)

_LINK = re.compile(r"https?://[^\s/?#@]+([/?#]\S*)?", re.IGNORECASE)

MAX_LINK = 1000

MAX_CONDITIONS, MAX_CONDITION_TEXT = 20, 1000
"""What changes in a public commitment stands on the ledger, whose entries have a largest size."""

_HOLDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.MONEY: ("amounts",),
    Kind.HOURS: ("hours",),
    Kind.KNOWLEDGE: (),
    Kind.DECISION: (),
    Kind.FACILITY: (),
    Kind.IN_KIND: ("valuation_cents", "valuation_evidence"),
}
"""Kind -> the quantities that it needs; all others stay empty, hours and facilities apart."""

_MAY_HOLD: Mapping[Kind, tuple[str, ...]] = {
    Kind.KNOWLEDGE: ("hours", "valuation_cents", "valuation_evidence"),
    Kind.HOURS: ("valuation_cents", "valuation_evidence"),
    Kind.FACILITY: ("valuation_cents", "valuation_evidence"),
}
"""Kind -> the quantities that it may have besides."""

QUANTITIES = ("amounts", "hours", "valuation_cents", "valuation_evidence")


def check_commitment(one: Commitment) -> None:
    """
    Refuse a commitment that cannot be held to; ``field`` in the params says where.

    Raises:
        RuleError: ``code-unfit``, ``text-missing``, ``text-unfit``, ``link-unfit``,
            ``unknown-target``, ``period-backward``, ``amount-negative``, ``amount-too-large``,
            ``year-twice``, ``year-outside-period``, ``amount-missing``, ``amount-out-of-place``,
            ``helps-itself``, ``condition-without-who`` or ``too-many-conditions``.
    """
    for check in _CHECKS:
        check(one)


def check_text(field: str, text: str, *, most: int = LONG_TEXT, needed: bool = True) -> None:
    """
    Refuse a text that is missing where *needed*, longer than *most*, or has an unfit character.

    One of ``SHORT_TEXT`` is a single line. Raises ``text-missing`` or ``text-unfit``.
    """
    if needed and not text.strip():
        raise RuleError("text-missing", field=field)
    if len(text) > most or character_fault(text, paragraphs=most > SHORT_TEXT):
        raise RuleError("text-unfit", field=field, limit=most)


def check_link(field: str, link: str) -> None:
    """Refuse an address that is no web address; empty is fine. Raises ``link-unfit``."""
    if link and (len(link) > MAX_LINK or not _LINK.fullmatch(link)):
        raise RuleError("link-unfit", field=field, link=shown(link))


def check_period(since: date | None, until: date | None) -> None:
    """Refuse a period that ends before it begins. Raises ``period-backward``."""
    if since and until and until < since:
        raise RuleError("period-backward", field="ends_on", since=since, until=until)


def _texts(one: Commitment) -> None:
    if not KEY.fullmatch(one.key):
        raise RuleError("code-unfit", field="key", key=shown(one.key))
    parse_target(one.target)
    check_text("what", one.what)
    check_text("in_return", one.in_return, needed=False)
    check_text("valuation_evidence", one.valuation_evidence, needed=False)
    if one.party in one.helps:
        raise RuleError("helps-itself", field="helps")
    if one.decided:
        check_text("organ", one.decided.organ, most=SHORT_TEXT)
        check_link("link", one.decided.link)


def _period(one: Commitment) -> None:
    check_period(one.starts_on, one.ends_on)
    years = [amount.year for amount in one.amounts]
    first = one.starts_on.year if one.starts_on else FIRST_YEAR
    last = one.ends_on.year if one.ends_on else LAST_YEAR
    for year in years:
        if years.count(year) > 1:
            raise RuleError("year-twice", field="amounts", year=year)
        if not first <= year <= last:
            raise RuleError("year-outside-period", field="amounts", year=year)


def _sizes(one: Commitment) -> None:
    for field, number, limit in (
        *(("amounts", amount.amount_cents, MAX_INTEGER) for amount in one.amounts),
        ("amounts", one.cents if one.amounts else None, MAX_INTEGER),
        ("valuation_cents", one.valuation_cents, MAX_INTEGER),
        ("hours", one.hours, MAX_COUNT),
    ):
        if number is not None and number < 0:
            raise RuleError("amount-negative", field=field)
        if number is not None and number > limit:
            raise RuleError("amount-too-large", field=field)


def _quantities(one: Commitment) -> None:
    needed = _HOLDS[one.kind]
    for field in QUANTITIES:
        value = getattr(one, field)
        there = value is not None and value not in ("", ())
        if field in needed and not there:
            raise RuleError("amount-missing", field=field, kind=one.kind)
        if there and field not in (*needed, *_MAY_HOLD.get(one.kind, ())):
            raise RuleError("amount-out-of-place", field=field, kind=one.kind)


def _conditions(one: Commitment) -> None:
    if len(one.conditions) > MAX_CONDITIONS:
        raise RuleError("too-many-conditions", field="conditions", limit=MAX_CONDITIONS)
    for condition in one.conditions:
        _condition(condition)


def _condition(condition: Condition) -> None:
    check_text("conditions", condition.text, most=MAX_CONDITION_TEXT)
    check_text("who", condition.who, most=SHORT_TEXT, needed=False)
    if not condition.party and not condition.who.strip():
        raise RuleError("condition-without-who", field="conditions")


_CHECKS: tuple[Callable[[Commitment], None], ...] = (
    _texts,
    _period,
    _sizes,
    _quantities,
    _conditions,
)
