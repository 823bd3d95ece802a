# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets and who brings what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samenspel.core.agenda.record import Interest
from samenspel.web.reading import Links


@dataclass(frozen=True, slots=True)
class InterestView:
    """What a party gets and brings; *title* is the party, or the challenge on a party's page."""

    title: str
    url: str
    gets: str
    brings: str
    source: str


def of_parties(
    interests: Iterable[Interest], names: Mapping[str, str], to: Links
) -> list[InterestView]:
    """Return interests by party."""
    return [
        InterestView(
            names.get(one.party, one.party),
            to.to("party", one.party),
            one.gets,
            one.brings,
            one.source,
        )
        for one in interests
    ]


def of_challenges(
    interests: Iterable[Interest], titles: Mapping[str, str], to: Links
) -> list[InterestView]:
    """Return interests by challenge; the title is empty for the agenda as a whole."""
    return [
        InterestView(
            titles.get(one.challenge, one.challenge),
            to.to("challenge", one.challenge) if one.challenge else "",
            one.gets,
            one.brings,
            one.source,
        )
        for one in interests
    ]
