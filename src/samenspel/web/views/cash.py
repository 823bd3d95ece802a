# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the cashier received and paid, what will be left, and the tables for SiSa."""

from collections.abc import Sequence
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.funding.sisa import deadline, unanswered
from samenspel.funding.queries import (
    CashBook,
    SisaPage,
    cash_book,
    cashier,
    sisa_export,
    sisa_page,
)
from samenspel.parties.queries import parties
from samenspel.sources.tables import Table, write_tables
from samenspel.sources.workbook import FORMATS
from samenspel.web.exports import digest_of, exported
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts import cash as parts
from samenspel.web.parts.paging import page_of
from samenspel.web.parts.parties import names
from samenspel.web.views.open_data import send
from samenspel.words.cashier import forecast_rule, leverage_rule, missing_answers, move_sentence
from samenspel.words.formats import long_date

_SIZE = 10


def cash(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was received, paid out and is left, by source and year, and every payment."""
    seen = visit(request, slug)
    book = read_book(seen)
    called = names_of(seen, book)
    page = page_of(request, len(book.rows), _SIZE)
    keeper = cashier(slug)
    sources = {key: one.name for key, one in book.sources.items()}
    context = {
        "crumbs": crumbs(slug),
        "any": bool(book.rows),
        "keeper": called.party(keeper) if keeper else None,
        "figures": parts.figures(book),
        "sources": parts.source_rows(book),
        "years": parts.year_rows(book),
        "bars": parts.source_bars(book),
        "forecasts": parts.forecast_views(book, called),
        "moves": [move_sentence(one, book.measures, sources) for one in book.moves],
        "forecast_rule": forecast_rule(),
        "leverage_rule": leverage_rule(),
        "sisa": parts.year_lines(book, slug),
        "page": page,
        "payments": parts.payment_views(
            book.rows[page.start_index() - 1 : page.end_index()] if book.rows else (), called
        ),
        "files": [
            (kind.upper(), reverse("open-data-file", args=[slug, f"{slug}-kas", kind]))
            for kind in FORMATS
        ],
    }
    return show(request, "cash", seen, context, nav="funding")


def sisa(request: HttpRequest, slug: str, source: str, year: int) -> HttpResponse:
    """Show one year of a table for SiSa; ``?versie=`` an earlier version of it."""
    seen = visit(request, slug)
    book = read_book(seen)
    page = get_page(book, source, year, request.GET.get("versie", ""))
    called = names_of(seen, book)
    missing = unanswered(page.columns, page.rows)
    state, mood = parts.state_of(page, seen.on)
    context = {
        "crumbs": [*crumbs(slug), {"url": reverse("cash", args=[slug]), "label": _("The cash")}],
        "table": page,
        "name": called.source(source),
        "state": state,
        "mood": mood,
        "rows": parts.sisa_rows(page, called),
        "totals": parts.sisa_totals(page),
        "missing": missing_answers(len(missing)) if missing else "",
        "deadline": long_date(deadline(year)),
        "changes": parts.change_rows(page, called),
        "versions": [one for one in page.facts.versions if one.year == year],
        "formats": [(kind.upper(), kind) for kind in FORMATS],
    }
    return show(request, "sisa", seen, context, nav="funding")


def sisa_file(request: HttpRequest, slug: str, source: str, year: int, kind: str) -> HttpResponse:
    """Send one year of a table for SiSa."""
    seen = visit(request, slug)
    page = get_page(read_book(seen), source, year, "")
    return _file(request, seen, (sisa_export(page),), kind, f"sisa-{source}-{year}")


def sisa_text(request: HttpRequest, slug: str, source: str, year: int, number: int) -> HttpResponse:
    """Send the text of a locked version, of which the digest was taken."""
    seen = visit(request, slug)
    page = get_page(read_book(seen), source, year, str(number))
    if page.version is None or not page.version.is_locked:
        raise Http404
    response = HttpResponse(page.version.text, content_type="application/json")
    name = f"{slug}-sisa-{source}-{year}-{number}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def read_book(seen: Visit) -> CashBook:
    """Return the cash as everyone may read it; ten statements."""
    return cash_book(seen.region.pk, seen.region.slug, on=seen.on)


def names_of(seen: Visit, book: CashBook) -> parts.Names:
    """Return what a page calls everything in the cash; one statement."""
    return parts.Names(seen.region.slug, names(parties(seen.region.pk)), book)


def get_page(book: CashBook, source: str, year: int, version: str) -> SisaPage:
    """
    Return a year of the table of a source, its latest version unless *version* names another.

    Raises:
        Http404: there is no such table, year or version.
    """
    facts = next((one for one in book.sisa if one.source == source), None)
    number = int(version) if version.isascii() and version.isdecimal() else None
    if facts is None or (version and (number is None or number > len(facts.versions))):
        raise Http404
    page = sisa_page(facts, year, book.payments, number)
    if page is None or not (page.rows or page.version):
        raise Http404
    return page


def crumbs(slug: str) -> list[dict[str, str]]:
    """Return the way up to the page of money."""
    return [{"url": reverse("funding", args=[slug]), "label": _("Money")}]


def _file(
    request: HttpRequest, seen: Visit, tables: Sequence[Table], kind: str, name: str
) -> HttpResponse:
    if kind not in FORMATS:
        raise Http404
    digest = digest_of(repr(tables), kind)
    write = partial(write_tables, seen.region.title, tables, kind)
    build = partial(exported, digest, kind, write)
    return send(request, kind, f"{seen.region.slug}-{name}", digest, build)
