# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One goal: how it is measured, from where to where, and what adds to it."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from samenspel.agenda.queries import contribution_rows, goals, summary, titles_together
from samenspel.charts.goal import goal_chart
from samenspel.core.agenda.record import Goal
from samenspel.core.agenda.summary import GoalNumbers
from samenspel.core.delivery.track import track
from samenspel.core.rights import Act
from samenspel.delivery.queries import observations
from samenspel.parties.queries import parties
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.charts import MEDIA_TYPES, picture, written
from samenspel.web.parts.commitments import to_targets
from samenspel.web.parts.crumbs import crumbs
from samenspel.web.parts.goals import signed, view_goal
from samenspel.web.parts.gone import gone
from samenspel.web.parts.parties import names
from samenspel.web.parts.progress import view_track
from samenspel.web.reading import Links, Reading, links, reading

MOST = 200
"""Measures that are written out."""


def goal(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one goal."""
    seen = visit(request, slug)
    read = reading(request, seen)
    found = goals(read.version.pk, key=key) if read else ()
    if not read or not found:
        return gone(request, seen, read, "goal", key)
    context = _content(seen, read, found[0])
    return show(request, "goal", seen, context, nav="agenda")


def chart(request: HttpRequest, slug: str, key: str, kind: str) -> HttpResponse:
    """Send the figures of a goal beside its path as a file."""
    seen = visit(request, slug)
    read = reading(request, seen)
    found = goals(read.version.pk, key=key) if read else ()
    drawn = goal_chart(found[0], observations(seen.region.pk, key)) if found else None
    if drawn is None or kind not in MEDIA_TYPES:
        raise Http404
    response = HttpResponse(written(drawn, kind), content_type=MEDIA_TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-{key}.{kind}"'
    return response


def _asked(read: Reading) -> dict[str, object]:
    """Return what an address needs to stay within the version that is read."""
    return {} if read.is_latest else {"versie": read.version.number}


@dataclass(frozen=True, slots=True)
class _Adds:
    """A measure that adds to the goal; *amount* is empty when it does not say how much."""

    title: str
    url: str
    lead: str
    amount: str
    note: str


def _content(seen: Visit, read: Reading, one: Goal) -> dict[str, Any]:
    pk, to = read.version.pk, links(read)
    called = names(parties(seen.region.pk))
    titles = titles_together(pk, {"challenge": [one.challenge], "line": [one.line]})
    numbers = summary(pk).goals.get(one.key, GoalNumbers())
    way = [(to.to("challenge", key), title) for key, title in titles["challenge"].items()]
    figures = observations(seen.region.pk, one.key)
    drawn = goal_chart(one, figures)
    return {
        "reading": read,
        "crumbs": crumbs(read, *way),
        "goal": view_goal(one, numbers, called, to),
        "challenge": next(iter(way), None),
        "line": titles["line"].get(one.line, ""),
        "track": view_track(track(one, figures), one.unit),
        "chart": picture(drawn, "grafiek/", _asked(read)) if drawn else None,
        "commitments": to_targets(seen, read, called, [f"goal:{one.key}"]),
        "adds": _adds(pk, one, called, to),
        "more": numbers.measures - MOST,
        "may_record": read.is_latest
        and seen.may(Act.RECORD_OBSERVATION, *filter(None, [one.owner])),
    }


def _adds(version_id: int, one: Goal, called: dict[str, str], to: Links) -> list[_Adds]:
    return [
        _Adds(
            row.title,
            to.to("measure", row.key),
            called.get(row.lead, row.lead),
            signed(row.amount, one.unit) if row.amount is not None else "",
            row.note,
        )
        for row in contribution_rows(version_id, one.key, MOST)
    ]
