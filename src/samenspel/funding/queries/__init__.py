# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of money, scoped by what the reader may see."""

from .plan import plan, plan_of
from .records import (
    FundingStepFacts,
    LineRow,
    line_row,
    line_rows,
    next_line_key,
    next_source_key,
    source,
    sources,
    steps_of_line,
)

__all__ = [
    "FundingStepFacts",
    "LineRow",
    "line_row",
    "line_rows",
    "next_line_key",
    "next_source_key",
    "plan",
    "plan_of",
    "source",
    "sources",
    "steps_of_line",
]
