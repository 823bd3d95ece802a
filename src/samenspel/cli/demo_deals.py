# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The deals of the example regions, replayed act by act.

A deal is made of acts of people (who promised, signed, left, and when), so an example of it is a
script: a JSON file beside the examples, performed through the same services as everybody uses.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

from samenspel.core.deals.commitment import Commitment, Outcome
from samenspel.core.deals.deal import DealDraft, Terms
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.signing import Reservation
from samenspel.core.deals.text import revived
from samenspel.core.rights import INSTALLATION, Actor, Grant, Role
from samenspel.deals import services
from samenspel.parties.queries import reference_of
from samenspel.parties.services import add_person, give_mandate, give_role

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DealAct:
    """One act of a script: ``by`` is the party whose representative acts; empty: the secretary."""

    day: date
    name: str
    by: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Script:
    """Who represents which party by which mandate, and what they do, in the order of days."""

    people: tuple[Facts, ...]
    mandates: tuple[Facts, ...]
    acts: tuple[DealAct, ...]


def script(region: str) -> Script:
    """Return the packaged script of an example region."""
    file = files("samenspel.data").joinpath("examples", f"{region}-afspraken.json")
    data = json.loads(file.read_text("utf-8"))
    acts = [
        DealAct(date.fromisoformat(one.pop("day")), one.pop("act"), one.pop("by", ""), one)
        for one in data["acts"]
    ]
    return Script(tuple(data.get("people", ())), tuple(data.get("mandates", ())), tuple(acts))


@dataclass
class Replay:
    """A script under way: who acts for whom, and what the acts so far left on the table."""

    region: str
    secretary: Actor
    people: dict[str, int] = field(default_factory=dict)
    drafts: dict[str, DealDraft] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def begin(self, written: Script) -> None:
        """Give every party in the script its representative and mandate."""
        for one in written.people:
            self._represent(one)
        for one in written.mandates:
            self._mandate(one)

    def perform(self, act: DealAct) -> None:
        """Do one act of the script, at noon of its day."""
        do = _ACTS[act.name]
        do(self, act, self.rights(act))

    def rights(self, act: DealAct) -> Facts:
        """Return where, by whom and when an act is done."""
        return {"region": self.region, "actor": self._actor(act), "at": noon(act.day)}

    def drafted(self, act: DealAct) -> DealDraft:
        """Return what an act leaves on the table: what it does not name stays as it was."""
        slug, facts = act.facts["slug"], act.facts
        known = self.drafts.get(slug)
        terms = revived(Terms, facts["terms"]) if known is None else known.terms
        draft = known or DealDraft(terms)
        changes = tuple(revived(Commitment, one) for one in facts.get("changes", ()))
        binds = tuple(facts.get("binds", draft.binds))
        self.drafts[slug] = replace(draft, binds=binds, changes=changes)
        return self.drafts[slug]

    def _represent(self, one: Facts) -> None:
        since = date.fromisoformat(one["since"])
        with_rights: dict[str, Any] = {
            "region": self.region,
            "actor": INSTALLATION,
            "at": noon(since),
        }
        email = f"{one['party']}@{self.region}.example"
        person = add_person(name=one["name"], email=email, **with_rights)
        give_role(
            person_id=person,
            role=Role.REPRESENTATIVE,
            party=one["party"],
            since=since,
            **with_rights,
        )
        self.people[one["party"]] = person

    def _mandate(self, one: Facts) -> None:
        days: dict[str, Any] = {
            name: date.fromisoformat(one[name]) for name in ("decided_on", "since", "until")
        }
        give_mandate(
            region=self.region,
            person_id=self.people[one["party"]],
            party=one["party"],
            organ=one["organ"],
            scope=one["scope"],
            limit_cents=one.get("limit_cents"),
            actor=self.secretary,
            at=noon(days["since"]),
            **days,
        )

    def _actor(self, act: DealAct) -> Actor:
        if not act.by:
            return self.secretary
        grant = Grant(Role.REPRESENTATIVE, act.by)
        return Actor(reference_of(self.people[act.by]), (grant,))


def noon(day: date) -> datetime:
    """Return the middle of a day: when everything in an example happens."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _promise(_: Replay, act: DealAct, rights: Facts) -> None:
    one = revived(Commitment, act.facts["commitment"])
    services.save_commitment(commitment=one, rung=Rung(act.facts["rung"]), **rights)


def _step(_: Replay, act: DealAct, rights: Facts) -> None:
    facts = dict(act.facts)
    to, on = Rung(facts.pop("to")), date.fromisoformat(facts.pop("on"))
    services.move_commitment(to=to, on=on, **facts, **rights)


def _condition(_: Replay, act: DealAct, rights: Facts) -> None:
    facts = dict(act.facts)
    outcome, on = Outcome(facts.pop("outcome")), date.fromisoformat(facts.pop("on"))
    services.settle_condition(outcome=outcome, on=on, **facts, **rights)


def _explain(_: Replay, act: DealAct, rights: Facts) -> None:
    services.explain_overdue(**act.facts, **rights)


def _draft(replay: Replay, act: DealAct, rights: Facts) -> None:
    services.save_deal(slug=act.facts["slug"], draft=replay.drafted(act), **rights)


def _propose(replay: Replay, act: DealAct, rights: Facts) -> None:
    slug = act.facts["slug"]
    replay.digests[slug] = services.propose_deal(slug=slug, **rights)


def _amend(replay: Replay, act: DealAct, rights: Facts) -> None:
    slug, draft = act.facts["slug"], replay.drafted(act)
    replay.digests[slug] = services.propose_amendment(slug=slug, draft=draft, **rights)


def _sign(replay: Replay, act: DealAct, rights: Facts) -> None:
    slug = act.facts["slug"]
    held = [revived(Reservation, one) for one in act.facts.get("reservations", ())]
    services.sign_deal(
        slug=slug, party=act.by, digest=replay.digests[slug], reservations=held, **rights
    )


def _leave(_: Replay, act: DealAct, rights: Facts) -> None:
    services.withdraw(party=act.by, **act.facts, **rights)


_ACTS: Mapping[str, Callable[[Replay, DealAct, Facts], None]] = {
    "promise": _promise,
    "step": _step,
    "condition": _condition,
    "explain": _explain,
    "draft": _draft,
    "propose": _propose,
    "amend": _amend,
    "sign": _sign,
    "leave": _leave,
}
