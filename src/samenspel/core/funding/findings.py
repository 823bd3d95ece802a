# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a test of a funding plan says: passed or not, by which figures, decided by which lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """How a test ends; a note asks for nothing, a warning for a look, a failure for a change."""

    PASSED = "passed"
    NOTE = "note"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """
    What the test *code* says about one thing.

    ``about``: ``source:S1``, ``measure:M1`` or ``commitment:T1``; empty: the whole plan.
    ``figures``: by name; those that end in ``_cents`` are money, ``_share`` hundredths of a
    percent.
    """

    code: str
    verdict: Verdict
    about: str = ""
    lines: tuple[str, ...] = ()
    figures: Mapping[str, int | str] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether somebody has to look or act."""
        return self.verdict in {Verdict.WARNING, Verdict.FAILED}
