# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One challenge: why, where to, by which measures, and who gets and brings what."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from samenspel.agenda.queries import (
    Wanted,
    challenges,
    goals,
    interests,
    measure_rows,
    summary,
    titles,
)
from samenspel.core.agenda.record import Challenge
from samenspel.core.agenda.summary import ChallengeNumbers, GoalNumbers
from samenspel.parties.queries import parties
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.commitments import to_targets
from samenspel.web.parts.crumbs import crumbs
from samenspel.web.parts.goals import view_goal
from samenspel.web.parts.gone import gone
from samenspel.web.parts.interests import of_parties
from samenspel.web.parts.measures import Names, view_measures
from samenspel.web.parts.money import amount
from samenspel.web.parts.orphans import missing
from samenspel.web.parts.parties import names
from samenspel.web.reading import Reading, links, reading

MOST = 100
"""Measures that are written out; the agenda shows the rest a page at a time."""


def challenge(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one challenge."""
    seen = visit(request, slug)
    read = reading(request, seen)
    found = challenges(read.version.pk, key=key) if read else ()
    if not read or not found:
        return gone(request, seen, read, "challenge", key)
    context = {
        "reading": read,
        "crumbs": crumbs(read),
        "challenge": found[0],
        **_content(seen, read, found[0]),
    }
    return show(request, "challenge", seen, context, nav="agenda")


def _content(seen: Visit, read: Reading, one: Challenge) -> dict[str, Any]:
    pk, words, to = read.version.pk, seen.words, links(read)
    called, known = names(parties(seen.region.pk)), summary(pk)
    numbers = known.challenges.get(one.key, ChallengeNumbers())
    rows = measure_rows(pk, Wanted(challenge=one.key), limit=MOST)
    aims = goals(pk, challenge__key=one.key)
    targets = [f"goal:{aim.key}" for aim in aims] + [f"measure:{row.key}" for row in rows]
    others = titles(pk, "challenge", {key for row in rows for key in row.challenges} - {one.key})
    return {
        "sides": [words.label("triangle-side", side) for side in one.sides],
        "fields": [words.label("policy-field", field) for field in one.policy_fields],
        "goals": [
            view_goal(goal, known.goals.get(goal.key, GoalNumbers()), called, to) for goal in aims
        ],
        "measures": view_measures(rows, Names(called, words.labels.get("phase", {}), others), to),
        "more": numbers.measures - len(rows),
        "commitments": to_targets(seen, read, called, targets),
        "total": amount(numbers.total),
        "count": numbers.measures,
        "interests": of_parties(interests(pk, challenge__key=one.key), called, to),
        "missing": missing(numbers.orphans),
        "missing_total": sum(numbers.orphans.values()),
    }
