# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what: allocations with their shares, and scenarios on them."""

from typing import Any

from rest_framework import serializers

from samenspel.core.funding.allocation import AllocationState
from samenspel.funding.queries.allocations import (
    AllocationFacts,
    ScenarioFacts,
    allocations,
    scenarios,
)

from .asking import Asked
from .reading import Resource
from .showing import CamelCase, Code, Moment, PageQuery, listing

_KEY = r"^[A-Za-z0-9][A-Za-z0-9-]{0,19}\Z"


class Share(CamelCase):
    """What a party is asked and pays, over all years."""

    party = serializers.CharField(help_text="Slug of the party.")
    asked_cents = serializers.IntegerField()
    pays_cents = serializers.IntegerField()


class Allocation(CamelCase):
    """Who pays what by a key; frozen with its figures when it is put to a decision."""

    key = serializers.CharField()
    title = serializers.CharField()
    state = serializers.ChoiceField([str(one) for one in AllocationState])
    note = serializers.CharField()
    years = serializers.ListField(child=serializers.IntegerField())
    based_on = serializers.CharField(help_text="Key of the allocation before; else empty.")
    digest = serializers.CharField(help_text="SHA-256 of the text; empty for a draft.")
    frozen_at = Moment(allow_null=True)
    decided_on = serializers.DateField(allow_null=True)
    decided_by = serializers.CharField()
    text = serializers.CharField(help_text="What is frozen: a plan that anybody can divide again.")
    asked_cents = serializers.IntegerField()
    gap_cents = serializers.IntegerField(help_text="What nobody pays.")
    shares = Share(many=True)


class Scenario(CamelCase):
    """What if: changes to an allocation, and who then pays what."""

    key = serializers.CharField(help_text="The last part of its address.")
    title = serializers.CharField()
    note = serializers.CharField()
    allocation = serializers.CharField(help_text="Key of the allocation.")
    changes = serializers.CharField(help_text="What is changed, as JSON.")
    way = serializers.CharField(help_text="How the gap is closed; empty when it is not.")
    published_at = Moment(allow_null=True)
    asked_cents = serializers.IntegerField()
    gap_cents = serializers.IntegerField(help_text="What nobody pays before the gap is closed.")
    shares = Share(many=True)


class ScenarioQuery(PageQuery):
    """A page of scenarios."""

    allocation = Code("Only on this allocation, by key.", pattern=_KEY)


def _allocations(asked: Asked) -> dict[str, Any]:
    return asked.page_of([_allocation(one) for one in allocations(asked.region.pk, asked.actor)])


def _scenarios(asked: Asked) -> dict[str, Any]:
    wanted = asked.chosen("allocation").get("allocation", "")
    known = {one.key: one for one in allocations(asked.region.pk, asked.actor)}
    kept = scenarios(asked.region.pk, asked.actor, of=wanted)
    return asked.page_of([_scenario(one, known[one.allocation]) for one in kept])


def _allocation(one: AllocationFacts) -> dict[str, Any]:
    made = one.reckoned()
    names = ("key", "title", "note", "based_on", "digest", "frozen_at", "decided_on", "decided_by")
    return {name: getattr(one, name) for name in names} | {
        "state": str(one.state),
        "years": list(made.plan.years),
        "text": one.content,
        "asked_cents": made.found.programme_cents,
        "gap_cents": made.found.gap_cents,
        "shares": _shares(made.found.asked, made.found.by_party()),
    }


def _scenario(one: ScenarioFacts, of: AllocationFacts) -> dict[str, Any]:
    found = one.outcome(of)
    names = ("title", "note", "allocation", "changes", "way", "published_at")
    return {name: getattr(one, name) for name in names} | {
        "key": one.slug,
        "asked_cents": found.found.programme_cents,
        "gap_cents": found.found.gap_cents,
        "shares": _shares(found.found.asked, found.final.by_party()),
    }


def _shares(asked: dict[str, dict[int, int]], pays: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"party": party, "asked_cents": sum(years.values()), "pays_cents": pays[party]}
        for party, years in asked.items()
    ]


RESOURCES = {
    "allocations": Resource(
        "Who pays what, by which key", listing(Allocation), _allocations, PageQuery, is_list=True
    ),
    "scenarios": Resource("What if", listing(Scenario), _scenarios, ScenarioQuery, is_list=True),
}
