# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What the demonstration holds: two example regions with their deals and councils, and people.

There is a person for every role.

The acts bear fixed days, so that every demonstration tells the same story.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from importlib.resources import files

from django.db import transaction

from samenspel.agenda.queries import region_record
from samenspel.agenda.services import import_region, move_version
from samenspel.cli import demo_progress
from samenspel.cli.demo_councils import CouncilAct, council_acts
from samenspel.cli.demo_deals import DealAct, Replay, noon, script
from samenspel.cli.demo_funding import funding_acts, perform
from samenspel.cli.demo_progress import ProgressAct, ProgressReplay
from samenspel.core.agenda.states import State
from samenspel.core.record_json import loads
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import INSTALLATION, Actor, Grant, Role
from samenspel.parties.queries import reference_of
from samenspel.parties.services import add_person, give_role, make_login_link
from samenspel.regions.queries import region

FICTIONAL, REAL = "lindewaard", "twente"
LINKS_WORK = timedelta(hours=12)
SINCE = date(2025, 9, 15)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up, in one role; ``party`` is empty for the region as a whole."""

    role: Role
    name: str
    party: str = ""

    @property
    def email(self) -> str:
        """An address that can never receive anything."""
        return f"{self.role}@lindewaard.example"


@dataclass(frozen=True, slots=True)
class Load:
    """A file of content that becomes the draft on a day."""

    day: date
    file: str


@dataclass(frozen=True, slots=True)
class Move:
    """A version that goes to another state on a day."""

    day: date
    number: int
    to: State
    note: str = ""


PEOPLE = (
    Person(Role.SECRETARY, "Sanne Verhoeven"),
    Person(Role.REPRESENTATIVE, "Karim el Idrissi", "lindewaard"),
    Person(Role.OFFICER, "Joost Nijland", "hallerdijk"),
    Person(Role.CONTROLLER, "Petra ten Cate", "lindewaard"),
    Person(Role.CLERK, "Wim Oude Elferink", "kasterveen"),
    Person(Role.COUNCILLOR, "Fatma Yildiz", "kasterveen"),
    Person(Role.ANALYST, "Bram de Wit"),
    Person(Role.READER, "Noor Jansen"),
    Person(Role.ADMINISTRATOR, "Ingrid Postma"),
)

_UNKNOWN_DAY = "Reconstructie uit openbare bronnen; de dag van deze stap staat er niet in."

STORIES: dict[str, tuple[Load | Move, ...]] = {
    REAL: (
        Load(date(2018, 3, 1), "twente-2018-2022"),
        Move(date(2018, 3, 1), 1, State.RELEASED, _UNKNOWN_DAY),
        Move(date(2018, 3, 1), 1, State.ADOPTED, _UNKNOWN_DAY),
        Move(date(2018, 3, 1), 1, State.EXECUTION, _UNKNOWN_DAY),
        Move(date(2023, 1, 1), 1, State.CLOSED, "De looptijd van de agenda is voorbij."),
    ),
    FICTIONAL: (
        Load(date(2025, 9, 15), "lindewaard-versie-1"),
        Move(date(2025, 10, 6), 1, State.CONSULTATION),
        Move(date(2025, 11, 17), 1, State.RELEASED),
        Move(date(2026, 1, 26), 1, State.ADOPTED, "Vastgesteld in het bestuurlijk overleg."),
        Move(date(2026, 2, 2), 1, State.EXECUTION),
        Load(date(2026, 5, 18), "lindewaard"),
        Move(date(2026, 6, 8), 2, State.CONSULTATION),
        Move(date(2026, 7, 6), 2, State.RELEASED),
        Move(date(2026, 10, 12), 2, State.ADOPTED, "Vastgesteld in het bestuurlijk overleg."),
        Move(date(2026, 10, 12), 1, State.CLOSED, "Opgevolgd door versie 2."),
    ),
}
DRAFTED_ON = date(2026, 11, 18)


def is_loaded() -> bool:
    """Tell whether the examples are there."""
    return region(FICTIONAL) is not None


def steps() -> int:
    """Return how often ``load`` calls its *step*."""
    acts = sum(len(story) + len(_acts(slug)) for slug, story in STORIES.items())
    return acts + len(PEOPLE)


@transaction.atomic
def load(*, step: Callable[[], None]) -> None:
    """Load the examples and give every role to somebody, all or nothing."""
    telling = _Telling(Replay(REAL, INSTALLATION), ProgressReplay(REAL, INSTALLATION), step)
    telling.tell(REAL, STORIES[REAL])
    start, *story = STORIES[FICTIONAL]
    _perform(FICTIONAL, start, INSTALLATION)
    for person in PEOPLE:
        _give_role(person)
        step()
    secretary = _secretary()
    replay = Replay(FICTIONAL, secretary, _representatives())
    replay.begin(script(FICTIONAL))
    progress = ProgressReplay(FICTIONAL, secretary)
    progress.begin(demo_progress.script(FICTIONAL))
    _Telling(replay, progress, step).tell(FICTIONAL, story)
    _draft_a_change(secretary)
    step()


def login_tokens(*, at: datetime) -> dict[str, str]:
    """Return a new secret for each role, with which its person logs in once."""
    return {
        str(person.role): make_login_link(person_id=_known(person, at), at=at, valid=LINKS_WORK)
        for person in PEOPLE
    }


def example(name: str) -> RegionRecord:
    """Return one of the packaged examples."""
    file = files("samenspel.data").joinpath("examples", f"{name}.json")
    return loads(file.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class _Telling:
    """A story under way, and what is called after each act."""

    deals: Replay
    progress: ProgressReplay
    step: Callable[[], None]

    def tell(self, slug: str, story: Sequence[Load | Move]) -> None:
        """Do everything that happens in a region, in the order of days: the agenda goes first."""
        acts: list[Load | Move | _Act] = [*story, *_acts(slug)]
        for act in sorted(acts, key=lambda one: one.day):
            self._do(slug, act)
            self.step()

    def _do(self, slug: str, act: "Load | Move | _Act") -> None:
        secretary = self.deals.secretary
        match act:
            case DealAct():
                perform(self.deals, act)
            case CouncilAct():
                act.perform({"region": slug, "actor": secretary, "at": noon(act.day)})
            case ProgressAct():
                self.progress.perform(act)
            case _:
                _perform(slug, act, secretary)


_Act = DealAct | CouncilAct | ProgressAct


def _acts(slug: str) -> list[_Act]:
    told = demo_progress.script(slug).acts
    return [*script(slug).acts, *funding_acts(slug), *council_acts(slug), *told]


def _representatives() -> dict[str, int]:
    """Return party -> who represents it and has a link to log in with."""
    return {
        one.party: _known(one, noon(SINCE)) for one in PEOPLE if one.role is Role.REPRESENTATIVE
    }


def _perform(slug: str, act: Load | Move, actor: Actor) -> None:
    if isinstance(act, Load):
        import_region(record=example(act.file), actor=actor, at=noon(act.day))
        return
    move_version(
        region=slug,
        number=act.number,
        to=act.to,
        note=act.note,
        actor=actor,
        at=noon(act.day),
    )


def _give_role(person: Person) -> None:
    give_role(
        region=FICTIONAL,
        person_id=_known(person, noon(SINCE)),
        role=person.role,
        party=person.party,
        since=SINCE,
        actor=INSTALLATION,
        at=noon(SINCE),
    )


def _secretary() -> Actor:
    """Return the made-up secretary, who does all that follows the start."""
    known_as = reference_of(_known(PEOPLE[0], noon(SINCE)))
    return Actor(known_as, (Grant(Role.SECRETARY),))


def _draft_a_change(actor: Actor) -> None:
    """Open a third version in which one measure has moved on, for those who may see drafts."""
    now = region_record(FICTIONAL)
    if now.agenda is None:
        return
    measures = tuple(
        replace(one, phase="exploration") if one.key == "M11" else one
        for one in now.agenda.measures
    )
    later = replace(now, agenda=replace(now.agenda, measures=measures))
    import_region(record=later, actor=actor, at=noon(DRAFTED_ON))


def _known(person: Person, at: datetime) -> int:
    return add_person(
        region=FICTIONAL, name=person.name, email=person.email, actor=INSTALLATION, at=at
    )
