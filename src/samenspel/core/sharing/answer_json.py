# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An answer as plain JSON: shares in cents per method, and what is said of each."""

from samenspel.core.sharing.answer import Division, GameAnswer, PlanAnswer
from samenspel.core.sharing.audit import ONE_CENT
from samenspel.core.sharing.core_test import Worst
from samenspel.core.sharing.plain import Plain


def to_plain(answer: GameAnswer | PlanAnswer) -> Plain:
    """Return *answer* as what JSON can hold; every amount is in whole cents."""
    return _game(answer) if isinstance(answer, GameAnswer) else _plan(answer)


def _game(answer: GameAnswer) -> Plain:
    return {
        "form": "game",
        "kind": str(answer.kind),
        "parties": list(answer.parties),
        "total_cents": answer.total_cents,
        "alone_cents": answer.alone_cents,
        "methods": {
            code: _division(answer, division) for code, division in answer.divisions.items()
        },
        "core": {
            "empty": answer.core.excess >= ONE_CENT,
            "least_excess_cents": round(answer.core.excess),
            "most_violated": _worst(answer, answer.core.worst),
        },
        "odd": [
            {"code": odd.code, "group": odd.group, "party": odd.party, "cents": odd.cents}
            for odd in answer.oddities
        ],
    }


def _division(answer: GameAnswer, division: Division) -> Plain:
    audit = division.audit
    data: Plain = {
        "shares_cents": division.shares,
        "audit": {
            "efficient": audit.efficient,
            "individually_rational": audit.individually_rational,
            "worse_off_cents": audit.worse_off,
            "in_core": audit.in_core,
            "most_violated": _worst(answer, audit.worst),
            "dummies": not audit.unfair_to,
            "symmetric": not audit.unlike,
        },
    }
    if division.certified is not None:
        data["certified"] = division.certified
    return data


def _worst(answer: GameAnswer, worst: Worst | None) -> Plain | None:
    """Return the group that gains most by leaving; below zero it loses by it."""
    if worst is None:
        return None
    return {"group": list(answer.names(worst.group)), "gain_cents": round(worst.gain)}


def _plan(answer: PlanAnswer) -> Plain:
    found = answer.found
    data: Plain = {
        "form": "key",
        "parties": list(answer.scenario.parties),
        "programme_cents": found.programme_cents,
        "shares_cents": found.by_party(),
        "gap_cents": found.gap_cents,
        "gap_by_party_cents": found.gaps,
        "ways": [
            {
                "way": str(way.kind),
                "programme_cents": way.programme_cents,
                "source_cents": way.source_cents,
                "shares_cents": {p: sum(years.values()) for p, years in way.pays.items()},
            }
            for way in answer.ways
        ],
    }
    if len(answer.scenario.years) > 1:
        data["years_cents"] = found.pays
    return data
