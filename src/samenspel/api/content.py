# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is in a version of the agenda: challenges, lines, goals, measures and interests."""

from collections.abc import Callable
from typing import Any

from rest_framework import serializers

from samenspel.agenda.queries import agenda_record
from samenspel.agenda.queries.api import FILTERS, content_item, content_part
from samenspel.core.agenda.orphans import CHECKS, orphans

from .asking import Asked
from .reading import Resource
from .showing import (
    LARGEST,
    Address,
    CamelCase,
    Code,
    Listing,
    PageQuery,
    Quantity,
    Query,
    listing,
    number,
    origin,
    texts,
)


class Challenge(CamelCase):
    """A societal challenge."""

    url = Address("key")
    key = serializers.CharField(help_text="The same in every version.")
    title = serializers.CharField()
    why = serializers.CharField()
    evidence = serializers.CharField()
    sides = texts("Codes of the scheme triangle-side.")
    policy_fields = texts("Codes of the scheme policy-field.")
    source = origin()


class Line(CamelCase):
    """A programme line."""

    url = Address("key")
    key = serializers.CharField(help_text="The same in every version.")
    title = serializers.CharField()
    about = serializers.CharField()
    lead = serializers.CharField(help_text="Slug of the party that leads; empty: none.")
    source = origin()


class Goal(CamelCase):
    """What should be true in a year: an indicator from a baseline to a target."""

    url = Address("key")
    key = serializers.CharField(help_text="The same in every version.")
    title = serializers.CharField()
    challenge = serializers.CharField(help_text="Key of the challenge; empty: none.")
    line = serializers.CharField(help_text="Key of the programme line; empty: none.")
    owner = serializers.CharField(help_text="Slug of the party that answers for it; empty: none.")
    indicator = serializers.CharField()
    unit = serializers.CharField()
    baseline = Quantity(allow_null=True)
    baseline_year = serializers.IntegerField(allow_null=True)
    target = Quantity(allow_null=True)
    target_year = serializers.IntegerField(allow_null=True)
    source = origin()


class Cost(CamelCase):
    """What a measure costs in a year."""

    year = serializers.IntegerField(allow_null=True, help_text="Null: the whole period.")
    amount_cents = serializers.IntegerField(help_text="Whole eurocents.")
    source = origin()


class Contribution(CamelCase):
    """What a measure is expected to add to a goal."""

    goal = serializers.CharField(help_text="Key of the goal.")
    amount = Quantity(allow_null=True, help_text="In the unit of the goal.")
    note = serializers.CharField()


class Measure(CamelCase):
    """What somebody will do."""

    url = Address("key")
    key = serializers.CharField(help_text="The same in every version.")
    title = serializers.CharField()
    about = serializers.CharField()
    line = serializers.CharField(help_text="Key of the programme line; empty: none.")
    challenges = texts("Keys of challenges.")
    lead = serializers.CharField(help_text="Slug of the party that leads; empty: none.")
    partners = texts("Slugs of parties that take part.")
    phase = serializers.CharField(help_text="A code of the scheme phase; empty: unknown.")
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    sides = texts("Codes of the scheme triangle-side.")
    policy_fields = texts("Codes of the scheme policy-field.")
    needs = texts("Keys of measures that must come first.")
    costs = Cost(many=True)
    contributions = Contribution(many=True)
    source = origin()


class Interest(CamelCase):
    """What a party gets from and brings to a challenge."""

    party = serializers.CharField(help_text="Slug of the party.")
    challenge = serializers.CharField(help_text="Key of the challenge; empty: the whole agenda.")
    gets = serializers.CharField()
    brings = serializers.CharField()
    source = origin()


class ContentListing(Listing):
    """A page of what is in one version of the agenda."""

    version = serializers.IntegerField(
        allow_null=True, help_text="Number of the version; null: there is none to read."
    )


class ContentQuery(PageQuery):
    """A page of what is in a version."""

    version = number("Which version; else the current one.", largest=LARGEST, required=False)


class Orphan(CamelCase):
    """A question to the parties: something in the agenda that hangs loose."""

    code = serializers.ChoiceField(list(CHECKS), help_text="What was found.")
    kind = serializers.ChoiceField(["challenge", "goal", "measure", "party"])
    key = serializers.CharField(help_text="Its key; of a party its slug.")
    title = serializers.CharField()


class OrphanQuery(ContentQuery):
    """A page of what hangs loose."""

    code = serializers.ChoiceField(list(CHECKS), required=False, help_text="Only of this check.")
    kind = Code("Only of this kind.")


class ItemQuery(Query):
    """One thing in a version."""

    version = number("Which version; else the current one.", largest=LARGEST, required=False)


def _part(kind: str) -> Callable[[Asked], dict[str, Any]]:
    """Return what finds a page of the things of one kind."""

    def find(asked: Asked) -> dict[str, Any]:
        version, window = asked.version, asked.window
        if version is None:
            return asked.listing((), 0, version=None)
        chosen = asked.chosen(*FILTERS[kind])
        rows, count = content_part(version.pk, kind, window.start, window.stop, chosen)
        return asked.listing(rows, count, version=version.number)

    return find


def _item(kind: str) -> Callable[[Asked], Any]:
    """Return what finds one thing of a kind."""

    def find(asked: Asked) -> Any:
        version = asked.version
        return version and content_item(version.pk, kind, asked.where["key"])

    return find


def _orphans(asked: Asked) -> dict[str, Any]:
    version = asked.version
    found = orphans(agenda_record(version.pk)) if version else []
    chosen = asked.chosen("code", "kind")
    rows = [one for one in found if all(getattr(one, name) == chosen[name] for name in chosen)]
    return {**asked.page_of(rows), "version": version.number if version else None}


def _query(kind: str) -> type[Query]:
    """Return what may be asked of things of one kind."""
    filters = {name: Code(f"Only with this {name}.") for name in FILTERS[kind]}
    return type(f"{kind.capitalize()}Query", (ContentQuery,), {"__doc__": "A page.", **filters})


def _content(kind: str, shape: type[CamelCase], about: str) -> dict[str, Resource]:
    """Return the list of a kind and, unless they have no key, the thing itself."""
    page = listing(shape, ContentListing)
    found = {f"{kind}s": Resource(f"The {about}s", page, _part(kind), _query(kind), is_list=True)}
    if kind != "interest":
        found[kind] = Resource(f"A {about}", shape, _item(kind), ItemQuery)
    return found


RESOURCES = {
    "orphans": Resource(
        "What hangs loose in a version",
        listing(Orphan, ContentListing),
        _orphans,
        OrphanQuery,
        is_list=True,
    ),
    **_content("challenge", Challenge, "challenge"),
    **_content("line", Line, "programme line"),
    **_content("goal", Goal, "goal"),
    **_content("measure", Measure, "measure"),
    **_content("interest", Interest, "interest"),
}
