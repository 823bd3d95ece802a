# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Parties by what they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.core.errors import RuleError
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


def by_name(error: RuleError, names: Mapping[str, str]) -> RuleError:
    """Return a refusal that calls parties by their names instead of their codes."""

    def called(value: object) -> object:
        if isinstance(value, list | tuple):
            return [called(one) for one in value]
        return names.get(value, value) if isinstance(value, str) else value

    about = {"party", "group", "known"}
    told = {name: called(one) if name in about else one for name, one in error.params.items()}
    return RuleError(error.code, **told)
