# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is asked about which measure; names of people, so only for acts and for who may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samenspel.agenda.queries import current_version, measures
from samenspel.core.agenda.record import Measure
from samenspel.core.agenda.states import IN_FORCE
from samenspel.core.delivery.owners import Post, is_vacant, owner
from samenspel.core.delivery.progress import is_asked
from samenspel.core.delivery.schedule import Period
from samenspel.delivery.queries.progress import latest_by_measure
from samenspel.parties.queries import PostFacts, posts


@dataclass(frozen=True, slots=True)
class Owned:
    """A measure that is asked about, with who is; *vacant*: its lead has nobody of its own."""

    measure: Measure
    post: PostFacts | None
    vacant: bool


def measures_now(region: str) -> tuple[Measure, ...]:
    """Return the measures of the agenda that is in force; seven statements."""
    version = current_version(region)
    if version is None or version.state not in IN_FORCE:
        return ()
    return measures(version.pk)


def owned(region: str, region_id: int, period: Period, on: date) -> list[Owned]:
    """Return the measures that are asked about a period, each with its owner on a day."""
    people = posts(region_id, on)
    known = {Post(one.person, one.role, one.party): one for one in people}
    said = {
        key: row.answer.status for key, row in latest_by_measure(region_id, period.code).items()
    }
    found = []
    for one in measures_now(region):
        if is_asked(one, period, said.get(one.key)):
            post = owner(one.lead, known)
            found.append(Owned(one, known[post] if post else None, is_vacant(one.lead, post)))
    return found


def owner_of(lead: str, region_id: int, on: date) -> PostFacts | None:
    """Return who speaks for what a party leads."""
    known: Mapping[Post, PostFacts] = {
        Post(one.person, one.role, one.party): one for one in posts(region_id, on)
    }
    post = owner(lead, known)
    return known[post] if post else None
