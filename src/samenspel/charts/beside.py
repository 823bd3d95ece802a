# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Drawing in a process beside this one, for a command that draws once.

The renderer takes as long to start as a profile to make, and holds its whole process up meanwhile.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing import get_context

_POOL: ContextVar[Executor | None] = ContextVar("who draws beside this process", default=None)


@contextmanager
def drawing_beside() -> Iterator[None]:
    """
    Start the renderer in another process, which draws the charts within; this one goes on.

    It forks, so call it before there are threads.
    """
    pool = ProcessPoolExecutor(1, get_context("fork"), _start)
    pool.submit(int)  # the first task starts the process
    before = _POOL.set(pool)
    try:
        yield
    finally:
        _POOL.reset(before)
        pool.shutdown(wait=False, cancel_futures=True)


def beside(draw: Callable[[str], str]) -> Callable[[str], str]:
    """Return *draw* as it is to be called: in the other process when there is one."""
    pool = _POOL.get()
    return draw if pool is None else lambda spec: pool.submit(draw, spec).result()


def _start() -> None:
    from samenspel.charts.render import renderer

    renderer()
