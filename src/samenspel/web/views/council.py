# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One council: what it is asked and when, what its municipality promised, and who sits where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.agenda import queries
from samenspel.agenda.queries import Wanted
from samenspel.councils.queries import (
    Clock,
    CouncilFacts,
    CouncilsKnown,
    MomentRow,
    clock,
    known,
    last_meetings,
)
from samenspel.deals.queries import commitments
from samenspel.parties.queries import seats
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.commitments import money_by_year, promised, view_commitments
from samenspel.web.parts.council_days import period
from samenspel.web.parts.measures import Names, view_measures
from samenspel.web.parts.moments import (
    FindingView,
    MomentView,
    outcome_badge,
    view_findings,
    view_moment,
)
from samenspel.web.reading import links, reading
from samenspel.web.views.councils import split
from samenspel.words.formats import long_date

MOST = 12
"""Measures, commitments and meetings that are written out; the page of the party has the rest."""


DETAILED = 6
"""Moments that are told in full; of later ones only the days."""


@dataclass(frozen=True, slots=True)
class AskedView:
    """What is asked of this council: how far it is, and when it can decide."""

    moment: MomentView
    status: str
    mood: str
    last: str
    meeting: str
    decides: str
    note: str
    link: str
    findings: list[FindingView]


def council(request: HttpRequest, slug: str, party: str) -> HttpResponse:
    """Show one council."""
    seen = visit(request, slug)
    found = known(seen.region.pk)
    one = council_of(found, party)
    coming, over = split(found, (one,), seen)
    near, later = coming[:DETAILED], coming[DETAILED : DETAILED + MOST]
    when = last_meetings(found, later, on=seen.on)
    days = [day for day in found.days.get(party, ()) if day >= seen.on]
    recess = [row for row in found.recess if row.council in ("", party) and row.last >= seen.on]
    context = {
        "crumbs": [{"url": reverse("councils", args=[slug]), "label": _("Councils")}],
        "council": one,
        "asked": [_asked(seen, row, one, clock(found, row, on=seen.on)) for row in near],
        "later": [_later(seen, row, one, when[row.ask.key]) for row in later],
        "more": max(len(coming) - DETAILED - MOST, 0),
        "over": [_asked(seen, row, one, None) for row in over[:MOST]],
        "days": [long_date(day) for day in days[:MOST]],
        "recess": [period(row) for row in recess],
        "seats": seats(seen.region.pk, party_slug=party, on=seen.on),
        **_work(request, seen, one),
    }
    return show(request, "council", seen, context, nav="councils")


def council_of(found: CouncilsKnown, party: str) -> CouncilFacts:
    """Return a council by the slug of its municipality, or raise Http404."""
    one = next((one for one in found.councils if one.party == party), None)
    if one is None:
        raise Http404
    return one


def _asked(seen: Visit, row: MomentRow, one: CouncilFacts, when: Clock | None) -> AskedView:
    stand = row.stand(one.party)
    text, mood = outcome_badge(row, one.party, seen.on)
    own = stand.position.decides_on
    meeting = when.meetings.get(one.party) if when else None
    about = [each for each in when.findings if each.council in ("", one.party)] if when else []
    return AskedView(
        view_moment(seen, row, (one,), None),
        text,
        mood,
        long_date(row.last_for(one.party)),
        long_date(meeting) if meeting else "",
        long_date(own) if own else "",
        stand.note,
        stand.link,
        view_findings(about, {}, about=row.ask.title),
    )


def _later(
    seen: Visit, row: MomentRow, one: CouncilFacts, meetings: Mapping[str, date]
) -> dict[str, str]:
    """Return the days of a moment that comes later."""
    status, mood = outcome_badge(row, one.party, seen.on)
    day = row.stand(one.party).position.decides_on or meetings.get(one.party)
    return {
        "title": row.ask.title,
        "url": reverse("moment", args=[seen.region.slug, row.ask.key]),
        "status": status,
        "mood": mood,
        "last": long_date(row.last_for(one.party)),
        "meeting": long_date(day) if day else "",
    }


def _work(request: HttpRequest, seen: Visit, one: CouncilFacts) -> dict[str, Any]:
    """Return what the municipality does and promised."""
    read = reading(request, seen)
    pledged = commitments(seen.region.pk, party=one.party)
    names = {one.party: one.place}
    phases = seen.words.labels.get("phase", {})
    told: dict[str, Any] = {
        "reading": read,
        "promises": view_commitments(pledged[:MOST], promised(seen, read, names, pledged)),
        "more_promises": max(len(pledged) - MOST, 0),
        "years": money_by_year(pledged),
    }
    if read:
        rows = queries.measure_rows(read.version.pk, Wanted(party=one.party), limit=MOST)
        told["measures"] = view_measures(rows, Names(names, phases, {}), links(read))
    return told
