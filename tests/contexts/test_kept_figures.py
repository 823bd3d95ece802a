# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is made of figures is made once, however many ask for it at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Barrier, Event

import pytest

from samenspel.sources.in_use import Newer, kept, use

VISITORS = 8
PATIENCE = 10


def counted():
    """Return a kept function that takes a while, and what it was made of so far."""
    made, there = [], Event()

    @kept(4)
    def slow(name):
        made.append(name)
        there.wait(0.1)
        return name.upper()

    return slow, made


def at_once(ask, names):
    """Ask for all names, each in a thread of its own that sees the figures of this one."""
    ready = Barrier(len(names))

    def visit(name):
        ready.wait(PATIENCE)
        return ask(name)

    with ThreadPoolExecutor(len(names)) as visitors:
        asked = [visitors.submit(copy_context().run, visit, name) for name in names]
        return [one.result(PATIENCE) for one in asked]


def test_eight_who_ask_the_same_at_once_have_it_made_once():
    slow, made = counted()
    assert at_once(slow, ["a"] * VISITORS) == ["A"] * VISITORS
    assert made == ["a"]


def test_who_asks_something_else_does_not_wait_in_line():
    both = Barrier(2)

    @kept(4)
    def meets(name):
        both.wait(PATIENCE)
        return name

    assert at_once(meets, ["a", "b"]) == ["a", "b"]


def test_what_goes_wrong_is_made_again_by_who_comes_next():
    tries = []

    @kept(4)
    def fails_once():
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("the first time")
        return "there"

    with pytest.raises(ValueError, match="first"):
        fails_once()
    assert fails_once() == "there"


def test_it_may_ask_for_itself_within_its_turn():
    @kept(16)
    def steps(left):
        return left and 1 + steps(left - 1)

    assert steps(5) == 5


def test_other_figures_are_another_question():
    slow, made = counted()
    slow("a")
    copy_context().run(lambda: (use(Newer()), slow("a")))
    assert made == ["a", "a"]
