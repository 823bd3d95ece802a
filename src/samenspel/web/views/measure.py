# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One measure: what happens, by whom, when, at what cost, for which goals; and its history."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from samenspel.agenda.queries import goals, measures, needing, titles_together
from samenspel.core.agenda.money import total
from samenspel.core.agenda.record import Goal, Measure
from samenspel.core.delivery.progress import is_asked
from samenspel.delivery.queries import answers, heard, latest_period
from samenspel.ledger.queries import entries
from samenspel.parties.queries import parties
from samenspel.regions.queries import Words
from samenspel.web.page import Visit, show, visit
from samenspel.web.parts.acts import view_acts
from samenspel.web.parts.commitments import to_targets
from samenspel.web.parts.crumbs import crumbs
from samenspel.web.parts.goals import signed
from samenspel.web.parts.gone import gone
from samenspel.web.parts.measure_money import measure_money
from samenspel.web.parts.measures import mood, period
from samenspel.web.parts.money import amount, by_year
from samenspel.web.parts.parties import names
from samenspel.web.parts.progress import HeardView, view_heard
from samenspel.web.parts.version import Step
from samenspel.web.reading import Links, Reading, links, reading

ACTS = 10
NEEDED_BY = 50


def measure(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one measure."""
    seen = visit(request, slug)
    read = reading(request, seen)
    found = measures(read.version.pk, key=key) if read else ()
    if not read or not found:
        return gone(request, seen, read, "measure", key)
    called, title = names(parties(seen.region.pk)), {key: found[0].title}
    acts = entries(slug, object=f"measure:{key}")[:ACTS]
    aims = {goal.key: goal for goal in goals(read.version.pk, contributions__measure__key=key)}
    context = {
        "reading": read,
        "crumbs": crumbs(read),
        "measure": found[0],
        **_who(found[0], called, links(read)),
        **_what(found[0], seen.words),
        **_links(found[0], aims, read),
        "progress": _progress(seen, found[0], aims),
        "commitments": to_targets(seen, read, called, [f"measure:{key}"]),
        "money": measure_money(seen, found[0], called),
        "acts": view_acts(seen, read, acts, called, known={"measure": title}),
    }
    return show(request, "measure", seen, context, nav="agenda")


@dataclass(frozen=True, slots=True)
class _Named:
    """Something with a page; *note* says more."""

    title: str
    url: str
    note: str = ""
    more: str = ""


def _who(one: Measure, called: dict[str, str], to: Links) -> dict[str, Any]:
    def named(slug: str) -> _Named:
        return _Named(called.get(slug, slug), to.to("party", slug))

    return {
        "lead": named(one.lead) if one.lead else None,
        "partners": [named(slug) for slug in one.partners],
    }


def _what(one: Measure, words: Words) -> dict[str, Any]:
    return {
        "phase": words.label("phase", one.phase),
        "mood": mood(one.phase),
        "steps": _steps(one.phase, words),
        "period": period(one.starts_on, one.ends_on),
        "sides": [words.label("triangle-side", side) for side in one.sides],
        "fields": [words.label("policy-field", field) for field in one.policy_fields],
        "total": amount(total([one])),
        "years": by_year({cost.year: cost.amount_cents for cost in one.costs}),
        "cost_sources": list(dict.fromkeys(cost.source for cost in one.costs if cost.source)),
    }


def _progress(seen: Visit, one: Measure, aims: dict[str, Goal]) -> HeardView | None:
    """Return how the measure goes by what its owner said; one statement."""
    known, rows = answers(seen.region.pk, one.key)
    period = latest_period(known, seen.on)
    if period and not is_asked(one, period, None):
        period = None
    goals = {key: (aim.title, aim.unit) for key, aim in aims.items()}
    return view_heard(heard(known, period, rows, seen.on), rows, goals, seen.on)


def _steps(phase: str, words: Words) -> list[Step]:
    """Return the phases as steps; a measure that stopped takes no further steps."""
    way = [code for code, _label in words.choices("phase") if code != "stopped"]
    if phase not in way:
        return []
    here = way.index(phase)
    states = ["done"] * here + ["current"] + ["todo"] * (len(way) - here - 1)
    return [
        Step(words.label("phase", code), state) for code, state in zip(way, states, strict=True)
    ]


def _links(one: Measure, aims: dict[str, Goal], read: Reading) -> dict[str, Any]:
    pk, to = read.version.pk, links(read)
    asked = {"line": [one.line], "challenge": one.challenges, "measure": one.needs}
    titles, later = titles_together(pk, asked), needing(pk, one.key)
    return {
        "line": titles["line"].get(one.line, ""),
        "challenges": [
            _Named(text, to.to("challenge", key)) for key, text in titles["challenge"].items()
        ],
        "goals": [
            _Named(
                aims[part.goal].title,
                to.to("goal", part.goal),
                signed(part.amount, aims[part.goal].unit) if part.amount is not None else "",
                part.note,
            )
            for part in one.contributions
        ],
        "needs": [_Named(text, to.to("measure", key)) for key, text in titles["measure"].items()],
        "needed_by": [_Named(text, to.to("measure", key)) for key, text in later[:NEEDED_BY]],
    }
