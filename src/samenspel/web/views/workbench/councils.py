# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Councils in the workbench: all of them, their own days, and the rules of the calendar."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.rights import Act
from samenspel.councils import services
from samenspel.councils.queries import CouncilsKnown, MomentRow, known
from samenspel.parties.queries import parties
from samenspel.web.forms.councils import CalendarRulesForm, CouncilForm
from samenspel.web.page import Visit
from samenspel.web.parts.moments import outcome_badge
from samenspel.web.views.workbench.council_desk import ask, show, stamp
from samenspel.web.views.workbench.desk import desk
from samenspel.web.views.workbench.promising import METHODS, data, where
from samenspel.words.calendar import EVENTS, QUESTIONS
from samenspel.words.formats import long_date, short_date


@login_required
@require_safe
def councils(request: HttpRequest, slug: str) -> HttpResponse:
    """Show councils, days of the board and what is asked, with what the visitor can do."""
    seen = desk(request, slug)
    found = known(seen.region.pk)
    may = seen.may(Act.EDIT_CALENDAR)
    context = {
        "title": _("Councils"),
        "may": may,
        "councils": _councils(seen, found),
        "board_days": _board_days(seen, found),
        "moments": [_moment(seen, found, row) for row in found.moments if not row.cancelled][::-1],
    }
    return show(request, "councils", seen, context)


@login_required
@require_http_methods(METHODS)
def council(request: HttpRequest, slug: str, party: str) -> HttpResponse:
    """Say when a council meets; the first time makes it known."""
    seen = desk(request, slug, Act.EDIT_COUNCIL, party)
    found = known(seen.region.pk)
    names = {one.slug: one.name for one in parties(seen.region.pk) if one.municipality}
    if party not in names:
        raise Http404
    there = next((one for one in found.councils if one.party == party), None)
    initial: dict[str, Any] = {
        "name": there.name if there else _("Council of %(name)s") % {"name": names[party]},
        "office": there.office if there else "",
        "meetings": found.days.get(party, ()),
        "recess": [one for one in found.recess if one.council == party],
    }
    initial["seen"] = stamp(there, initial["meetings"], initial["recess"])
    form = CouncilForm(data(request), initial=initial)

    def act() -> None:
        values = {
            name: form.cleaned_data[name] for name in ("name", "office", "meetings", "recess")
        }
        services.save_council(**where(seen), party=party, **values)

    return ask(request, seen, form, act, {"title": initial["name"]})


@login_required
@require_http_methods(METHODS)
def calendar_rules(request: HttpRequest, slug: str) -> HttpResponse:
    """Say in what form the region works together, and what it agreed on terms."""
    seen = desk(request, slug, Act.EDIT_CALENDAR)
    found = known(seen.region.pk)
    rules = found.rules
    initial: dict[str, Any] = {
        "form": rules.form,
        "mixed": rules.mixed,
        "least": rules.least,
        "most": rules.most,
        "recess": [one for one in found.recess if not one.council],
    }
    initial["seen"] = stamp(rules, found.agreed, initial["recess"])
    names = [(one.party, one.place) for one in found.councils]
    form = CalendarRulesForm(data(request), initial=initial, agreed=found.agreed, councils=names)

    def act() -> None:
        values = {name: form.cleaned_data[name] for name in _RULES}
        services.save_calendar_rules(**where(seen), agreed=form.agreed(), **values)

    context = {"title": _("Rules of the calendar"), "template": "calendar_rules"}
    return ask(request, seen, form, act, context)


_RULES = ("form", "mixed", "least", "most", "recess")


def _councils(seen: Visit, found: CouncilsKnown) -> list[dict[str, Any]]:
    """Return each municipality with its council, and whether the visitor keeps it."""
    there = {one.party: one for one in found.councils}
    rows = []
    for party in parties(seen.region.pk):
        if not party.municipality:
            continue
        one = there.get(party.slug)
        coming = [day for day in found.days.get(party.slug, ()) if day >= seen.on]
        rows.append(
            {
                "name": one.name if one else party.name,
                "known": one is not None,
                "next": short_date(coming[0]) if coming else "",
                "count": len(coming),
                "url": reverse("workbench-council", args=[seen.region.slug, party.slug])
                if seen.may(Act.EDIT_COUNCIL, party.slug)
                else "",
            }
        )
    return rows


def _board_days(seen: Visit, found: CouncilsKnown) -> list[dict[str, Any]]:
    return [
        {
            "day": long_date(one.meeting.on),
            "what": f"{capfirst(str(EVENTS[one.meeting.about]))} {one.meeting.budget_year}"
            if one.meeting.about
            else one.meeting.note,
            "body": one.body_name,
            "url": reverse("workbench-board-day", args=[seen.region.slug, one.number]),
        }
        for one in found.board_days
        if not one.cancelled
    ]


def _moment(seen: Visit, found: CouncilsKnown, row: MomentRow) -> dict[str, Any]:
    slug, key = seen.region.slug, row.ask.key
    places = [
        {
            "name": one.place,
            "badge": outcome_badge(row, one.party, seen.on),
            "url": reverse("workbench-position", args=[slug, key, one.party]),
        }
        for one in found.councils
        if seen.may(Act.EDIT_COUNCIL, one.party)
    ]
    return {
        "key": key,
        "title": row.ask.title,
        "asked": capfirst(str(QUESTIONS[row.ask.question])),
        "last": long_date(row.ask.last_on),
        "url": reverse("workbench-moment", args=[slug, key]),
        "decided": sum(not row.is_open_for(one.party) for one in found.councils),
        "of": len(found.councils),
        "places": places,
    }
