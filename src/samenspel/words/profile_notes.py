# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What has to be said of the figures of a profile: what was loaded, left out, merged or lost."""

from collections.abc import Iterator
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.core.profile.report import Profile
from samenspel.sources.in_use import Remark, in_use
from samenspel.sources.profile_columns import JOBS
from samenspel.sources.reference import division
from samenspel.sources.statistics import NO_RULE, editions, indicators, merged_since
from samenspel.words.figures import indicator_name
from samenspel.words.formats import long_date

REMARKS: dict[str, Promise] = {
    "loaded": gettext_lazy(
        "Figures that were loaded here count: CBS, %(title)s (%(table)s), as it was on %(edition)s."
    ),
    "edition-damaged": gettext_lazy(
        "A loaded table is damaged and does not count: %(folder)s. Load it once more."
    ),
    "other-municipalities": gettext_lazy(
        "%(title)s (%(table)s) was loaded but does not count: most of its municipalities are not "
        "known here."
    ),
    "strange-municipalities": gettext_lazy(
        "%(title)s (%(table)s) has municipalities that are not known here; their figures are left "
        "out: %(names)s."
    ),
    "columns-left-out": gettext_lazy(
        "Of %(title)s (%(table)s) these do not count, since values are missing or cannot be "
        "right: %(indicators)s."
    ),
    "jobs-left-out": gettext_lazy(
        "%(title)s (%(table)s) was loaded, but its jobs of these years do not count, since values "
        "are missing or cannot be right: %(years)s."
    ),
}
"""Code of a remark on a loaded table -> what it says."""


def notes(found: Profile) -> list[str]:
    """Return what has to be said of the figures of a profile, a sentence each."""
    used = [(one.code, one.period) for one in found.figures]
    if found.work.year:
        used.append((JOBS, found.work.year))
    tables = {editions()[key].edition for key in used}
    return [*_of_tables(tables), *_of_mergers(found)]


def _of_tables(used: set[str]) -> Iterator[str]:
    for remark in in_use().remarks:
        known = dict(remark.values)
        if remark.code != "loaded" or f"{known['title']}, {known['edition']}" in used:
            yield _said(remark)


def _said(remark: Remark) -> str:
    known = dict(remark.values)
    if "edition" in known:
        known["edition"] = long_date(date.fromisoformat(str(known["edition"])))
    for name, names in (("names", str), ("indicators", indicator_name), ("years", str)):
        if isinstance(listed := known.get(name), tuple):
            known[name] = ", ".join(map(names, listed)) or "-"
    return str(REMARKS[remark.code]) % known


def _of_mergers(found: Profile) -> Iterator[str]:
    """Yield for each municipality that has merged what of it became one, and what was lost."""
    known = division().municipalities
    for year, figures in _by_division(found):
        parts = merged_since(year)
        lost = [indicator_name(one) for one in figures if indicators()[one].rule == NO_RULE]
        for place in found.subject.municipalities:
            if place.code not in parts:
                continue
            names = ", ".join(known[code].name for code in parts[place.code])
            yield _(
                "%(name)s: figures in the municipalities of %(year)s are those of %(parts)s, added "
                "up by the rule of each figure; the differences between them are lost."
            ) % {"name": place.name, "year": year, "parts": names}
            if lost:
                yield _(
                    "%(name)s has no figure for a median of %(year)s, which cannot be added "
                    "up: %(lost)s."
                ) % {"name": place.name, "year": year, "lost": ", ".join(lost)}


def _by_division(found: Profile) -> list[tuple[int, list[str]]]:
    """Return the indicators that rest on figures in the municipalities of each year."""
    years: dict[int, list[str]] = {}
    for one in found.figures:
        for year in {editions()[one.code, period].division for period, _value in one.trend}:
            years.setdefault(year, []).append(one.code)
    return sorted(years.items())
