# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The two pages that the workbench opens with: what is asked of me, and all of one region."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from samenspel.core.agenda.gaps import gaps
from samenspel.core.agenda.kinds import items, parties_of
from samenspel.core.agenda.orphans import Orphan, orphans
from samenspel.core.changes import REGION_KINDS
from samenspel.core.rights import Act, Role
from samenspel.parties.queries import assignments, regions_of
from samenspel.web.forms.kinds import CONTENT, FACTS, address_of
from samenspel.web.page import Visit, visit
from samenspel.web.parts.council_tasks import asked_of_councils
from samenspel.web.parts.deal_tasks import Ask, asked
from samenspel.web.parts.version import standing
from samenspel.web.views.workbench.desk import Work, desk, own_parties, show_desk, work
from samenspel.words.gaps import gap_words
from samenspel.words.labels import ROLES
from samenspel.words.names import party_names
from samenspel.words.orphans import advice, says

_TOLD = 8
"""Measures and loose ends that are named for one region."""


@dataclass(frozen=True, slots=True)
class Task:
    """A measure of one's own party, and what is still empty in it."""

    name: str
    url: str
    gaps: list[str]


@dataclass(frozen=True, slots=True)
class Loose:
    """Something that hangs loose in the agenda, and where it can be mended."""

    text: str
    advice: str
    url: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What is asked of somebody in one region."""

    slug: str
    title: str
    fictional: bool
    roles: list[str]
    standing: str
    is_open: bool
    tasks: list[Task]
    more: int
    loose: list[Loose]
    more_loose: int
    asks: list[Ask]
    more_asks: int
    number: int
    content: list[dict[str, Any]]


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what is asked of the visitor now, region by region."""
    held: dict[str, list[str]] = {}
    account: Any = request.user
    for slug, _title, role, party in regions_of(account.pk, timezone.localdate()):
        name = capfirst(str(ROLES[Role(role)]))
        held.setdefault(slug, []).append(f"{name}, {party}" if party else name)
    desks = [_desk(visit(request, slug), roles) for slug, roles in held.items()]
    return render(request, "workbench/home.html", {"desks": desks})


@login_required
@require_safe
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that can be edited in a region, with counts."""
    seen = desk(request, slug)
    there = work(seen)
    people = assignments(seen.region.pk, seen.actor) if seen.may(Act.READ_PEOPLE) else ()
    context = {
        "desk": _about(seen, there, []),
        "work": there,
        "facts": _facts(seen, there),
        "people": len({one.person_id for one in people}),
        "may": {
            "edit_region": seen.may(Act.EDIT_REGION),
            "edit_agenda": seen.may(Act.EDIT_AGENDA),
            "read_people": seen.may(Act.READ_PEOPLE),
            "import": seen.may(Act.IMPORT_WORKBOOK),
        },
    }
    return show_desk(request, "region", seen, context, nav="workbench-region")


def _desk(seen: Visit, roles: list[str]) -> Desk:
    return _about(seen, work(seen), roles)


def _about(seen: Visit, there: Work, roles: list[str]) -> Desk:
    tasks = _tasks(seen, there)
    loose, asks = _loose(seen, there), [*asked(seen), *asked_of_councils(seen)]
    return Desk(
        slug=seen.region.slug,
        title=seen.region.title,
        fictional=seen.region.fictional,
        roles=roles,
        standing=standing(there.version) if there.version else "",
        is_open=there.is_open,
        tasks=tasks[:_TOLD],
        more=max(len(tasks) - _TOLD, 0),
        loose=loose[:_TOLD],
        more_loose=max(len(loose) - _TOLD, 0),
        asks=asks[:_TOLD],
        more_asks=max(len(asks) - _TOLD, 0),
        number=there.number,
        content=_content(seen, there) if there.version else [],
    )


def _tasks(seen: Visit, there: Work) -> list[Task]:
    """Return the measures of the visitor's own parties that are not complete, in an open draft."""
    if not there.is_open:
        return []
    mine = frozenset(own_parties(seen))
    own = [one for one in there.agenda.measures if not mine.isdisjoint(parties_of(one))]
    return [
        Task(one.title, _measure_url(seen, one.key), gap_words(one)) for one in own if gaps(one)
    ]


def _loose(seen: Visit, there: Work) -> list[Loose]:
    """Return what hangs loose in an open draft, for who keeps the whole of it."""
    if not (there.is_open and seen.may(Act.EDIT_AGENDA)):
        return []
    names = party_names(there.record.parties)
    found = orphans(there.agenda)
    return [Loose(says(one, names), advice(one.code), _orphan_url(seen, one)) for one in found]


def _orphan_url(seen: Visit, orphan: Orphan) -> str:
    slug = seen.region.slug
    if orphan.kind == "party":
        return reverse("workbench-agenda-kind", args=[slug, "belang"])
    word = next(one.slug for one in CONTENT.values() if one.kind == orphan.kind)
    return reverse("workbench-item", args=[slug, word, address_of(orphan.key)])


def _measure_url(seen: Visit, key: str) -> str:
    if not seen.may(Act.EDIT_MEASURE, *own_parties(seen)):
        return reverse("workbench-agenda-kind", args=[seen.region.slug, "maatregel"])
    return reverse("workbench-item", args=[seen.region.slug, "maatregel", address_of(key)])


def _content(seen: Visit, there: Work) -> list[dict[str, Any]]:
    slug = seen.region.slug
    return [
        {
            "name": capfirst(one.many),
            "count": len(items(there.agenda, one.kind)),
            "url": reverse("workbench-agenda-kind", args=[slug, one.slug]),
            "add_url": reverse("workbench-item-add", args=[slug, one.slug])
            if there.is_open and seen.may(one.act, *own_parties(seen))
            else "",
            "add": one.add,
        }
        for one in CONTENT.values()
    ]


def _facts(seen: Visit, there: Work) -> list[dict[str, Any]]:
    return [
        {
            "name": capfirst(one.many),
            "count": len(getattr(there.record, REGION_KINDS[one.kind][0])),
            "url": reverse("workbench-facts", args=[seen.region.slug, one.slug]),
        }
        for one in FACTS.values()
    ]
