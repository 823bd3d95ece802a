# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
How the agenda of the example region goes, replayed act by act.

Owners are asked as everywhere, though nothing is mailed, and answer by the links they got.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from django.conf import settings

from samenspel.cli.demo_deals import noon
from samenspel.core.delivery.progress import Answer, Status
from samenspel.core.delivery.report import Audience
from samenspel.core.delivery.schedule import Schedule
from samenspel.core.delivery.track import Observation
from samenspel.core.rights import INSTALLATION, Actor, Role
from samenspel.delivery import services
from samenspel.parties.services import add_person, give_role

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProgressAct:
    """One act of a script."""

    day: date
    name: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Script:
    """Officers of parties, and what happens in the order of days."""

    people: tuple[Facts, ...] = ()
    acts: tuple[ProgressAct, ...] = ()


def script(region: str) -> Script:
    """Return the packaged script of an example region; an empty one where there is none."""
    file = files("samenspel.data").joinpath("examples", f"{region}-voortgang.json")
    if not file.is_file():
        return Script()
    data = json.loads(file.read_text("utf-8"))
    acts = (
        ProgressAct(date.fromisoformat(one.pop("day")), one.pop("act"), one) for one in data["acts"]
    )
    return Script(tuple(data["people"]), tuple(acts))


@dataclass
class ProgressReplay:
    """A script under way: who keeps the whole, and the newest link for each measure."""

    region: str
    secretary: Actor
    links: dict[str, str] = field(default_factory=dict)

    def begin(self, written: Script) -> None:
        """Give parties their officers."""
        for one in written.people:
            since = date.fromisoformat(one["since"])
            rights: dict[str, Any] = {
                "region": self.region,
                "actor": INSTALLATION,
                "at": noon(since),
            }
            email = f"voortgang-{one['party']}@{self.region}.example"
            person = add_person(name=one["name"], email=email, **rights)
            give_role(
                person_id=person, role=Role.OFFICER, party=one["party"], since=since, **rights
            )

    def perform(self, act: ProgressAct) -> None:
        """Do one act of the script, at noon of its day."""
        _ACTS[act.name](self, act)

    def rights(self, act: ProgressAct) -> dict[str, Any]:
        """Return where, by whom and when an act of the secretary is done."""
        return {"region": self.region, "actor": self.secretary, "at": noon(act.day)}


def _schedule(replay: ProgressReplay, act: ProgressAct) -> None:
    facts = dict(act.facts["schedule"])
    starts_on = date.fromisoformat(facts.pop("starts_on"))
    services.save_schedule(schedule=Schedule(starts_on, **facts), **replay.rights(act))


def _remind(replay: ProgressReplay, act: ProgressAct) -> None:
    rights = {**replay.rights(act), "actor": INSTALLATION}
    for mail in services.plan_mail(key=settings.LINK_KEY, **rights):
        services.confirm_sent(mail=mail, at=noon(act.day))
        replay.links |= {one.measure: one.secret for one in mail.questions}


def _answer(replay: ProgressReplay, act: ProgressAct) -> None:
    services.answer_by_link(
        secret=replay.links[act.facts["measure"]],
        answer=_said(act.facts),
        key=settings.LINK_KEY,
        at=noon(act.day),
    )


def _correct(replay: ProgressReplay, act: ProgressAct) -> None:
    facts = act.facts
    services.report_progress(
        measure=facts["measure"],
        period=facts["period"],
        answer=_said(facts),
        **replay.rights(act),
    )


def _observe(replay: ProgressReplay, act: ProgressAct) -> None:
    facts = act.facts
    margin = Decimal(facts["margin"]) if facts["margin"] else None
    found = Observation(
        date.fromisoformat(facts["on"]), Decimal(facts["value"]), margin, facts["source"]
    )
    services.record_observation(goal=facts["goal"], observation=found, **replay.rights(act))


def _freeze(replay: ProgressReplay, act: ProgressAct) -> None:
    facts = act.facts
    services.freeze_report(
        audience=Audience(facts["audience"]),
        period=facts["period"],
        reason=facts.get("reason", ""),
        **replay.rights(act),
    )


def _said(facts: Facts) -> Answer:
    figures = tuple((goal, Decimal(value)) for goal, value in facts["figures"].items())
    return Answer(Status(facts["status"]), facts["sentence"], facts["spent_cents"], figures)


_ACTS: Mapping[str, Callable[[ProgressReplay, ProgressAct], None]] = {
    "schedule": _schedule,
    "remind": _remind,
    "answer": _answer,
    "correct": _correct,
    "observe": _observe,
    "freeze": _freeze,
}
