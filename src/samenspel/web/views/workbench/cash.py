# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The cash in the workbench: payments, counter-entries and who keeps it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.rights import Act
from samenspel.funding import services
from samenspel.funding.queries import PaymentRow, cashier, payment_rows, sources
from samenspel.parties.queries import parties
from samenspel.web.forms.cash import CashierForm, CounterForm, PaymentForm
from samenspel.web.page import Visit
from samenspel.web.parts import cash as parts
from samenspel.web.parts.paging import page_of
from samenspel.web.views.cash import names_of, read_book
from samenspel.web.views.workbench.desk import Refusal, check, desk, done, show_desk, submit, work
from samenspel.web.views.workbench.promising import METHODS, data, where
from samenspel.words.formats import euro

_NAV = "workbench-cash"
_SIZE = 10


@login_required
@require_safe
def cash(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the cash book, and the years for SiSa."""
    seen = desk(request, slug)
    book, keeper = read_book(seen), cashier(slug)
    called = names_of(seen, book)
    page = page_of(request, len(book.rows), _SIZE)
    context = {
        "title": _("The cash"),
        "keeper": called.parties.get(keeper, ""),
        "may": seen.may(Act.KEEP_CASH, keeper),
        "may_name": seen.may(Act.KEEP_CASH),
        "sources": bool(book.sources),
        "figures": parts.figures(book) if book.rows else [],
        "tables": [(one.source, one.name) for one in book.sisa],
        "without": [
            (key, book.sources[key].name)
            for key in book.by_source
            if key not in {one.source for one in book.sisa}
        ],
        "years": parts.year_lines(book, slug, "workbench-sisa"),
        "page": page,
        "payments": parts.payment_views(
            book.rows[page.start_index() - 1 : page.end_index()] if book.rows else (), called
        ),
    }
    return show(request, "cash", seen, context)


@login_required
@require_http_methods(METHODS)
def payment_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Record one payment."""
    seen = keeping(request, slug)
    form = PaymentForm(data(request), **choices(seen), on=seen.on)

    def act() -> None:
        services.record_payment(**where(seen), payment=form.make())

    context = {
        "title": _("Record a payment"),
        "intro": _("Once recorded it stands: a mistake is taken back by a counter-entry."),
        "said": _("The payment is recorded."),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def payment_correct(request: HttpRequest, slug: str, payment: int) -> HttpResponse:
    """Take a payment back by a counter-entry."""
    seen = keeping(request, slug)
    row = _payment(seen, payment)
    one = row.payment
    form = CounterForm(data(request), on=seen.on, suggested=f"{one.reference}-T"[:40])

    def act() -> None:
        values = {name: form.cleaned_data[name] for name in ("by", "day", "evidence")}
        services.correct_payment(**where(seen), reference=one.reference, **values)

    context = {
        "title": _("Take back payment %(reference)s") % {"reference": one.reference},
        "intro": _(
            "A counter-entry of %(amount)s puts it at zero; both stay readable. Then enter the "
            "right payment as a new one."
        )
        % {"amount": euro(one.amount_cents)},
        "said": _("The counter-entry is recorded."),
        "button": _("Take back"),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def cashier_set(request: HttpRequest, slug: str) -> HttpResponse:
    """Say which party keeps the cash."""
    seen = desk(request, slug, Act.KEEP_CASH)
    known = [(one.slug, one.name) for one in parties(seen.region.pk)]
    form = CashierForm(data(request), parties=known, now=cashier(slug))

    def act() -> None:
        services.set_cashier(**where(seen), party=form.cleaned_data["party"])

    context = {
        "title": _("Who keeps the cash?"),
        "intro": _("The controller of that party can then record payments and lock years."),
        "said": _("The cashier is named."),
    }
    return ask(request, seen, form, act, context)


def keeping(request: HttpRequest, slug: str) -> Visit:
    """
    Return the visit of somebody who keeps the cash; first line of a view.

    Raises:
        Http404: there is no such region.
        PermissionDenied: the visitor does not keep it.
    """
    seen = desk(request, slug)
    check(seen, Act.KEEP_CASH, cashier(slug))
    return seen


def choices(seen: Visit) -> dict[str, list[tuple[str, str]]]:
    """Return what a payment may name."""
    measures = work(seen).agenda.measures
    return {
        "sources": [(one.key, f"{one.key} {one.name}") for one in sources(seen.region.pk)],
        "parties": [(one.slug, one.name) for one in parties(seen.region.pk)],
        "measures": [(one.key, f"{one.key} {one.title}") for one in measures],
    }


def ask(
    request: HttpRequest,
    seen: Visit,
    form: Any,
    act: Callable[[], object],
    context: Mapping[str, Any],
) -> HttpResponse:
    """
    Show a form about the cash; with a POST that is right, do *act* and go back.

    *context* has ``said``, the words when it is done; ``up``, (address, words) of the page above
    when that is not the cash; and what the template asks.
    """
    refusal = submit(form, act) if request.method == "POST" else None
    back = context["up"][0] if "up" in context else reverse(_NAV, args=[seen.region.slug])
    if request.method == "POST" and refusal is None:
        return done(request, context["said"], back)
    whole = {"form": form, "refusal": refusal, "back": back, **context}
    return show(request, "form", seen, whole)


def show(
    request: HttpRequest, template: str, seen: Visit, context: Mapping[str, Any]
) -> HttpResponse:
    """Show a page below the cash, and below ``up`` when the context has that."""
    slug, refusal = seen.region.slug, context.get("refusal")
    crumbs = [(reverse("workbench-funding", args=[slug]), _("Money"))]
    if template != "cash":
        crumbs.append((reverse(_NAV, args=[slug]), _("The cash")))
    if up := context.get("up"):
        crumbs.append(up)
    status = refusal.status if isinstance(refusal, Refusal) else 200
    whole = {"refusal": None, **context}
    return show_desk(request, template, seen, whole, nav=_NAV, crumbs=crumbs, status=status)


def _payment(seen: Visit, pk: int) -> PaymentRow:
    found = next((one for one in payment_rows(seen.region.pk) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found
