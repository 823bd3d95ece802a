# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a version holds apart from its measures: challenges with their goals, and lines."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.agenda import queries
from samenspel.core.agenda.record import Challenge, Goal, Line
from samenspel.core.agenda.summary import ChallengeNumbers, GoalNumbers, Summary
from samenspel.regions.queries import Words
from samenspel.web.parts.goals import GoalView, view_goal
from samenspel.web.parts.money import amount
from samenspel.web.reading import Links, Reading, links

_WHY = 320
"""Characters of why a challenge is one, in a list of challenges."""


@dataclass(frozen=True, slots=True)
class Content:
    """A version in numbers, its parts, and what to call and where to find them."""

    summary: Summary
    challenges: tuple[Challenge, ...]
    lines: tuple[Line, ...]
    goals: tuple[Goal, ...]
    names: Mapping[str, str]
    words: Words
    links: Links


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """A challenge ready to be shown; ``phases`` are (label, number)."""

    key: str
    title: str
    url: str
    why: str
    sides: str
    measures: int
    phases: list[tuple[str, int]]
    cost: str
    goals: list[GoalView]
    loose: int


@dataclass(frozen=True, slots=True)
class LineView:
    """A programme line ready to be shown."""

    key: str
    title: str
    about: str
    lead: str
    lead_url: str
    cost: str


def content(read: Reading, words: Words, names: Mapping[str, str]) -> Content:
    """Return what the version that is read holds; four statements. *names* are of the parties."""
    pk = read.version.pk
    return Content(
        summary=queries.summary(pk),
        challenges=queries.challenges(pk),
        lines=queries.lines(pk),
        goals=queries.goals(pk),
        names=names,
        words=words,
        links=links(read),
    )


def view_challenges(of: Content) -> list[ChallengeView]:
    """Return the challenges ready to be shown."""
    goals = _goals(of)
    return [
        view_challenge(of, one, of.summary.challenges.get(one.key), goals.get(one.key, []))
        for one in of.challenges
    ]


def view_challenge(
    of: Content, one: Challenge, known: ChallengeNumbers | None, goals: list[GoalView]
) -> ChallengeView:
    """Return one challenge ready to be shown."""
    numbers = known or ChallengeNumbers()
    return ChallengeView(
        key=one.key,
        title=one.title,
        url=of.links.to("challenge", one.key),
        why=_start(one.why),
        sides=labels(of.words, "triangle-side", one.sides),
        measures=numbers.measures,
        phases=_phases(of.words, numbers.phases),
        cost=amount(numbers.total),
        goals=goals,
        loose=sum(numbers.orphans.values()),
    )


def view_lines(of: Content) -> list[LineView]:
    """Return the programme lines ready to be shown."""
    return [
        LineView(
            key=line.key,
            title=line.title,
            about=line.about,
            lead=of.names.get(line.lead, line.lead),
            lead_url=of.links.to("party", line.lead) if line.lead else "",
            cost=amount(of.summary.lines.get(line.key)),
        )
        for line in of.lines
    ]


def _start(text: str) -> str:
    """Return the first words of a text; its own page has the rest."""
    return text if len(text) <= _WHY else f"{text[:_WHY].rpartition(' ')[0]} …"


def labels(words: Words, scheme: str, codes: tuple[str, ...]) -> str:
    """Return the labels of codes with dots between."""
    return " · ".join(words.label(scheme, code) for code in codes)


def _goals(of: Content) -> dict[str, list[GoalView]]:
    found: dict[str, list[GoalView]] = {}
    for goal in of.goals:
        numbers = of.summary.goals.get(goal.key, GoalNumbers())
        found.setdefault(goal.challenge, []).append(view_goal(goal, numbers, of.names, of.links))
    return found


def _phases(words: Words, counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the phases in the order of the region, then those it no longer uses."""
    order = list(words.labels.get("phase", {}))
    known = sorted(counts, key=lambda code: order.index(code) if code in order else len(order))
    return [(words.label("phase", code), counts[code]) for code in known if code]
