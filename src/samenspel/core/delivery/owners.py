# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Who speaks for a measure: the lead party's officer, else its representative, else a deputy.

The deputy is the programme secretary: what nobody holds falls to who keeps the whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.core.rights import Role

_OF_THE_PARTY = (Role.OFFICER, Role.REPRESENTATIVE)


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody who can be written to, in a role for a party; ``party`` empty: for the region."""

    person: int
    role: Role
    party: str = ""


def owner(lead: str, posts: Iterable[Post]) -> Post | None:
    """Return who is asked about a measure that *lead* leads; None when there is nobody at all."""
    there = list(posts)
    for role in _OF_THE_PARTY:
        for post in there:
            if lead and post.party == lead and post.role is role:
                return post
    return next((post for post in there if post.role is Role.SECRETARY), None)


def is_vacant(lead: str, post: Post | None) -> bool:
    """Tell whether the lead has nobody of its own to ask."""
    return post is None or not lead or post.party != lead
