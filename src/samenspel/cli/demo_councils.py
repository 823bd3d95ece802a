# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The councils of the made-up region: when they meet and what they were asked, act by act."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from samenspel.core.calendar.asked import Ask, BoardMeeting
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed, Recess
from samenspel.core.calendar.moments import Outcome, Position, Question, Status
from samenspel.core.calendar.rules import Before, Days, Event
from samenspel.councils import services

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CouncilAct:
    """One act of the script, by the secretariat."""

    day: date
    name: str
    facts: Facts

    def perform(self, rights: Mapping[str, Any]) -> None:
        """Do it, in the region and by whom *rights* say."""
        _ACTS[self.name](dict(self.facts), rights)


def council_acts(region: str) -> list[CouncilAct]:
    """Return the packaged script of a region, in the order of days; empty when there is none."""
    file = files("samenspel.data").joinpath("examples", f"{region}-raden.json")
    if not file.is_file():
        return []
    acts = json.loads(file.read_text("utf-8"))["acts"]
    return [CouncilAct(date.fromisoformat(one.pop("day")), one.pop("act"), one) for one in acts]


def _rules(facts: Facts, rights: Mapping[str, Any]) -> None:
    services.save_calendar_rules(
        form=LegalForm(facts["form"]),
        agreed=[_agreed(one) for one in facts["agreed"]],
        recess=[_recess(one) for one in facts["recess"]],
        **rights,
    )


def _agreed(one: Facts) -> Agreed:
    term: Before | Days
    if "days" in one:
        term = Days(one["days"], Event(one["of"]))
    else:
        term = Before(one["years"], one["month"], one["day"])
    return Agreed(Event(one["event"]), term, one["basis"], one.get("council", ""))


def _recess(one: Facts) -> Recess:
    return Recess(_day(one["first"]), _day(one["last"]), one["name"])


def _council(facts: Facts, rights: Mapping[str, Any]) -> None:
    meetings = [_day(day) for day in facts.pop("meetings")]
    services.save_council(meetings=meetings, **facts, **rights)


def _board(facts: Facts, rights: Mapping[str, Any]) -> None:
    about = facts.pop("about", None)
    on = _day(facts.pop("on"))
    meeting = BoardMeeting(on, Event(about) if about else None, **facts)
    services.save_board_day(meeting=meeting, **rights)


def _moment(facts: Facts, rights: Mapping[str, Any]) -> None:
    question = Question(facts.pop("question"))
    facts |= {name: _day(facts[name]) for name in ("sends_on", "last_on")}
    services.save_moment(ask=Ask(question=question, **facts), **rights)


def _position(facts: Facts, rights: Mapping[str, Any]) -> None:
    outcome, decides = facts.pop("outcome", None), facts.pop("decides_on", None)
    place = Position(
        Status(facts.pop("status")),
        Outcome(outcome) if outcome else None,
        _day(facts.pop("sent_on")),
        _day(decides) if decides else None,
    )
    services.save_position(position=place, **facts, **rights)


def _day(text: str) -> date:
    return date.fromisoformat(text)


_ACTS: Mapping[str, Callable[[Facts, Mapping[str, Any]], None]] = {
    "rules": _rules,
    "council": _council,
    "board": _board,
    "moment": _moment,
    "position": _position,
}
