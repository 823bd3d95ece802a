# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Deals in the workbench: the list with what is asked, one deal, and its draft as it is written."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.deals.commitment import Commitment
from samenspel.core.deals.deal import DealDraft, draft_from
from samenspel.core.deals.states import BY_DATE, OPEN, DealState
from samenspel.core.deals.text import NO_DRAFT, content_digest
from samenspel.core.errors import RuleError
from samenspel.core.problems import Place
from samenspel.core.rights import Act
from samenspel.deals import services
from samenspel.deals.queries import DealPage, VersionPage, commitments, deals, overdue
from samenspel.web.forms.commitment import CommitmentForm
from samenspel.web.forms.deal import DealForm
from samenspel.web.forms.lists import Pairs
from samenspel.web.markdown import clauses
from samenspel.web.page import Visit
from samenspel.web.parts.agreed import Called, agreed
from samenspel.web.parts.deal_table import deal_lines, party_lines, promise_lines
from samenspel.web.parts.deal_tasks import asked
from samenspel.web.parts.deals import mood, state_name
from samenspel.web.views.workbench.commitments import short
from samenspel.web.views.workbench.desk import Refusal, Work, desk, done, own_parties, save, work
from samenspel.web.views.workbench.promising import (
    METHODS,
    called,
    data,
    find_deal,
    get_deal,
    show,
    targets,
    to_deal,
    where,
)
from samenspel.words.deal_differences import deal_sentences
from samenspel.words.deals import DEAL_STATES, when_late
from samenspel.words.errors import explain

_SHOWN = 100
"""Commitments on a page."""


@login_required
@require_safe
def deals_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is asked of the visitor, and all deals and commitments that they may see."""
    seen = desk(request, slug)
    known = called(seen, work(seen))
    late = overdue(seen.region.pk, on=seen.on)
    rows = commitments(seen.region.pk, seen.actor)
    lines = promise_lines(rows, late, known, seen)
    page = Paginator(sorted(lines, key=lambda one: not one.mine), _SHOWN)
    context = {
        "asks": asked(seen),
        "deals": deal_lines(deals(seen.region.pk, seen.actor, on=seen.on), known),
        "page": page.get_page(request.GET.get("page", "1")),
        "may_write": seen.may(Act.EDIT_DEAL),
        "may_promise": seen.may(Act.EDIT_COMMITMENT, *own_parties(seen)),
    }
    return show(request, "deals", seen, context | {"up": None, "title": _("Deals")})


@login_required
@require_safe
def deal(request: HttpRequest, slug: str, deal: str) -> HttpResponse:
    """Show a deal: the version in force, what is under way, and what can be done."""
    seen = desk(request, slug)
    page = get_deal(seen, deal)
    known = called(seen, work(seen))
    shown = [page.open] if page.open else []
    shown += [page.current] if page.current is not page.open else []
    context = {
        "deal": deal,
        "title": page.current.facts.title,
        "versions": [_version(seen, page, one, known) for one in shown],
        "may_write": seen.may(Act.EDIT_DEAL),
        "may_begin": page.open is None and not stands_still(page),
        "is_public": any(one.facts.is_public for one in page.versions),
        "escalation": [
            (one.after_days, *when_late(one)) for one in page.current.record.terms.when_late
        ],
    }
    return show(request, "deal", seen, context)


@login_required
@require_http_methods(METHODS)
def deal_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the draft of a deal."""
    seen = desk(request, slug, Act.EDIT_DEAL)
    form = _form(request, seen, "", None)
    return _edit(request, seen, form, "", {"title": _("Write a deal")})


@login_required
@require_http_methods(METHODS)
def deal_edit(request: HttpRequest, slug: str, deal: str) -> HttpResponse:
    """Change a draft, or begin that of an amendment."""
    seen = desk(request, slug, Act.EDIT_DEAL)
    page = get_deal(seen, deal)
    if why := stands_still(page):
        return _stopped(request, seen, page, why)
    draft = draft_now(page)
    title = _("Edit “%(title)s”") % {"title": page.current.facts.title}
    context: dict[str, Any] = {"title": title, "up": _up(seen, page)}
    if page.current.facts.is_public:
        context["intro"] = _(
            "This is an amendment: the deal stays as it is until those whom the change touches "
            "have signed."
        )
    form = _form(request, seen, deal, draft, drafted=is_drafted(page))
    return _edit(request, seen, form, deal, context)


@login_required
@require_http_methods(METHODS)
def deal_commitment(request: HttpRequest, slug: str, deal: str, key: str) -> HttpResponse:
    """Say what a commitment becomes under the draft; ``undo`` leaves it as it stands."""
    seen = desk(request, slug, Act.EDIT_DEAL)
    page = get_deal(seen, deal)
    if why := stands_still(page):
        return _stopped(request, seen, page, why)
    draft, there = draft_now(page), work(seen)
    item = _in_draft(page, draft, key)
    if item is None:
        raise Http404
    more: dict[str, Any] = {"record": there.record, "words": seen.words, "on": seen.on}
    form = CommitmentForm(
        data(request), item=item, targets=targets(called(seen, there)), amended=True, **more
    )

    def act(made: Commitment, digest: str) -> None:
        others = tuple(one for one in draft.changes if one.key != key)
        changes = others if "undo" in request.POST else (*others, made)
        if form.digest(item) == digest:  # only the commitment must be what was seen
            digest = _digest(page)
        changed = replace(draft, changes=changes)
        services.save_deal(**where(seen), slug=deal, draft=changed, seen=digest)

    refusal = None
    if request.method == "POST":
        refusal = save(form, Place("commitment"), act, lambda: item)
        if refusal is None:
            return done(request, _("Saved in the draft."), to_deal(seen, deal))
    context = {
        "form": form,
        "refusal": refusal,
        "title": _("Commitment %(key)s in the draft of “%(deal)s”")
        % {"key": key, "deal": page.current.facts.title},
        "intro": _("What the commitment becomes when this draft is signed. Until then it stays."),
        "up": _up(seen, page),
        "undo": any(one.key == key for one in draft.changes),
    }
    return show(request, "form", seen, context)


def stands_still(page: DealPage) -> str:
    """Return the code of why nothing in a deal can be written now; empty when it can."""
    if page.open:
        return "" if page.open.draft else "deal-proposed"
    return "deal-over" if page.current.state in BY_DATE else ""


def is_drafted(page: DealPage) -> bool:
    """Tell whether a draft is open."""
    return page.open is not None and page.open.draft is not None


def draft_now(page: DealPage) -> DealDraft:
    """Return the draft of a deal, else that of an amendment that changes nothing yet."""
    if page.open and page.open.draft:
        return page.open.draft
    return draft_from(page.current.record)


def _digest(page: DealPage) -> str:
    """Return the digest of the draft that is open; one that no draft has when there is none."""
    draft = page.open.draft if page.open else None
    return content_digest(draft) if draft else NO_DRAFT


def _edit(
    request: HttpRequest, seen: Visit, form: DealForm, deal: str, context: dict[str, Any]
) -> HttpResponse:
    """Show the form of a draft; with a POST save it, or only show how its text looks."""

    def act(made: DealDraft, digest: str) -> None:
        slug = deal or form.cleaned_data["slug"]
        if not deal and find_deal(seen, slug):
            raise RuleError("key-taken", key=slug, field="slug")
        services.save_deal(**where(seen), slug=slug, draft=made, seen=digest)

    def current() -> DealDraft | None:
        if not deal:
            return None
        page = get_deal(seen, deal)
        form.drafted = is_drafted(page)
        return draft_now(page)

    refusal = None
    previewing = request.method == "POST" and "preview" in request.POST
    if previewing:
        context["preview"] = clauses(str(form["text"].value() or ""))
    elif request.method == "POST":
        refusal = save(form, Place("deal"), act, current)
        if refusal is None:
            slug = deal or form.cleaned_data["slug"]
            return done(request, _("The draft is saved."), to_deal(seen, slug))
    whole = {"form": form, "refusal": refusal, "previews": True, **context}
    return show(request, "form", seen, whole)


def _form(
    request: HttpRequest, seen: Visit, deal: str, draft: DealDraft | None, *, drafted: bool = False
) -> DealForm:
    there = work(seen)
    more: dict[str, Any] = {"record": there.record, "words": seen.words, "on": seen.on}
    more |= {"offers": _offers(seen, there, deal), "slug": deal, "drafted": drafted}
    return DealForm(data(request), item=draft, **more)


def _offers(seen: Visit, there: Work, deal: str) -> Pairs:
    """Return the commitments that a deal could bind: those that no other deal does."""
    known = called(seen, there)
    working = {*OPEN, DealState.IN_FORCE}
    return [
        (one.key, f"{known.party(one.party)}: {short(one)}")
        for row in commitments(seen.region.pk, seen.actor)
        for one in (row.commitment,)
        if not any(b.deal != deal and b.state_on(seen.on) in working for b in row.bindings)
    ]


def _in_draft(page: DealPage, draft: DealDraft, key: str) -> Commitment | None:
    """Return a commitment as the draft would make it, None when it does not bind it."""
    changed = {one.key: one for one in draft.changes}
    record = page.open.record if page.open else page.current.record
    known = {one.key: one for one in record.commitments} | changed
    return known.get(key) if key in draft.binds else None


def _version(seen: Visit, page: DealPage, version: VersionPage, known: Called) -> dict[str, Any]:
    is_draft = version.state is DealState.DRAFT
    told = agreed(version.record, known)
    return {
        "number": version.number,
        "is_draft": is_draft,
        "is_open": version.state in OPEN,
        "is_proposed": version.facts.state is DealState.PROPOSED,
        "state": state_name(version.state),
        "meaning": DEAL_STATES[version.state].meaning,
        "mood": mood(version.state),
        "note": version.facts.note,
        "digest": version.facts.digest,
        "agreed": told,
        "clauses": clauses(told.text),
        "parties": party_lines(seen, page, version, known),
        "changes": deal_sentences(version.differences, known.parties),
        "is_amendment": version.facts.is_amendment,
    }


def _up(seen: Visit, page: DealPage) -> tuple[str, str]:
    return to_deal(seen, page.slug), page.current.facts.title


def _stopped(request: HttpRequest, seen: Visit, page: DealPage, why: str) -> HttpResponse:
    """Say that the deal stands still; nothing in it can be written."""
    context = {
        "title": _("“%(deal)s” stands still") % {"deal": page.current.facts.title},
        "refusal": Refusal(409, explain(RuleError(why))),
        "up": _up(seen, page),
    }
    return show(request, "stopped", seen, context)
