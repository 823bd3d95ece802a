# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the terminal shows while something takes longer than a second; nothing when it is a file."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import click

from samenspel.cli.speaking import _, number

_MOST_AT_ONCE = 1000
"""Steps between two drawings of a bar; a drawing may take longer than a step."""


class Bar(Protocol):
    """A bar that fills."""

    pos: int

    def update(self, n_steps: int) -> None:
        """Fill it by *n_steps* more."""


@contextmanager
def bar(label: str, length: int, *, hidden: bool = False) -> Iterator[Bar]:
    """Show a bar on a terminal unless *hidden*; call ``update(steps)`` on what this yields."""
    hidden = hidden or not sys.stderr.isatty()
    with click.progressbar(
        length=length,
        label=label,
        file=sys.stderr,
        hidden=hidden,
        update_min_steps=min(max(length // 500, 1), _MOST_AT_ONCE),
    ) as shown:
        yield shown


@contextmanager
def counting(label: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show on a terminal how many rows have come, of how many; tell it to what this yields."""
    shown = sys.stderr.isatty()

    def told(done: int, total: int | None) -> None:
        if shown:
            came = _("%(done)s rows") if total is None else _("%(done)s of %(total)s rows")
            counted = came % {"done": number(done), "total": number(total or 0)}
            click.echo(f"\r{label}: {counted}", nl=False, err=True)

    try:
        yield told
    finally:
        if shown:
            click.echo(err=True)


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show that something is going on whose length is not known, once it takes over a second."""
    done = threading.Event()
    shown = threading.Thread(target=_tick, args=(label, done), daemon=True)
    if sys.stderr.isatty():
        shown.start()
    try:
        yield
    finally:
        done.set()
        if shown.is_alive():
            shown.join()


def _tick(label: str, done: threading.Event) -> None:
    if done.wait(1):
        return
    click.echo(f"{label} ", nl=False, err=True)
    while not done.wait(0.5):
        click.echo(".", nl=False, err=True)
    click.echo(err=True)
