# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with money: plan, divide, receive and pay."""

from .cashier import correct_payment, import_payments, record_payment, set_cashier
from .lines import move_line, remove_line, save_line
from .plan_files import load_plan
from .sisa import answer_sisa, lock_year, reopen_year, set_columns
from .sources import remove_source, save_source

__all__ = [
    "answer_sisa",
    "correct_payment",
    "import_payments",
    "load_plan",
    "lock_year",
    "move_line",
    "record_payment",
    "remove_line",
    "remove_source",
    "reopen_year",
    "save_line",
    "save_source",
    "set_cashier",
    "set_columns",
]
