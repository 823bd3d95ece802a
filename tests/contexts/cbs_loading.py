# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Asking a source for the invented table, with time and chance in hand."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cbs_tables import CODE
from samenspel.sources.cbs import (
    Bounds,
    Pace,
    SourceError,
    asker,
    load,
    mirror,
    observations,
    services_of,
)

AT = datetime(2031, 7, 1, 9, 30, tzinfo=UTC)
BOUNDS = Bounds(silence=1.0, whole=1.5, size=1_000_000)


@dataclass
class Asking:
    """Who asks: remembers how long it slept and what it was told, and sleeps not at all."""

    store: Path
    bounds: Bounds = BOUNDS
    chance: float = 0.5
    slept: list[float] = field(default_factory=list)
    told: list[tuple[int, int | None]] = field(default_factory=list)

    def load(self, server, code=CODE):
        return self.load_from(mirror(server.url), code)

    def load_from(self, source, code=CODE):
        return load(
            code,
            self.services_of(source),
            self.store,
            at=AT,
            told=lambda *rows: self.told.append(rows),
        )

    def services(self, server):
        return self.services_of(mirror(server.url))

    def services_of(self, source):
        pace = Pace(self.slept.append, lambda: self.chance, time.monotonic)
        return services_of(source, asker(source.origins, pace, self.bounds))

    def figures(self, server):
        return list(observations(self.load(server).edition))

    def by_codes(self, server):
        found = {}
        for one in self.figures(server):
            found.setdefault(one.codes, []).append(one)
        return found

    def refusal(self, server, code):
        """Return the params with which loading is refused, and leave no edition."""
        with pytest.raises(SourceError) as caught:
            self.load(server)
        assert caught.value.code == code, caught.value
        return caught.value.params
