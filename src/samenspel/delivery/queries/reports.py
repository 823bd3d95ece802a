# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reports as they were frozen, and what a new one would hold; for everyone."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from samenspel.agenda.queries import current_version, goals
from samenspel.core.agenda.money import total
from samenspel.core.agenda.record import Goal, Measure
from samenspel.core.agenda.states import IN_FORCE
from samenspel.core.canonical import decode
from samenspel.core.delivery.progress import OVER
from samenspel.core.delivery.report import (
    Audience,
    Content,
    FigureLine,
    GoalLine,
    LateLine,
    MeasureLine,
    content_of,
)
from samenspel.core.delivery.schedule import Period
from samenspel.core.delivery.track import Track
from samenspel.core.errors import RuleError
from samenspel.core.limits import decimal_text
from samenspel.deals.queries import commitments, late
from samenspel.delivery import models
from samenspel.delivery.queries.goals import all_observations, tracks
from samenspel.delivery.queries.owners import measures_now
from samenspel.delivery.queries.progress import ProgressRow, all_answers, valid
from samenspel.parties.queries import parties
from samenspel.regions.queries import RegionFacts


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    audience: Audience
    period: str
    number: int
    frozen_at: datetime
    reason: str
    digest: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with its text, all its versions, and the one before it to compare with."""

    row: ReportRow
    text: str
    content: Content
    versions: tuple[ReportRow, ...]
    before: ReportRow | None
    content_before: Content | None


_FIELDS = ("audience", "period", "number", "frozen_at", "reason", "digest")


def reports(region_id: int) -> list[ReportRow]:
    """Return every version of every report, the newest period first; one statement."""
    rows = models.Report.objects.filter(region_id=region_id)
    rows = rows.order_by("-period", "audience", "-number")
    return [_row(one) for one in rows.values_list(*_FIELDS)]


def report(
    region_id: int, audience: Audience, period: str, number: int | None = None
) -> ReportPage | None:
    """
    Return a version of a report, the newest without *number*; None when there is none.

    It is compared with the version that it corrects, else with the newest for the same readers of
    an earlier period. Three statements.
    """
    rows = [one for one in reports(region_id) if one.audience is audience]
    versions = tuple(one for one in rows if one.period == period)
    chosen = [one for one in versions if number in {None, one.number}]
    if not chosen:
        return None
    row = chosen[0]
    earlier = [one for one in versions if one.number < row.number]
    earlier += [one for one in rows if one.period < period]
    before = earlier[0] if earlier else None
    text = _text(region_id, row)
    return ReportPage(
        row,
        text,
        _content(text),
        versions,
        before,
        _content(_text(region_id, before)) if before else None,
    )


def draw(region: RegionFacts, audience: Audience, period: Period, on: date) -> Content:
    """
    Return what a report holds when it is drawn on a day; a score of statements.

    Raises:
        RuleError: ``no-agenda-in-force``.
    """
    version = current_version(region.slug)
    if version is None or version.state not in IN_FORCE:
        raise RuleError("no-agenda-in-force")
    answers = _answers(region.pk, period)
    called = {one.slug: one.name for one in parties(region.pk)}
    aims = goals(version.pk)
    known = tracks(aims, all_observations(region.pk))
    promised = commitments(region.pk)
    return Content(
        region=region.slug,
        region_title=region.title,
        fictional=region.fictional,
        audience=audience,
        period=period.code,
        starts_on=str(period.starts_on),
        ends_on=str(period.ends_on),
        agenda=version.number,
        agenda_title=version.title,
        measures=tuple(
            _measure(one, answers.get(one.key), called.get(one.lead, ""))
            for one in measures_now(region.slug)
        ),
        goals=tuple(_goal(one, known[one.key]) for one in aims),
        rungs=dict(sorted(Counter(str(row.rung) for row in promised).items())),
        late=tuple(
            LateLine(
                one.row.commitment.key,
                called.get(one.row.commitment.party, ""),
                one.row.commitment.what,
                str(one.row.commitment.ends_on),
                one.row.explanation,
            )
            for one in late(region.pk, promised, on=on)
        ),
    )


def _answers(region_id: int, period: Period) -> dict[str, ProgressRow]:
    """Return measure -> its answer about a period; of what was over before, how it ended."""
    found: dict[str, ProgressRow] = {}
    for (measure, code), row in sorted(valid(all_answers(region_id)).items()):
        if code == period.code or (code < period.code and row.answer.status in OVER):
            found[measure] = row
    return found


def _measure(one: Measure, row: ProgressRow | None, lead_name: str) -> MeasureLine:
    expected = {part.goal: part.amount for part in one.contributions}
    budget = total([one])
    if row is None:
        return MeasureLine(one.key, one.title, one.lead, lead_name, None, budget_cents=budget)
    answer = row.answer
    return MeasureLine(
        key=one.key,
        title=one.title,
        lead=one.lead,
        lead_name=lead_name,
        status=answer.status,
        sentence=answer.sentence,
        answered_on=str(row.on),
        budget_cents=budget,
        spent_cents=answer.spent_cents,
        figures=tuple(
            FigureLine(goal, decimal_text(value), _text_of(expected.get(goal)))
            for goal, value in answer.figures
        ),
    )


def _goal(one: Goal, known: Track) -> GoalLine:
    newest = known.newest
    return GoalLine(
        key=one.key,
        title=one.title,
        unit=one.unit,
        baseline=_text_of(one.baseline),
        target=_text_of(one.target),
        target_year=one.target_year,
        value=_text_of(newest.value) if newest else "",
        on=str(newest.on) if newest else "",
        expected=_text_of(known.expected),
        margin=_text_of(known.margin),
        verdict=known.verdict,
        source=newest.source if newest else "",
    )


def _text_of(value: Any) -> str:
    return "" if value is None else decimal_text(value)


def _row(values: Any) -> ReportRow:
    audience, *rest = values
    return ReportRow(Audience(audience), *rest)


def _text(region_id: int, row: ReportRow) -> str:
    rows = models.Report.objects.filter(
        region_id=region_id, audience=row.audience, period=row.period, number=row.number
    )
    return rows.values_list("content", flat=True).get()


def _content(text: str) -> Content:
    return content_of(cast("dict[str, Any]", decode(text.encode())))
