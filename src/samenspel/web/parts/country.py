# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The country on the front page: a map and a table of all regions by one figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from samenspel.charts.country import country_map
from samenspel.sources.country import Country, Ranked, country, mapped
from samenspel.sources.in_use import kept
from samenspel.sources.profile_columns import newest
from samenspel.sources.statistics import NO_RULE, indicators
from samenspel.web.parts.charts import picture
from samenspel.words import profile as words
from samenspel.words.figures import (
    definition,
    indicator_name,
    name_with_unit,
    short_value,
    theme_name,
    value_text,
)
from samenspel.words.formats import number

KEPT = 128
FILES_AT = "/kaart/"
"""Where the files of the map are."""

EXAMPLE = "AM05"
"""The code in the example of how a region is started, when all regions have been."""

Links = tuple[tuple[str, str], ...]
"""Code and address of the regions that have pages here."""


@dataclass(frozen=True, slots=True)
class Row:
    """A region in the table; ``url`` is empty for one that has no page here."""

    place: str
    name: str
    code: str
    url: str
    value: str


@kept(KEPT)
def body(indicator: str, year: int, links: Links, language: str) -> SafeString:
    """
    Return the country by one figure as HTML in a language; kept until other figures are loaded.

    Raises:
        RuleError: there are no figures of the indicator, or of the year.
    """
    with translation.override(language):
        return render_to_string("pages/parts/country.html", _context(indicator, year, links))


def _context(indicator: str, year: int, links: Links) -> dict[str, Any]:
    found, pages = country(indicator, year), dict(links)
    drawn, asked = country_map(found), {"cijfer": indicator, "jaar": year}
    without = [one.place.code for one in found.regions if one.place.code not in pages]
    return {
        "shown": indicator,
        "year": year,
        "name": indicator_name(indicator),
        "clear_name": name_with_unit(indicator),
        "about": definition(indicator),
        "period": found.period,
        "average": value_text(indicator, found.value),
        "missing": "" if found.known else words.reason(_reason(indicator)),
        "options": _options(year, indicator),
        "chart": picture(drawn, FILES_AT, asked, has_table=True) if drawn else None,
        "rows": [_row(found, one, pages) for one in found.regions],
        "start": (EXAMPLE if EXAMPLE in without else without[0]) if without else "",
        "source": words.source(indicator, found.period),
        "weighed": words.weighed(indicator),
    }


def _reason(indicator: str) -> str:
    """Return why no region has a figure."""
    return "median-of-parts" if indicators()[indicator].rule == NO_RULE else "not-published"


def _options(year: int, shown: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the figures to choose from, by theme: those with a map, and the one that is shown."""
    offered = (code for code in newest(year) if code == shown or code in mapped(year))
    themes = groupby(offered, lambda code: indicators()[code].theme)
    return [
        (theme_name(theme), [(code, indicator_name(code)) for code in codes])
        for theme, codes in themes
    ]


def _row(found: Country, one: Ranked, pages: Mapping[str, str]) -> Row:
    return Row(
        place="" if one.rank is None else number(one.rank),
        name=one.place.name,
        code=one.place.code,
        url=pages.get(one.place.code, ""),
        value=short_value(found.indicator, one.value),
    )
