# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of a region's agenda, scoped by what the reader may see."""

from .measures import (
    ContributionRow,
    MeasureRow,
    Wanted,
    contribution_rows,
    cost_by_year,
    count_measures,
    count_unpriced,
    measure_rows,
    needing,
)
from .overview import last_seen, leads, summaries, summary, titles, titles_together
from .previews import kept_preview
from .records import (
    agenda_record,
    challenges,
    goals,
    interests,
    lines,
    measures,
    region_part,
    region_record,
)
from .versions import (
    VersionFacts,
    base_version,
    current_by_region,
    current_of,
    current_version,
    draft,
    frozen_text,
    versions,
    visible_version,
)

__all__ = [
    "ContributionRow",
    "MeasureRow",
    "VersionFacts",
    "Wanted",
    "agenda_record",
    "base_version",
    "challenges",
    "contribution_rows",
    "cost_by_year",
    "count_measures",
    "count_unpriced",
    "current_by_region",
    "current_of",
    "current_version",
    "draft",
    "frozen_text",
    "goals",
    "interests",
    "kept_preview",
    "last_seen",
    "leads",
    "lines",
    "measure_rows",
    "measures",
    "needing",
    "region_part",
    "region_record",
    "summaries",
    "summary",
    "titles",
    "titles_together",
    "versions",
    "visible_version",
]
