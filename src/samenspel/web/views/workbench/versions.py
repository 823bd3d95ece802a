# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The versions of the agenda: start one, and move one to its next state."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.agenda.queries import VersionFacts, agenda_record, region_part, versions
from samenspel.agenda.services import move_version, start_version
from samenspel.core.agenda.differences import differences
from samenspel.core.agenda.orphans import orphans
from samenspel.core.agenda.states import EDITABLE, ENDED, IN_FORCE, NEXT_STATES, State
from samenspel.core.record_json import row_digest
from samenspel.core.rights import Act
from samenspel.web.forms.acts import MoveForm
from samenspel.web.page import Visit
from samenspel.web.parts.version import standing, state_name, steps
from samenspel.web.views.workbench.desk import attempt, desk, done, show_desk
from samenspel.words.differences import sentences
from samenspel.words.labels import STATES
from samenspel.words.names import labels_of, party_names, titles_of

ADDRESSES: dict[str, State] = {
    "consultatie": State.CONSULTATION,
    "zienswijze": State.RELEASED,
    "vastgesteld": State.ADOPTED,
    "uitvoering": State.EXECUTION,
    "halverwege": State.MIDTERM,
    "geevalueerd": State.EVALUATED,
    "afgesloten": State.CLOSED,
    "vervallen": State.DROPPED,
}
"""The word for each state in an address."""

_TOLD = 60
"""Sentences about what changed; the page of the version has them all."""


@login_required
@require_safe
def versions_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all versions with the steps that each can take."""
    seen = desk(request, slug)
    return _show_list(request, seen)


@login_required
@require_POST
def version_start(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a new draft with the content of the latest version."""
    seen = desk(request, slug, Act.EDIT_AGENDA)
    refusal = attempt(lambda: start_version(region=slug, actor=seen.actor, at=seen.at))
    if refusal is None:
        return done(request, _("A new draft is open."), "workbench-agenda", slug)
    return _show_list(request, seen, refusal)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def version_move(request: HttpRequest, slug: str, number: int, state: str) -> HttpResponse:
    """Say what it means that a version goes to another state, and move it."""
    seen = desk(request, slug, Act.MOVE_VERSION)
    version, to = _version(seen, number), ADDRESSES.get(state)
    if to is None or to not in NEXT_STATES[version.state]:
        raise Http404
    record = agenda_record(version.pk)
    posted = request.method == "POST"
    form = MoveForm(request.POST if posted else None, initial={"seen": row_digest(record)})
    refusal = None

    def act() -> None:
        values = form.cleaned_data
        move_version(
            region=slug,
            number=number,
            to=to,
            actor=seen.actor,
            at=seen.at,
            note=values["note"],
            seen=values["seen"] or "-",
        )

    if posted and form.is_valid():
        refusal = attempt(act)
        if refusal is None:
            text = _("Version %(number)s is now %(state)s.")
            return done(request, text % _words(number, to), "workbench-versions", slug)
        form = MoveForm({**request.POST.dict(), "seen": row_digest(record)})
    status = refusal.status if refusal else 400 if form.errors else 200
    context = {
        "form": form,
        "refusal": refusal,
        "version": version,
        "steps": steps(version),
        "title": _("Version %(number)s becomes: %(state)s") % _words(number, to),
        "meaning": STATES[to].meaning,
        "freezes": version.state in EDITABLE and to is not State.DROPPED,
        "drops": to is State.DROPPED,
        "adopts": to is State.ADOPTED,
        "digest": row_digest(record),
        "loose": len(orphans(record)),
        **_changes(seen, version),
    }
    up = [(reverse("workbench-versions", args=[slug]), _("Versions"))]
    return show_desk(
        request, "version_move", seen, context, nav="workbench-versions", crumbs=up, status=status
    )


def _show_list(request: HttpRequest, seen: Visit, refusal: Any = None) -> HttpResponse:
    known = versions(seen.region.slug, seen.actor)
    open_draft = any(version.state in EDITABLE for version in known)
    context = {
        "refusal": refusal,
        "rows": [_row(seen, version) for version in known],
        "may_start": seen.may(Act.EDIT_AGENDA) and bool(known) and not open_draft,
        "open_draft": open_draft,
    }
    status = refusal.status if refusal else 200
    return show_desk(request, "versions", seen, context, nav="workbench-versions", status=status)


def _row(seen: Visit, version: VersionFacts) -> dict[str, Any]:
    moves = []
    if seen.may(Act.MOVE_VERSION):
        next_states = NEXT_STATES[version.state]
        moves = [
            {
                "label": capfirst(str(STATES[state].name)),
                "url": reverse(
                    "workbench-version-move", args=[seen.region.slug, version.number, word]
                ),
            }
            for word, state in ADDRESSES.items()
            if state in next_states
        ]
    return {
        "version": version,
        "standing": standing(version),
        "state": state_name(version),
        "mood": _mood(version.state),
        "moves": moves,
    }


def _mood(state: State) -> str:
    """Return how a state looks beside the others: at work, agreed on, or over."""
    if state in IN_FORCE:
        return "good"
    return "none" if state in ENDED else "info"


def _changes(seen: Visit, version: VersionFacts) -> dict[str, Any]:
    """Return what changed since the version before, in sentences."""
    before = [one for one in versions(seen.region.slug, seen.actor) if one.number < version.number]
    if not before:
        return {"before": None, "changes": [], "more": 0}
    old, new = agenda_record(before[0].pk), agenda_record(version.pk)
    record = region_part(seen.region.slug)
    titles = {**titles_of(old, new), **labels_of(record.terms)}
    told = sentences(differences(old, new), party_names(record.parties), titles)
    return {"before": before[0], "changes": told[:_TOLD], "more": max(len(told) - _TOLD, 0)}


def _version(seen: Visit, number: int) -> VersionFacts:
    for version in versions(seen.region.slug, seen.actor):
        if version.number == number:
            return version
    raise Http404


def _words(number: int, state: State) -> dict[str, object]:
    return {"number": number, "state": STATES[state].name}
