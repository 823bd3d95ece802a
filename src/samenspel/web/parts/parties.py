# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Parties by what they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samenspel.parties.queries import PartyFacts
from samenspel.regions.queries import Words


@dataclass(frozen=True, slots=True)
class Kind:
    """The parties of one kind."""

    label: str
    parties: list[PartyFacts]


def names(parties: Iterable[PartyFacts]) -> dict[str, str]:
    """Return slug -> name."""
    return {party.slug: party.name for party in parties}


def by_kind(parties: Iterable[PartyFacts], words: Words) -> list[Kind]:
    """Return the parties by kind, in the order of the region's words, then of the rest."""
    found: dict[str, list[PartyFacts]] = {code: [] for code, _label in words.choices("party-kind")}
    for party in parties:
        found.setdefault(party.kind, []).append(party)
    return [Kind(words.label("party-kind", code), some) for code, some in found.items() if some]


def taking_part(parties: Iterable[PartyFacts], on: date) -> list[PartyFacts]:
    """Return the parties that take part on a day."""
    return [
        one
        for one in parties
        if (one.since is None or one.since <= on) and (one.until is None or on < one.until)
    ]
