# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of a region's own in the browser: load a file, and look before it counts."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.core.own_figures import OwnFigure, changes, digest, from_plain, plain
from samenspel.core.rights import Act
from samenspel.regions.queries import municipalities, municipality_ids, own_figures
from samenspel.regions.services import load_figures
from samenspel.sources.own_figures import TEMPLATES, Known, read_figures, template
from samenspel.sources.workbook import WorkbookError
from samenspel.web.forms.acts import FiguresForm
from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import Refusal, attempt, desk, done, show_desk
from samenspel.web.views.workbench.file_preview import Preview, show_preview
from samenspel.words.own_figures import RULES, change_sentence
from samenspel.words.workbook import told

_SESSION = "figures"
_KEPT = timedelta(hours=1)
_NAV = "workbench-figures"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def figures(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the own figures, and read a file with others; nothing is written yet."""
    seen = desk(request, slug)
    if request.method != "POST":
        return _show(request, seen, FiguresForm())
    desk(request, slug, Act.LOAD_FIGURES)
    form = FiguresForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, seen, form, Refusal(400))
    try:
        found = _read(seen, form.cleaned_data["figures"].read())
    except WorkbookError as error:
        return _show(request, seen, form, Refusal(400), error)
    request.session[_SESSION] = {
        "region": slug,
        "until": (seen.at + _KEPT).isoformat(),
        "figures": plain(found),
    }
    return HttpResponseRedirect(reverse("workbench-figures-preview", args=[slug]))


@login_required
@require_safe
def figures_template(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Send a file to fill in, with the municipalities of the region in it."""
    seen = desk(request, slug)
    if kind not in TEMPLATES:
        raise Http404
    places = [(one.code, one.name) for one in municipalities(seen.region.pk, seen.on)]
    response = HttpResponse(template(places, kind), content_type=TEMPLATES[kind])
    response["Content-Disposition"] = f'attachment; filename="{slug}-cijfers.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_safe
def figures_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the file that was sent would change."""
    seen = desk(request, slug, Act.LOAD_FIGURES)
    found = _kept(request, seen)
    return _gone(request, seen) if found is None else _show_preview(request, seen, found)


@login_required
@require_POST
def figures_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Take over the figures of which the changes were shown."""
    seen = desk(request, slug, Act.LOAD_FIGURES)
    found = _kept(request, seen)
    if found is None:
        return _gone(request, seen)
    before = request.POST.get("seen") or "-"

    def act() -> None:
        load_figures(slug=slug, figures=found, actor=seen.actor, at=seen.at, seen=before)

    refusal = attempt(act)
    if refusal is not None:
        return _show_preview(request, seen, found, refusal)
    del request.session[_SESSION]
    return done(request, _("The figures are loaded."), _NAV, slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def figure_remove(request: HttpRequest, slug: str, code: str, period: int) -> HttpResponse:
    """Ask whether a figure of one year must go, and withdraw it."""
    seen = desk(request, slug, Act.LOAD_FIGURES)
    there = own_figures(seen.region.pk)
    found = next((one for one in there if one.key == (code, period)), None)
    if found is None:
        raise Http404
    refusal = None

    def act() -> None:
        gone, before = [replace(found, values=())], request.POST.get("seen") or "-"
        load_figures(slug=slug, figures=gone, actor=seen.actor, at=seen.at, seen=before)

    if request.method == "POST":
        refusal = attempt(act)
        if refusal is None:
            return done(request, _("Removed."), _NAV, slug)
    back = reverse(_NAV, args=[slug])
    context = {
        "title": f"{found.name} ({found.period})",
        "about": _("It goes from the profile at once. The ledger keeps that it was withdrawn."),
        "refusal": refusal,
        "digest": digest(there),
        "back": back,
    }
    status, up = refusal.status if refusal else 200, [(back, _("Own figures"))]
    return show_desk(request, "remove", seen, context, nav=_NAV, crumbs=up, status=status)


def _read(seen: Visit, data: bytes) -> tuple[OwnFigure, ...]:
    """Return the figures in a file for this region, or raise WorkbookError."""
    there = {one.key for one in own_figures(seen.region.pk)}
    return read_figures(data, Known(municipality_ids(seen.region.pk), there))


def _kept(request: HttpRequest, seen: Visit) -> tuple[OwnFigure, ...] | None:
    """Return what waits in the session; None when it is of another region, or an hour old."""
    known: Any = request.session.get(_SESSION)
    if not known or known["region"] != seen.region.slug:
        return None
    if datetime.fromisoformat(known["until"]) <= seen.at:
        del request.session[_SESSION]
        return None
    return from_plain(known["figures"])


def _gone(request: HttpRequest, seen: Visit) -> HttpResponse:
    text = _("The figures that you sent are no longer kept. Send them once more.")
    return _show(request, seen, FiguresForm(), Refusal(410, text))


def _show(
    request: HttpRequest,
    seen: Visit,
    form: FiguresForm,
    refusal: Refusal | None = None,
    error: WorkbookError | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "refusal": refusal,
        "error": error,
        "problems": [told(problem) for problem in error.problems] if error else [],
        "formats": [(kind, f"{seen.region.slug}-cijfers.{kind}") for kind in TEMPLATES],
        "figures": [_row(one) for one in own_figures(seen.region.pk)],
        "may_load": seen.may(Act.LOAD_FIGURES),
    }
    status = refusal.status if refusal else 200
    return show_desk(request, "figures", seen, context, nav=_NAV, status=status)


def _row(one: OwnFigure) -> dict[str, Any]:
    count = len(one.values)
    places = ngettext("%(count)s municipality", "%(count)s municipalities", count)
    return {
        "name": one.name,
        "code": one.code,
        "period": str(one.period),
        "unit": one.unit,
        "rule": RULES[one.rule],
        "places": places % {"count": count},
        "source": f"{one.source} ({one.licence})",
    }


def _show_preview(
    request: HttpRequest,
    seen: Visit,
    found: tuple[OwnFigure, ...],
    refusal: Refusal | None = None,
) -> HttpResponse:
    now = own_figures(seen.region.pk)
    lines = [change_sentence(one) for one in changes(now, found)]
    told_so = Preview(_NAV, _("Own figures"), lines, digest(now))
    return show_preview(request, seen, told_so, refusal)
