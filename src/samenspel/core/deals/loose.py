# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What hangs loose between agenda and promises, by named checks.

As with the orphans of an agenda it is no fault but a question to the parties. The table
``DEAL_CHECKS`` is the rule; ``words.deal_orphans`` says each in a sentence.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from samenspel.core.agenda.orphans import Orphan
from samenspel.core.agenda.record import Measure
from samenspel.core.deals.commitment import Commitment, Outcome
from samenspel.core.deals.ladder import PROMISED, SETTLED, Rung
from samenspel.core.limits import shown

EXECUTION = "execution"
"""The phase in which a measure needs what was promised."""

_MOST = 80


@dataclass(frozen=True, slots=True)
class Promises:
    """
    What is promised on a day.

    ``rungs``: commitment -> how far it is. ``late``: keys of those past their date.
    """

    measures: tuple[Measure, ...]
    commitments: tuple[Commitment, ...]
    rungs: Mapping[str, Rung]
    late: Collection[str]
    on: date


Loose = tuple[str, str, str]
"""Kind, key and title of what a check found."""


def deal_orphans(promises: Promises) -> list[Orphan]:
    """Return what hangs loose, by check in the order of ``DEAL_CHECKS``."""
    return [Orphan(code, *one) for code, check in DEAL_CHECKS.items() for one in check(promises)]


def _measures_without_commitment(promises: Promises) -> Iterator[Loose]:
    """Yield measures in execution to which nobody is held: no promise, or a condition failed."""
    held = {
        one.target
        for one in promises.commitments
        if promises.rungs[one.key] in PROMISED and not one.is_released
    }
    for measure in promises.measures:
        if measure.phase == EXECUTION and f"measure:{measure.key}" not in held:
            yield "measure", measure.key, measure.title


def _commitments_overdue(promises: Promises) -> Iterator[Loose]:
    return (_loose(one) for one in promises.commitments if one.key in promises.late)


def _conditions_overdue(promises: Promises) -> Iterator[Loose]:
    """Yield commitments of which a condition is past its date and nobody said what came of it."""
    for one in promises.commitments:
        if promises.rungs[one.key] in PROMISED - SETTLED and any(
            condition.outcome is Outcome.OPEN
            and condition.due_on is not None
            and condition.due_on < promises.on
            for condition in one.conditions
        ):
            yield _loose(one)


DEAL_CHECKS: Mapping[str, Callable[[Promises], Iterable[Loose]]] = MappingProxyType(
    {
        "measure-without-commitment": _measures_without_commitment,
        "commitment-overdue": _commitments_overdue,
        "condition-overdue": _conditions_overdue,
    }
)
"""Code of what hangs loose -> what finds it."""


def _loose(one: Commitment) -> Loose:
    return "commitment", one.key, shown(one.what, most=_MOST)
