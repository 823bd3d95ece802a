# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of a region's agenda, scoped by what the reader may see."""

from .records import agenda_record, region_part, region_record
from .versions import (
    VersionFacts,
    current_version,
    draft,
    frozen_text,
    versions,
    visible_version,
)

__all__ = [
    "VersionFacts",
    "agenda_record",
    "current_version",
    "draft",
    "frozen_text",
    "region_part",
    "region_record",
    "versions",
    "visible_version",
]
