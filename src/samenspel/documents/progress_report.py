# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A report of what came of an agenda as a document: the page and the PDF say the same."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samenspel.core.deals.ladder import LADDER
from samenspel.core.delivery.report import (
    PARTS,
    FigureLine,
    GoalLine,
    MeasureLine,
    Totals,
    moves,
    totals,
)
from samenspel.delivery.queries import ReportPage
from samenspel.documents.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Text,
    row,
    table,
)
from samenspel.words.deals import RUNGS
from samenspel.words.delivery import (
    STATUSES,
    VERDICTS,
    added,
    frozen_line,
    months,
    moved,
    quantity,
    reckoned,
    report_title,
    with_capital,
)
from samenspel.words.formats import NO_BREAK_SPACE, euro, long_date, short_date


def report_document(page: ReportPage) -> Document:
    """Return a version of a report in the active language, dated by the day it was frozen."""
    content, frozen = page.content, localdate(page.row.frozen_at)
    period = months(_day(content.starts_on), _day(content.ends_on))
    return Document(
        title=report_title(content.audience, content.region_title),
        subtitle=f"{period} · {frozen_line(page.row.number, frozen)}",
        language="en" if (get_language() or "").startswith("en") else "nl",
        made=frozen,
        lead=tuple(_lead(page)),
        blocks=tuple(
            block
            for part in ("changes", *PARTS[content.audience], "about")
            for block in _PARTS[part](page)
        ),
    )


def _lead(page: ReportPage) -> Iterator[str]:
    content, found = page.content, totals(page.content)
    if content.fictional:
        yield _("Example region: everything in this report is made up.")
    yield summary(found)
    if found.verdicts:
        counts = ", ".join(f"{count} {VERDICTS[one].name}" for one, count in found.verdicts)
        yield _("Goals: %(counts)s.") % {"counts": counts}
    if page.row.reason:
        yield _("This version corrects an earlier one: %(reason)s") % {"reason": page.row.reason}
    told = {"region": content.region_title, "digest": page.row.digest[:16]}
    yield _("Progress report of %(region)s, digest %(digest)s…") % told


def summary(found: Totals) -> str:
    """Return how many measures go how."""
    told = {"count": found.measures}
    text = ngettext("%(count)s measure", "%(count)s measures", found.measures) % told
    counts = [f"{count} {STATUSES[one].name}" for one, count in found.statuses]
    if silent := found.measures - found.answered:
        counts.append(_("%(count)s without an answer") % {"count": silent})
    return f"{text}: {', '.join(counts)}."


def _changes(page: ReportPage) -> Iterator[Block]:
    yield Heading(_("What changed"))
    if page.before is None or page.content_before is None:
        yield Text(_("This is the first report for these readers, so there is nothing to compare."))
        return
    before = page.content_before
    told = {
        "period": months(_day(before.starts_on), _day(before.ends_on)),
        "version": page.before.number,
    }
    yield Text(_("Since the report about %(period)s, version %(version)s:") % told)
    units = {one.key: one.unit for one in page.content.goals}
    found = moves(before, page.content)
    if not found:
        yield Text(_("Nothing changed in how measures and goals stand."))
        return
    named: dict[str, list[str]] = {}
    for one in found:
        named.setdefault(f"{one.key} {one.title}", []).append(moved(one, units.get(one.key, "")))
    yield Items(tuple(Cell(f"{name}: {', '.join(said)}.") for name, said in named.items()))


def _goals(page: ReportPage) -> Iterator[Block]:
    yield Heading(_("Goals"))
    columns = (
        Column(_("Goal"), width=5),
        Column(_("Is it on track?"), width=2),
        Column(_("Newest figure"), width=2, number=True),
        Column(_("On the path"), width=2, number=True),
        Column(_("Target"), width=2, number=True),
    )
    yield table("", columns, (_goal(one) for one in page.content.goals))
    yield Text(
        _(
            "A goal is on track when its newest figure lags at most a fifth of the way so far "
            "behind a straight line from the baseline to the target, and never more than a tenth "
            "of the whole way, whatever its margin."
        ),
        quiet=True,
    )


def _goal(one: GoalLine) -> tuple[Cell, ...]:
    target, value = _cell(quantity(one.target, one.unit)), _cell(quantity(one.value, one.unit))
    expected = _cell(reckoned(Decimal(one.expected) if one.expected else None, one.unit))
    return row(
        f"{one.key} {one.title}",
        str(VERDICTS[one.verdict].name),
        Cell(value, short_date(_day(one.on)) if one.on else ""),
        expected,
        Cell(target, str(one.target_year or "")),
    )


def _cell(text: str) -> str:
    """Return a quantity that may break in a narrow column."""
    return text.replace(NO_BREAK_SPACE, " ") or _("unknown")


def _money(page: ReportPage) -> Iterator[Block]:
    found = totals(page.content)
    yield Heading(_("Money"))
    told = {
        "spent": euro(found.spent_cents),
        "told": found.spent_told,
        "measures": found.measures,
        "budget": euro(found.budget_cents),
    }
    yield Text(
        _(
            "Spent so far: %(spent)s, by what the owners of %(told)s of %(measures)s measures say. "
            "All measures together are to cost %(budget)s, as far as that is known."
        )
        % told
    )


def _measures(page: ReportPage) -> Iterator[Block]:
    yield Heading(_("Measures"))
    units = {one.key: one.unit for one in page.content.goals}
    columns = (
        Column(_("Measure"), width=4),
        Column(_("How it goes"), width=5),
        Column(_("Towards its goals"), width=3),
        Column(_("Spent"), width=2, number=True),
        Column(_("Cost in all"), width=2, number=True),
    )
    yield table("", columns, (_measure(one, units) for one in page.content.measures))


def _measure(one: MeasureLine, units: Mapping[str, str]) -> tuple[Cell, ...]:
    if one.status is None:
        how = Cell(_("No answer"))
    else:
        how = Cell(with_capital(STATUSES[one.status].name), one.sentence)
    figures = "; ".join(_figure(each, units) for each in one.figures)
    return row(
        Cell(f"{one.key} {one.title}", one.lead_name or _("nobody leads it yet")),
        how,
        figures or _("no figures"),
        _("unknown") if one.spent_cents is None else euro(one.spent_cents),
        _("unknown") if one.budget_cents is None else euro(one.budget_cents),
    )


def _figure(one: FigureLine, units: Mapping[str, str]) -> str:
    value = added(one.value, units.get(one.goal, ""))
    if not one.expected:
        return f"{one.goal}: {value}"
    told = {"goal": one.goal, "value": value, "expected": quantity(one.expected, "")}
    return _("%(goal)s: %(value)s of %(expected)s") % told


def _commitments(page: ReportPage) -> Iterator[Block]:
    yield Heading(_("What parties promised"))
    rungs = [(step.rung, page.content.rungs.get(step.rung, 0)) for step in LADDER]
    counts = ", ".join(f"{count} {RUNGS[rung].name}" for rung, count in rungs if count)
    yield Text(_("Commitments: %(counts)s.") % {"counts": counts or _("none")})
    if not page.content.late:
        return
    yield Heading(_("Past its date"), level=2)
    columns = (
        Column(_("Commitment"), width=5),
        Column(_("Party"), width=3),
        Column(_("By when"), width=2),
        Column(_("Explanation of the party"), width=4),
    )
    yield table(
        "",
        columns,
        (
            row(
                f"{one.key} {one.what}",
                one.party_name,
                short_date(_day(one.ends_on)),
                one.explanation or _("none"),
            )
            for one in page.content.late
        ),
    )


def _about(page: ReportPage) -> Iterator[Block]:
    yield Heading(_("About this report"))
    told = {"number": page.content.agenda, "title": page.content.agenda_title}
    yield Text(
        _(
            "It was drawn from what owners answered, from the figures of goals and from "
            "commitments, as they stood in version %(number)s of “%(title)s”. Nothing was "
            "typed again."
        )
        % told
    )
    frozen = {"day": long_date(localdate(page.row.frozen_at)), "digest": page.row.digest}
    yield Text(_("Frozen on %(day)s. Digest (SHA-256): %(digest)s") % frozen, quiet=True)


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()


_PARTS: Mapping[str, Callable[[ReportPage], Iterator[Block]]] = {
    "changes": _changes,
    "goals": _goals,
    "money": _money,
    "measures": _measures,
    "commitments": _commitments,
    "about": _about,
}
