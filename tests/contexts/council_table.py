# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Two councils of the valley, for tests of their calendar."""

from datetime import date, timedelta

from table import VALLEY
from valley import NOON, SECRETARY, acting

from samenspel.agenda.services import import_region
from samenspel.core.calendar.asked import Ask, BoardMeeting
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed, Recess
from samenspel.core.calendar.moments import Question
from samenspel.core.calendar.rules import Days, Event
from samenspel.core.rights import INSTALLATION
from samenspel.councils import queries, services
from samenspel.ledger.queries import links
from samenspel.regions.queries import region

CLERK = acting("clerk", "north")
JULY = date(2026, 7, 3)
BOARD = BoardMeeting(JULY, Event.BOARD, 2027, body="board")
BUDGET = Ask(
    "B1",
    Question.BUDGET,
    "Draft budget 2027",
    date(2026, 4, 10),
    JULY,
    about="budget:2027",
    cover="What changes, on one page.",
)
EIGHT = Agreed(Event.AGENDA_OPINION, Days(56, Event.AGENDA_DRAFT), "Covenant, article 6")
SUMMER = Recess(date(2026, 7, 11), date(2026, 8, 23), "Summer")


def monthly(first):
    """Return meetings every four weeks of a year."""
    return tuple(first + timedelta(days=28 * place) for place in range(13))


def do(service, /, *, actor=SECRETARY, at=NOON, **what):
    """Do an act in the valley."""
    return getattr(services, service)(region="valley", actor=actor, at=at, **what)


def seat_councils():
    """Make the valley with two councils that meet every four weeks, under the Wgr."""
    import_region(record=VALLEY, actor=INSTALLATION, at=NOON)
    do("save_council", party="north", name="Council of North", meetings=monthly(date(2026, 1, 8)))
    do("save_council", party="south", name="Council of South", meetings=monthly(date(2026, 1, 13)))
    do("save_calendar_rules", form=LegalForm.PUBLIC_BODY, agreed=[EIGHT], recess=[SUMMER])


def there():
    """Return all that is known of the councils."""
    return queries.known(region("valley").pk)


def told():
    """Return the kinds of the ledger's entries."""
    return [link.payload["kind"] for link in links("valley")]
