# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Acts on how it goes: answer, ask anew, withdraw a link, set the schedule, observe, report."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspel.agenda.queries import current_version, goals
from samenspel.core.agenda.record import Goal
from samenspel.core.delivery.track import Observation
from samenspel.core.rights import Act
from samenspel.delivery import queries, services
from samenspel.delivery.queries import AskRow, measures_now
from samenspel.sources.statistics import indicators
from samenspel.web.forms.progress import (
    Aim,
    AnswerForm,
    ObservationForm,
    ReportForm,
    ScheduleForm,
    StatisticsForm,
)
from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import (
    Refusal,
    attempt,
    check,
    desk,
    done,
    show_desk,
    submit,
)
from samenspel.web.views.workbench.progress import NAV
from samenspel.words.delivery import period_name

_METHODS = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(_METHODS)
def answer(request: HttpRequest, slug: str, key: str, period: str) -> HttpResponse:
    """Say how a measure went in a period, or correct that."""
    seen = desk(request, slug)
    measure = next((one for one in measures_now(slug) if one.key == key), None)
    known = queries.periods(queries.schedule(seen.region.pk), seen.on)
    about = next((one for one in known if one.code == period), None)
    if measure is None or about is None:
        raise Http404
    check(seen, Act.REPORT_PROGRESS, *filter(None, [measure.lead]))
    called = {one.key: one for one in _goals(slug)}
    aims = [
        Aim(part.goal, called[part.goal].title, called[part.goal].unit, part.amount)
        for part in measure.contributions
        if part.goal in called
    ]
    said = queries.valid(queries.all_answers(seen.region.pk)).get((key, period))
    form = AnswerForm(_data(request), aims=aims, last=said.answer if said else None)

    def act() -> None:
        services.report_progress(**_where(seen), measure=key, period=period, answer=form.answer())

    context = {
        "title": _("How did %(key)s go?") % {"key": key},
        "intro": f"{measure.title}, {period_name(about)}",
        "said": _("The answer is public now."),
    }
    return _ask(request, seen, form, act, context)


@login_required
@require_http_methods(_METHODS)
def link_revoke(request: HttpRequest, slug: str, ask: int) -> HttpResponse:
    """Ask whether a link must end; a POST ends it."""
    seen = desk(request, slug, Act.KEEP_PROGRESS)
    row = _get_ask(seen, ask)
    refusal = None
    if request.method == "POST":
        refusal = attempt(lambda: services.revoke_link(**_where(seen), ask=ask))
        if refusal is None:
            return done(request, _("The link does not work any more."), NAV, slug)
    title = _("Withdraw the link of %(name)s for %(key)s")
    context = {
        "title": title % {"name": row.name, "key": row.measure},
        "text": _("Who opens the link then reads that it was withdrawn. What was answered stays."),
        "button": _("Withdraw the link"),
        "refusal": refusal,
    }
    return _show(request, seen, "progress_link", context)


@login_required
@require_http_methods(_METHODS)
def link_renew(request: HttpRequest, slug: str, ask: int) -> HttpResponse:
    """Ask whether to make a new link; a POST makes it and shows it once."""
    seen = desk(request, slug, Act.KEEP_PROGRESS)
    row = _get_ask(seen, ask)
    context: dict[str, Any] = {
        "title": _("New link for %(name)s and %(key)s") % {"name": row.name, "key": row.measure},
        "text": _("Earlier links for this question stop working. You hand the new one over."),
        "button": _("Make the link"),
        "name": row.name,
        "refusal": None,
    }

    def act() -> None:
        secret = services.renew_link(**_where(seen), ask=ask, key=settings.LINK_KEY)
        context["link"] = request.build_absolute_uri(reverse("progress-answer", args=[secret]))

    if request.method == "POST":
        context["refusal"] = attempt(act)
    return _show(request, seen, "progress_link", context)


@login_required
@require_http_methods(_METHODS)
def schedule(request: HttpRequest, slug: str) -> HttpResponse:
    """Set how often owners are asked."""
    seen = desk(request, slug, Act.KEEP_PROGRESS)
    form = ScheduleForm(_data(request), known=queries.schedule(seen.region.pk), on=seen.on)

    def act() -> None:
        services.save_schedule(**_where(seen), schedule=form.schedule())

    context = {
        "title": _("How often owners are asked"),
        "intro": _("A period is asked about on the day after it ends."),
        "said": _("Saved."),
    }
    return _ask(request, seen, form, act, context)


@login_required
@require_http_methods(_METHODS)
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Freeze a report."""
    seen = desk(request, slug, Act.KEEP_PROGRESS)
    known = queries.periods(queries.schedule(seen.region.pk), seen.on)
    choices = [(one.code, period_name(one)) for one in reversed(known)]
    form = ReportForm(_data(request), periods=choices)

    def act() -> None:
        names = ("audience", "period", "reason")
        services.freeze_report(**_where(seen), **{name: form.cleaned_data[name] for name in names})

    context = {
        "title": _("Freeze a report"),
        "intro": _(
            "It is drawn from what was answered, the figures of goals and the commitments, as they "
            "are now. It stays as it is; a correction is a new version."
        ),
        "said": _("The report is frozen and public."),
        "button": _("Freeze the report"),
    }
    return _ask(request, seen, form, act, context)


@login_required
@require_http_methods(_METHODS)
def figure(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Add a figure of a goal by hand."""
    seen = desk(request, slug)
    goal = _get_goal(seen, key)
    form = ObservationForm(_data(request), on=seen.on, unit=goal.unit)

    def act() -> None:
        names = ("on", "value", "margin", "source")
        found = Observation(*(form.cleaned_data[name] for name in names))
        services.record_observation(**_where(seen), goal=key, observation=found)

    context = {
        "title": _("Figure of goal %(key)s") % {"key": key},
        "intro": goal.indicator or goal.title,
        "said": _("The figure is public now."),
        "then": reverse("goal", args=[slug, key]),
    }
    return _ask(request, seen, form, act, context)


@login_required
@require_http_methods(_METHODS)
def statistics(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Take the figures of a goal from the statistics."""
    seen = desk(request, slug)
    goal = _get_goal(seen, key)
    english = (get_language() or "").startswith("en")
    choices = [
        (code, one.name_en if english else one.name_nl)
        for code, one in indicators().items()
        if one.shown
    ]
    form = StatisticsForm(_data(request), indicators=sorted(choices, key=lambda one: one[1]))

    def act() -> None:
        code = form.cleaned_data["indicator"]
        services.take_statistics(**_where(seen), goal=key, indicator=code)

    context = {
        "title": _("Figures of goal %(key)s from the statistics") % {"key": key},
        "intro": goal.indicator or goal.title,
        "said": _("The figures are public now."),
        "then": reverse("goal", args=[slug, key]),
        "button": _("Take them over"),
    }
    return _ask(request, seen, form, act, context)


def _goals(slug: str) -> tuple[Goal, ...]:
    version = current_version(slug)
    return goals(version.pk) if version else ()


def _get_goal(seen: Visit, key: str) -> Goal:
    """Return a goal of which the visitor may record figures."""
    found = next((one for one in _goals(seen.region.slug) if one.key == key), None)
    if found is None:
        raise Http404
    check(seen, Act.RECORD_OBSERVATION, *filter(None, [found.owner]))
    return found


def _get_ask(seen: Visit, ask: int) -> AskRow:
    for row in queries.asks(seen.region.pk, seen.actor):
        if row.pk == ask:
            return row
    raise Http404


def _where(seen: Visit) -> dict[str, Any]:
    return {"region": seen.region.slug, "actor": seen.actor, "at": seen.at}


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _ask(
    request: HttpRequest,
    seen: Visit,
    form: Any,
    act: Callable[[], object],
    context: Mapping[str, Any],
) -> HttpResponse:
    """Show a form; with a POST that is right, do *act* and go on."""
    refusal = submit(form, act) if request.method == "POST" else None
    if request.method == "POST" and refusal is None:
        here = reverse(NAV, args=[seen.region.slug])
        return done(request, context["said"], context.get("then", here))
    return _show(request, seen, "form", {"form": form, "refusal": refusal, **context})


def _show(
    request: HttpRequest, seen: Visit, template: str, context: Mapping[str, Any]
) -> HttpResponse:
    refusal: Refusal | None = context["refusal"]
    up = reverse(NAV, args=[seen.region.slug])
    return show_desk(
        request,
        template,
        seen,
        {"back": up, **context},
        nav=NAV,
        crumbs=[(up, _("Progress"))],
        status=refusal.status if refusal else 200,
    )
