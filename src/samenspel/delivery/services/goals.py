# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of goals: by hand with a source, or taken from the statistics."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from math import isnan
from typing import Any

from django.db import transaction

from samenspel.agenda.queries import current_version, goals
from samenspel.core.agenda.record import Goal
from samenspel.core.changes import plain
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.delivery.track import Observation, year_end
from samenspel.core.errors import RuleError
from samenspel.core.limits import SHORT_TEXT, decimal_fault, decimal_text
from samenspel.core.rights import Act, Actor
from samenspel.deals.services.recording import Doing, begin, check_not_later
from samenspel.delivery import models
from samenspel.regions.queries import municipalities
from samenspel.regions.queries import region as region_facts
from samenspel.sources.regional_figures import figures, grouped
from samenspel.sources.statistics import editions, indicators, periods


@transaction.atomic
def record_observation(
    *, region: str, goal: str, observation: Observation, actor: Actor, at: datetime
) -> None:
    """
    Add a figure of a goal by hand; on a day that has one, it takes its place.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-item``, ``date-in-future``,
            ``text-missing``, ``text-unfit`` or ``figure-unfit``.
    """
    doing = _begin(region, goal, actor, at)
    check_not_later(observation.on, doing.on)
    check_text("source", observation.source, most=SHORT_TEXT)
    _check_figure(goal, observation)
    _save(doing, goal, [observation], "")


@transaction.atomic
def take_statistics(*, region: str, goal: str, indicator: str, actor: Actor, at: datetime) -> int:
    """
    Take over every year of an official indicator as figures of a goal; return how many.

    They are those of the municipalities that are members now, added up by the rule of the
    indicator, and stand on 31 December of their year.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-item``, ``unknown-indicator`` or
            ``indicator-without-figures``.
    """
    doing = _begin(region, goal, actor, at)
    if indicator not in indicators():
        raise RuleError("unknown-indicator", indicator=indicator)
    found = _statistics(region, doing, indicator)
    if not found:
        raise RuleError("indicator-without-figures", indicator=indicator)
    _save(doing, goal, found, indicator)
    return len(found)


def _begin(region: str, goal: str, actor: Actor, at: datetime) -> Doing:
    """Check the right, which the party that owns the goal has too, and hold the region."""
    one = _goal(region, goal)
    owner = {one.owner} - {""} if one else set()
    doing = begin(region, actor, at, Act.RECORD_OBSERVATION, owner)
    if one is None:
        raise RuleError("unknown-item", key=goal)
    return doing


def _goal(region: str, key: str) -> Goal | None:
    version = current_version(region)
    return next(iter(goals(version.pk, key=key)), None) if version else None


def _check_figure(goal: str, one: Observation) -> None:
    for value in (one.value, one.margin or Decimal()):
        if decimal_fault(value):
            raise RuleError("figure-unfit", goal=goal)
    if one.margin is not None and one.margin < 0:
        raise RuleError("amount-negative", field="margin")


def _statistics(region: str, doing: Doing, indicator: str) -> list[Observation]:
    place = region_facts(region)
    members = municipalities(doing.region_id, doing.on) if place and not place.fictional else []
    whole = grouped({one.code: region for one in members})
    if not whole.regions:
        return []
    digits = indicators()[indicator].decimals
    found = []
    for year in periods(indicator):
        known = figures(year, whole)
        value = float(known.values[0, known.indicators.index(indicator)])
        if not isnan(value):
            said = editions()[indicator, year]
            told = Decimal(str(round(value, digits)))
            found.append(Observation(year_end(year), told, None, f"{said.source}, {said.edition}"))
    return [one for one in found if one.on <= doing.on]


def _save(doing: Doing, goal: str, found: list[Observation], indicator: str) -> None:
    rows = models.Observation.objects.filter(region_id=doing.region_id, goal=goal)
    was = {one.on: one.value for one in rows}
    for one in found:
        models.Observation.objects.update_or_create(
            region_id=doing.region_id,
            goal=goal,
            on=one.on,
            defaults={
                "value": decimal_text(one.value),
                "margin": "" if one.margin is None else decimal_text(one.margin),
                "source": one.source,
                "indicator": indicator,
            },
        )
    told: list[Any] = [plain(replace(one)) for one in found]
    before = {str(one.on): was[one.on] for one in found if one.on in was}
    details = {"indicator": indicator, "figures": told, "was": before}
    doing.record("observations-recorded", f"goal:{goal}", details)
