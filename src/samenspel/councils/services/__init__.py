# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with councils and their calendar."""

from .asking import cancel_board_day, cancel_moment, save_board_day, save_moment, save_position
from .keeping import save_calendar_rules, save_council

__all__ = [
    "cancel_board_day",
    "cancel_moment",
    "save_board_day",
    "save_calendar_rules",
    "save_council",
    "save_moment",
    "save_position",
]
