# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with a region's agenda: import it, edit its draft, move its versions."""

from .editing import remove_item, save_heading, save_item
from .facts import remove_fact, save_fact, save_region_heading
from .regions import ImportResult, import_region, preview_region
from .versions import move_version, start_agenda, start_version

__all__ = [
    "ImportResult",
    "import_region",
    "move_version",
    "preview_region",
    "remove_fact",
    "remove_item",
    "save_fact",
    "save_heading",
    "save_item",
    "save_region_heading",
    "start_agenda",
    "start_version",
]
