# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook of a region in the browser: take it along, bring it back, look before it counts."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.agenda.queries import kept_preview
from samenspel.agenda.services import (
    ImportResult,
    drop_preview,
    import_region,
    keep_preview,
    preview_region,
)
from samenspel.core.problems import Place
from samenspel.core.record_json import row_digest
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import Act
from samenspel.sources.workbook import (
    FORMATS,
    CellProblem,
    WorkbookError,
    read_workbook,
    write_workbook,
)
from samenspel.web.forms.acts import UploadForm
from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import Refusal, attempt, desk, done, show_desk, work
from samenspel.web.views.workbench.file_preview import Preview, show_preview
from samenspel.words.imports import import_sentences
from samenspel.words.workbook import told

_SESSION = "workbook"
_NAV = "workbench-workbook"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def workbook(request: HttpRequest, slug: str) -> HttpResponse:
    """Offer the workbook, and read one that comes back; nothing is written yet."""
    seen = desk(request, slug)
    if request.method != "POST":
        return _show(request, seen, UploadForm())
    desk(request, slug, Act.IMPORT_WORKBOOK)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, seen, form, Refusal(400))
    try:
        record = _read(seen, form.cleaned_data["workbook"].read())
    except WorkbookError as error:
        return _show(request, seen, form, Refusal(400), error)
    refusal = attempt(lambda: _keep(request, seen, record))
    if refusal is None:
        return HttpResponseRedirect(reverse("workbench-workbook-preview", args=[slug]))
    return _show(request, seen, form, refusal)


@login_required
@require_safe
def workbook_file(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Send the workbook in one of its formats."""
    seen = desk(request, slug)
    if name not in FORMATS:
        raise Http404
    chosen = FORMATS[name]
    response = HttpResponse(write_workbook(work(seen).record, name), content_type=chosen.media_type)
    response["Content-Disposition"] = f'attachment; filename="{slug}{chosen.suffix}"'
    return response


@login_required
@require_safe
def workbook_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the workbook that was sent would change."""
    seen = desk(request, slug, Act.IMPORT_WORKBOOK)
    record = _kept(request, seen)
    if record is None:
        return _gone(request, seen)
    return _show_preview(request, seen, preview_region(record=record, actor=seen.actor))


@login_required
@require_POST
def workbook_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Take over the workbook of which the changes were shown."""
    seen = desk(request, slug, Act.IMPORT_WORKBOOK)
    record = _kept(request, seen)
    if record is None:
        return _gone(request, seen)
    digest = request.POST.get("seen") or "-"

    def act() -> None:
        import_region(record=record, actor=seen.actor, at=seen.at, seen=digest)

    refusal = attempt(act)
    if refusal is not None:
        result = preview_region(record=record, actor=seen.actor)
        return _show_preview(request, seen, result, refusal)
    _drop(request)
    return done(request, _("The workbook is taken over."), "workbench-region", slug)


def _read(seen: Visit, data: bytes) -> RegionRecord:
    """Return the record in a workbook of this region, or raise WorkbookError."""
    record = read_workbook(data, lambda _slug: work(seen).record).record
    if record.slug != seen.region.slug:
        values = {"value": record.slug, "wanted": seen.region.slug}
        problem = Place("region").problem("slug", "other-region", **values)
        raise WorkbookError([CellProblem("", 0, "slug", problem)])
    return record


def _keep(request: HttpRequest, seen: Visit, record: RegionRecord) -> None:
    """Keep *record* for the preview, once it is sure that it could be taken over."""
    preview_region(record=record, actor=seen.actor)
    _drop(request)
    token = keep_preview(record=record, account_id=_account(request), at=seen.at)
    request.session[_SESSION] = {"region": seen.region.slug, "token": token}


def _drop(request: HttpRequest) -> None:
    known = request.session.pop(_SESSION, None)
    if known:
        drop_preview(token=known["token"], account_id=_account(request))


def _kept(request: HttpRequest, seen: Visit) -> RegionRecord | None:
    known: Any = request.session.get(_SESSION)
    if not known or known["region"] != seen.region.slug:
        return None
    return kept_preview(known["token"], _account(request), seen.at)


def _account(request: HttpRequest) -> int:
    return int(request.user.pk)  # type: ignore[arg-type]  # who is logged in has a key


def _gone(request: HttpRequest, seen: Visit) -> HttpResponse:
    text = _("The workbook that you sent is no longer kept. Send it once more.")
    return _show(request, seen, UploadForm(), Refusal(410, text))


def _show(
    request: HttpRequest,
    seen: Visit,
    form: UploadForm,
    refusal: Refusal | None = None,
    error: WorkbookError | None = None,
) -> HttpResponse:
    there = work(seen)
    context = {
        "form": form,
        "refusal": refusal,
        "error": error,
        "problems": [told(problem) for problem in error.problems] if error else [],
        "formats": FORMATS.values(),
        "work": there,
        "may_import": seen.may(Act.IMPORT_WORKBOOK),
    }
    status = refusal.status if refusal else 200
    return show_desk(request, "workbook", seen, context, nav=_NAV, status=status)


def _show_preview(
    request: HttpRequest, seen: Visit, result: ImportResult, refusal: Refusal | None = None
) -> HttpResponse:
    lines = import_sentences(result)
    digest = row_digest(result.before) if result.before else ""
    return show_preview(request, seen, Preview(_NAV, _("Workbook"), lines, digest), refusal)
