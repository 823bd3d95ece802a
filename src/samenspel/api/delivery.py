# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How the agenda goes: what owners answered, figures of goals, and reports that were frozen."""

from types import SimpleNamespace
from typing import Any

from rest_framework import serializers

from samenspel.core.delivery.progress import Status
from samenspel.core.delivery.report import Audience
from samenspel.delivery.queries import all_answers, all_observations, reports

from .asking import Asked
from .reading import Resource
from .showing import CamelCase, Code, Moment, PageQuery, Quantity, listing, origin


class DeliveredFigure(CamelCase):
    """What a measure delivered so far towards a goal."""

    goal = serializers.CharField(help_text="Key of the goal.")
    value = Quantity(help_text="In the unit of the goal, all periods together.")


class Progress(CamelCase):
    """What an owner said of a measure and a period; who said it is not told."""

    measure = serializers.CharField(help_text="Key of the measure.")
    period = serializers.CharField(help_text="Year and month of its first day, such as 2026-01.")
    number = serializers.IntegerField(help_text="Above 1: it corrects the one before.")
    at = Moment()
    party = serializers.CharField(help_text="Slug of the party; empty: the secretariat.")
    status = serializers.ChoiceField([str(one) for one in Status], source="answer.status")
    sentence = serializers.CharField(source="answer.sentence")
    spent_cents = serializers.IntegerField(
        source="answer.spent_cents",
        allow_null=True,
        help_text="Spent so far in whole eurocents; null: unknown.",
    )
    figures = DeliveredFigure(many=True)


class GoalObservation(CamelCase):
    """A figure of a goal."""

    goal = serializers.CharField(help_text="Key of the goal.")
    on = serializers.DateField(help_text="The day it is of.")
    value = Quantity()
    margin = Quantity(
        allow_null=True, help_text="Half the width of its 95% interval; null: unknown."
    )
    source = origin()


class FrozenReport(CamelCase):
    """A version of a report; its page sends the frozen text itself."""

    audience = serializers.ChoiceField([str(one) for one in Audience], help_text="For whom.")
    period = serializers.CharField(help_text="Year and month of its first day, such as 2026-01.")
    number = serializers.IntegerField(help_text="Number of the version.")
    frozen_at = Moment()
    reason = serializers.CharField(help_text="Why it corrects the version before; else empty.")
    digest = serializers.CharField(help_text="SHA-256 of its text.")


class ProgressQuery(PageQuery):
    """A page of answers."""

    measure = Code("Only about this measure, by key.")


class ObservationQuery(PageQuery):
    """A page of figures."""

    goal = Code("Only of this goal, by key.")


def _progress(asked: Asked) -> dict[str, Any]:
    wanted = asked.query.get("measure")
    return asked.page_of(
        [
            SimpleNamespace(
                **{name: getattr(row, name) for name in row.__slots__},
                figures=[{"goal": goal, "value": value} for goal, value in row.answer.figures],
            )
            for row in all_answers(asked.region.pk)
            if wanted in {None, row.measure}
        ]
    )


def _observations(asked: Asked) -> dict[str, Any]:
    wanted = asked.query.get("goal")
    return asked.page_of(
        [
            {"goal": goal} | {name: getattr(one, name) for name in one.__slots__}
            for goal, found in all_observations(asked.region.pk).items()
            for one in found
            if wanted in {None, goal}
        ]
    )


def _reports(asked: Asked) -> dict[str, Any]:
    return asked.page_of(reports(asked.region.pk))


RESOURCES = {
    "progress": Resource(
        "What owners said of their measures",
        listing(Progress),
        _progress,
        ProgressQuery,
        is_list=True,
    ),
    "observations": Resource(
        "The figures of goals",
        listing(GoalObservation),
        _observations,
        ObservationQuery,
        is_list=True,
    ),
    "reports": Resource(
        "The reports that were frozen", listing(FrozenReport), _reports, PageQuery, is_list=True
    ),
}
