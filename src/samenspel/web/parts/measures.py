# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Measures as pages show them in a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from samenspel.agenda.queries import MeasureRow
from samenspel.web.parts.money import amount
from samenspel.web.reading import Links

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
    """What a page calls parties, phases and challenges."""

    parties: Mapping[str, str]
    phases: Mapping[str, str]
    challenges: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A row of a table of measures; texts are empty where nothing is known."""

    key: str
    title: str
    url: str
    phase: str
    mood: str
    lead: str
    lead_url: str
    period: str
    cost: str
    challenges: str


def view_measures(rows: list[MeasureRow], names: Names, links: Links) -> list[MeasureView]:
    """Return *rows* ready to be shown."""
    return [
        MeasureView(
            key=row.key,
            title=row.title,
            url=links.to("measure", row.key),
            phase=names.phases.get(row.phase, row.phase),
            mood=_MOODS.get(row.phase, ""),
            lead=names.parties.get(row.lead, row.lead),
            lead_url=links.to("party", row.lead) if row.lead else "",
            period=period(row.starts_on, row.ends_on),
            cost=amount(row.cents),
            challenges=" · ".join(names.challenges.get(key, key) for key in row.challenges),
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
    return f"{MONTHS_3[day.month]} {day.year}" if day else ""
