# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How the agenda goes, for everyone: what owners say, which goals are on track, and the reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from samenspel.agenda.queries import (
    MeasureRow,
    VersionFacts,
    current_version,
    goals,
    measure_rows,
)
from samenspel.core.agenda.record import Goal, Measure
from samenspel.core.agenda.states import IN_FORCE
from samenspel.core.delivery.progress import Silence, is_asked
from samenspel.core.delivery.report import Audience
from samenspel.delivery import queries
from samenspel.delivery.queries import ProgressRow, ReportPage, ReportRow
from samenspel.documents.progress_report import report_document
from samenspel.documents.report import report_pdf
from samenspel.parties.queries import parties
from samenspel.web.exports import digest_of, exported
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.paging import page_of
from samenspel.web.parts.parties import names
from samenspel.web.parts.progress import (
    AnswerView,
    TrackView,
    report_url,
    view_answer,
    view_track,
)
from samenspel.words.delivery import AUDIENCES, SILENCES, STATUSES, period_name, quantity
from samenspel.words.formats import euro, short_date

_PAGE = 50
_KINDS = {"pdf": "application/pdf", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure with the last that its owner said; *silent* when an answer is past its date."""

    title: str
    url: str
    lead: str
    last: AnswerView | None
    silent: str
    silent_mood: str
    budget: str


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal with how it stands."""

    title: str
    url: str
    track: TrackView
    target: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """The newest version of a report in a list."""

    title: str
    url: str
    period: str
    day: str
    version: int


def progress(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how all measures and goals go, and the reports."""
    seen = visit(request, slug)
    version = current_version(slug)
    if version is None or version.state not in IN_FORCE:
        return show(request, "progress", seen, {"empty": True}, nav="progress")
    context = {
        **_measures(request, seen, version),
        **_goals(seen, version),
        "reports": _reports(seen),
    }
    return show(request, "progress", seen, context, nav="progress")


def report(request: HttpRequest, slug: str, code: str, number: int | None = None) -> HttpResponse:
    """Show a report: its newest version, or one by number."""
    seen = visit(request, slug)
    found = _found(seen, code, number)
    document = report_document(found)
    context = {
        "document": document,
        "lead": document.lead[:-1],
        "version": number,
        "about": document.subtitle.partition(" · ")[0],
        "blocks": [(type(one).__name__, one) for one in document.blocks],
        "crumbs": [{"url": reverse("progress", args=[slug]), "label": _("Progress")}],
        "files": [(kind.upper(), _file_url(slug, code, found.row, kind)) for kind in _KINDS],
        "newer": found.versions[0].number if found.versions[0].number != found.row.number else None,
        "url": reverse("progress-report", args=[slug, code]),
        "others": [
            (reverse("progress-report-version", args=[slug, code, one.number]), one.number)
            for one in found.versions
            if one.number != found.row.number
        ],
    }
    return show(request, "progress_report", seen, context, nav="progress")


def report_file(request: HttpRequest, slug: str, code: str, number: int, kind: str) -> HttpResponse:
    """Send a version of a report as accessible PDF, or the very text that was frozen as JSON."""
    seen = visit(request, slug)
    found = _found(seen, code, number)
    if kind not in _KINDS:
        raise Http404
    data = found.text.encode() if kind == "json" else _pdf(found)
    response = HttpResponse(data, content_type=_KINDS[kind])
    name = f"{slug}-{code}-{number}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _pdf(found: ReportPage) -> bytes:
    document = report_document(found)
    digest = digest_of(f"{found.row.digest} {document.language} {found.row.reason}", "pdf")
    return exported(digest, "pdf", lambda: report_pdf(document))


def _found(seen: Visit, code: str, number: int | None) -> ReportPage:
    period, audience = code[:7], code[8:]
    if audience not in set(Audience):
        raise Http404
    found = queries.report(seen.region.pk, Audience(audience), period, number)
    if found is None:
        raise Http404
    return found


def _file_url(slug: str, code: str, row: ReportRow, kind: str) -> str:
    return reverse("progress-report-file", args=[slug, code, row.number, kind])


def _measures(request: HttpRequest, seen: Visit, version: VersionFacts) -> dict[str, Any]:
    rows = measure_rows(version.pk, limit=_MOST)
    known = queries.schedule(seen.region.pk)
    period = queries.latest_period(known, seen.on)
    said: dict[str, list[ProgressRow]] = {}
    for one in queries.all_answers(seen.region.pk):
        said.setdefault(one.measure, []).append(one)
    called = names(parties(seen.region.pk))
    found = []
    for row in rows:
        told = said.get(row.key, [])
        asked = period if period and is_asked(_as_asked(row), period, None) else None
        heard = queries.heard(known, asked, told, seen.on)
        found.append(_line(seen, row, called, heard))
    page = page_of(request, len(found), _PAGE)
    shown = found[page.start_index() - 1 : page.end_index()] if found else []
    return {
        "page": page,
        "measures": shown,
        "period": period_name(period) if period else "",
        "due": short_date(period.due_on) if period else "",
        "figures": _figures(found),
    }


_MOST = 2000
"""Measures that are counted."""


def _as_asked(row: MeasureRow) -> Measure:
    return Measure(row.key, row.title, ends_on=row.ends_on)


def _line(
    seen: Visit, row: MeasureRow, called: Mapping[str, str], heard: queries.Heard | None
) -> MeasureLine:
    silence = heard.silence if heard else Silence.NOT_ASKED
    quiet = silence is Silence.ANSWERED or (silence is Silence.NOT_ASKED and heard and heard.last)
    return MeasureLine(
        title=row.title,
        url=reverse("measure", args=[seen.region.slug, row.key]),
        lead=called.get(row.lead, ""),
        last=view_answer(heard.last, {}) if heard and heard.last else None,
        silent="" if quiet else str(SILENCES[silence].name),
        silent_mood=SILENCES[silence].mood,
        budget="" if row.cents is None else euro(row.cents),
    )


def _figures(found: list[MeasureLine]) -> list[dict[str, Any]]:
    """Return how many measures go how, each once, by the last that was said."""
    counts = [
        {
            "label": str(word.name),
            "value": sum(1 for one in found if one.last and one.last.status == str(word.name)),
            "mood": "bad" if word.mood == "bad" else "",
        }
        for word in STATUSES.values()
    ]
    late = str(SILENCES[Silence.OVERDUE].name)
    counts.append(
        {
            "label": _("answer past its date"),
            "value": sum(1 for one in found if one.silent == late),
            "mood": "bad",
        }
    )
    return [one for one in counts if one["value"]]


def _goals(seen: Visit, version: VersionFacts) -> dict[str, Any]:
    aims = goals(version.pk)
    known = queries.tracks(aims, queries.all_observations(seen.region.pk))
    return {"goals": [_goal(seen, one, view_track(known[one.key], one.unit)) for one in aims]}


def _goal(seen: Visit, one: Goal, track: TrackView) -> GoalLine:
    target = "" if one.target is None else quantity(one.target, one.unit)
    year = f" ({one.target_year})" if target and one.target_year else ""
    return GoalLine(
        one.title, reverse("goal", args=[seen.region.slug, one.key]), track, target + year
    )


def _reports(seen: Visit) -> list[ReportLine]:
    """Return the newest version of each report."""
    newest: dict[tuple[str, Audience], ReportRow] = {}
    for row in queries.reports(seen.region.pk):
        newest.setdefault((row.period, row.audience), row)
    periods = queries.periods(queries.schedule(seen.region.pk), seen.on)
    called = {one.code: period_name(one) for one in periods}
    return [
        ReportLine(
            title=str(AUDIENCES[row.audience].meaning),
            url=report_url(seen.region.slug, row.audience, row.period),
            period=called.get(row.period, row.period),
            day=short_date(localdate(row.frozen_at)),
            version=row.number,
        )
        for row in newest.values()
    ]
