# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Which figures count now: the packaged ones, and over them those that were loaded.

Set where a command or request begins, so that all of it sees the same figures. What is made of
figures is kept per such set with ``kept``: another set never finds the outcome of this one.
"""

from collections.abc import Callable, Hashable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps
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
    """Keep the last *most* outcomes of a function of figures, for each set of figures apart."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=most)
        def outcome(_figures: Hashable, *args: P.args, **named: P.kwargs) -> T:
            return function(*args, **named)

        @wraps(function)
        def asked(*args: P.args, **named: P.kwargs) -> T:
            return outcome(_IN_USE.get(), *args, **named)  # type: ignore[arg-type]  # all hashable

        return asked

    return decorate
