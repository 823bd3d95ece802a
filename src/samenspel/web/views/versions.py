# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The versions of an agenda: where each stands, its frozen text, and what changed between two."""

from dataclasses import dataclass
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import ngettext

from samenspel.agenda.queries import VersionFacts, agenda_record, current_of, frozen_text
from samenspel.agenda.queries import versions as versions_of
from samenspel.core.agenda.differences import ORDER, Change, Difference, differences
from samenspel.core.agenda.states import IN_FORCE
from samenspel.parties.queries import parties
from samenspel.web.page import show, visit
from samenspel.web.parts.parties import names
from samenspel.web.parts.version import Step, state_name, steps
from samenspel.words.differences import sentences_about
from samenspel.words.formats import long_date
from samenspel.words.labels import KINDS, kind_label
from samenspel.words.names import Names, titles_of

MOST = 200
"""Things of one kind whose changes are written out."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A version in the list; *previous* is the number of the one before it, if any."""

    version: VersionFacts
    state: str
    since: str
    adopted: str
    steps: list[Step]
    is_current: bool
    followed_by: int | None
    previous: int | None

    @property
    def in_force(self) -> bool:
        """Whether the region lives by it: agreed on, and no later one is."""
        return self.is_current and self.version.state in IN_FORCE


def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the versions that the visitor may read, newest first."""
    seen = visit(request, slug)
    found = versions_of(slug, seen.actor)
    current = current_of(found)
    previous = dict(pairwise(one.number for one in found))
    rows = [_row(one, current, previous.get(one.number)) for one in found]
    return show(request, "versions", seen, {"rows": rows, "current": current}, nav="agenda")


def text(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Send the text that the digest of a version is taken over, byte for byte."""
    seen = visit(request, slug)
    frozen = frozen_text(slug, number, seen.actor)
    if frozen is None:
        raise Http404
    response = HttpResponse(frozen.encode(), content_type="application/json")
    name = f"{slug}-agenda-{number}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def difference(request: HttpRequest, slug: str, old: int, new: int) -> HttpResponse:
    """Show in words what changed from one version to another."""
    seen = visit(request, slug)
    by_number = {one.number: one for one in versions_of(slug, seen.actor)}
    if old not in by_number or new not in by_number:
        raise Http404
    before, after = (agenda_record(by_number[number].pk) for number in (old, new))
    labels = {
        (scheme, code): label
        for scheme, some in seen.words.labels.items()
        for code, label in some.items()
    }
    known = Names(names(parties(seen.region.pk)), {**titles_of(before, after), **labels})
    found = differences(before, after)
    context = {
        "old": by_number[old],
        "new": by_number[new],
        "summary": _summary(found),
        "groups": [group for kind in ("agenda", *ORDER) if (group := _group(kind, found, known))],
    }
    return show(request, "difference", seen, context, nav="agenda")


@dataclass(frozen=True, slots=True)
class _Group:
    """What changed in one kind; each item is the sentences about one thing."""

    kind: str
    heading: str
    items: list[list[str]]
    more: int


def _row(one: VersionFacts, current: VersionFacts | None, previous: int | None) -> _Row:
    return _Row(
        version=one,
        state=state_name(one),
        since=long_date(timezone.localdate(one.state_since)),
        adopted=long_date(timezone.localdate(one.adopted_at)) if one.adopted_at else "",
        steps=steps(one),
        is_current=current is not None and one.number == current.number,
        followed_by=current.number if current and one.number < current.number else None,
        previous=previous,
    )


def _group(kind: str, found: list[Difference], known: Names) -> _Group | None:
    own = [one for one in found if one.kind == kind]
    if not own:
        return None
    heading = kind_label(kind) if kind == "agenda" else capfirst(str(KINDS[kind].many))
    items = [list(sentences_about(one, known)) for one in own[:MOST]]
    return _Group(kind, heading, items, len(own) - len(items))


def _summary(found: list[Difference]) -> list[str]:
    """Return how many things of each kind were added, dropped and changed."""
    told = []
    for kind in ORDER:
        changes = [_WAYS.get(one.change, Change.CHANGED) for one in found if one.kind == kind]
        counts = [_count(way, changes.count(way)) for way in _WAYS if way in changes]
        if counts:
            told.append(f"{capfirst(str(KINDS[kind].many))}: {', '.join(counts)}")
    return told


_WAYS = {way: way for way in (Change.ADDED, Change.DROPPED, Change.CHANGED)}


def _count(way: Change, number: int) -> str:
    if way is Change.ADDED:
        told = ngettext("%(count)s added", "%(count)s added", number)
    elif way is Change.DROPPED:
        told = ngettext("%(count)s dropped", "%(count)s dropped", number)
    else:
        told = ngettext("%(count)s changed", "%(count)s changed", number)
    return told % {"count": number}
