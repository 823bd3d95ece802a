# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What all pages of the workbench about money start and end with."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import Refusal, done, show_desk, submit

NAV = "workbench-funding"


def ask(
    request: HttpRequest,
    seen: Visit,
    form: Any,
    act: Callable[[], object],
    context: Mapping[str, Any],
    *,
    template: str = "form",
) -> HttpResponse:
    """Show a form about money; with a POST that is right, do *act* and go back, as told in it."""
    refusal = submit(form, act) if request.method == "POST" else None
    if request.method == "POST" and refusal is None:
        return done(request, context["said"], context.get("then", home(seen)))
    return show(request, template, seen, {"form": form, "refusal": refusal, **context})


def show(
    request: HttpRequest, template: str, seen: Visit, context: Mapping[str, Any]
) -> HttpResponse:
    """Show a page below that of money, and below ``up`` when the context has that."""
    refusal: Refusal | None = context.get("refusal")
    crumbs = [(home(seen), _("Money"))]
    if up := context.get("up"):
        crumbs.append(up)
    whole = {"back": crumbs[-1][0], "refusal": None, **context}
    status = refusal.status if refusal else 200
    return show_desk(request, template, seen, whole, nav=NAV, crumbs=crumbs, status=status)


def home(seen: Visit) -> str:
    """Return the address of the page of money in the workbench."""
    return reverse(NAV, args=[seen.region.slug])
