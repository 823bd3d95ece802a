# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Commitments in the workbench: one with all that can be done to it, added, changed, taken away."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.deals.commitment import Commitment, Outcome, as_agreed
from samenspel.core.deals.states import SIGNABLE
from samenspel.core.deals.text import content_digest
from samenspel.core.problems import Place
from samenspel.core.rights import Act
from samenspel.deals import services
from samenspel.deals.queries import CommitmentRow, next_key, overdue, settled, steps
from samenspel.parties.queries import mandate, mandates, mandates_of
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.commitment import CommitmentForm
from samenspel.web.forms.lists import Pairs
from samenspel.web.page import Visit
from samenspel.web.parts.agreed import Called, promise
from samenspel.web.parts.commitments import ladder, view_late
from samenspel.web.views.workbench.desk import (
    check,
    desk,
    done,
    own_parties,
    save,
    work,
)
from samenspel.web.views.workbench.promising import (
    METHODS,
    ask,
    called,
    data,
    get_commitment,
    show,
    targets,
    to_commitment,
    to_deal,
    where,
)
from samenspel.words.deals import OUTCOMES, RUNGS
from samenspel.words.formats import long_date

_TITLE = 80
"""Characters of what is promised that make a heading."""


@login_required
@require_safe
def commitment(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show a commitment, how far it is, and what can be done to it."""
    seen = desk(request, slug)
    row = get_commitment(seen, key)
    known = called(seen, work(seen))
    one, taken = row.commitment, steps(row.pk)
    late = overdue(seen.region.pk, on=seen.on, party=one.party)
    past = next((found for found in late if found.row.pk == row.pk), None)
    context = {
        "row": row,
        "title": short(one),
        "promise": promise(one, known),
        "ladder": ladder(row.rung, taken),
        "rung": RUNGS[row.rung],
        "steps": [
            {
                "date": step.on.isoformat(),
                "when": long_date(step.on),
                "text": capfirst(str(RUNGS[step.rung].name)),
                "note": " · ".join(filter(None, (step.evidence, step.reason))),
            }
            for step in reversed(taken)
        ],
        "conditions": _conditions(seen, row, known),
        "late": view_late(past) if past else None,
        "bound": _bound(seen, row, known),
        "may": seen.may(Act.EDIT_COMMITMENT, one.party),
    }
    return show(request, "commitment", seen, context)


@login_required
@require_http_methods(METHODS)
def commitment_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what a party promises."""
    seen = desk(request, slug)
    check(seen, Act.EDIT_COMMITMENT, *own_parties(seen))
    form = _form(request, seen, None)
    form.initial["key"] = next_key(seen.region.pk)

    def act(made: Commitment, _digest: str) -> None:
        values = form.cleaned_data
        services.save_commitment(
            **where(seen),
            commitment=made,
            rung=values["rung"],
            mandate=values.get("mandate"),
        )

    refusal = None
    if request.method == "POST":
        refusal = save(form, Place("commitment"), act, lambda: None)
        if refusal is None:
            return done(request, _("Saved."), to_commitment(seen, form.cleaned_data["key"]))
    context = {"form": form, "refusal": refusal, "title": _("Add a commitment")}
    return show(request, "form", seen, context)


@login_required
@require_http_methods(METHODS)
def commitment_edit(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Change a commitment while no deal binds it."""
    seen = desk(request, slug)
    row = get_commitment(seen, key)
    check(seen, Act.EDIT_COMMITMENT, row.commitment.party)
    form = _form(request, seen, as_agreed(row.commitment))

    def act(made: Commitment, digest: str) -> None:
        chosen = form.cleaned_data.get("mandate")
        services.save_commitment(
            **where(seen), commitment=made, instead_of=key, seen=digest, mandate=chosen
        )

    refusal = None
    if request.method == "POST":
        place = Place("commitment")
        refusal = save(form, place, act, lambda: as_agreed(get_commitment(seen, key).commitment))
        if refusal is None:
            return done(request, _("Saved."), to_commitment(seen, key))
    title = _("Edit “%(title)s”") % {"title": short(row.commitment)}
    context: dict[str, Any] = {"form": form, "refusal": refusal, "title": title}
    context["up"] = (to_commitment(seen, key), key)
    if not row.published:
        context["remove_url"] = reverse("workbench-commitment-remove", args=[slug, key])
    return show(request, "form", seen, context)


@login_required
@require_http_methods(METHODS)
def commitment_remove(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Ask whether a commitment that was never public must go, and take it away."""
    seen = desk(request, slug)
    row = get_commitment(seen, key)
    check(seen, Act.EDIT_COMMITMENT, row.commitment.party)
    digest = content_digest(as_agreed(row.commitment))
    form = ActForm(data(request), initial={"seen": digest})

    def act() -> None:
        services.remove_commitment(**where(seen), key=key, seen=form.saw())

    context = {
        "title": short(row.commitment),
        "about": _("The ledger keeps that it was removed, and by which role."),
        "digest": digest,
        "up": (to_commitment(seen, key), key),
        "then": reverse("workbench-deals", args=[slug]),
        "said": _("Removed."),
    }
    return ask(request, seen, form, act, context, template="remove")


def short(one: Commitment) -> str:
    """Return what a commitment is called in a heading: its code and how its words begin."""
    what = " ".join(one.what.split())
    return f"{one.key} {what if len(what) <= _TITLE else what[: _TITLE - 1] + '…'}"


def get_condition(seen: Visit, key: str, number: int) -> tuple[CommitmentRow, str]:
    """Return a commitment and the text of its condition *number*, or raise Http404."""
    row = get_commitment(seen, key)
    if not 1 <= number <= len(row.commitment.conditions):
        raise Http404
    return row, row.commitment.conditions[number - 1].text


def _form(request: HttpRequest, seen: Visit, item: Commitment | None) -> CommitmentForm:
    there = work(seen)
    keeps_all = seen.may(Act.EDIT_COMMITMENT)
    own = [one for one in own_parties(seen) if seen.may(Act.EDIT_COMMITMENT, one)]
    mine = None if keeps_all else own
    more: dict[str, Any] = {"record": there.record, "words": seen.words, "on": seen.on}
    more |= {"targets": targets(called(seen, there)), "mandates": _mandates(seen)}
    return CommitmentForm(data(request), item=item, mine=mine, **more)


def _mandates(seen: Visit) -> Pairs:
    """Return the mandates whose decision the visitor can take over."""
    region = seen.region.pk
    if seen.may(Act.READ_PEOPLE):
        rows = mandates(region, seen.actor)
        keys = list(rows.values_list("pk", flat=True))
    else:
        reference = seen.actor.reference
        held = (mandates_of(region, party, reference, seen.on) for party in own_parties(seen))
        keys = [pk for some in held for pk, _limit in some]
    found = ((pk, mandate(region, pk)) for pk in keys)
    return [
        (str(pk), f"{one.organ}, {long_date(one.decided_on)}: {one.scope[:_TITLE]}")
        for pk, one in found
        if one
    ]


def _conditions(seen: Visit, row: CommitmentRow, known: Called) -> list[dict[str, Any]]:
    proofs = {one.number: one.evidence for one in settled(row.pk)}
    told = promise(row.commitment, known).conditions
    found = []
    for place, one in enumerate(row.commitment.conditions):
        number = place + 1
        concerned = filter(None, (row.commitment.party, one.party))
        may = one.outcome is Outcome.OPEN and seen.may(Act.EDIT_COMMITMENT, *concerned)
        args = [seen.region.slug, row.commitment.key, number]
        found.append(
            {
                "text": told[place],
                "outcome": OUTCOMES[one.outcome],
                "mood": {Outcome.MET: "good", Outcome.FAILED: "bad"}.get(one.outcome, "none"),
                "evidence": proofs.get(number, ""),
                "url": reverse("workbench-condition-settle", args=args) if may else "",
            }
        )
    return found


def _bound(seen: Visit, row: CommitmentRow, known: Called) -> tuple[str, str] | None:
    """Return (address, title) of the deal by which alone a commitment can be changed."""
    found = next((one for one in row.bindings if one.state in SIGNABLE), None)
    return (to_deal(seen, found.deal), known.target(f"deal:{found.deal}")) if found else None
