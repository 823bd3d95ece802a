# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Sources and lines of the funding plan; allocations with scenarios; payments and accounts."""

from .allocations import Allocation, Scenario
from .cashier import Cashier, Payment, SisaTable, SisaYear
from .plan import FundingLine, FundingSource, FundingStep

__all__ = [
    "Allocation",
    "Cashier",
    "FundingLine",
    "FundingSource",
    "FundingStep",
    "Payment",
    "Scenario",
    "SisaTable",
    "SisaYear",
]
