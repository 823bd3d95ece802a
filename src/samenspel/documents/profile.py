# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile of a region as a document, in the order and the words of its page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel import __version__
from samenspel.charts.profile import profile_charts
from samenspel.charts.render import svg_file
from samenspel.core.profile.report import Profile, Scale
from samenspel.documents.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Picture,
    Text,
    picked,
    row,
    table,
)
from samenspel.documents.profile_figures import figures
from samenspel.documents.profile_work import working
from samenspel.words import profile as words
from samenspel.words import profile_rows as rows
from samenspel.words import special_work
from samenspel.words.figures import indicator_name, percent
from samenspel.words.formats import long_date
from samenspel.words.own_figures import OwnTheme

Pictures = Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class Asked:
    """
    Of what a document is made.

    ``found`` holds the regions, the first its subject; ``levels`` tell of the ``indicator`` how
    differences grow, and are empty when that is unknown; ``own`` are figures of the region's own.
    """

    found: tuple[Profile, ...]
    levels: tuple[Scale, ...]
    indicator: str
    own: OwnTheme | None = None


def profile_document(asked: Asked, *, made: date) -> Document:
    """Return the profile as a document in the active language."""
    one, *others = asked.found
    drawn = _pictures(asked)
    size = words.size(len(one.subject.municipalities))
    return Document(
        title=_("What makes %(region)s special") % {"region": one.subject.name},
        subtitle=f"{words.kind_name(one.subject.kind)} · {size}",
        language="en" if (get_language() or "").startswith("en") else "nl",
        made=made,
        lead=tuple(_lead(one, made)),
        blocks=(
            *_standing_out(one, drawn),
            *working(one, drawn),
            *_growing(asked, drawn),
            *_similar(one),
            *figures(one, others, asked.indicator, asked.own),
        ),
    )


def _pictures(asked: Asked) -> Pictures:
    charts = profile_charts(asked.found[0], asked.levels, asked.indicator)
    return {one.name: Picture(alt=f"{one.title}. {one.desc}", svg=svg_file(one)) for one in charts}


def _lead(one: Profile, made: date) -> Iterator[str]:
    if len(one.subject.municipalities) > 1:
        yield ", ".join(place.name for place in one.subject.municipalities) + "."
    yield words.held_against(one)
    yield _(
        "Made on %(date)s with Samenspel %(version)s, from official figures until %(year)s."
    ) % {
        "date": long_date(made),
        "version": __version__,
        "year": one.year,
    }


def _standing_out(one: Profile, drawn: Pictures) -> Iterator[Block]:
    yield Heading(_("What stands out"))
    if one.standout:
        yield Items(tuple(Cell(told.says, told.source) for told in rows.told(one)))
    else:
        yield Text(words.nothing_stands_out())
    if told := special_work.told(one):
        yield Text(told)
    yield Text(
        _(
            "A figure stands out when it is further from the country and from regions like it than "
            "regions usually differ, and that is certain. Special is not the same as good or bad."
        ),
        quiet=True,
    )
    yield from picked(drawn, "standout")


def _growing(asked: Asked, drawn: Pictures) -> Iterator[Block]:
    name, levels = indicator_name(asked.indicator), asked.levels
    shown = next(one for one in asked.found[0].figures if one.code == asked.indicator)
    yield Heading(_("How differences grow as you fly lower"))
    places = asked.found[0].subject.municipalities
    yield from picked(drawn, *(("map",) if len(places) > 1 else ()), "levels")
    if levels:
        caption = _(
            "Share of the differences between all municipalities of the country that shows at each "
            "level"
        )
        heads = (Column(_("Level"), width=1), Column(name, number=True))
        yield table(
            caption, heads, (row(words.level(one), percent(one.between_share)) for one in levels)
        )
        yield Text(f"{words.grows(levels)} {words.by_chance(levels)}".strip())
        yield Text(
            _(
                "Parts of the country, provinces and COROP regions lie within each other. Labour "
                "market regions do not, so each level is held against the whole country; shares "
                "cannot be added."
            ),
            quiet=True,
        )
    else:
        yield Text(f"{name}: {_('Of this figure there is no such share.')}")
    yield Text(f"{_('Source:')} {words.source(asked.indicator, shown.period)}", quiet=True)


def _similar(one: Profile) -> Iterator[Block]:
    yield Heading(_("Who is like us"))
    heads = (
        Column(_("Region"), width=2),
        Column(_("Distance"), number=True),
        Column(_("Alike in"), width=3),
        Column(_("Different in"), width=3),
    )
    found = (
        row(Cell(other.name, other.code), other.distance, other.why, other.different)
        for other in rows.similar_rows(one)
    )
    yield table("", heads, found)
    by = _("By what regions are called alike")
    yield Text(f"{by}: {words.variables(one.structure)}", quiet=True)
