# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with money: plan, divide, receive and pay."""

from .lines import move_line, remove_line, save_line
from .sources import remove_source, save_source

__all__ = ["move_line", "remove_line", "remove_source", "save_line", "save_source"]
