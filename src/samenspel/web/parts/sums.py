# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What parties do for each other, in money, hours and words."""

from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.core.deals.balance import Gift, Total
from samenspel.web.parts.commitments import Promised
from samenspel.web.parts.targets import Named
from samenspel.words.formats import euro
from samenspel.words.promises import hours


@dataclass(frozen=True, slots=True)
class SumView:
    """Money and hours of several gifts, and what they are; a figure nobody gave is empty."""

    cents: str
    hours: str
    gifts: list[Named]


def view_sum(total: Total, known: Promised) -> SumView:
    """Return a total ready to be shown."""
    return SumView(
        euro(total.cents) if total.cents is not None else "",
        hours(total.hours) if total.hours is not None else "",
        [Named(one.words, known.commitment(one.key)) for one in total.gifts],
    )


def view_gifts(gifts: Iterable[Gift], known: Promised) -> list[tuple[Named, str, list[str]]]:
    """Return (what, how much, for whom) of each gift."""
    return [
        (Named(one.words, known.commitment(one.key)), _size(one), _takers(one, known))
        for one in gifts
    ]


def _size(one: Gift) -> str:
    told = [euro(one.cents)] if one.cents is not None else []
    return " · ".join([*told, hours(one.hours)] if one.hours is not None else told)


def _takers(one: Gift, known: Promised) -> list[str]:
    return [known.parties.get(slug, slug) for slug in one.takers]
