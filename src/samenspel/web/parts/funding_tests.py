# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of a funding plan say, as pages show it: by question, what asks for most first."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.core.funding.findings import Finding, Verdict
from samenspel.core.funding.own_share import dropping_out, falling_away
from samenspel.core.funding.plan import Plan
from samenspel.funding.queries import RegionPlan
from samenspel.web.parts.funding import Called
from samenspel.web.parts.targets import Named
from samenspel.words.formats import euro
from samenspel.words.funding import told

_MOODS = {
    Verdict.FAILED: "bad",
    Verdict.WARNING: "warn",
    Verdict.NOTE: "info",
    Verdict.PASSED: "good",
}
"""The colour of each verdict, what asks for most first."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one thing, and the lines that decide."""

    sentence: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A test with all that it says; ``advice`` is empty where nothing is asked."""

    code: str
    asks: str
    verdict: str
    mood: str
    advice: str
    said: list[Said]


@dataclass(frozen=True, slots=True)
class Leaver:
    """A party without which a source asks more than the region puts in."""

    party: Named
    source: Named
    short: str


def view_findings(found: Iterable[Finding], called: Called) -> list[Question]:
    """Return findings in words, by question and verdict, the own share before all others."""
    groups: dict[tuple[str, Verdict], list[Finding]] = {}
    for one in found:
        groups.setdefault((one.code, one.verdict), []).append(one)
    order = list(_MOODS)
    names = called.names
    return [
        _question(some, names)
        for (_code, _verdict), some in sorted(
            groups.items(), key=lambda group: (group[0][0] != "own-share", order.index(group[0][1]))
        )
    ]


def view_leavers(plan: Plan, called: Called) -> list[Leaver]:
    """Return which parties cannot be missed, by what would be missing then."""
    parties = dict.fromkeys(one.party for one in plan.entries if one.party and one.beside)
    return [
        Leaver(
            called.party(party),
            called.source(then.about.partition(":")[2]),
            euro(int(then.figures["short_cents"])),
        )
        for party in parties
        for now, then in dropping_out(plan, party)
        if not now.figures["short_cents"] and then.figures["short_cents"]
    ]


def view_without(plan: Plan, parties: Iterable[str], called: Called) -> list[tuple[str, str, str]]:
    """Return (verdict, mood, sentence) of each source that notices it when *parties* drop out."""
    return _said_then(dropping_out(plan, *sorted(parties)), called.names)


def view_falling(
    found: RegionPlan, lost: Collection[str], since: date
) -> list[tuple[str, str, str]]:
    """Return the same when commitments fall away from a day on."""
    names = {f"source:{key}": one.name for key, one in found.plan.sources.items()}
    return _said_then(falling_away(found.plan, lost, since), names)


def _said_then(
    pairs: Iterable[tuple[Finding, Finding]], names: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    words = [(told(then, names), _MOODS[then.verdict]) for _now, then in pairs]
    return [(one.verdict, mood, one.sentence) for one, mood in words]


def _question(some: list[Finding], names: Mapping[str, str]) -> Question:
    first, *_others = words = [told(one, names) for one in some]
    return Question(
        some[0].code,
        first.asks,
        first.verdict,
        _MOODS[some[0].verdict],
        first.advice,
        [Said(one.sentence, found.lines) for one, found in zip(words, some, strict=True)],
    )
