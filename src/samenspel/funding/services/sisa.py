# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""SiSa: which columns, what is typed in them, and locking a year."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.errors import RuleError
from samenspel.core.funding.sisa import (
    COMPUTED,
    Column,
    check_answers,
    check_columns,
    digest_of,
    frozen,
    plain_columns,
    table,
    unanswered,
)
from samenspel.core.limits import SHORT_TEXT, shown
from samenspel.core.rights import Actor
from samenspel.deals.services.recording import Doing
from samenspel.funding import models
from samenspel.funding.queries.cashier import payments
from samenspel.funding.queries.sisa import SisaFacts, YearFacts, sisa_table

from .keeping import begin_keeping

_MAX_SCHEME = 20


@transaction.atomic
def set_columns(
    *,
    region: str,
    source: str,
    columns: Sequence[Column],
    scheme: str = "",
    actor: Actor,
    at: datetime,
) -> None:
    """
    Set the columns that are handed in for a source; *scheme* is the code of the arrangement.

    Years that are locked keep the columns they were locked with.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-funding-source``, or as
            ``check_columns``.
    """
    doing = begin_keeping(region, actor, at)
    check_columns(columns)
    check_text("scheme", scheme, most=_MAX_SCHEME, needed=False)
    found = models.FundingSource.objects.filter(region_id=doing.region_id, key=source).first()
    if found is None:
        raise RuleError("unknown-funding-source", field="source", key=shown(source))
    models.SisaTable.objects.update_or_create(
        source=found, defaults={"columns": plain_columns(columns), "scheme": scheme}
    )
    details = {"columns": plain_columns(columns), "scheme": scheme}
    doing.record("sisa-columns-set", f"funding-source:{source}", details)


@transaction.atomic
def answer_sisa(  # noqa: PLR0913 - where, which answers, by whom
    *,
    region: str,
    source: str,
    year: int,
    measure: str,
    answers: Mapping[str, str],
    actor: Actor,
    at: datetime,
) -> None:
    """
    Type what a year says of a measure beside the money; an empty answer takes one away.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``sisa-table-missing``,
            ``sisa-year-locked``, ``sisa-measure-unpaid``, or as ``check_answers``.
    """
    doing = begin_keeping(region, actor, at)
    facts = _table(doing, source)
    check_answers(facts.columns, answers)
    if not any(
        one.measure == measure and one.spent_cents and one.year <= year
        for one in payments(doing.region_id, source=source)
    ):
        raise RuleError("sisa-measure-unpaid", measure=shown(measure), year=year)
    row = _open(facts, year)
    given = {**row.answers.get(measure, {}), **answers}
    row.answers[measure] = {code: one for code, one in given.items() if one}
    row.save(update_fields=["answers"])
    details = {"measure": measure, "answers": dict(answers), "year": year}
    doing.record("sisa-answered", f"funding-source:{source}", details)


@transaction.atomic
def lock_year(*, region: str, source: str, year: int, actor: Actor, at: datetime) -> str:
    """
    Freeze a year as it is handed in; return its digest. Payments up to that year then stand still.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``sisa-table-missing``,
            ``sisa-year-running``, ``sisa-year-locked``, ``sisa-answer-missing`` or as
            ``check_answers``.
    """
    doing = begin_keeping(region, actor, at)
    facts = _table(doing, source)
    if year >= doing.on.year:
        raise RuleError("sisa-year-running", year=year)
    row = _open(facts, year)
    _check_typed(facts, row.answers)
    paid = [one for one in payments(doing.region_id, source=source) if one.year <= year]
    rows = table(facts.columns, year, paid, row.answers)
    if missing := unanswered(facts.columns, rows):
        measure, column = missing[0]
        raise RuleError("sisa-answer-missing", measure=measure, column=column, count=len(missing))
    row.text = frozen(source, year, facts.columns, rows)
    row.digest, row.locked_at = digest_of(row.text), at
    row.save(update_fields=["text", "digest", "locked_at"])
    details = {"digest": row.digest, "version": row.number, "year": year}
    doing.record("sisa-year-locked", f"funding-source:{source}", details)
    return row.digest


@transaction.atomic
def reopen_year(
    *, region: str, source: str, year: int, reason: str, actor: Actor, at: datetime
) -> None:
    """
    Open a new version of the last locked year, to correct it; what was handed in stays as it was.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``sisa-table-missing``,
            ``sisa-year-not-locked``, ``sisa-later-year-locked``, ``text-missing`` or
            ``text-unfit``.
    """
    doing = begin_keeping(region, actor, at)
    facts = _table(doing, source)
    check_text("reason", reason, most=SHORT_TEXT)
    latest = facts.latest.get(year)
    if latest is None or not latest.is_locked:
        raise RuleError("sisa-year-not-locked", year=year)
    if facts.locked_through > year:
        raise RuleError("sisa-later-year-locked", year=year, later=facts.locked_through)
    models.SisaYear.objects.create(
        table_id=facts.pk,
        year=year,
        number=latest.number + 1,
        reason=reason,
        answers={measure: dict(given) for measure, given in latest.answers.items()},
    )
    details = {"reason": reason, "version": latest.number + 1, "year": year}
    doing.record("sisa-year-reopened", f"funding-source:{source}", details)


def _table(doing: Doing, source: str) -> SisaFacts:
    facts = sisa_table(doing.region_id, source)
    if facts is None:
        raise RuleError("sisa-table-missing", source=shown(source))
    return facts


def _open(facts: SisaFacts, year: int) -> models.SisaYear:
    """Return the open version of a year, a new one when there is none yet."""
    latest: YearFacts | None = facts.latest.get(year)
    if year <= facts.locked_through or (latest and latest.is_locked):
        raise RuleError("sisa-year-locked", year=max(year, facts.locked_through))
    if latest is None:
        return models.SisaYear.objects.create(table_id=facts.pk, year=year)
    return models.SisaYear.objects.get(pk=latest.pk)


def _check_typed(facts: SisaFacts, answers: Mapping[str, Mapping[str, str]]) -> None:
    """Check what was typed against the columns as they are now; those that went are passed over."""
    typed = {one.code for one in facts.columns if one.kind not in COMPUTED}
    for given in answers.values():
        check_answers(facts.columns, {code: text for code, text in given.items() if code in typed})
