# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""SiSa in the workbench: columns, answers, locking a year and opening it again."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.funding.sisa import DEFAULT_COLUMNS, deadline, unanswered
from samenspel.core.rights import Act
from samenspel.funding import services
from samenspel.funding.queries import SisaPage, cashier, sisa_table, source
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.cash import AnswerForm, ColumnsForm, ReopenForm
from samenspel.web.page import Visit
from samenspel.web.parts import cash as parts
from samenspel.web.views.cash import get_page, names_of, read_book
from samenspel.web.views.workbench.cash import ask, keeping, show
from samenspel.web.views.workbench.desk import desk
from samenspel.web.views.workbench.promising import METHODS, data, where
from samenspel.words.cashier import missing_answers
from samenspel.words.formats import long_date

PROGRAMME = "programma"
"""How an address names the row of the programme itself, which has no key."""


@login_required
@require_http_methods(METHODS)
def columns(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Set the columns of the table of a source."""
    seen = keeping(request, slug)
    of = source(seen.region.pk, key)
    if of is None:
        raise Http404
    now = sisa_table(seen.region.pk, key)
    form = ColumnsForm(
        data(request),
        columns=now.columns if now else DEFAULT_COLUMNS,
        scheme=now.scheme if now else "",
    )

    def act() -> None:
        found = form.columns()
        scheme = form.cleaned_data["scheme"]
        services.set_columns(**where(seen), source=key, columns=found, scheme=scheme)

    context = {
        "title": _("SiSa columns of %(source)s") % {"source": f"{key} {of.name}"},
        "intro": _(
            "The columns that stand here first are what such tables often ask. They are not "
            "checked against the official form: compare them with the form of your arrangement."
        ),
        "said": _("The columns are saved."),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_safe
def year(request: HttpRequest, slug: str, key: str, year: int) -> HttpResponse:
    """Show a year, with what can be done with it."""
    seen = desk(request, slug)
    book = read_book(seen)
    page = get_page(book, key, year, "")
    called = names_of(seen, book)
    missing = unanswered(page.columns, page.rows)
    state, mood = parts.state_of(page, seen.on)
    locked = page.version is not None and page.version.is_locked
    may = seen.may(Act.KEEP_CASH, cashier(slug))
    context = {
        "title": f"SiSa {year}",
        "name": called.source(key),
        "table": page,
        "state": state,
        "mood": mood,
        "rows": parts.sisa_rows(page, called),
        "totals": parts.sisa_totals(page),
        "missing": missing_answers(len(missing)) if missing else "",
        "deadline": long_date(deadline(year)),
        "may_answer": may and not locked and year > page.facts.locked_through,
        "may_lock": may and not locked and not missing and year < seen.on.year,
        "may_reopen": may and locked and year == page.facts.locked_through,
    }
    return show(request, "sisa_year", seen, context)


@login_required
@require_http_methods(METHODS)
def answer(request: HttpRequest, slug: str, key: str, year: int, measure: str) -> HttpResponse:
    """Fill in what a year asks of a measure."""
    seen = keeping(request, slug)
    page = get_page(read_book(seen), key, year, "")
    wanted = "" if measure == PROGRAMME else measure
    row = next((one for one in page.rows if one.measure == wanted), None)
    if row is None:
        raise Http404
    form = AnswerForm(data(request), columns=page.columns, cells=row.cells)

    def act() -> None:
        services.answer_sisa(**_of(seen, page), measure=wanted, answers=form.answers())

    name = names_of(seen, read_book(seen)).measure(wanted).title
    context = {
        "title": f"SiSa {year}: {wanted} {name}".replace("  ", " "),
        "said": _("The answers are saved."),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def lock(request: HttpRequest, slug: str, key: str, year: int) -> HttpResponse:
    """Freeze a year."""
    seen = keeping(request, slug)
    page = get_page(read_book(seen), key, year, "")
    form = ActForm(data(request))

    def act() -> None:
        services.lock_year(**_of(seen, page))

    context = {
        "title": _("Lock %(year)s of %(source)s?") % {"year": year, "source": key},
        "intro": _(
            "The table then stands still, with its digest in the ledger. Payments up to that year "
            "can no longer be recorded for this source, unless you open the year again."
        ),
        "said": _("The year is locked."),
        "button": _("Lock the year"),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def reopen(request: HttpRequest, slug: str, key: str, year: int) -> HttpResponse:
    """Open a locked year again, as a new version."""
    seen = keeping(request, slug)
    page = get_page(read_book(seen), key, year, "")
    form = ReopenForm(data(request))

    def act() -> None:
        services.reopen_year(**_of(seen, page), reason=form.cleaned_data["reason"])

    context = {
        "title": _("Open %(year)s of %(source)s again?") % {"year": year, "source": key},
        "intro": _("What was locked stays readable. The new version says what it changes."),
        "said": _("The year is open again."),
        "button": _("Open again"),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context)


def _of(seen: Visit, page: SisaPage) -> dict[str, Any]:
    return {**where(seen), "source": page.facts.source, "year": page.year}


def _up(seen: Visit, page: SisaPage) -> tuple[str, str]:
    args = [seen.region.slug, page.facts.source, page.year]
    return reverse("workbench-sisa", args=args), f"SiSa {page.year}"
