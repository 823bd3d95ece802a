# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What tells most about a region's agenda, out of what is known of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.agenda.queries import VersionFacts
from samenspel.core.agenda.summary import Summary
from samenspel.web.parts.content import Content
from samenspel.web.parts.money import share, yearly_per_inhabitant
from samenspel.words.formats import euro, number, years

MOST = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, what it says, and where it comes from."""

    value: str
    text: str
    note: str
    url: str = ""
    url_label: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Inhabitants with the year of the count, None when unknown; parties and their kinds."""

    people: tuple[int, int] | None
    parties: int
    kinds: int


def facts(whole: Content, version: VersionFacts, counted: Counted) -> list[Fact]:
    """Return three facts; what is not known is not among them."""
    found = [
        _per_inhabitant(whole.summary, version, counted.people),
        _ties(whole.summary),
        _largest_line(whole),
        _parties(counted.parties, counted.kinds),
        _measurable(whole),
    ]
    return [fact for fact in found if fact][:MOST]


def _per_inhabitant(
    summary: Summary, version: VersionFacts, people: tuple[int, int] | None
) -> Fact | None:
    span = version.ends_year - version.starts_year + 1
    cents = yearly_per_inhabitant(summary.total, span, people[0] if people else None)
    if cents is None or people is None or summary.total is None:
        return None
    note = _("%(total)s in %(years)s, over %(people)s inhabitants on 1 January %(year)s") % {
        "total": euro(summary.total),
        "years": years(version.starts_year, version.ends_year),
        "people": number(people[0]),
        "year": people[1],
    }
    if summary.unpriced:
        note += "; " + ngettext(
            "the cost of %(count)s measure is unknown",
            "the cost of %(count)s measures is unknown",
            summary.unpriced,
        ) % {"count": summary.unpriced}
    return Fact(euro(cents), _("per inhabitant per year for the measures of this agenda"), note)


def _ties(summary: Summary) -> Fact | None:
    placed = sum(summary.areas.values())
    ties = sum(n for area, n in summary.areas.items() if " " in area)
    if not placed:
        return None
    said = _("%(ties)s of %(all)s") % {"ties": ties, "all": placed}
    text = _("measures connect economy, education and labour market, or two of them")
    return Fact(said, text, _("by the sides that each measure names"))


def _largest_line(whole: Content) -> Fact | None:
    known = {key: cents for key, cents in whole.summary.lines.items() if cents and key}
    if len(known) < 2 or not whole.summary.total:  # noqa: PLR2004 - a share of one says nothing
        return None
    key = max(known, key=lambda one: known[one])
    title = next((line.title for line in whole.lines if line.key == key), key)
    percent = round(share(known[key], whole.summary.total))
    note = _("%(part)s of %(total)s") % {
        "part": euro(known[key]),
        "total": euro(whole.summary.total),
    }
    return Fact(f"{percent}%", _("of the money is for the line “%(line)s”") % {"line": title}, note)


def _parties(parties: int, kinds: int) -> Fact | None:
    if not parties:
        return None
    text = ngettext("party takes part", "parties take part", parties)
    note = ngettext("of %(count)s kind", "of %(count)s kinds", kinds) % {"count": kinds}
    return Fact(str(parties), text, note)


def _measurable(whole: Content) -> Fact | None:
    if not whole.goals:
        return None
    sure = sum(bool(goal.indicator) and goal.target is not None for goal in whole.goals)
    said = _("%(ties)s of %(all)s") % {"ties": sure, "all": len(whole.goals)}
    return Fact(said, _("goals can be measured"), _("they have an indicator and a target"))
