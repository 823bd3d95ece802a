# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Regions beside each other in a terminal: a column for each, headed by its code."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from django.utils.translation import gettext as _

from samenspel.core.profile.report import Profile
from samenspel.words.profile_beside import beside

NARROWEST = 9
NAME = 44
"""Characters of a name; a longer one goes on."""

GAP = "  "


def beside_lines(found: Sequence[Profile]) -> Iterator[str]:
    """Yield what each column is, and the figures of all regions in columns that line up."""
    heads = [_head(one, at) for at, one in enumerate(found)]
    yield from (f"{head}: {one.subject.name}" for head, one in zip(heads, found, strict=True))
    themes = list(beside(found))
    every = [row for _theme, rows in themes for row in rows]
    heads.append(_("Country"))
    widths = [
        max(NARROWEST, len(head), *(len((*row.values, row.country)[at]) for row in every))
        for at, head in enumerate(heads)
    ]
    for theme, rows in themes:
        yield ""
        yield _line(theme, heads, widths)
        for row in rows:
            *most, last = wrap(row.name, NAME, initial_indent="  ", subsequent_indent="    ")
            yield from most
            yield _line(last, (*row.values, row.country), widths)


def _head(one: Profile, at: int) -> str:
    """Return the code of a region, or of a region of one's own a number."""
    return f"({at + 1})" if "," in one.subject.code else one.subject.code


def _line(first: str, rest: Sequence[str], widths: Sequence[int]) -> str:
    cells = (f"{text:>{width}}" for text, width in zip(rest, widths, strict=True))
    return GAP.join((f"{first:<{NAME}}", *cells))
