# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile as text for a terminal, in the order of its questions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from django.utils.translation import gettext as _

from samenspel.cli.profile_beside import beside_lines
from samenspel.core.profile.report import Figure, Profile, Scale
from samenspel.sources.statistics import indicators
from samenspel.words import certainty, relatedness
from samenspel.words import profile as words
from samenspel.words import profile_rows as rows
from samenspel.words.figures import indicator_name, percent, short_value, theme_name, value_text
from samenspel.words.formats import number
from samenspel.words.profile_notes import notes


def told(found: Sequence[Profile], levels: Sequence[Scale], indicator: str) -> Iterator[str]:
    """Yield the lines of the first profile; with others, then the figures of all in columns."""
    one = found[0]
    yield f"{one.subject.name} ({one.subject.code})"
    yield words.kind_and_size(one.subject)
    yield words.held_against(one)
    yield from _part(_("What stands out"), _standing_out(one))
    yield from _part(_("What it lives on"), _working(one))
    yield from _part(_("How differences grow as you fly lower"), _growing(levels, indicator))
    yield from _part(_("Who is like us"), _similar(one))
    yield from _part(_("The figures"), _figures(one))
    yield from (f"* {said}" for said in notes(one))
    if len(found) > 1:
        yield from _part(_("Beside other regions"), beside_lines(found))


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield heading
    yield "-" * len(heading)
    yield from lines


def _standing_out(one: Profile) -> Iterator[str]:
    if not one.standout:
        yield words.nothing_stands_out()
    yield from (f"* {special.says}" for special in rows.told(one))


def _working(one: Profile) -> Iterator[str]:
    work = one.work
    if work.reason:
        yield words.reason(work.reason, work)
        return
    if said := words.estimate(work):
        yield said
    yield _("Jobs in %(year)s, share, and how many times the country's share; * is special.") % {
        "year": work.year
    }
    for sector in rows.sector_rows(one):
        mark = "*" if sector.special else " "
        yield (
            f"{mark} {sector.name:<40} {sector.jobs:>9} {sector.share:>5}  {sector.quotient} "
            f"({sector.certain})"
        )
    yield words.special_sector()
    yield words.one_sided(work.krugman)
    yield from rows.growth_told(one)
    yield from relatedness.told(work.related)
    yield relatedness.caution()
    yield words.source(rows.JOBS, work.year)


def _growing(levels: Sequence[Scale], indicator: str) -> Iterator[str]:
    yield indicator_name(indicator)
    for one in levels:
        yield f"  {words.level(one):<36} {percent(one.between_share):>6}"
    yield words.grows(levels) if levels else _("Of this figure there is no such share.")


def _similar(one: Profile) -> Iterator[str]:
    yield words.distance()
    for other in rows.similar_rows(one):
        yield f"  {other.name} ({other.code}) {other.distance}"
        if other.why:
            yield "    " + _("alike: %(names)s") % {"names": other.why}
        yield "    " + _("different: %(names)s") % {"names": other.different}


def _figures(one: Profile) -> Iterator[str]:
    sources: dict[str, int] = {}
    for theme, figures in groupby(one.figures, lambda figure: indicators()[figure.code].theme):
        yield theme_name(theme)
        for figure in figures:
            value = value_text(figure.code, figure.value)
            if certain := certainty.told(figure):
                value += f" ({certain})"
            yield f"  {indicator_name(figure.code)}: {value}{_beside(figure, sources)}"
    yield from (f"[{at}] {source}" for source, at in sources.items())


def _beside(figure: Figure, sources: dict[str, int]) -> str:
    """Return the country's figure, the place, the years and the source; or why there is none."""
    source = sources.setdefault(words.source(figure.code, figure.period), len(sources) + 1)
    if figure.reason:
        return f". {words.reason(figure.reason)}"
    return (
        _("; country %(country)s; number %(rank)s of %(of)s; %(year)s")
        % {
            "country": short_value(figure.code, figure.country),
            "rank": number(figure.rank or 0),
            "of": number(figure.of),
            "year": rows.trend(figure),
        }
        + f" [{source}]"
    )
