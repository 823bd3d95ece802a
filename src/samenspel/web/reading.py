# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which version of the agenda a visitor reads, and the addresses that stay within it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from samenspel.agenda.queries import VersionFacts, current_of, versions
from samenspel.core.agenda.states import IN_FORCE
from samenspel.web.page import Visit

_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)

_KINDS = ("challenge", "goal", "measure", "party")


@dataclass(frozen=True, slots=True)
class Reading:
    """A version before somebody's eyes; *latest* is the one that the region lives by."""

    slug: str
    version: VersionFacts
    latest: VersionFacts
    older: int | None

    @property
    def is_latest(self) -> bool:
        """Whether this is the version that the region lives by."""
        return self.version.number == self.latest.number

    @property
    def latest_in_force(self) -> bool:
        """Whether the parties have agreed on the latest version, and it has not ended."""
        return self.latest.state in IN_FORCE

    @property
    def suffix(self) -> str:
        """What an address needs to stay within this version."""
        return "" if self.is_latest else f"?versie={self.version.number}"

    @property
    def agenda_url(self) -> str:
        """The page of this version as a whole."""
        if self.is_latest:
            return reverse("agenda", args=[self.slug])
        return reverse("version", args=[self.slug, self.version.number])


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of the things in one version; made once for a page with many."""

    before: Mapping[str, str]
    after: str

    def to(self, kind: str, key: str) -> str:
        """Return the address of a challenge, goal, measure or party."""
        return f"{self.before[kind]}{key}/{self.after}"


def links(reading: Reading) -> Links:
    """Return the addresses within the version that is read."""
    before = {kind: reverse(kind, args=[reading.slug, "0"])[:-2] for kind in _KINDS}
    return Links(before, reading.suffix)


def reading(request: HttpRequest, seen: Visit, number: int | None = None) -> Reading | None:
    """
    Return the version that is asked for, by *number* or ``?versie=``, else the one in force.

    None: the region has no version that the visitor may read, and none was asked for.

    Raises:
        Http404: there is no such version, or it may not be read; which of both is not told.
    """
    wanted = str(number or request.GET.get("versie", ""))
    known = versions(seen.region.slug, seen.actor)
    latest = current_of(known)
    if wanted and not _NUMBER.fullmatch(wanted):
        raise Http404
    chosen = [one for one in known if str(one.number) == wanted] if wanted else [latest]
    if not chosen:
        raise Http404
    version = chosen[0]
    if version is None or latest is None:
        return None
    older = [one.number for one in known if one.number < version.number and one.is_public]
    return Reading(seen.region.slug, version, latest, next(iter(older), None))
