# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Allocations in the workbench: written, frozen, decided, and followed by another."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.errors import RuleError
from samenspel.core.funding.allocation import AllocationState
from samenspel.core.rights import Act
from samenspel.funding.queries.allocations import (
    AllocationFacts,
    allocation,
    allocations,
    next_allocation_key,
    scenarios,
)
from samenspel.funding.services.allocations import (
    Decision,
    decide_allocation,
    freeze_allocation,
    remove_allocation,
    save_allocation,
)
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.allocation import AllocationForm, Known
from samenspel.web.forms.allocation_acts import DecideForm
from samenspel.web.page import Visit
from samenspel.web.parts.allocation import heading, sums
from samenspel.web.parts.parties import by_name
from samenspel.web.views.workbench.desk import desk, done, show_desk, submit, work
from samenspel.web.views.workbench.promising import METHODS, data, where

NAV = "workbench-allocations"


@login_required
@require_safe
def allocation_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Show allocations with what can be done, and the scenarios that were kept."""
    seen = desk(request, slug)
    rows = [
        heading(slug, one)
        | sums(one.reckoned())
        | {"is_frozen": one.state is AllocationState.FROZEN}
        for one in allocations(seen.region.pk, seen.actor)
    ]
    context = {
        "title": _("Who pays what"),
        "allocations": rows,
        "scenarios": scenarios(seen.region.pk, seen.actor),
        "may_write": seen.may(Act.EDIT_ALLOCATION),
        "may_keep": seen.may(Act.KEEP_SCENARIO),
    }
    return show_desk(request, "allocations", seen, context, nav=NAV)


@login_required
@require_http_methods(METHODS)
def allocation_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Write a new allocation; ``na`` in the address is the one that it follows and starts from."""
    seen = desk(request, slug, Act.EDIT_ALLOCATION)
    key = next_allocation_key(seen.region.pk)
    before = request.GET.get("na", "")
    item = get(seen, before) if before else None
    form = AllocationForm(data(request), known=_known(seen), item=item, key=key)
    if item and request.method != "POST":
        form.initial.update(based_on=item.key, key=key, title="")
    form.initial["seen"] = ""

    def act() -> None:
        typed = form.cleaned_data["key"]
        if allocation(seen.region.pk, typed, seen.actor):
            raise RuleError("key-taken", key=typed, field="key")
        save_allocation(**where(seen), key=typed, draft=form.make())

    return _edit(request, seen, form, act, {"title": _("Write an allocation")})


@login_required
@require_http_methods(METHODS)
def allocation_edit(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Change the draft of an allocation."""
    seen = desk(request, slug, Act.EDIT_ALLOCATION)
    item = get(seen, allocation)
    form = AllocationForm(data(request), known=_known(seen), item=item, key=item.key)
    form.fields["key"].disabled = True

    def act() -> None:
        typed = form.cleaned_data["seen"] or "-"
        save_allocation(**where(seen), key=item.key, draft=form.make(), seen=typed)

    context = {"title": _("Edit “%(title)s”") % {"title": item.title}}
    if item.state is AllocationState.DRAFT:
        url = reverse("workbench-allocation-remove", args=[slug, item.key])
        context["remove_url"] = url
    return _edit(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def allocation_freeze(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Freeze an allocation with its figures, for everyone to read."""
    seen = desk(request, slug, Act.EDIT_ALLOCATION)
    item = get(seen, allocation)
    form = ActForm(data(request), initial={"seen": item.seen})

    def act() -> None:
        freeze_allocation(**where(seen), key=item.key, seen=form.cleaned_data["seen"] or "-")

    context = {
        "title": _("Freeze “%(title)s”") % {"title": item.title},
        "intro": _(
            "Everyone can read it from now on, and nothing in it changes any more: the same key "
            "and figures give the same cents. A correction is a new allocation that follows it."
        ),
        "button": _("Freeze"),
        "said": _("The allocation is frozen and public."),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def allocation_decide(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Write down who decided on an allocation."""
    seen = desk(request, slug, Act.EDIT_ALLOCATION)
    item = get(seen, allocation)
    form = DecideForm(data(request), on=seen.on)

    def act() -> None:
        typed = form.cleaned_data
        decision = Decision(typed["decided_by"], typed["on"], typed["decision_link"])
        decide_allocation(**where(seen), key=item.key, decision=decision)

    context = {
        "title": _("Who decided on “%(title)s”?") % {"title": item.title},
        "said": _("The decision is recorded."),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def allocation_remove(request: HttpRequest, slug: str, allocation: str) -> HttpResponse:
    """Take away the draft of an allocation."""
    seen = desk(request, slug, Act.EDIT_ALLOCATION)
    item = get(seen, allocation)
    form = ActForm(data(request), initial={"seen": item.seen})

    def act() -> None:
        remove_allocation(**where(seen), key=item.key, seen=form.cleaned_data["seen"] or "-")

    context = {
        "title": item.title,
        "about": _("The draft goes, and scenarios that were kept on it go with it."),
        "digest": item.seen,
        "said": _("The draft is removed."),
    }
    return ask(request, seen, form, act, context, template="remove")


def get(seen: Visit, key: str) -> AllocationFacts:
    """Return an allocation that the visitor may see, or raise Http404."""
    found = allocation(seen.region.pk, key, seen.actor)
    if found is None:
        raise Http404
    return found


def _known(seen: Visit) -> Known:
    record = work(seen).record
    return Known(
        {party.slug: party.name for party in record.parties},
        {party.slug: party.municipality for party in record.parties if party.municipality},
        record.inhabitants,
        [
            (one.key, f"{one.key} {one.title}")
            for one in allocations(seen.region.pk, seen.actor)
            if one.is_public
        ],
    )


def _edit(
    request: HttpRequest, seen: Visit, form: AllocationForm, act: Any, context: dict[str, Any]
) -> HttpResponse:
    whole = {"said": _("The draft is saved."), "form": form, **context}

    def named_act() -> None:
        try:
            act()
        except RuleError as error:
            raise by_name(error, form.known.parties) from error

    return ask(request, seen, form, named_act, whole)


def ask(
    request: HttpRequest,
    seen: Visit,
    form: ActForm,
    act: Any,
    context: dict[str, Any],
    *,
    template: str = "form",
) -> HttpResponse:
    """Show a form; with a POST that is right, do *act* and go back to the list."""
    refusal = submit(form, act) if request.method == "POST" else None
    back = reverse(NAV, args=[seen.region.slug])
    if request.method == "POST" and refusal is None:
        return done(request, context["said"], back)
    whole = {"form": form, "refusal": refusal, "back": back, **context}
    crumbs = [(back, _("Who pays what"))]
    status = refusal.status if refusal else 200
    return show_desk(request, template, seen, whole, nav=NAV, crumbs=crumbs, status=status)
