# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Other regions beside this one on the page of its profile, as a visitor chose them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from samenspel.core.profile.report import Place, Subject
from samenspel.sources.in_use import kept
from samenspel.sources.profile_columns import places_of
from samenspel.sources.profiles import profile, subject_of
from samenspel.words.profile_beside import beside

ASKED = "vergelijk"
MOST = 4
"""More regions beside each other nobody can read, least of all on a telephone."""

KEPT = 64


@dataclass(frozen=True, slots=True)
class Beside:
    """A region that was chosen, and the question in an address that leaves it out."""

    name: str
    without: str


def others(asked: Iterable[str], whose: Subject) -> tuple[str, ...]:
    """
    Return the codes that were asked for, each once; nothing chosen is an empty text.

    Raises:
        Http404: one is not a region to compare this one with, or there are more than ``MOST``.
    """
    codes = tuple(dict.fromkeys(filter(None, asked)))
    known = {one.code for one in _offered(whose)}
    if len(codes) > MOST or not known.issuperset(codes):
        raise Http404
    return codes


@kept(KEPT)
def body(
    whose: Subject, chosen: tuple[int, str], codes: tuple[str, ...], language: str
) -> SafeString:
    """
    Return the choice of regions as HTML in a language, and the figures of those chosen.

    *chosen* are the year, and the figure that the rest of the page shows.
    """
    with translation.override(language):
        return render_to_string("pages/parts/compare.html", _context(whose, chosen, codes))


def _context(whose: Subject, chosen: tuple[int, str], codes: tuple[str, ...]) -> dict[str, Any]:
    year, shown = chosen
    found = [profile(one, year) for one in (whose, *map(subject_of, codes))]
    names = [one.subject.name for one in found]
    near = {one.code for one in found[0].similar}
    left = [one for one in _offered(whose) if one.code not in codes]
    return {
        "asked": ASKED,
        "year": year,
        "shown": shown,
        "codes": codes,
        "chosen": [
            Beside(name, _question(chosen, [other for other in codes if other != code]))
            for name, code in zip(names[1:], codes, strict=True)
        ],
        "alike": [one for one in found[0].similar if one.code not in codes],
        "rest": [one for one in sorted(left, key=_name) if one.code not in near],
        "full": len(codes) == MOST,
        "most": MOST,
        "names": names,
        "columns": len(names) + 2,
        "themes": list(beside(found)) if codes else [],
    }


def _offered(whose: Subject) -> tuple[Place, ...]:
    """Return every region of the kind that this one is held against, but itself."""
    return tuple(one for one in places_of(whose.peers) if one.code != whose.code)


def _question(chosen: tuple[int, str], codes: Iterable[str]) -> str:
    year, shown = chosen
    asked: list[tuple[str, object]] = [(ASKED, code) for code in codes]
    return urlencode([("cijfer", shown), ("jaar", year), *asked])


def _name(one: Place) -> str:
    return one.name
