# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the calendar is reckoned from: the rules of a region, and each council's own days."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from samenspel.core.calendar.asked import MOST_DAYS, check_agreed, check_recess
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed, Recess
from samenspel.core.calendar.rules import Days
from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.errors import RuleError
from samenspel.core.limits import SHORT_TEXT
from samenspel.core.rights import Act, Actor
from samenspel.councils import models
from samenspel.deals.services.recording import Doing, begin
from samenspel.parties.queries import party, party_ids

_MOST_AT_ONCE = 50


@transaction.atomic
def save_calendar_rules(  # noqa: PLR0913 - all that a region itself decides about its calendar
    *,
    region: str,
    form: LegalForm,
    actor: Actor,
    at: datetime,
    mixed: bool = False,
    least: int = 2,
    most: int = 2,
    agreed: Sequence[Agreed] = (),
    recess: Sequence[Recess] = (),
) -> None:
    """
    Say in what form a region works together, what it agreed, and when no council meets.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-council``, ``count-unfit``,
            ``too-many-days``, or as ``check_agreed`` and ``check_recess``.
    """
    doing = begin(region, actor, at, Act.EDIT_CALENDAR)
    for field, count in (("least", least), ("most", most)):
        if not 0 <= count <= _MOST_AT_ONCE:
            raise RuleError("count-unfit", field=field, most=_MOST_AT_ONCE)
    own = {"form": form, "mixed": mixed, "least": least, "most": most}
    models.CalendarRules.objects.update_or_create(region_id=doing.region_id, defaults=own)
    _keep_terms(doing, agreed)
    _keep_recess(doing, None, recess)
    counts = {"terms": len(agreed), "recesses": len(recess)}
    doing.record("calendar-rules-changed", "calendar", {**own, "form": str(form), **counts})


@transaction.atomic
def save_council(  # noqa: PLR0913 - what is known of a council
    *,
    region: str,
    party: str,
    name: str,
    actor: Actor,
    at: datetime,
    office: str = "",
    meetings: Sequence[date] = (),
    recess: Sequence[Recess] = (),
) -> None:
    """
    Say what the council of a municipality is called, where its clerk is, and when it meets.

    A day that is not among *meetings* any more is cancelled: who has it in a diary is told.

    Raises:
        RuleError: ``not-allowed``, ``unknown-region``, ``unknown-party``,
            ``council-without-municipality``, ``too-many-days``, ``text-missing``, ``text-unfit``
            or as ``check_recess``.
    """
    doing = begin(region, actor, at, Act.EDIT_COUNCIL, {party})
    check_text("name", name, most=SHORT_TEXT)
    check_text("office", office, most=SHORT_TEXT, needed=False)
    row, new = models.Council.objects.update_or_create(
        party_id=_municipality(doing, party), defaults={"name": name, "office": office}
    )
    added, cancelled = _keep_meetings(row, meetings)
    _keep_recess(doing, row, recess)
    details: dict[str, Any] = {"added": added, "cancelled": cancelled, "recesses": len(recess)}
    kind = "council-added" if new else "council-changed"
    doing.record(kind, f"council:{party}", details)


def _municipality(doing: Doing, slug: str) -> int:
    """Return the key of a party that is a municipality."""
    found = party(doing.region_id, slug)
    if found is None:
        raise RuleError("unknown-party", party=slug)
    if not found.municipality:
        raise RuleError("council-without-municipality", party=found.name)
    return party_ids(doing.region_id)[slug]


def _keep_meetings(council: models.Council, wanted: Iterable[date]) -> tuple[list[str], list[str]]:
    """Make the meetings equal to *wanted*; return the days that came and that went."""
    days = set(wanted)
    _check_count(days)
    there = {one.on: one for one in council.meetings.all()}
    changed = [one for day, one in there.items() if one.cancelled == (day in days)]
    for one in changed:
        one.cancelled, one.version = not one.cancelled, one.version + 1
    models.Meeting.objects.bulk_update(changed, ["cancelled", "version"])
    new = sorted(days - set(there))
    models.Meeting.objects.bulk_create(models.Meeting(council=council, on=day) for day in new)
    back = [one.on for one in changed if not one.cancelled]
    gone = sorted(one.on for one in changed if one.cancelled)
    return [str(day) for day in sorted([*new, *back])], [str(day) for day in gone]


def _keep_recess(doing: Doing, council: models.Council | None, wanted: Sequence[Recess]) -> None:
    _check_count(wanted)
    for one in wanted:
        check_recess(one)
    models.Recess.objects.filter(region_id=doing.region_id, council=council).delete()
    models.Recess.objects.bulk_create(
        models.Recess(
            region_id=doing.region_id,
            council=council,
            first=one.first,
            last=one.last,
            name=one.name,
        )
        for one in wanted
    )


def _keep_terms(doing: Doing, wanted: Sequence[Agreed]) -> None:
    _check_count(wanted)
    for one in wanted:
        check_agreed(one)
    known = models.Council.objects.filter(party__region_id=doing.region_id)
    councils = dict(known.values_list("party__slug", "pk"))
    if unknown := [one.council for one in wanted if one.council and one.council not in councils]:
        raise RuleError("unknown-council", party=unknown[0])
    models.AgreedTerm.objects.filter(region_id=doing.region_id).delete()
    models.AgreedTerm.objects.bulk_create(
        models.AgreedTerm(
            region_id=doing.region_id,
            position=place,
            event=one.event,
            basis=one.basis,
            council_id=councils.get(one.council),
            **_columns(one),
        )
        for place, one in enumerate(wanted)
    )


def _columns(one: Agreed) -> dict[str, Any]:
    term = one.term
    if isinstance(term, Days):
        return {"days": term.days, "of": str(term.of)}
    return {"years": term.years, "month": term.month, "day": term.day}


def _check_count(rows: "Sequence[object] | set[date]") -> None:
    if len(rows) > MOST_DAYS:
        raise RuleError("too-many-days", most=MOST_DAYS)
