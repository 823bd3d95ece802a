# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
How far a commitment is: one ladder, from words to an account of what was done.

The table is the rule. A step up may skip rungs (knowledge needs no budget); a step down is an act
of its own, with its reason.
"""

from dataclasses import dataclass
from enum import StrEnum

from samenspel.core.errors import RuleError


class Rung(StrEnum):
    """Where a commitment stands."""

    MENTIONED = "mentioned"
    PLEDGED = "pledged"
    COVERED = "covered-in-budget"
    ADOPTED = "adopted-by-council"
    GRANTED = "granted"
    DONE = "paid-or-done"
    ACCOUNTED = "accounted"


@dataclass(frozen=True, slots=True)
class Step:
    """One rung and what it takes to stand on it."""

    rung: Rung
    needs_evidence: bool


LADDER: tuple[Step, ...] = (
    Step(Rung.MENTIONED, needs_evidence=False),
    Step(Rung.PLEDGED, needs_evidence=False),
    Step(Rung.COVERED, needs_evidence=True),
    Step(Rung.ADOPTED, needs_evidence=True),
    Step(Rung.GRANTED, needs_evidence=True),
    Step(Rung.DONE, needs_evidence=True),
    Step(Rung.ACCOUNTED, needs_evidence=True),
)
"""The rungs, lowest first."""

ORDER: dict[Rung, int] = {step.rung: place for place, step in enumerate(LADDER)}

NEEDS_EVIDENCE = frozenset(step.rung for step in LADDER if step.needs_evidence)

PROMISED = frozenset(rung for rung in Rung if ORDER[rung] >= ORDER[Rung.PLEDGED])
"""From here on a party can be held to it; what was only mentioned is no promise."""

SETTLED = frozenset({Rung.DONE, Rung.ACCOUNTED})
"""Rungs on which nothing is owed any more."""


def is_up(now: Rung, wanted: Rung) -> bool:
    """Tell whether *wanted* is higher than *now*."""
    return ORDER[wanted] > ORDER[now]


def check_move(now: Rung, wanted: Rung, *, evidence: str = "", reason: str = "") -> None:
    """
    Refuse a step that the ladder does not allow.

    Raises:
        RuleError: ``rung-same``; ``evidence-missing`` on the way up to a rung that needs it;
            ``reason-missing`` on the way down.
    """
    if wanted is now:
        raise RuleError("rung-same", rung=now)
    if is_up(now, wanted):
        if wanted in NEEDS_EVIDENCE and not evidence.strip():
            raise RuleError("evidence-missing", wanted=wanted)
    elif not reason.strip():
        raise RuleError("reason-missing")
