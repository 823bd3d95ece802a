# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A funding plan from a file: every error with its place, and a look before it counts."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.core.changes import plain
from samenspel.core.deals.text import revived
from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source
from samenspel.core.rights import Act
from samenspel.funding.queries import changed_by, names_for_plan
from samenspel.funding.services import load_plan
from samenspel.sources.plan_files import read_plan
from samenspel.sources.workbook import WorkbookError
from samenspel.web.forms.funding import PlanFileForm
from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import (
    Refusal,
    attempt,
    check,
    desk,
    done,
    own_parties,
)
from samenspel.web.views.workbench.paying import home, show
from samenspel.web.views.workbench.promising import METHODS, where
from samenspel.words.workbook import told

Plan = tuple[list[Source], list[FundingLine]]

_SESSION = "plan"
_KEPT = timedelta(hours=1)


@login_required
@require_http_methods(METHODS)
def plan_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Read a file with sources and lines; nothing is written yet."""
    seen = _planning(request, slug)
    if request.method != "POST":
        return _ask(request, seen, PlanFileForm())
    form = PlanFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, seen, form, Refusal(400))
    try:
        known = names_for_plan(seen.region.pk, slug, seen.actor)
        sources, lines = read_plan(form.cleaned_data["plan"].read(), known)
    except WorkbookError as error:
        return _ask(request, seen, form, Refusal(400), error)
    until = (seen.at + _KEPT).isoformat()
    request.session[_SESSION] = kept(slug, until, list(sources), list(lines))
    return HttpResponseRedirect(reverse("workbench-funding-preview", args=[slug]))


@login_required
@require_safe
def plan_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the file that was sent would change."""
    seen = _planning(request, slug)
    found = _waiting(request, seen)
    return _gone(request, seen) if found is None else _preview(request, seen, found)


@login_required
@require_POST
def plan_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Take over the plan that was shown, all or nothing."""
    seen = _planning(request, slug)
    found = _waiting(request, seen)
    if found is None:
        return _gone(request, seen)
    refusal = attempt(lambda: load_plan(**where(seen), sources=found[0], lines=found[1]))
    if refusal is not None:
        return _preview(request, seen, found, refusal)
    del request.session[_SESSION]
    return done(request, _("Saved. Everyone can read it at once."), home(seen))


def kept(slug: str, until: str, sources: list[Source], lines: list[FundingLine]) -> dict[str, Any]:
    """Return a plan as a session keeps it."""
    whole = {"sources": list(map(plain, sources)), "lines": list(map(plain, lines))}
    return {"region": slug, "until": until, **whole}


def _planning(request: HttpRequest, slug: str) -> Visit:
    """Return the visit of somebody who keeps the plan, or a part of it."""
    seen = desk(request, slug)
    check(seen, Act.EDIT_FUNDING, *own_parties(seen))
    return seen


def _waiting(request: HttpRequest, seen: Visit) -> Plan | None:
    """Return what waits in the session; None when it is of another region, or an hour old."""
    found: Any = request.session.get(_SESSION)
    if not found or found["region"] != seen.region.slug:
        return None
    if datetime.fromisoformat(found["until"]) <= seen.at:
        del request.session[_SESSION]
        return None
    sources = [revived(Source, _filled(one)) for one in found["sources"]]
    return sources, [revived(FundingLine, _filled(one)) for one in found["lines"]]


def _filled(one: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if value is not None}


def _gone(request: HttpRequest, seen: Visit) -> HttpResponse:
    text = _("The plan that you sent is no longer kept. Send it once more.")
    return _ask(request, seen, PlanFileForm(), Refusal(410, text))


def _ask(
    request: HttpRequest,
    seen: Visit,
    form: PlanFileForm,
    refusal: Refusal | None = None,
    error: WorkbookError | None = None,
) -> HttpResponse:
    context = {
        "title": _("Read the plan from a file"),
        "form": form,
        "refusal": refusal,
        "error": error,
        "problems": [told(problem) for problem in error.problems] if error else [],
    }
    return show(request, "plan_file", seen, context)


def _preview(
    request: HttpRequest, seen: Visit, found: Plan, refusal: Refusal | None = None
) -> HttpResponse:
    changed = changed_by(seen.region.pk, *found, seen.actor)
    rows = [(one.key, one.name, bool(was)) for one, was in changed.sources]
    rows += [(one.key, one.note or one.measure, bool(was)) for one, was in changed.lines]
    context = {"title": _("What would change"), "refusal": refusal, "rows": rows}
    return show(request, "plan_preview", seen, context)
