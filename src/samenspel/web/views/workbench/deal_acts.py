# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is done with a deal: proposed, retracted, dropped, signed, left."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspel.core.deals.signing import must_sign
from samenspel.core.deals.states import DealState
from samenspel.core.deals.text import content_digest
from samenspel.core.deals.withdrawal import Consequences
from samenspel.core.errors import RuleError
from samenspel.core.rights import Act
from samenspel.deals import services
from samenspel.deals.queries import DealPage, VersionPage, signing_mandate, withdrawal_preview
from samenspel.funding.queries import region_plan
from samenspel.parties.queries import mandate
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.deal_acts import ReasonForm, SignForm
from samenspel.web.markdown import clauses
from samenspel.web.page import Visit
from samenspel.web.parts.agreed import Called, agreed
from samenspel.web.parts.breaks import view_broken
from samenspel.web.parts.commitments import Promised
from samenspel.web.parts.funding_tests import view_falling
from samenspel.web.parts.targets import Named
from samenspel.web.views.workbench.commitments import short
from samenspel.web.views.workbench.desk import check, desk, work
from samenspel.web.views.workbench.promising import (
    METHODS,
    ask,
    called,
    data,
    get_deal,
    to_deal,
    where,
)
from samenspel.words.deal_differences import deal_sentences
from samenspel.words.errors import explain
from samenspel.words.formats import euro, long_date


@login_required
@require_http_methods(METHODS)
def deal_propose(request: HttpRequest, slug: str, deal: str) -> HttpResponse:
    """Show a draft as it will stand still, and lay it before the parties."""
    seen = desk(request, slug, Act.EDIT_DEAL)
    page = get_deal(seen, deal)
    version = _open(page, DealState.DRAFT)
    digest = content_digest(version.draft) if version.draft else ""
    form = ActForm(data(request), initial={"seen": digest})
    known = called(seen, work(seen))

    def act() -> None:
        services.propose_deal(**where(seen), slug=deal, seen=form.saw())

    context = {
        **_shown(version, known),
        "title": _("Propose “%(deal)s”") % {"deal": version.facts.title},
        "needed": sorted(map(known.party, _needed(page, version))),
        "said": _("The deal is on the table: the parties can sign it."),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context, template="deal_propose")


@login_required
@require_http_methods(METHODS)
def deal_retract(request: HttpRequest, slug: str, deal: str) -> HttpResponse:
    """Take a proposal off the table, with a reason."""
    seen = desk(request, slug, Act.EDIT_DEAL)
    page = get_deal(seen, deal)
    version = _open(page, DealState.PROPOSED)
    form = ReasonForm(data(request), seen=version.facts.digest)

    def act() -> None:
        services.retract_deal(**where(seen), slug=deal, **form.told())

    context = {
        "title": _("Retract “%(deal)s”") % {"deal": version.facts.title},
        "intro": _("Nobody can sign it any more. The text and the reason stay readable."),
        "button": _("Retract"),
        "said": _("The proposal is off the table."),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context)


@login_required
@require_http_methods(METHODS)
def deal_drop(request: HttpRequest, slug: str, deal: str) -> HttpResponse:
    """Set a draft aside, unseen."""
    seen = desk(request, slug, Act.EDIT_DEAL)
    page = get_deal(seen, deal)
    version = _open(page, DealState.DRAFT)
    digest = content_digest(version.draft) if version.draft else ""
    form = ActForm(data(request), initial={"seen": digest})

    def act() -> None:
        services.drop_deal(**where(seen), slug=deal, seen=form.saw())

    context = {
        "title": version.facts.title,
        "about": _("Only its own parties and the secretariat can still read the draft."),
        "digest": digest,
        "said": _("The draft is set aside."),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context, template="remove")


@login_required
@require_http_methods(METHODS)
def deal_sign(request: HttpRequest, slug: str, deal: str, party: str) -> HttpResponse:
    """Show exactly what is signed and by which mandate; with a POST, sign it for a party."""
    seen = desk(request, slug)
    page = get_deal(seen, deal)
    version = _to_sign(page, party)
    check(seen, Act.SIGN_DEAL, party)
    known = called(seen, work(seen))
    choices = [(one.key, short(one)) for one in version.record.commitments]
    digest, name = version.facts.digest, known.party(party)
    form = SignForm(data(request), seen=digest, party=name, commitments=choices)

    def act() -> None:
        services.sign_deal(
            **where(seen),
            slug=deal,
            party=party,
            digest=form.cleaned_data["seen"],
            reservations=form.reservations(),
        )

    context = {
        **_shown(version, known),
        **_mandate(seen, party, version),
        "title": _("Sign “%(deal)s”") % {"deal": version.facts.title},
        "party": name,
        "digest": digest,
        "changes": deal_sentences(version.differences, known.parties),
        "promises": [one for one in agreed(version.record, known).promises if one.party == name],
        "said": _("Signed. The receipt stands beside the signature."),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context, template="deal_sign")


@login_required
@require_http_methods(METHODS)
def deal_leave(request: HttpRequest, slug: str, deal: str, party: str) -> HttpResponse:
    """Show what it breaks when a party leaves; with a POST and a reason, leave."""
    seen = desk(request, slug)
    page = get_deal(seen, deal)
    version = _to_leave(page, party)
    check(seen, Act.SIGN_DEAL, party)
    broken = withdrawal_preview(seen.region.pk, slug, deal, party, seen.on)
    if broken is None:
        raise Http404
    form = ReasonForm(data(request), seen=broken.digest)
    known = called(seen, work(seen))

    def act() -> None:
        services.withdraw(**where(seen), slug=deal, party=party, **form.told())

    context = {
        "title": _("%(party)s leaves “%(deal)s”")
        % {"party": known.party(party), "deal": version.facts.title},
        "broken": view_broken(broken, version.record.commitments, _named(seen, known)),
        "co_financing": _co_financing(seen, broken),
        "notice_days": version.record.terms.notice_days,
        "said": _("The notice is given and stands in the ledger."),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context, template="deal_leave")


@login_required
@require_http_methods(METHODS)
def deal_take_back(request: HttpRequest, slug: str, deal: str, party: str) -> HttpResponse:
    """Take back the signature of a party under what is not in force yet, with a reason."""
    seen = desk(request, slug)
    page = get_deal(seen, deal)
    version = _open(page, DealState.PROPOSED)
    signed = {one.party for one in version.facts.signatures}
    if party not in version.facts.parties or (party not in signed and request.method != "POST"):
        raise Http404
    check(seen, Act.SIGN_DEAL, party)
    form = ReasonForm(data(request), seen=version.facts.digest)

    def act() -> None:
        services.take_back(**where(seen), slug=deal, party=party, **form.told())

    names = {"party": called(seen, work(seen)).party(party), "deal": version.facts.title}
    context = {
        "title": _("%(party)s takes back its signature under “%(deal)s”") % names,
        "intro": _left_bound(version),
        "button": _("Take back the signature"),
        "said": _("The signature is taken back; that stands in the ledger."),
        "up": _up(seen, page),
    }
    return ask(request, seen, form, act, context)


def _left_bound(version: VersionPage) -> str:
    """Return by what a party is still bound once it took its signature back."""
    if version.facts.is_amendment:
        return _(
            "Only the signature under the change is taken back: the party stays bound by the deal "
            "as it is now. The reason is public. As long as the change is on the table the party "
            "can sign again."
        )
    return _(
        "The deal is not in force yet, so this breaks nothing. The reason is public. As long as "
        "the text is on the table the party can sign again."
    )


def _named(seen: Visit, known: Called) -> Promised:
    """Return what everything is called, with the pages of parties and commitments."""
    targets = {target: Named(name) for target, name in known.targets.items()}
    return Promised(seen.region.slug, known.parties, {}, targets, {})


def _co_financing(seen: Visit, broken: Consequences) -> list[tuple[str, str, str]]:
    """Return what leaving does to the money that a source asks of the region."""
    found = region_plan(seen.region.pk, seen.region.slug, seen.actor)
    return view_falling(found, broken.lost, broken.effective_on)


def _open(page: DealPage, state: DealState) -> VersionPage:
    """Return the version under way when it is in *state*, or raise Http404."""
    if page.open is None or page.open.state is not state:
        raise Http404
    return page.open


def _to_sign(page: DealPage, party: str) -> VersionPage:
    """Return the version that is on the table for *party*, or raise Http404."""
    candidates = [one for one in (page.open, page.current) if one and one.facts.digest]
    at_table = [one for one in candidates if party in one.facts.parties]
    waiting = [one for one in at_table if party in one.waiting]
    if not at_table:
        raise Http404
    return (waiting or at_table)[0]


def _to_leave(page: DealPage, party: str) -> VersionPage:
    """Return the version that binds *party*, or raise Http404."""
    if party not in page.current.signed:
        raise Http404
    return page.current


def _needed(page: DealPage, version: VersionPage) -> frozenset[str]:
    """Return the parties without which a draft will not be in force."""
    amended = page.current if version.facts.is_amendment else None
    return must_sign(
        version.record,
        amended.record if amended else None,
        tuple(amended.left) if amended else (),
    )


def _shown(version: VersionPage, known: Called) -> dict[str, Any]:
    told = agreed(version.record, known)
    return {
        "agreed": told,
        "clauses": clauses(told.text),
        "changes": deal_sentences(version.differences, known.parties),
        "is_amendment": version.facts.is_amendment,
    }


def _mandate(seen: Visit, party: str, version: VersionPage) -> dict[str, Any]:
    """Return the mandate by which the visitor would sign, or why there is none."""
    region = seen.region.pk
    try:
        key = signing_mandate(region, party, version.record, seen.actor, seen.on)
    except RuleError as error:
        return {"mandate": None, "no_mandate": explain(error)}
    found = mandate(region, key)
    if found is None:
        raise Http404
    limit = euro(found.limit_cents) if found.limit_cents is not None else _("no limit")
    return {
        "mandate": [
            (_("Decided by"), found.organ),
            (_("Decided on"), long_date(found.decided_on)),
            (_("For what"), found.scope),
            (_("Up to"), limit),
        ]
    }


def _up(seen: Visit, page: DealPage) -> tuple[str, str]:
    return to_deal(seen, page.slug), page.current.facts.title
