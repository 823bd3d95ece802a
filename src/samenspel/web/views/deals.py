# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the parties promised each other: all deals, what is past its date, and the rest."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.core.deals.commitment import Kind
from samenspel.core.deals.ladder import Rung
from samenspel.deals.queries import (
    CommitmentRow,
    commitments,
    deal_rows,
    in_numbers,
    public_titles,
    region_versions,
    standing,
)
from samenspel.parties.queries import parties
from samenspel.web.page import show, visit
from samenspel.web.parts.commitments import Promised, view_commitments
from samenspel.web.parts.commitments import called as called_by
from samenspel.web.parts.deals import view_deals
from samenspel.web.parts.filters import Choice, choice
from samenspel.web.parts.paging import page_of
from samenspel.web.parts.parties import names
from samenspel.web.parts.pledges import figures
from samenspel.web.reading import reading
from samenspel.words.deals import COMMITMENT_KINDS, RUNGS

SIZE = 25
LATE, LOOSE, ALL = "over-tijd", "los", "alle"
"""What can be asked besides the rungs of the ladder, and which commitments are listed."""


def deals(request: HttpRequest, slug: str) -> HttpResponse:
    """Show deals, what is past its date, and commitments by ``partij``, ``soort``, ``stand``."""
    seen = visit(request, slug)
    called = names(parties(seen.region.pk))
    filters = _filters(request, called)
    asked = {one.name: one.chosen for one in filters}
    rows, versions = commitments(seen.region.pk, seen.actor), region_versions(seen.region.pk)
    sure, late = standing(rows, versions, on=seen.on)
    titles = public_titles(versions)
    known = called_by(seen, reading(request, seen), (called, titles), rows, late)
    listed = deal_rows(versions, seen.actor, on=seen.on)
    shown = [one for one in listed if not asked["partij"] or asked["partij"] in one.parties]
    context = {
        "figures": figures(in_numbers([one.state for one in listed], sure, len(known.late))),
        "filters": filters,
        "filtered": any(asked.values()),
        "deals": view_deals(slug, shown, called, rows),
        "late": view_commitments(_late(rows, known, asked), known),
        "everything": len(rows),
        **_list(request, rows, known, asked),
    }
    return show(request, "deals", seen, context, nav="deals")


def _filters(request: HttpRequest, called: dict[str, str]) -> list[Choice]:
    kinds = [(str(kind), capfirst(str(COMMITMENT_KINDS[kind]))) for kind in Kind]
    rungs = [(str(rung), capfirst(str(RUNGS[rung].name))) for rung in Rung]
    offered = (
        ("partij", _("Party"), list(called.items())),
        ("soort", _("Kind"), kinds),
        ("stand", _("How far"), [(LATE, _("Past its date")), *rungs]),
    )
    return [choice(name, label, request.GET.get(name, ""), known) for name, label, known in offered]


def _late(rows: list[CommitmentRow], known: Promised, asked: dict[str, str]) -> list[CommitmentRow]:
    """Return what is past its date, the longest first, of the party and kind that is asked for."""
    by_key = {row.commitment.key: row for row in rows}
    found = [by_key[key] for key in known.late]
    return [row for row in found if _is_asked(row, known, asked | {"stand": ""})]


def _only_loose(request: HttpRequest, asked: dict[str, str]) -> bool:
    """Tell whether only what is in no deal is listed, as ``lijst`` asks or nothing is asked."""
    wanted = request.GET.get("lijst", "")
    if wanted not in {"", LOOSE, ALL}:
        raise Http404
    return wanted == LOOSE or (not wanted and not any(asked.values()))


def _list(
    request: HttpRequest, rows: list[CommitmentRow], known: Promised, asked: dict[str, str]
) -> dict[str, Any]:
    """Return the page of commitments that is asked for."""
    loose = _only_loose(request, asked)
    found = [row for row in rows if _is_asked(row, known, asked) and not (loose and row.deals)]
    page = page_of(request, len(found), SIZE)
    start = max(page.start_index() - 1, 0)
    return {
        "only_loose": loose,
        "found": len(found),
        "page": page,
        "commitments": view_commitments(found[start : start + SIZE], known),
    }


def _is_asked(row: CommitmentRow, known: Promised, asked: dict[str, str]) -> bool:
    one, stand = row.commitment, asked["stand"]
    return (
        asked["partij"] in {"", one.party}
        and asked["soort"] in {"", str(one.kind)}
        and (one.key in known.late if stand == LATE else stand in {"", str(row.rung)})
    )
