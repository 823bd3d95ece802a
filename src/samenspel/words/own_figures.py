# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of a region's own as people and programs read them, and what loading them changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.core.own_figures import MEAN, FigureChange, OwnFigure, of_region
from samenspel.sources.spreadsheet.comma_separated import armoured
from samenspel.words.figures import decimal
from samenspel.words.formats import NO_BREAK_SPACE
from samenspel.words.profile import reason

RULES: dict[str, Promise] = {
    "sum": gettext_lazy("added up"),
    "mean": gettext_lazy("mean, weighed by inhabitants"),
    "none": gettext_lazy("not added up"),
}
DIRECTIONS: dict[str, Promise] = {
    "higher-better": gettext_lazy("higher is better"),
    "lower-better": gettext_lazy("lower is better"),
    "neutral": gettext_lazy("neither good nor bad"),
}
FIELDS: dict[str, Promise] = {
    "name": gettext_lazy("name"),
    "unit": gettext_lazy("unit"),
    "direction": gettext_lazy("direction"),
    "rule": gettext_lazy("aggregation rule"),
    "source": gettext_lazy("source"),
    "licence": gettext_lazy("licence"),
}

Place = tuple[str, str, int | None]
"""Code, name and inhabitants of a municipality."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A figure of the region with its years, and what is to be said of it."""

    name: str
    about: str
    value: str
    reason: str
    trend: str
    source: str


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """The figures of the region's own, and those of its municipalities side by side."""

    rows: tuple[OwnRow, ...]
    heads: tuple[str, ...]
    inside: tuple[tuple[str, tuple[str, ...]], ...]


def theme(figures: Sequence[OwnFigure], places: Sequence[Place]) -> OwnTheme | None:
    """Return the own figures, each in its newest year; None when there are none."""
    series = [list(years) for _code, years in groupby(figures, lambda one: one.code)]
    if not series:
        return None
    newest = [years[-1] for years in series]
    return OwnTheme(
        tuple(_row(years, places) for years in series),
        tuple(f"{one.name} ({one.unit}, {one.period})" for one in newest),
        tuple(
            (name, tuple(_bare(one, _known(one).get(code)) for one in newest))
            for code, name, _people in places
        ),
    )


def data(figures: Sequence[OwnFigure], places: Sequence[Place]) -> list[dict[str, Any]]:
    """Return own figures for programs, every year apart; unknown is None."""
    return [_data(one, places) for one in figures]


def csv_rows(figures: Iterable[OwnFigure], places: Sequence[Place]) -> Iterator[dict[str, Any]]:
    """Yield own figures as rows below those of the official ones; what they do not have is out."""
    texts = ("code", "name", "unit", "source", "licence")
    for one in figures:
        found = _data(one, places)
        numbers = {name: found[name] for name in ("value", "period", "reason")}
        yield numbers | {name: armoured(found[name]) for name in texts}


def change_sentence(one: FigureChange) -> str:
    """Return what loading changes of a figure."""
    figure = one.figure
    named = {"name": figure.name, "code": figure.code, "year": figure.period}
    if one.change == "withdrawn":
        return _("“%(name)s” (%(code)s) of %(year)s is withdrawn.") % named
    if one.change == "added":
        said = _("“%(name)s” (%(code)s) of %(year)s is new") % named
        return f"{said}: {_municipalities(one.count)}."
    parts = [str(FIELDS[name]) for name in one.fields]
    if one.values:
        parts.append(_("the value of %(places)s") % {"places": _municipalities(one.values)})
    changed = _("“%(name)s” (%(code)s) of %(year)s changes") % named
    return f"{changed}: {', '.join(parts)}."


def _municipalities(count: int) -> str:
    return ngettext("%(count)s municipality", "%(count)s municipalities", count) % {"count": count}


def _row(years: Sequence[OwnFigure], places: Sequence[Place]) -> OwnRow:
    newest = years[-1]
    value, why = of_region(newest, _people(places))
    told = [(one.period, _of_all(one, of_region(one, _people(places))[0])) for one in years]
    return OwnRow(
        name=newest.name,
        about=f"{RULES[newest.rule]}; {DIRECTIONS[newest.direction]}",
        value=_with_unit(newest, value),
        reason=reason(why),
        trend=", ".join(f"{period}: {text or '-'}" for period, text in told),
        source=f"{newest.source} ({newest.licence})",
    )


def _data(one: OwnFigure, places: Sequence[Place]) -> dict[str, Any]:
    value, why = of_region(one, _people(places))
    known = _known(one)
    return {
        "code": one.code,
        "name": one.name,
        "period": one.period,
        "value": value,
        "unit": one.unit,
        "direction": one.direction,
        "rule": one.rule,
        "source": one.source,
        "licence": one.licence,
        "reason": reason(why) or None,
        "municipalities": {code: known.get(code) for code, _name, _people in places},
    }


def _people(places: Sequence[Place]) -> Mapping[str, int | None]:
    return {code: people for code, _name, people in places}


def _known(one: OwnFigure) -> dict[str, float]:
    return {code: float(text) for code, text in one.values}


def _bare(one: OwnFigure, value: float | None, *, more: int = 0) -> str:
    """Return a value with the decimals that its figure has, and so many more."""
    if value is None:
        return ""
    most = max((len(text.partition(".")[2]) for _code, text in one.values), default=0)
    return decimal(value, most + more)


def _of_all(one: OwnFigure, value: float | None) -> str:
    """Return the value of a region; a mean has a decimal more than what it is made of."""
    return _bare(one, value, more=int(one.rule == MEAN))


def _with_unit(one: OwnFigure, value: float | None) -> str:
    if value is None:
        return _("unknown")
    text = _of_all(one, value)
    return f"{text}%" if one.unit == "%" else f"{text}{NO_BREAK_SPACE}{one.unit}"
