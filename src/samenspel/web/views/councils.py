# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""All councils of a region: what they are asked, by when, and how far each of them is."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.councils.queries import (
    Clock,
    CouncilFacts,
    CouncilsKnown,
    MomentRow,
    calendars,
    clock,
    known,
    last_meetings,
)
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.council_days import (
    agreements,
    form_words,
    period,
    view_council,
    view_year,
)
from samenspel.web.parts.moments import matrix, outcome_badge, view_moment
from samenspel.web.parts.paging import page_of
from samenspel.words.formats import long_date

SIZE = 25
"""Moments that are over, on a page."""


def councils(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what councils are asked, all of them beside each other, and what follows from boards."""
    seen = visit(request, slug)
    found = known(seen.region.pk)
    everyone = found.present(seen.on)
    names = {one.party: one.place for one in everyone}
    coming, over = split(found, everyone, seen)
    when = last_meetings(found, coming, on=seen.on)
    page = page_of(request, len(over), SIZE)
    start = max(page.start_index() - 1, 0)
    context = {
        "councils": [view_council(found, one, seen.on) for one in everyone],
        "heads": [one.place for one in everyone],
        "matrix": matrix(seen, coming, everyone, when),
        "over": matrix(seen, over[start : start + SIZE], everyone, {}),
        "page": page,
        "years": [view_year(one, names, seen.on) for one in calendars(found, on=seen.on)],
        "form": form_words(found),
        "agreed": list(agreements(found, names)),
        "recess": [period(one) for one in found.recess if not one.council and one.last >= seen.on],
        "cancelled": [
            view_moment(seen, row, everyone, None) for row in found.moments if row.cancelled
        ],
    }
    return show(request, "councils", seen, context, nav="councils")


def moment(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one thing that all councils are asked, and where each of them stands."""
    seen = visit(request, slug)
    found = known(seen.region.pk)
    row = next((one for one in found.moments if one.ask.key == key), None)
    if row is None:
        raise Http404
    everyone = found.present(seen.on)
    when = clock(found, row, on=seen.on)
    coming = not row.cancelled and row.ask.last_on >= seen.on
    context = {
        "crumbs": [{"url": reverse("councils", args=[slug]), "label": _("Councils")}],
        "one": view_moment(seen, row, everyone, when if coming else None),
        "cancelled": row.cancelled,
        "places": [_place(seen, row, one, when) for one in everyone],
    }
    return show(request, "moment", seen, context, nav="councils")


def _place(seen: Visit, row: MomentRow, one: CouncilFacts, when: Clock) -> dict[str, Any]:
    """Return where one council stands."""
    stand = row.stand(one.party)
    status, mood = outcome_badge(row, one.party, seen.on)
    meeting = when.meetings.get(one.party) if row.is_open_for(one.party) else None
    decides = stand.position.decides_on
    return {
        "party": one.party,
        "name": one.name,
        "status": status,
        "mood": mood,
        "last": long_date(row.last_for(one.party)),
        "decides": long_date(decides) if decides else "",
        "meeting": long_date(meeting) if meeting else "",
        "note": stand.note,
        "link": stand.link,
    }


def split(
    found: CouncilsKnown, everyone: tuple[CouncilFacts, ...], seen: Visit
) -> tuple[list[MomentRow], list[MomentRow]]:
    """
    Return the moments on which a council has still to decide; and what is over, newest first.

    What had its last day long ago counts as over too: nobody will decide on it any more.
    """
    coming: list[MomentRow] = []
    over: list[MomentRow] = []
    for row in found.moments:
        if row.cancelled:
            continue
        is_open = any(row.is_open_for(one.party) for one in everyone)
        recent = (seen.on - row.ask.last_on).days <= _LATE_DAYS
        (coming if is_open and recent else over).append(row)
    return coming, over[::-1]


_LATE_DAYS = 60
"""Days after the last one that a moment still counts as open."""
