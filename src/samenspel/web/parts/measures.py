# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures as pages show them in a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from samenspel.agenda.queries import MeasureRow
from samenspel.web.parts.money import amount
from samenspel.web.reading import Links
from samenspel.words.formats import month

_MOODS = {
    "idea": "none",
    "exploration": "none",
    "execution": "info",
    "completed": "good",
    "stopped": "bad",
}
"""Colour of the phases that every region starts with."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a page calls parties and phases, and the challenges that it names."""

    parties: Mapping[str, str]
    phases: Mapping[str, str]
    challenges: Mapping[str, str]


class MeasureView(NamedTuple):
    """
    A row of a table of measures; texts are empty where nothing is known.

    A tuple, because a template unpacks it: on a page with hundreds of values that is half the work
    of looking each of them up.
    """

    title: str
    url: str
    challenges: str
    lead: str
    lead_url: str
    phase: str
    mood: str
    period: str
    cost: str


def view_measures(rows: list[MeasureRow], names: Names, links: Links) -> list[MeasureView]:
    """Return *rows* ready to be shown."""
    return [
        MeasureView(
            title=row.title,
            url=links.to("measure", row.key),
            challenges=" · ".join(
                names.challenges[key] for key in row.challenges if key in names.challenges
            ),
            lead=names.parties.get(row.lead, row.lead),
            lead_url=links.to("party", row.lead) if row.lead else "",
            phase=names.phases.get(row.phase, row.phase),
            mood=_MOODS.get(row.phase, ""),
            period=period(row.starts_on, row.ends_on),
            cost=amount(row.cents),
        )
        for row in rows
    ]


def mood(phase: str) -> str:
    """Return the colour of a phase."""
    return _MOODS.get(phase, "")


def period(start: date | None, end: date | None) -> str:
    """Return from which month to which; empty when both are unknown."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        known = {"start": _month(start), "end": _month(end)}
        return (_("from %(start)s") if start else _("until %(end)s")) % known
    return f"{_month(start)} – {_month(end)}"  # noqa: RUF001 - a dash between dates


def _month(day: date | None) -> str:
    return _month_in(day.year, day.month, get_language() or "") if day else ""


@lru_cache(maxsize=2000)
def _month_in(year: int, number: int, language: str) -> str:
    """Return a month with its year; a page asks for the same few again and again."""
    with override(language):
        return month(date(year, number, 1))
