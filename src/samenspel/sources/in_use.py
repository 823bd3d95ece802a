# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Which figures count now: the packaged ones, and over them those that were loaded.

Set where a command or request begins, so that all of it sees the same figures. What is made of
figures is kept per such set with ``kept``: another set never finds the outcome of this one.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from threading import Lock, RLock
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from samenspel.sources.statistics import Edition

Key = tuple[str, int]
"""An indicator and a period."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a loaded table; ``words.profile_notes`` has a sentence for each."""

    code: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Newer:
    """
    Figures over the packaged ones: ``values`` by municipality as published, their editions.

    ``jobs`` are by year, COROP region and sector.
    """

    editions: Mapping[Key, "Edition"] = field(default_factory=dict)
    values: Mapping[Key, Mapping[str, float]] = field(default_factory=dict)
    jobs: Mapping[tuple[int, str, str], float] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


PACKAGED_ONLY = Newer()
_IN_USE: ContextVar[Newer] = ContextVar("figures in use", default=PACKAGED_ONLY)


def use(figures: Newer) -> None:
    """Let *figures* count from here on, in this command or request."""
    _IN_USE.set(figures)


def in_use() -> Newer:
    """Return what counts over the packaged figures."""
    return _IN_USE.get()


def kept(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """
    Keep the last *most* outcomes of a function of figures, for each set of figures apart.

    Whoever asks for what is being made at that moment waits for it: it is made once.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        turns = _Turns()

        @lru_cache(maxsize=most)
        def outcome(_figures: Hashable, *args: P.args, **named: P.kwargs) -> T:
            return function(*args, **named)

        @wraps(function)
        def asked(*args: P.args, **named: P.kwargs) -> T:
            figures = _IN_USE.get()
            with turns.of((figures, args, *named.items())):
                return outcome(figures, *args, **named)  # type: ignore[arg-type]  # all hashable

        return asked

    return decorate


class _Turns:
    """Lets threads that want the same take turns; a thread may ask again within its own."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._taken: dict[Hashable, tuple[RLock, int]] = {}

    @contextmanager
    def of(self, wanted: Hashable) -> Iterator[None]:
        """Wait for the turn of who wants this; the last to leave clears up."""
        with self._guard:
            turn, others = self._taken.get(wanted, (RLock(), 0))
            self._taken[wanted] = turn, others + 1
        try:
            with turn:
                yield
        finally:
            with self._guard:
                others = self._taken[wanted][1] - 1
                if others:
                    self._taken[wanted] = turn, others
                else:
                    del self._taken[wanted]
