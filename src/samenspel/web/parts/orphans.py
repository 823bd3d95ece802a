# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What hangs loose, counted: the heading, the number, what to do, and where to read more."""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.core.agenda.orphans import CHECKS
from samenspel.words.labels import ORPHANS
from samenspel.words.orphans import advice


@dataclass(frozen=True, slots=True)
class Missing:
    """How many things a check found."""

    code: str
    heading: str
    count: int
    advice: str


def missing(counts: Mapping[str, int]) -> list[Missing]:
    """Return what was found, in the order of the checks."""
    return [
        Missing(code, str(ORPHANS[code]), counts[code], advice(code))
        for code in CHECKS
        if counts.get(code)
    ]
