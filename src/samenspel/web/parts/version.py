# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a version stands, in words and in steps."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenspel.agenda.queries import VersionFacts
from samenspel.core.agenda.states import State
from samenspel.words.formats import long_date
from samenspel.words.labels import STATES


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a stepper: done, current or todo."""

    label: str
    state: str
    note: str = ""


_WAY = tuple(state for state in State if state is not State.DROPPED)


def state_name(version: VersionFacts) -> str:
    """Return the name of the state of a version."""
    return str(STATES[version.state].name)


def standing(version: VersionFacts) -> str:
    """Return number, state and since when: ``Version 2 · in execution since 4 November 2026``."""
    return _("Version %(number)s · %(state)s since %(date)s") % {
        "number": version.number,
        "state": state_name(version),
        "date": long_date(timezone.localdate(version.state_since)),
    }


def steps(version: VersionFacts) -> list[Step]:
    """Return the life of a version; of one that has ended only the steps that are known."""
    if version.state is State.DROPPED:
        return [_step(version, State.DRAFT, -1), _step(version, State.DROPPED, 0)]
    here = _WAY.index(version.state)
    way = [state for state in _WAY if version.state is not State.CLOSED or _known(version, state)]
    return [_step(version, state, _WAY.index(state) - here) for state in way]


def _known(version: VersionFacts, state: State) -> bool:
    """Tell whether a closed version was surely in a state."""
    return state in {State.DRAFT, State.CLOSED} or (
        state is State.ADOPTED and version.adopted_at is not None
    )


def _step(version: VersionFacts, state: State, ahead: int) -> Step:
    at = version.adopted_at if state is State.ADOPTED else None
    at = version.state_since if ahead == 0 else at
    where = "done" if ahead < 0 else "current" if ahead == 0 else "todo"
    note = long_date(timezone.localdate(at)) if at and ahead <= 0 else ""
    return Step(capfirst(str(STATES[state].name)), where, note)
