# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds circles in what needs what."""

from collections.abc import Iterable, Iterator, Mapping


def cycles(needs: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """
    Return circles of two or more in *needs*, no two with a member in common.

    Every group that goes round has at least one circle in the result, so who mends them all and
    looks again gets to the end. Linear in what is needed. Names that are no key are passed over.
    """
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    told: set[str] = set()
    for start in needs:
        if start not in done:
            for circle in _circles_from(start, needs, done):
                if told.isdisjoint(circle):
                    told.update(circle)
                    found.append(circle)
    return found


def _circles_from(
    start: str, needs: Mapping[str, Iterable[str]], done: set[str]
) -> Iterator[tuple[str, ...]]:
    """Walk from *start*, depth first, and yield the path of each step that leads back into it."""
    path, depth = [start], {start: 0}
    steps = [iter(needs[start])]
    while path:
        step = next(steps[-1], None)
        if step is None:
            steps.pop()
            del depth[path[-1]]
            done.add(path.pop())
        elif step in depth:
            if step != path[-1]:
                yield tuple(path[depth[step] :])
        elif step in needs and step not in done:
            depth[step] = len(path)
            path.append(step)
            steps.append(iter(needs[step]))
