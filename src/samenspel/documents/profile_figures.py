# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a region by theme, as a part of its document, with their sources by number."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from samenspel.core.profile.report import Profile
from samenspel.documents.blocks import Block, Cell, Column, Heading, Items, Table, Text, row, table
from samenspel.sources.statistics import editions
from samenspel.words import profile as words
from samenspel.words import profile_rows as rows
from samenspel.words.certainty import CERTAINTIES, ROUNDING
from samenspel.words.figures import name_with_unit, short_value
from samenspel.words.own_figures import OwnRow, OwnTheme
from samenspel.words.profile_notes import notes

MOST_BESIDE = 5
"""As many figures of municipalities fit side by side on a page."""

COMMON = ("inhabitants", "share-65-plus", "labour-participation", "education-high", "home-value")
"""What stands side by side where too little stands out."""


class _Sources:
    """The sources that the figures name by number, in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, one: rows.FigureRow) -> str:
        """Return the number of the source of a figure."""
        told = f"{one.source}, {editions()[one.code, one.period].licence}"
        return str(self._numbers.setdefault(told, len(self._numbers) + 1))

    def told(self) -> Items:
        """Return the sources by number."""
        return Items(tuple(map(Cell, self._numbers)), numbered=True)


def figures(
    one: Profile, others: Sequence[Profile], shown: str, own: OwnTheme | None
) -> Iterator[Block]:
    """
    Yield the figures by theme, beside those of *others*, and those of the region's *own*.

    Of each municipality the figure that is *shown*, and what stands out.
    """
    sources = _Sources()
    yield Heading(_("The figures"))
    if len(one.subject.municipalities) > 1:
        yield Heading(_("Municipalities side by side; empty is unknown"), 2)
        yield _side_by_side(one, shown)
    if said := notes(one):
        yield Items(tuple(map(Cell, said)))
    yield Text(_("A figure that says nothing else is certain but for rounding."), quiet=True)
    for theme in rows.themes(one):
        yield Heading(theme.name, 2)
        yield _theme(theme, (one, *others), sources)
    if own:
        yield Heading(_("Own figures"), 2)
        yield from _own(own)
    yield Heading(_("Sources of the figures"), 2)
    yield sources.told()


def _side_by_side(one: Profile, shown: str) -> Table:
    """Return what stands out, and the figure that is shown, of each municipality."""
    special = [found.code for found in one.standout if not found.is_sector]
    by_code = {figure.code: figure for figure in one.figures}
    chosen = list(dict.fromkeys([shown, *special, *COMMON]))[:MOST_BESIDE]
    names, found = rows.side_by_side([by_code[code] for code in chosen], one)
    return _of_places(names, found)


def _of_places(names: Sequence[str], found: Iterable[tuple[str, Sequence[str]]]) -> Table:
    heads = [Column(name, number=True, width=2) for name in names]
    return table(
        "",
        (Column(_("Municipality"), width=2), *heads),
        (row(place, *values) for place, values in found),
    )


def _own(own: OwnTheme) -> Iterator[Table]:
    """Yield what the region measured itself, then of each municipality, a few at a time."""
    heads = (Column(_("Figure"), width=3), Column(_("Here"), number=True, width=1))
    lines = (row(Cell(one.name, _note(one)), one.value, one.trend) for one in own.rows)
    yield table(
        _("From the region itself, not from official statistics"),
        (*heads, Column(_("By year"), width=2)),
        lines,
    )
    for at in range(0, len(own.heads), MOST_BESIDE):
        part = slice(at, at + MOST_BESIDE)
        yield _of_places(own.heads[part], ((name, values[part]) for name, values in own.inside))


def _note(one: OwnRow) -> str:
    source = f"{_('Source:')} {one.source}"
    return "; ".join(filter(None, (one.reason, one.about, source)))


def _theme(theme: rows.Theme, found: Sequence[Profile], sources: _Sources) -> Table:
    """Return the figures of a theme: with place and years, or beside those of other regions."""
    alone = len(found) == 1
    names = [_("Here")] if alone else [one.subject.name for one in found]
    heads = [
        Column(_("Figure"), width=13),
        *(Column(name, number=True, width=5) for name in names),
        Column(_("Country"), number=True, width=4),
    ]
    if alone:
        heads += [Column(_("Place among regions"), number=True, width=5)]
        heads += [Column(_("By year"), width=6)]
    return table(
        "", [*heads, Column(_("Source"))], (_figure(one, found, sources) for one in theme.rows)
    )


def _figure(one: rows.FigureRow, found: Sequence[Profile], sources: _Sources) -> tuple[Cell, ...]:
    same = [next(figure for figure in whose.figures if figure.code == one.code) for whose in found]
    here, *beside = (short_value(one.code, figure.value) for figure in same)
    notes = (one.reason, "" if one.certain == str(CERTAINTIES[ROUNDING]) else one.certain)
    unsure = _("provisional") if words.is_provisional(one.code, one.period) else ""
    return row(
        Cell(name_with_unit(one.code), "; ".join(filter(None, notes))),
        Cell(here, unsure),
        *beside,
        short_value(one.code, same[0].country),
        *((one.place, one.trend) if len(found) == 1 else ()),
        sources.number(one),
    )
