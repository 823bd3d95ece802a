# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What each municipality pays and gets, per inhabitant and beside whom."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.agenda.queries import Wanted, current_version, measure_rows
from samenspel.core.funding.party_money import party_money
from samenspel.funding.queries import CashBook
from samenspel.parties.queries import PartyFacts, parties
from samenspel.regions.queries import MunicipalityFacts, municipalities
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts import party_money as parts
from samenspel.web.parts.cash import Names
from samenspel.web.parts.parties import names
from samenspel.web.views.cash import crumbs, read_book
from samenspel.words.cashier import leverage_rule
from samenspel.words.formats import number

_MOST = 100
"""Projects of one municipality."""


def municipalities_money(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every municipality side by side."""
    seen = visit(request, slug)
    book, everyone = read_book(seen), parties(seen.region.pk)
    called = Names(slug, names(everyone), book)
    places = _places(seen)
    rows = [
        parts.municipality_row(
            party_money(one.slug, book.entries, book.payments),
            places.get(one.municipality),
            called,
        )
        for one in everyone
        if one.municipality
    ]
    context = {"crumbs": crumbs(slug), "rows": rows, "leverage_rule": leverage_rule()}
    return show(request, "municipalities_money", seen, context, nav="funding")


def municipality_money(request: HttpRequest, slug: str, party: str) -> HttpResponse:
    """Show one municipality in words and figures."""
    seen = visit(request, slug)
    everyone = parties(seen.region.pk)
    one = _municipality(everyone, party)
    book, joins = _with_projects(seen, party)
    called = Names(slug, names(everyone), book)
    place = _places(seen).get(one.municipality)
    found = party_money(party, book.entries, book.payments, joins)
    context = {
        "crumbs": [
            *crumbs(slug),
            {"url": reverse("municipalities-money", args=[slug]), "label": _("Municipalities")},
        ],
        "party": one,
        "people": number(place.people) if place and place.people else "",
        "year": place.year if place else None,
        "sentences": parts.sentences(found, place, called),
        "figures": parts.figures(found, place),
        "bars": parts.year_bars(found),
        "projects": parts.project_rows(found, called),
        "leverage_rule": leverage_rule(),
    }
    return show(request, "municipality_money", seen, context, nav="funding")


def _municipality(everyone: list[PartyFacts], slug: str) -> PartyFacts:
    found = next((one for one in everyone if one.slug == slug and one.municipality), None)
    if found is None:
        raise Http404
    return found


def _places(seen: Visit) -> dict[str, MunicipalityFacts]:
    return {one.code: one for one in municipalities(seen.region.pk, seen.on)}


def _with_projects(seen: Visit, party: str) -> tuple[CashBook, list[str]]:
    """Return the cash, and the measures that a party leads or joins, whose titles are in it."""
    book, version = read_book(seen), current_version(seen.region.slug)
    if version is None:
        return book, []
    rows = measure_rows(version.pk, Wanted(party=party), limit=_MOST)
    titles = {**book.measures, **{row.key: row.title for row in rows}}
    return replace(book, measures=titles), [row.key for row in rows]
