# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Councils and what they are asked, as tables to take home.

Headings are Dutch as in the workbook; the fields have the names of the API.
"""

from collections.abc import Iterator

from samenspel.sources.tables import Cell, Table

from .known import CouncilsKnown, known

Rows = Iterator[tuple[Cell, ...]]

_COUNCILS = (("party", "Gemeente"), ("name", "Raad"), ("office", "Griffie"))
_MEETINGS = (("council", "Gemeente"), ("on", "Vergadert op"))
_RECESS = (
    *(("council", "Gemeente"), ("first", "Eerste dag"), ("last", "Laatste dag")),
    ("name", "Naam"),
)
_BOARD = (
    *(("number", "Nummer"), ("on", "Dag"), ("about", "Besluit over"), ("year", "Begrotingsjaar")),
    *(("body", "Overleg"), ("note", "Opmerking"), ("cancelled", "Vervallen")),
)
_MOMENTS = (
    *(("key", "Code"), ("question", "Wat gevraagd wordt"), ("title", "Titel"), ("about", "Over")),
    *(("sends_on", "Naar de raden op"), ("last_on", "Laatste dag"), ("basis", "Grondslag")),
    *(("cover", "Oplegger"), ("cancelled", "Vervallen"), ("reason", "Reden")),
)
_POSITIONS = (
    *(("moment", "Code"), ("council", "Gemeente"), ("status", "Hoe ver"), ("outcome", "Uitkomst")),
    *(("sent_on", "Verzonden op"), ("last_on", "Laatste dag"), ("decides_on", "Besluit op")),
    *(("note", "Opmerking"), ("link", "Besluit")),
)


def council_tables(region_id: int) -> tuple[Table, ...]:
    """Return all of the councils of a region as tables; eight statements."""
    found = known(region_id)
    councils = ((one.party, one.name, one.office) for one in found.councils)
    days = ((one.council, one.on) for one in found.meetings if not one.cancelled)
    recess = ((one.council, one.first, one.last, one.name) for one in found.recess)
    return (
        Table("councils", "Raden", _COUNCILS, tuple(councils)),
        Table("council_meetings", "Raadsvergaderingen", _MEETINGS, tuple(days)),
        Table("recess", "Reces", _RECESS, tuple(recess)),
        Table("board_days", "Bestuur", _BOARD, tuple(_board(found))),
        Table("decision_moments", "Beslismomenten", _MOMENTS, tuple(_moments(found))),
        Table("positions", "Stand per raad", _POSITIONS, tuple(_positions(found))),
    )


def _board(found: CouncilsKnown) -> Rows:
    for one in found.board_days:
        meeting = one.meeting
        what = (str(meeting.about or ""), meeting.budget_year, meeting.body, meeting.note)
        yield one.number, meeting.on, *what, int(one.cancelled)


def _moments(found: CouncilsKnown) -> Rows:
    for row in found.moments:
        ask = row.ask
        when = (ask.sends_on, ask.last_on, ask.basis, ask.cover)
        told = (ask.key, str(ask.question), ask.title, ask.about)
        yield *told, *when, int(row.cancelled), row.reason


def _positions(found: CouncilsKnown) -> Rows:
    for row in found.moments:
        for one in found.councils:
            stand = row.stand(one.party)
            place = stand.position
            yield (
                *(row.ask.key, one.party, str(place.status), str(place.outcome or "")),
                *(place.sent_on, row.last_for(one.party), place.decides_on),
                *(stand.note, stand.link),
            )
