# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a deal says and what it binds, as blocks: with the words and marks that were signed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from samenspel.core.deals.commitment import Commitment, Condition, Decision, parse_target
from samenspel.core.deals.deal import DealRecord
from samenspel.documents.blocks import Block, Cell, Column, Heading, Items, Text, row, table
from samenspel.words.deals import COMMITMENT_KINDS
from samenspel.words.formats import euro, long_date
from samenspel.words.labels import kind_label
from samenspel.words.promises import about_terms, hours, rule_sentence

_NEW_BLOCK = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+>|#]|\d+[.)]))|(?<=\n)(?=#)")
_HEADING = re.compile(r"#{1,6}[ \t]+([^\n]{1,200})(?:\n(.*))?", re.DOTALL)

Names = Mapping[str, str]


def terms(record: DealRecord, names: Names) -> Iterator[Block]:
    """Yield the text of a deal, around what it is agreed, and every commitment."""
    yield Heading(_("The text that was signed"))
    for part in _NEW_BLOCK.split(record.terms.text.replace("\r\n", "\n")):
        yield from _paragraph(part.strip())
    yield Heading(_("Terms"))
    yield facts(_("Terms"), about_terms(record.terms, names))
    yield Text(rule_sentence(record.terms.rule, names))
    yield Heading(_("Parties"), level=2)
    yield Items(tuple(Cell(names.get(one, one), one) for one in record.terms.parties))
    yield Heading(_("Commitments"))
    if not record.commitments:
        yield Text(_("none"))
    for one in record.commitments:
        yield Heading(f"{one.key} · {names.get(one.party, one.party)}", level=2)
        yield Text(one.what)
        yield Items(tuple(Cell(f"{name}: {value}") for name, value in _details(one, names)))


def facts(caption: str, found: list[tuple[str, str]]) -> Block:
    """Return names and values as a table of two columns."""
    heads = (Column(caption, width=1), Column(_("Value"), width=3))
    return table("", heads, (row(name, value) for name, value in found))


def decision(one: Decision) -> str:
    """Return who decided something, when, and where that can be read."""
    return " · ".join(filter(None, (one.organ, long_date(one.decided_on), one.link)))


def _paragraph(part: str) -> Iterator[Block]:
    """Yield a paragraph as it is written; a heading below the title of the part that it is in."""
    heading = _HEADING.fullmatch(part)
    if heading:
        yield Heading(heading[1], level=2)
        part = (heading[2] or "").strip()
    if part:
        yield Text(part)


def _details(one: Commitment, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the name and value of what a commitment says beside its words."""
    kind, key = parse_target(one.target)
    yield _("Kind"), str(COMMITMENT_KINDS[one.kind])
    yield _("Belongs to"), f"{kind_label(kind)} {key}"
    given = [
        (_("Starts"), _day(one.starts_on)),
        (_("Ends"), _day(one.ends_on)),
        (_("Money by year"), "; ".join(f"{x.year} {euro(x.amount_cents)}" for x in one.amounts)),
        (_("Hours"), "" if one.hours is None else hours(one.hours)),
        (_("Valuation"), _valuation(one)),
        (_("For whom"), ", ".join(names.get(each, each) for each in one.helps)),
        (_("In return"), one.in_return),
        *((_("Condition"), _condition(each, names)) for each in one.conditions),
        (_("By whose decision"), decision(one.decided) if one.decided else ""),
    ]
    yield from ((name, value) for name, value in given if value)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _valuation(one: Commitment) -> str:
    worth = "" if one.valuation_cents is None else euro(one.valuation_cents)
    return f"{worth} {one.valuation_evidence}".strip()


def _condition(one: Condition, names: Names) -> str:
    due = _("by %(date)s") % {"date": long_date(one.due_on)} if one.due_on else ""
    who = names.get(one.party, one.party) or one.who
    return f"{one.text} ({', '.join(filter(None, (who, due)))})".removesuffix(" ()")
