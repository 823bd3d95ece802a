# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel calendar``: by when what must be where, and what does not fit."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from samenspel.cli.flags import installation_flags
from samenspel.cli.installation import known_region, open_installation
from samenspel.cli.problems import Problem
from samenspel.cli.speaking import _

if TYPE_CHECKING:
    from samenspel.core.calendar.whole import Calendar
    from samenspel.councils.queries import CouncilsKnown


@click.command()
@installation_flags
@click.argument("region")
@click.option("--board", type=click.DateTime(["%Y-%m-%d"]), help="Day on which the board decides.")
@click.option("--budget", type=int, help="Budget year that it decides on.")
@click.option(
    "--format",
    "as_",
    type=click.Choice(["text", "json", "ics"]),
    default="text",
    help="How to print it.",
)
def calendar(region: str, board: datetime | None, budget: int | None, as_: str) -> int:
    """
    Show every date that follows from the board: by law, by agreement, and for each council.

    With --board and --budget it shows what would follow, and changes nothing; else the budget years
    of which the region knows the day. Ends with 1 when something is against the law.
    """
    open_installation()
    from django.utils.timezone import localdate, now

    from samenspel.councils.queries import known

    if (board is None) != (budget is None):
        raise Problem(_("Give --board and --budget together, or neither."))
    at = now()
    found, today = known(known_region(region)), localdate(at)
    if as_ == "ics":
        if board:
            refusal = _("A feed is of what the region knows. Leave out --board and --budget.")
            raise Problem(refusal)
        _print_feed(region, found, at)
        return 0
    if board and budget:
        from samenspel.core.calendar.rules import Event
        from samenspel.core.calendar.whole import calendar as reckon

        days = found.days_of_year(budget) | {Event.BOARD: board.date()}
        made = [reckon(found.given(today, budget, days))]
    else:
        from samenspel.councils.queries import calendars

        made = calendars(found, on=today)
    _print(made, as_)
    return int(not all(one.is_lawful for one in made))


def _print(made: "list[Calendar]", as_: str) -> None:
    if as_ == "json":
        click.echo(json.dumps([_data(one) for one in made], ensure_ascii=False, indent=1))
        return
    if not made:
        click.echo(_("No day of the board is known. Give --board and --budget."))
    for one in made:
        for line in _lines(one):
            click.echo(line)


def _lines(made: "Calendar") -> Iterator[str]:
    from django.utils.text import capfirst

    from samenspel.words.calendar import EVENTS, WEIGHTS, limit_words
    from samenspel.words.calendar_findings import says

    yield _("Budget %(year)s") % {"year": made.budget_year}
    for event, due in sorted(made.due.items(), key=lambda pair: pair[1].day):
        why = "; ".join(f"{one.last_on} {limit_words(one)}" for one in due.limits)
        chosen = _("planned; last day %(day)s") % {"day": due.last_on}
        note = f" ({chosen})" if due.chosen and due.last_on else ""
        yield f"  {due.day} {capfirst(str(EVENTS[event]))}{note}"
        if why:
            yield f"             {why}"
    yield _("Councils")
    for answer in made.answers:
        told = _("%(council)s: %(event)s, %(first)s to %(last)s, last meeting %(meeting)s") % {
            "council": answer.council,
            "event": EVENTS[answer.event],
            "first": answer.opens_on,
            "last": answer.last_on,
            "meeting": answer.decides_on or _("not known"),
        }
        yield f"  {told}"
    if not made.answers:
        yield "  " + _("none")
    for one in made.findings:
        who = f"{one.council}: " if one.council else ""
        yield f"{capfirst(str(WEIGHTS[one.weight]))}: {who}{says(one)}"


def _data(made: "Calendar") -> dict[str, Any]:
    from samenspel.words.calendar import limit_words
    from samenspel.words.calendar_findings import says

    return {
        "budgetYear": made.budget_year,
        "lawful": made.is_lawful,
        "dates": [
            {
                "event": str(event),
                "lastOn": due.last_on and due.last_on.isoformat(),
                "chosenOn": due.chosen and due.chosen.isoformat(),
                "limits": [
                    {
                        "lastOn": one.last_on.isoformat(),
                        "basis": limit_words(one),
                        "byLaw": one.by_law,
                    }
                    for one in due.limits
                ],
            }
            for event, due in made.due.items()
        ],
        "councils": [
            {
                "council": one.council,
                "event": str(one.event),
                "opensOn": one.opens_on.isoformat(),
                "lastOn": one.last_on.isoformat(),
                "meetings": [day.isoformat() for day in one.meetings],
            }
            for one in made.answers
        ],
        "findings": [
            {
                "code": one.code,
                "weight": str(one.weight),
                "event": str(one.event),
                "council": one.council,
                "text": says(one),
            }
            for one in made.findings
        ],
    }


def _print_feed(slug: str, found: "CouncilsKnown", at: datetime) -> None:
    from django.utils.timezone import localdate

    from samenspel.councils.queries import calendar_changes
    from samenspel.documents.feed import feed
    from samenspel.words.calendar_feed import region_entries

    changes, last = calendar_changes(slug)
    name = _("Councils of %(region)s") % {"region": slug}
    entries = region_entries(slug, found, on=localdate(at), changes=changes)
    sys.stdout.buffer.write(feed(name, "", entries, at=last or at))
