# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Payments from a file in the browser: every error with its place, and a look before it counts."""

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.agenda.queries import known_keys
from samenspel.core.funding.cash import Direction, Payment, PaymentKind, cash
from samenspel.core.rights import Act
from samenspel.funding.queries import payments, sisa_tables, sources
from samenspel.funding.services import import_payments
from samenspel.parties.queries import party_ids
from samenspel.sources.payment_files import Known, payments_template, read_payments
from samenspel.sources.workbook import WorkbookError
from samenspel.web.forms.cash import PaymentsFileForm
from samenspel.web.page import Visit
from samenspel.web.views.workbench.cash import keeping, show
from samenspel.web.views.workbench.desk import Refusal, attempt, desk, done
from samenspel.web.views.workbench.promising import METHODS, where
from samenspel.words.formats import euro, number
from samenspel.words.workbook import told

_SESSION = "payments"
_KEPT = timedelta(hours=1)
_NAV = "workbench-cash"


@login_required
@require_http_methods(METHODS)
def payments_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Read a file with payments; nothing is written yet."""
    seen = keeping(request, slug)
    if request.method != "POST":
        return _ask(request, seen, PaymentsFileForm())
    form = PaymentsFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, seen, form, Refusal(400))
    try:
        found = read_payments(form.cleaned_data["payments"].read(), known(seen))
    except WorkbookError as error:
        return _ask(request, seen, form, Refusal(400), error)
    request.session[_SESSION] = {
        "region": slug,
        "until": (seen.at + _KEPT).isoformat(),
        "payments": [plain(one) for one in found],
    }
    return HttpResponseRedirect(reverse("workbench-payments-preview", args=[slug]))


@login_required
@require_safe
def payments_template_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Send a file to fill in."""
    desk(request, slug, Act.READ_DRAFT)
    response = HttpResponse(payments_template(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-betalingen.csv"'
    return response


@login_required
@require_safe
def payments_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the file that was sent would add."""
    seen = keeping(request, slug)
    found = _kept(request, seen)
    return _gone(request, seen) if found is None else _preview(request, seen, found)


@login_required
@require_POST
def payments_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the payments that were shown, all or none."""
    seen = keeping(request, slug)
    found = _kept(request, seen)
    if found is None:
        return _gone(request, seen)
    refusal = attempt(lambda: import_payments(**where(seen), payments=found))
    if refusal is not None:
        return _preview(request, seen, found, refusal)
    del request.session[_SESSION]
    return done(request, _("The payments are recorded."), _NAV, slug)


def known(seen: Visit) -> Known:
    """Return what a payment of this region may name, and what is there already."""
    pk = seen.region.pk
    return Known(
        {one.key for one in sources(pk)},
        party_ids(pk),
        known_keys(seen.region.slug, "measure", seen.actor),
        {one.reference: one for one in payments(pk)},
        {one.source: one.locked_through for one in sisa_tables(pk)},
        seen.on,
    )


def _kept(request: HttpRequest, seen: Visit) -> list[Payment] | None:
    """Return what waits in the session; None when it is of another region, or an hour old."""
    kept: Any = request.session.get(_SESSION)
    if not kept or kept["region"] != seen.region.slug:
        return None
    if datetime.fromisoformat(kept["until"]) <= seen.at:
        del request.session[_SESSION]
        return None
    return [_revived(one) for one in kept["payments"]]


def plain(one: Payment) -> dict[str, Any]:
    """Return a payment as a session keeps it."""
    typed = {"day": one.day.isoformat(), "direction": str(one.direction), "kind": str(one.kind)}
    return asdict(one) | typed


def _revived(one: dict[str, Any]) -> Payment:
    typed = {
        "day": date.fromisoformat(one["day"]),
        "direction": Direction(one["direction"]),
        "kind": PaymentKind(one["kind"]),
    }
    return Payment(**{**one, **typed})


def _gone(request: HttpRequest, seen: Visit) -> HttpResponse:
    text = _("The payments that you sent are no longer kept. Send them once more.")
    return _ask(request, seen, PaymentsFileForm(), Refusal(410, text))


def _ask(
    request: HttpRequest,
    seen: Visit,
    form: PaymentsFileForm,
    refusal: Refusal | None = None,
    error: WorkbookError | None = None,
) -> HttpResponse:
    context = {
        "title": _("Read payments from a file"),
        "form": form,
        "refusal": refusal,
        "error": error,
        "problems": [told(problem) for problem in error.problems] if error else [],
        "back": reverse(_NAV, args=[seen.region.slug]),
    }
    return show(request, "payments_file", seen, context)


def _preview(
    request: HttpRequest, seen: Visit, found: list[Payment], refusal: Refusal | None = None
) -> HttpResponse:
    there = {one.reference for one in payments(seen.region.pk)}
    new = [one for one in found if one.reference not in there]
    whole = cash(new)
    old = len(found) - len(new)
    lines = [
        ngettext("%(count)s new payment.", "%(count)s new payments.", len(new))
        % {"count": number(len(new))},
        _("Together %(amount)s received.") % {"amount": euro(whole.received_cents)},
        _("Together %(amount)s paid out.") % {"amount": euro(whole.spent_cents)},
    ]
    if old:
        said = ngettext(
            "%(count)s is there already and is passed over.",
            "%(count)s are there already and are passed over.",
            old,
        )
        lines.append(said % {"count": number(old)})
    context = {
        "title": _("What would be added"),
        "refusal": refusal,
        "nothing": not new,
        "lines": lines,
        "back": reverse(_NAV, args=[seen.region.slug]),
    }
    return show(request, "payments_preview", seen, context)
