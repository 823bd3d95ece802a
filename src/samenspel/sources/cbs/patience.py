# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Asking again after a passing failure, ever later and never at the same moment as others do."""

from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeVar

from samenspel.sources.cbs.errors import PassingError, SourceError

Answer = TypeVar("Answer")

ATTEMPTS = 5
FIRST_WAIT = 1.0
"""Seconds before the second attempt; each next wait is twice as long."""

LONGEST_WAIT = 120.0
"""Seconds beyond which we do not stay to wait; a person may come back."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Time and chance, given by who asks: ``chance`` lies between 0 and 1, the rest in seconds."""

    sleep: Callable[[float], None]
    chance: Callable[[], float]
    clock: Callable[[], float]


def patiently(ask: Callable[[], Answer], pace: Pace) -> Answer:
    """
    Return what *ask* returns, asking up to five times.

    Raises:
        SourceError: at once when asking again does not help; ``come-back-later`` when the source
            asks for more patience than we have; else the last failure.
    """
    for attempt in range(ATTEMPTS - 1):
        try:
            return ask()
        except PassingError as error:
            _wait(attempt, error, pace)
    return ask()


def _wait(attempt: int, error: PassingError, pace: Pace) -> None:
    """Sleep between half and all of the wait of this attempt, and no less than was asked for."""
    ours = FIRST_WAIT * 2**attempt * (0.5 + pace.chance() / 2)
    wait = max(ours, error.wait or 0)
    if wait > LONGEST_WAIT:
        raise SourceError("come-back-later", seconds=round(wait), **error.params) from error
    pace.sleep(wait)


def asked_wait(headers: Message) -> float | None:
    """Return the seconds that a ``Retry-After`` asks for, by the clock of who sent it."""
    text = (headers.get("Retry-After") or "").strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
        now = parsedate_to_datetime(headers.get("Date") or "")
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return None
