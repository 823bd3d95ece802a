# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The funding plan: sources, lines, what measures lack, and the tests of the co-financing."""

from types import SimpleNamespace
from typing import Any

from rest_framework import serializers

from samenspel.core.deals.ladder import Rung
from samenspel.core.funding.co_funding import check_plan
from samenspel.core.funding.findings import Verdict
from samenspel.core.funding.plan import gaps
from samenspel.core.funding.sources import SourceKind
from samenspel.funding.queries import RegionPlan, region_plan
from samenspel.words.funding import told

from .asking import Asked
from .reading import Resource
from .showing import CamelCase, Code, PageQuery, camel_case, listing, texts

_RUNGS = [str(rung) for rung in Rung]
_KINDS = [str(kind) for kind in SourceKind]


class FundingSource(CamelCase):
    """Money that somebody has for the region, with its rules."""

    key = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(_KINDS)
    party = serializers.CharField(help_text="Slug of the party whose money it is; else empty.")
    from_national = serializers.BooleanField(
        help_text="Whether it comes from the Rijk, whoever passes it on."
    )
    available_cents = serializers.IntegerField(allow_null=True, help_text="Whole eurocents.")
    most_share = serializers.IntegerField(
        allow_null=True, help_text="The most it pays, in hundredths of a percent of the cost."
    )
    least_own_share = serializers.IntegerField(
        allow_null=True,
        help_text="The least that the region puts in, in hundredths of a percent of both together.",
    )
    deviation = serializers.CharField(help_text="Why less was agreed; else empty.")
    programme = serializers.CharField()
    ends_on = serializers.DateField(allow_null=True)
    evidence = serializers.CharField()
    link = serializers.CharField()


class FundingEntry(CamelCase):
    """What a line puts into a year."""

    year = serializers.IntegerField(allow_null=True, help_text="Null: not divided over years.")
    cents = serializers.IntegerField(help_text="Whole eurocents.")


class FundingLine(CamelCase):
    """Money of one source for one measure."""

    key = serializers.CharField()
    measure = serializers.CharField(help_text="Key of the measure; empty: the programme itself.")
    source: Any = serializers.CharField(help_text="Key of the source.")
    party = serializers.CharField(help_text="Slug of who pays; empty: nobody of the region.")
    beside = serializers.CharField(
        help_text="Key of the source for which it counts as money of the region; else empty."
    )
    commitment = serializers.CharField(help_text="Key of the commitment it rests on; else empty.")
    rung = serializers.ChoiceField(_RUNGS, help_text="How far it is.")
    entries = FundingEntry(many=True)
    hours = serializers.IntegerField(allow_null=True)
    tariff_cents = serializers.IntegerField(allow_null=True)
    evidence = serializers.CharField(help_text="On what a value in kind rests.")
    note = serializers.CharField()


class FundingGap(CamelCase):
    """What a measure costs, gets and lacks."""

    measure = serializers.CharField(help_text="Its key.")
    year = serializers.IntegerField(allow_null=True, help_text="Null: over the whole period.")
    cost_cents = serializers.IntegerField(allow_null=True, help_text="Null: unknown.")
    planned_cents = serializers.IntegerField()
    cents = serializers.IntegerField(
        allow_null=True, help_text="What is missing; below zero is too much; null: unknown."
    )
    lines = texts("Keys of the lines.")


class FundingTest(CamelCase):
    """What a test of the co-financing says."""

    code = serializers.CharField()
    verdict = serializers.ChoiceField([str(one) for one in Verdict])
    about = serializers.CharField(help_text="Such as source:G1; empty: the whole plan.")
    sentence = serializers.CharField()
    advice = serializers.CharField(help_text="What to do; empty when nothing is asked.")
    figures = serializers.DictField(help_text="By name; those in Cents are whole eurocents.")
    lines = texts("Keys of the lines that decide.")


class LineQuery(PageQuery):
    """A page of lines."""

    measure = Code("Only for this measure, by key.", pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,19}\Z")
    source: Any = Code("Only of this source, by key.", pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,19}\Z")
    rung = serializers.ChoiceField(_RUNGS, required=False, help_text="Only on this rung.")


def _plan(asked: Asked) -> RegionPlan:
    return region_plan(asked.region.pk, asked.region.slug, asked.actor)


def _sources(asked: Asked) -> dict[str, Any]:
    return asked.page_of(list(_plan(asked).plan.sources.values()))


def _lines(asked: Asked) -> dict[str, Any]:
    found = _plan(asked)
    wanted = asked.chosen("measure", "source")
    rung = asked.query.get("rung")
    rows = [
        row
        for row in found.rows
        if all(getattr(row.line, name) == value for name, value in wanted.items())
        and rung in {None, row.rung}
    ]
    entries = found.plan.entries
    return asked.page_of(
        [
            SimpleNamespace(
                **{name: getattr(row.line, name) for name in row.line.__slots__ if name != "party"},
                party=row.party or found.plan.sources[row.line.source].party,
                rung=row.rung,
                entries=[one for one in entries if one.line == row.line.key],
            )
            for row in rows
        ]
    )


def _gaps(asked: Asked) -> dict[str, Any]:
    return asked.page_of(gaps(_plan(asked).plan))


def _tests(asked: Asked) -> dict[str, Any]:
    found = _plan(asked)
    names = {f"measure:{key}": title for key, title in found.titles.items()}
    names |= {f"source:{key}": one.name for key, one in found.plan.sources.items()}
    rows = []
    for one in check_plan(found.plan, asked.on):
        words = told(one, names)
        rows.append(
            {
                "code": one.code,
                "verdict": one.verdict,
                "about": one.about,
                "sentence": words.sentence,
                "advice": words.advice,
                "figures": {camel_case(name): value for name, value in one.figures.items()},
                "lines": one.lines,
            }
        )
    return asked.page_of(rows)


RESOURCES = {
    "funding-sources": Resource(
        "The sources of money", listing(FundingSource), _sources, PageQuery, is_list=True
    ),
    "funding-lines": Resource(
        "The lines of the funding plan", listing(FundingLine), _lines, LineQuery, is_list=True
    ),
    "funding-gaps": Resource(
        "What each measure lacks", listing(FundingGap), _gaps, PageQuery, is_list=True
    ),
    "funding-tests": Resource(
        "Whether the co-financing holds", listing(FundingTest), _tests, PageQuery, is_list=True
    ),
}
