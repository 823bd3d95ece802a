# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One question to the API: what its address names, what is asked after ``?``, by whom and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.utils import timezone

from samenspel.agenda.queries import VersionFacts, current_version, visible_version
from samenspel.core.rights import Actor
from samenspel.parties.queries import actor as actor_in
from samenspel.regions.queries import RegionFacts, region


@dataclass(frozen=True)
class Asked:
    """
    A question, with the answers that every resource needs.

    ``url`` is the whole address up to ``?`` and ``given`` what stood after it; ``where`` holds the
    names within the address and ``query`` what was given, checked and completed.
    """

    url: str
    given: Mapping[str, str]
    where: Mapping[str, Any]
    query: Mapping[str, Any]
    account: int | None
    at: datetime

    @property
    def on(self) -> date:
        """The day of the question, in the time zone of the region."""
        return timezone.localdate(self.at)

    @cached_property
    def region(self) -> RegionFacts:
        """The region asked about. Raise Http404 when there is none."""
        found = region(self.where["region"])
        if found is None:
            raise Http404("There is no such region here.")
        return found

    @cached_property
    def actor(self) -> Actor:
        """Who asks, with the grants that hold in the region."""
        return actor_in(self.account, self.region.slug, self.on)

    @cached_property
    def version(self) -> VersionFacts | None:
        """The version asked for, else the current one. Raise Http404 when it cannot be read."""
        number = self.query.get("version")
        if number is None:
            return current_version(self.region.slug, self.actor)
        return self.numbered(number)

    def numbered(self, number: int) -> VersionFacts:
        """Return the version with a number. Raise Http404 when it cannot be read."""
        found = visible_version(self.region.slug, number, self.actor)
        if found is None:
            raise Http404("There is no such version that you may read.")
        return found

    def chosen(self, *names: str) -> dict[str, Any]:
        """Return those of the filters *names* that were given."""
        return {name: self.query[name] for name in names if name in self.query}

    @property
    def window(self) -> slice:
        """The rows that are on the page asked for."""
        page, size = self.query["page"], self.query["page_size"]
        return slice((page - 1) * size, page * size)

    def listing(self, rows: Sequence[Any], count: int, **more: Any) -> dict[str, Any]:
        """Return the page asked for as ``showing.listing`` shows it."""
        page, size = self.query["page"], self.query["page_size"]
        return {
            "count": count,
            "page": page,
            "page_size": size,
            "next": self.same_with(page=page + 1) if page * size < count else None,
            "previous": self.same_with(page=page - 1) if page > 1 else None,
            "results": rows,
            **more,
        }

    def page_of(self, rows: Sequence[Any]) -> dict[str, Any]:
        """Return the page asked for of *rows* that are all at hand."""
        return self.listing(rows[self.window], len(rows))

    def same_with(self, **changed: int) -> str:
        """Return the address of the same question with something else after ``?``."""
        return f"{self.url}?{urlencode({**self.given, **changed})}"
