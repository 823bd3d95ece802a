# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Commitments, how far each is, what is past its date, and who helps whom by them."""

from dataclasses import fields
from types import SimpleNamespace
from typing import Any

from rest_framework import serializers

from samenspel.core.deals.balance import Balance, Total
from samenspel.core.deals.commitment import Commitment as Promised
from samenspel.core.deals.commitment import Kind, Outcome
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.overdue import Escalation
from samenspel.deals.queries import (
    CommitmentRow,
    commitment,
    commitments,
    late,
    overdue,
    region_balance,
    settled,
    steps,
)

from .asking import Asked
from .reading import Resource
from .showing import Address, CamelCase, Code, Moment, PageQuery, listing, texts

_KINDS, _RUNGS = [str(kind) for kind in Kind], [str(rung) for rung in Rung]


class Amount(CamelCase):
    """Money in a year."""

    year = serializers.IntegerField()
    amount_cents = serializers.IntegerField(help_text="Whole eurocents.")


class Condition(CamelCase):
    """On what a commitment depends, and who fulfils it."""

    text = serializers.CharField()
    party = serializers.CharField(help_text="Slug of the party that fulfils it; else empty.")
    who = serializers.CharField(help_text="Who else fulfils it, such as the Rijk; else empty.")
    due_on = serializers.DateField(allow_null=True)
    outcome = serializers.ChoiceField([str(one) for one in Outcome])
    settled_on = serializers.DateField(allow_null=True)


class Decision(CamelCase):
    """Which organ of the party decided it."""

    organ = serializers.CharField()
    decided_on = serializers.DateField()
    link = serializers.CharField(help_text="Where it can be read; else empty.")


class Promise(CamelCase):
    """What one party promises."""

    key = serializers.CharField(help_text="The same in every version of a deal.")
    party = serializers.CharField(help_text="Slug of the party that makes it.")
    target = serializers.CharField(help_text="To what: measure:, goal: or deal: and its key.")
    kind = serializers.ChoiceField(_KINDS)
    what = serializers.CharField()
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    amounts = Amount(many=True)
    hours = serializers.IntegerField(allow_null=True, help_text="Over the whole period.")
    valuation_cents = serializers.IntegerField(
        allow_null=True, help_text="What it is worth, in whole eurocents, if it is no money."
    )
    valuation_evidence = serializers.CharField()
    helps = texts("Slugs of the parties for whom it is done.")
    in_return = serializers.CharField(help_text="What the party gets for it.")
    conditions = Condition(many=True)
    decided = Decision(allow_null=True)


class Commitment(Promise):
    """What one party promises, and how far it is."""

    url = Address("key")
    rung = serializers.ChoiceField(_RUNGS, help_text="How far it is.")
    deals = texts("Slugs of the deals that bind it.")
    overdue_days = serializers.IntegerField(help_text="Days past its date without evidence; 0: no.")
    escalation = serializers.ChoiceField(
        [str(step) for step in Escalation],
        allow_null=True,
        help_text="Who is asked to look at it; null: nobody yet.",
    )
    explanation = serializers.CharField(help_text="Why it is late, by the party itself.")
    explained_at = Moment(allow_null=True)


class Late(CamelCase):
    """A commitment past its date without evidence, with what its party says of it."""

    commitment = serializers.CharField(help_text="Its key.")
    party = serializers.CharField(help_text="Slug of the party that made it.")
    what = serializers.CharField()
    ends_on = serializers.DateField(help_text="Its date.")
    days = serializers.IntegerField(help_text="How long ago that was.")
    escalation = serializers.ChoiceField(
        [str(step) for step in Escalation], allow_null=True, help_text="Who is asked to look at it."
    )
    explanation = serializers.CharField(help_text="Why it is late, by the party itself.")
    explained_at = Moment(allow_null=True)


class Step(CamelCase):
    """A step up or down the ladder; who took it is not told."""

    rung = serializers.ChoiceField(_RUNGS)
    was = serializers.CharField(help_text="The rung before; of the first step empty.")
    on = serializers.DateField(help_text="As of which day.")
    at = Moment(help_text="When it was recorded.")
    evidence = serializers.CharField()
    reason = serializers.CharField(help_text="Why it went down.")


class SettledCondition(Condition):
    """A condition of a commitment with the proof of what became of it."""

    number = serializers.IntegerField(help_text="From 1, in the order of the commitment.")
    evidence = serializers.CharField()


class Gathered(CamelCase):
    """Money, hours and commitments together; a figure that nobody gave is null."""

    cents = serializers.IntegerField(allow_null=True, help_text="Whole eurocents.")
    hours = serializers.IntegerField(allow_null=True)
    commitments = texts("Keys of the commitments it comes from.")

    def to_representation(self, instance: Total) -> dict[str, Any]:
        """Return the total with its commitments by key."""
        keys = [gift.key for gift in instance.gifts]
        return {"cents": instance.cents, "hours": instance.hours, "commitments": keys}


class PartyBalance(CamelCase):
    """What a party brings and gets over all that is promised."""

    party = serializers.CharField(help_text="Slug of the party; empty: the region as a whole.")
    brings = Gathered()
    gets = Gathered()


class Exchange(CamelCase):
    """What one party does for another."""

    giver = serializers.CharField(help_text="Slug of the party that helps.")
    taker = serializers.CharField(help_text="Slug of who is helped; empty: the region.")
    total = Gathered()


class LateQuery(PageQuery):
    """A page of what is past its date."""

    party = Code("Only of this party, by slug.")


class CommitmentQuery(LateQuery):
    """A page of commitments."""

    target = Code("Only to this, such as measure:M1.", pattern=r"^[a-z]{4,7}:[A-Za-z0-9-]{1,50}\Z")
    deal = Code("Only what this deal binds, by slug.")
    kind = serializers.ChoiceField(_KINDS, required=False, help_text="Only of this kind.")
    rung = serializers.ChoiceField(_RUNGS, required=False, help_text="Only on this rung.")


def _commitments(asked: Asked) -> dict[str, Any]:
    chosen = asked.chosen("party", "target", "deal")
    kind, rung = asked.query.get("kind"), asked.query.get("rung")
    found = [
        row
        for row in commitments(asked.region.pk, asked.actor, **chosen)
        if kind in {None, row.commitment.kind} and rung in {None, row.rung}
    ]
    return asked.listing(_shown(asked, found[asked.window]), len(found))


def _commitment(asked: Asked) -> Any:
    row = _one(asked)
    return row and _shown(asked, [row])[0]


def _overdue(asked: Asked) -> dict[str, Any]:
    return asked.page_of(
        [
            {
                "commitment": one.row.commitment.key,
                "party": one.row.commitment.party,
                "what": one.row.commitment.what,
                "ends_on": one.row.commitment.ends_on,
                "days": one.days,
                "escalation": one.escalation,
                "explanation": one.row.explanation,
                "explained_at": one.row.explained_at,
            }
            for one in overdue(asked.region.pk, on=asked.on, **asked.chosen("party"))
        ]
    )


def _one(asked: Asked) -> CommitmentRow | None:
    return commitment(asked.region.pk, asked.where["key"], asked.actor)


def _shown(asked: Asked, rows: list[CommitmentRow]) -> list[SimpleNamespace]:
    """Return what is promised and what became of it side by side."""
    past = {one.row.commitment.key: one for one in late(asked.region.pk, rows, on=asked.on)}
    names = [field.name for field in fields(Promised)]
    shown = []
    for row in rows:
        one = past.get(row.commitment.key)
        shown.append(
            SimpleNamespace(
                **{name: getattr(row.commitment, name) for name in names},
                rung=row.rung,
                deals=row.deals,
                overdue_days=one.days if one else 0,
                escalation=one.escalation if one else None,
                explanation=row.explanation,
                explained_at=row.explained_at,
            )
        )
    return shown


def _steps(asked: Asked) -> Any:
    row = _one(asked)
    return row and asked.page_of(steps(row.pk))


def _conditions(asked: Asked) -> Any:
    row = _one(asked)
    if row is None:
        return None
    proof = {one.number: one.evidence for one in settled(row.pk)}
    numbered = enumerate(row.commitment.conditions, 1)
    return asked.page_of(
        [
            {name: getattr(one, name) for name in one.__slots__}
            | {"number": number, "evidence": proof.get(number, "")}
            for number, one in numbered
        ]
    )


def _balances(asked: Asked) -> dict[str, Any]:
    found: dict[str, Balance] = _balance(asked).parties
    return asked.page_of([found[party] for party in sorted(found)])


def _exchanges(asked: Asked) -> dict[str, Any]:
    cells = _balance(asked).cells
    return asked.page_of(
        [
            {"giver": giver, "taker": taker, "total": cells[giver, taker]}
            for giver, taker in sorted(cells)
        ]
    )


def _balance(asked: Asked) -> Any:
    return region_balance(asked.region.pk, asked.region.slug, on=asked.on)


RESOURCES = {
    "commitments": Resource(
        "The commitments", listing(Commitment), _commitments, CommitmentQuery, is_list=True
    ),
    "commitment": Resource("A commitment", Commitment, _commitment),
    "commitment-steps": Resource(
        "How a commitment went up and down the ladder",
        listing(Step),
        _steps,
        PageQuery,
        is_list=True,
    ),
    "commitment-conditions": Resource(
        "The conditions of a commitment, with their proof",
        listing(SettledCondition),
        _conditions,
        PageQuery,
        is_list=True,
    ),
    "overdue": Resource(
        "What is past its date without evidence, the longest first",
        listing(Late),
        _overdue,
        LateQuery,
        is_list=True,
    ),
    "balances": Resource(
        "What each party brings and gets",
        listing(PartyBalance),
        _balances,
        PageQuery,
        is_list=True,
    ),
    "exchanges": Resource("Who helps whom", listing(Exchange), _exchanges, PageQuery, is_list=True),
}
