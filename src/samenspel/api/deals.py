# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Deals with their versions, who signed them and with what held back, and who left."""

from collections.abc import Callable
from typing import Any

from django.http import Http404
from rest_framework import serializers

from samenspel.core.deals.deal import SharingKind
from samenspel.core.deals.overdue import Escalation
from samenspel.core.deals.rules import RuleKind
from samenspel.core.deals.states import DealState
from samenspel.deals.queries import (
    DealPage,
    VersionPage,
    deal,
    deals,
    signature_entries,
    signed_text,
    withdrawal_preview,
)

from .asking import Asked
from .commitments import Promise
from .reading import Resource
from .showing import Address, CamelCase, Code, Moment, PageQuery, listing, texts
from .versions import FieldDifference

_STATES = [str(state) for state in DealState]


def _state() -> serializers.ChoiceField:
    return serializers.ChoiceField(_STATES, help_text="Where it stands today.")


class Deal(CamelCase):
    """A deal, by the version in force; for want of one by the latest."""

    url = Address("slug")
    slug = serializers.CharField(help_text="What the deal is known by in the region.")
    title = serializers.CharField()
    number = serializers.IntegerField(help_text="Number of that version.")
    state = _state()
    state_since = Moment(help_text="When that version came in the state that is kept of it.")
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True, help_text="Its last day.")
    lapses_on = serializers.DateField(
        allow_null=True, help_text="From this day on too few parties are left."
    )
    in_force_at = Moment(allow_null=True, help_text="When enough parties had signed.")
    parties = texts("Slugs of the parties at the table.")
    signed = texts("Slugs of the parties whose signature counts.")
    left = texts("Slugs of the parties that left or gave notice.")
    waiting = texts("Slugs of the parties that are asked to sign and have not.")
    reservations = serializers.IntegerField(help_text="How many were made while signing.")
    open = serializers.ChoiceField(
        _STATES, allow_null=True, help_text="State of a version under way; null: there is none."
    )


class Weight(CamelCase):
    """The weight of one party: its votes, or its share."""

    party = serializers.CharField(help_text="Slug of the party.")
    weight = serializers.IntegerField()


class Rule(CamelCase):
    """Who must have signed before it is in force."""

    kind = serializers.ChoiceField([str(kind) for kind in RuleKind])
    weights = Weight(many=True)
    at_least = serializers.IntegerField(allow_null=True)


class Sharing(CamelCase):
    """How the others would carry what a party that leaves no longer brings."""

    kind = serializers.ChoiceField([str(kind) for kind in SharingKind])
    weights = Weight(many=True)


class DealVersion(CamelCase):
    """A version of a deal; each after the first amends the one before."""

    url = Address("number")
    number = serializers.IntegerField()
    state = _state()
    state_since = Moment(source="facts.state_since", help_text="When it came in this state.")
    in_force_at = Moment(source="facts.in_force_at", allow_null=True)
    title = serializers.CharField(source="record.terms.title")
    starts_on = serializers.DateField(source="record.terms.starts_on", allow_null=True)
    ends_on = serializers.DateField(source="record.terms.ends_on", allow_null=True)
    lapses_on = serializers.DateField(source="facts.lapses_on", allow_null=True)
    notice_days = serializers.IntegerField(
        source="record.terms.notice_days", help_text="A party that leaves is bound so much longer."
    )
    parties = serializers.ListField(
        source="record.terms.parties", child=serializers.CharField(), help_text="Slugs."
    )
    must_sign = serializers.SerializerMethodField(help_text="Slugs of those that have to.")
    waiting = texts("Slugs of the parties that are asked to sign and have not.")
    note = serializers.CharField(source="facts.note", help_text="Why it was retracted.")
    digest = serializers.CharField(
        source="facts.digest", help_text="SHA-256 of what is signed; empty while it is a draft."
    )

    def get_mustSign(self, page: VersionPage) -> list[str]:  # noqa: N802 - the name outside
        """Return them in order."""
        return sorted(page.facts.must_sign)


class EscalationStep(CamelCase):
    """What follows when a commitment is late, from a number of days on."""

    step = serializers.ChoiceField([str(step) for step in Escalation])
    after_days = serializers.IntegerField(help_text="Days after its last day.")
    words = serializers.CharField(help_text="What then happens by this deal; else empty.")


class WholeVersion(DealVersion):
    """A version of a deal with its text, its terms and the commitments in it."""

    text = serializers.CharField(source="record.terms.text", help_text="Markdown.")
    rule = Rule(source="record.terms.rule")
    sharing = Sharing(source="record.terms.sharing")
    escalation = EscalationStep(source="record.terms.when_late", many=True)
    commitments = Promise(source="record.commitments", many=True)


class SignedText(CamelCase):
    """Exactly what is signed: JSON after RFC 8785, whose SHA-256 is the digest."""

    digest = serializers.CharField()
    text = serializers.CharField(trim_whitespace=False)


class Reservation(CamelCase):
    """What a party held back while it signed."""

    text = serializers.CharField()
    clause = serializers.CharField(help_text="On which clause; else empty.")
    commitment = serializers.CharField(help_text="On which commitment, by key; else empty.")


class Signature(CamelCase):
    """That a party agrees to exactly the text with this digest; who signed for it is not told."""

    version = serializers.IntegerField(help_text="Number of the version that was signed.")
    party = serializers.CharField(help_text="Slug of the party.")
    at = Moment()
    digest = serializers.CharField(help_text="SHA-256 of what was signed.")
    organ = serializers.CharField(help_text="Which organ gave the mandate.")
    decided_on = serializers.DateField(help_text="When it did.")
    link = serializers.CharField(help_text="Where that can be read; else empty.")
    reservations = Reservation(many=True)
    entry = serializers.IntegerField(
        allow_null=True, help_text="Number of its entry in the ledger, for a proof."
    )


class Withdrawal(CamelCase):
    """That a party leaves a deal."""

    url = Address("party")
    party = serializers.CharField(help_text="Slug of the party.")
    reason = serializers.CharField()
    given_on = serializers.DateField(help_text="When it gave notice.")
    effective_on = serializers.DateField(help_text="From this day on it is no longer bound.")


class FailingCondition(CamelCase):
    """A condition that the party was to fulfil for the commitment of another."""

    commitment = serializers.CharField(help_text="Key of that commitment.")
    party = serializers.CharField(help_text="Slug of the party that made it.")
    text = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)


class LostMoney(CamelCase):
    """Money that falls away from one measure or goal."""

    target = serializers.CharField(help_text="Such as measure:M1.")
    cents = serializers.IntegerField(help_text="Whole eurocents.")


class ExtraMoney(CamelCase):
    """What one party would pay to make up for the money that falls away."""

    party = serializers.CharField(help_text="Slug of the party.")
    cents = serializers.IntegerField(help_text="Whole eurocents.")


class Consequences(CamelCase):
    """What it breaks that a party leaves a deal."""

    party = serializers.CharField(help_text="Slug of the party.")
    effective_on = serializers.DateField()
    stands = serializers.BooleanField(help_text="Whether the others still have a deal.")
    majority = serializers.CharField(
        help_text="Slug of who then alone has most votes, so that the rule must be renewed; else "
        "empty."
    )
    lost = texts("Keys of commitments that fall away, wholly or from then on.")
    conditions = FailingCondition(many=True)
    leads_lost = texts("Measures and goals without lead or owner, such as measure:M1.")
    money_lost = LostMoney(many=True)
    hours_lost = serializers.IntegerField()
    extra_cents = ExtraMoney(many=True)


class DealDifference(CamelCase):
    """What happened to a deal, or to one commitment in it, in an amendment."""

    kind = serializers.ChoiceField(["deal", "commitment"])
    key = serializers.CharField(help_text="Of the commitment; of the deal empty.")
    title = serializers.CharField()
    change = serializers.ChoiceField(["added", "dropped", "changed"])
    changes = FieldDifference(many=True, source="fields")


class DealQuery(PageQuery):
    """A page of deals."""

    party = Code("Only with this party at the table, by slug.")
    state = serializers.ChoiceField(_STATES, required=False, help_text="Only in this state.")


def _deals(asked: Asked) -> dict[str, Any]:
    found = deals(asked.region.pk, asked.actor, on=asked.on, **asked.chosen("party"))
    state = asked.query.get("state")
    return asked.page_of([row for row in found if state in {None, row.state}])


def _deal(asked: Asked) -> Any:
    found = deals(asked.region.pk, asked.actor, on=asked.on)
    return next((row for row in found if row.slug == asked.where["slug"]), None)


def _page(asked: Asked) -> DealPage:
    found = deal(asked.region.pk, asked.where["slug"], asked.actor, on=asked.on)
    if found is None:
        raise Http404("There is no such deal that you may read.")
    return found


def _version(asked: Asked) -> VersionPage:
    for one in _page(asked).versions:
        if one.number == asked.where["number"]:
            return one
    raise Http404("There is no such version that you may read.")


def _text(asked: Asked) -> Any:
    where = asked.where
    text = signed_text(asked.region.pk, where["slug"], where["number"], asked.actor)
    return text and {"digest": _version(asked).facts.digest, "text": text}


def _signatures(asked: Asked) -> dict[str, Any]:
    page, entries = _page(asked), signature_entries(asked.region.slug, asked.where["slug"])
    return asked.page_of(
        [
            {name: getattr(one, name) for name in one.__slots__}
            | {"version": version.number, "entry": entries.get((version.number, one.party))}
            for version in page.versions
            for one in version.facts.signatures
        ]
    )


def _withdrawals(asked: Asked) -> dict[str, Any]:
    found = {one.party: one for page in _page(asked).versions for one in page.facts.withdrawals}
    return asked.page_of(list(found.values()))


def _withdrawal(asked: Asked) -> Any:
    left = {one.party for page in _page(asked).versions for one in page.facts.withdrawals}
    slug, party = asked.where["slug"], asked.where["party"]
    if party not in left:
        return None
    broken = withdrawal_preview(asked.region.pk, asked.region.slug, slug, party, asked.on)
    if broken is None:
        return None
    money, extra = broken.money_lost.items(), broken.extra_cents.items()
    return {name: getattr(broken, name) for name in broken.__slots__} | {
        "money_lost": [{"target": target, "cents": cents} for target, cents in money],
        "extra_cents": [{"party": one, "cents": cents} for one, cents in extra],
    }


def _lists(about: str, shape: type[CamelCase], find: Callable[[Asked], Any]) -> Resource:
    return Resource(about, listing(shape), find, PageQuery, is_list=True)


RESOURCES = {
    "deals": Resource("The deals", listing(Deal), _deals, DealQuery, is_list=True),
    "deal": Resource("A deal", Deal, _deal),
    "deal-versions": _lists(
        "The versions of a deal",
        DealVersion,
        lambda asked: asked.page_of(_page(asked).versions),
    ),
    "deal-version": Resource("A version of a deal, whole", WholeVersion, _version),
    "deal-text": Resource("Exactly what is signed", SignedText, _text),
    "deal-differences": _lists(
        "What a version amends",
        DealDifference,
        lambda asked: asked.page_of(_version(asked).differences),
    ),
    "deal-signatures": _lists("The signatures under a deal", Signature, _signatures),
    "deal-withdrawals": _lists("Who left a deal", Withdrawal, _withdrawals),
    "deal-withdrawal": Resource("What it breaks that a party left", Consequences, _withdrawal),
}
