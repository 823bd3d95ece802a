# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Councils in the regions of ``world``: all that is said of them is for everyone.

Noord and zuid have councils; the board meets on budget 2027 in July 2026; B1 asks both for an
opinion on it, and noord has scheduled that.
"""

from datetime import date

from deal_world import AT, as_it_is

from samenspel.core.calendar.asked import Ask, BoardMeeting
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed, Recess
from samenspel.core.calendar.moments import Position, Question, Status
from samenspel.core.calendar.rules import Days, Event
from samenspel.core.rights import INSTALLATION
from samenspel.councils import services

MEETINGS = [date(2026, month, 5) for month in range(1, 13)]
SENT = date(2026, 1, 12)


def fill(slug, k, *, say=as_it_is):
    """Put councils in a region; *say* makes of a field and its text what is written in it."""
    where = {"region": slug, "actor": INSTALLATION, "at": AT}
    for party in ("noord", "zuid"):
        named = {"name": say("name", f"Raad {party}"), "office": say("name", "Griffie")}
        services.save_council(**where, party=f"{slug}-{party}", meetings=MEETINGS, **named)
    basis = say("name", "Convenant")
    agreed = [Agreed(Event.AGENDA_OPINION, Days(56, Event.AGENDA_DRAFT), basis)]
    recess = [Recess(date(2026, 7, 11), date(2026, 8, 23), say("name", "Zomer"))]
    form = LegalForm.PUBLIC_BODY
    services.save_calendar_rules(**where, form=form, agreed=agreed, recess=recess)
    note = say("name", "Begroting")
    board = BoardMeeting(date(2026, 7, 3), Event.BOARD, 2027, f"{slug}-bestuur", note)
    services.save_board_day(**where, meeting=board)
    ask = Ask(
        f"{k}B1",
        Question.BUDGET,
        say("title", "Begroting 2027"),
        SENT,
        date(2026, 7, 3),
        about="budget:2027",
        cover=say("name", "Waarom nu"),
        basis=say("name", "Wgr"),
    )
    services.save_moment(**where, ask=ask)
    place = Position(Status.SCHEDULED, None, SENT, date(2026, 6, 5))
    about = {"key": f"{k}B1", "party": f"{slug}-noord", "note": say("name", "Op de agenda")}
    services.save_position(**where, position=place, **about)
