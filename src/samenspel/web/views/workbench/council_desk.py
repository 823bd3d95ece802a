# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What all pages of the workbench about councils start and end with."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.agenda.queries import versions
from samenspel.councils.queries import BoardDayFacts, CouncilsKnown, MomentRow
from samenspel.deals.queries import deals
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.lists import Pairs
from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import Refusal, check_shown, done, show_desk, submit

_NAV = "workbench-councils"


def stamp(*values: object) -> str:
    """Return by what to tell whether something is still what was seen."""
    return hashlib.sha256(repr(values).encode()).hexdigest()


def moment_of(found: CouncilsKnown, key: str) -> MomentRow:
    """Return a moment that was not taken back, or raise Http404."""
    row = next((one for one in found.moments if one.ask.key == key), None)
    if row is None or row.cancelled:
        raise Http404
    return row


def board_day_of(found: CouncilsKnown, number: int) -> BoardDayFacts:
    """Return a day of the board that was not cancelled, or raise Http404."""
    row = next((one for one in found.board_days if one.number == number), None)
    if row is None or row.cancelled:
        raise Http404
    return row


def next_key(found: CouncilsKnown) -> str:
    """Return a code that no moment has: B and a number."""
    keys = [one.ask.key for one in found.moments]
    numbers = [int(key[1:]) for key in keys if key[:1] == "B" and key[1:].isdecimal()]
    return f"B{max(numbers, default=0) + 1}"


def subjects(seen: Visit) -> Pairs:
    """Return what councils can be asked about: public versions, deals, and budgets."""
    year = seen.on.year
    public = [one for one in versions(seen.region.slug) if one.is_public]
    return [
        *((f"budget:{one}", _("Budget %(year)s") % {"year": one}) for one in range(year, year + 4)),
        *((f"agenda:{one.number}", f"{one.title} ({one.number})") for one in public),
        *((f"deal:{one.slug}", one.title) for one in deals(seen.region.pk, on=seen.on)),
    ]


def ask(
    request: HttpRequest,
    seen: Visit,
    form: ActForm,
    act: Callable[[], object],
    context: Mapping[str, Any],
) -> HttpResponse:
    """Show a form; with a POST that is right, do *act* and go back to the list."""
    refusal: Refusal | None = None
    back = reverse(_NAV, args=[seen.region.slug])
    if request.method == "POST":

        def checked() -> None:
            check_shown(form, str(form.initial.get("seen", "")))
            act()

        refusal = submit(form, checked)
        if refusal is None:
            return done(request, context.get("said", _("Saved.")), back)
    whole = {"form": form, "refusal": refusal, **context}
    return show(request, context.get("template", "form"), seen, whole, up=True)


def show(
    request: HttpRequest,
    template: str,
    seen: Visit,
    context: Mapping[str, Any],
    *,
    up: bool = False,
) -> HttpResponse:
    """Show a page about councils; with *up* below their list."""
    refusal: Refusal | None = context.get("refusal")
    back = reverse(_NAV, args=[seen.region.slug])
    crumbs = [(back, _("Councils"))] if up else []
    whole = {"back": back, "refusal": None, **context}
    status = refusal.status if refusal else 200
    return show_desk(request, template, seen, whole, nav=_NAV, crumbs=crumbs, status=status)
