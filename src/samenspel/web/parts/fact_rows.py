# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The facts of a region as the rows of a table: what each kind shows in its columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenspel.core.region_record import RegionRecord
from samenspel.regions.queries import Words
from samenspel.words.formats import long_date, number
from samenspel.words.labels import KINDS, field_label


@dataclass(frozen=True, slots=True)
class Told:
    """Headings, and for each fact a text under each heading; the first names it."""

    columns: list[str]
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class _Names:
    parties: dict[str, str]
    bodies: dict[str, str]
    members: dict[str, str]
    words: Words


_Row = Callable[[Any, _Names], list[str]]


def fact_rows(kind: str, items: Sequence[Any], record: RegionRecord, words: Words) -> Told:
    """Return *items* of one kind, told in columns."""
    names = _Names(
        {one.slug: one.name for one in record.parties},
        {one.slug: one.name for one in record.bodies},
        {one.code: one.name for one in record.members},
        words,
    )
    columns, row = _TABLES[kind]
    labelled = "member" if kind == "municipality" else kind
    heads = [field_label(labelled, column) if column != "when" else _("When") for column in columns]
    return Told(heads, [row(item, names) for item in items])


def _municipality(item: Any, _names: _Names) -> list[str]:
    return [item.name, item.code, _when(item.since, item.until)]


def _inhabitants(item: Any, names: _Names) -> list[str]:
    name = names.members.get(item.municipality, item.municipality)
    return [f"{name}, {item.year}", number(item.people), item.source]


def _party(item: Any, names: _Names) -> list[str]:
    return [
        item.name,
        names.words.label("party-kind", item.kind),
        _when(item.since, item.until),
    ]


def _body(item: Any, _names: _Names) -> list[str]:
    return [item.name, item.about]


def _seat(item: Any, names: _Names) -> list[str]:
    party = names.parties.get(item.party, item.party)
    return [
        f"{party}, {item.title}" if item.title else party,
        names.bodies.get(item.body, item.body),
        "" if item.votes is None else number(item.votes),
        _when(item.since, item.until),
    ]


def _term(item: Any, _names: _Names) -> list[str]:
    scheme = str(KINDS[item.scheme].one)
    return [item.label_nl, item.label_en, scheme, _when(item.valid_from, item.valid_until)]


_TABLES: dict[str, tuple[tuple[str, ...], _Row]] = {
    "municipality": (("name", "code", "when"), _municipality),
    "inhabitants": (("municipality", "people", "source"), _inhabitants),
    "party": (("name", "kind", "when"), _party),
    "body": (("name", "about"), _body),
    "seat": (("party", "body", "votes", "when"), _seat),
    "term": (("label_nl", "label_en", "scheme", "when"), _term),
}


def _when(since: date | None, until: date | None) -> str:
    """Return since when, and the day on which it no longer holds."""
    if since and until:
        return _("%(since)s to %(until)s") % {"since": long_date(since), "until": long_date(until)}
    if until:
        return _("until %(date)s") % {"date": long_date(until)}
    return _("since %(date)s") % {"date": long_date(since)} if since else ""
