# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is in the agenda that is worked on, by kind."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.core.agenda.kinds import Item, identity, items, parties_of
from samenspel.core.agenda.record import Challenge, Goal, Interest
from samenspel.core.rights import Act
from samenspel.web.forms.kinds import CONTENT, Editable, address_of
from samenspel.web.page import Visit
from samenspel.web.views.workbench.desk import Work, desk, own_parties, show_desk, work
from samenspel.words.gaps import gap_words
from samenspel.words.labels import field_label
from samenspel.words.names import Names, labels_of, party_names, titles_of

_SHOWN = 100
"""Things of one kind on a page."""

_SECOND = {
    "challenge": "sides",
    "line": "lead",
    "goal": "owner",
    "measure": "lead",
    "interest": "challenge",
}
"""The field in the second column of each kind."""


@login_required
@require_safe
def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything in the agenda that is worked on, by kind."""
    seen = desk(request, slug)
    there = work(seen)
    sections = [_section(seen, there, kind) for kind in CONTENT.values()] if there.version else []
    context = {
        "work": there,
        "sections": sections,
        "may_edit": there.is_open and seen.may(Act.EDIT_AGENDA),
        "may_start": seen.may(Act.EDIT_AGENDA),
    }
    return show_desk(request, "agenda", seen, context, nav="workbench-agenda")


@login_required
@require_safe
def agenda_kind(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Show all things of one kind, a hundred on a page."""
    seen = desk(request, slug)
    there = work(seen)
    if kind not in CONTENT or there.version is None:
        raise Http404
    section = _section(seen, there, CONTENT[kind], request.GET.get("page", "1"))
    up = [(reverse("workbench-agenda", args=[slug]), _("Agenda"))]
    context = {"work": there, "section": section}
    return show_desk(request, "agenda_kind", seen, context, nav="workbench-agenda", crumbs=up)


def _section(seen: Visit, there: Work, editable: Editable, page: str = "1") -> dict[str, Any]:
    """Return what the list of one kind shows."""
    found = Paginator(items(there.agenda, editable.kind), _SHOWN).get_page(page)
    return {
        "slug": editable.slug,
        "name": capfirst(editable.many),
        "add": editable.add,
        "second": field_label(editable.kind, _SECOND[editable.kind]),
        "total": found.paginator.count,
        "page": found,
        "rows": list(_rows(seen, there, editable, found.object_list)),
        "may_add": there.is_open and seen.may(editable.act, *own_parties(seen)),
    }


def _rows(
    seen: Visit, there: Work, editable: Editable, shown: Iterable[Item]
) -> Iterator[dict[str, Any]]:
    titles = {**titles_of(there.agenda), **labels_of(there.record.terms)}
    names = Names(party_names(there.record.parties), titles)
    for item in shown:
        may_edit = there.is_open and seen.may(editable.act, *parties_of(item))
        yield {
            "key": getattr(item, "key", ""),
            "name": names.party(item.party) if isinstance(item, Interest) else item.title,
            "second": _second(item, names),
            "gaps": gap_words(item),
            "address": address_of(identity(item)) if may_edit else "",
        }


def _second(item: Item, names: Names) -> str:
    """Return what the second column says: whose it is, or what it is about."""
    if isinstance(item, Challenge):
        return ", ".join(names.called("triangle-side", side) for side in item.sides)
    if isinstance(item, Interest):
        about = names.titles.get(("challenge", item.challenge), "")
        return about or _("the agenda as a whole")
    return names.party(item.owner if isinstance(item, Goal) else item.lead)
