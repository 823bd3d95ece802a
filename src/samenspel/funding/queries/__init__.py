# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of money, scoped by what the reader may see."""

from .cash_book import CashBook, cash_book
from .cash_tables import cash_tables, sisa_export
from .cashier import (
    PaymentRow,
    Place,
    cash_by_place,
    cashier,
    payment_named,
    payment_rows,
    payments,
)
from .plan import Changed, RegionPlan, changed_by, names_for_plan, plan, plan_of, region_plan
from .plan_tables import plan_tables
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
from .sisa import SisaFacts, SisaPage, YearFacts, sisa_page, sisa_table, sisa_tables, years_of

__all__ = [
    "CashBook",
    "Changed",
    "FundingStepFacts",
    "LineRow",
    "PaymentRow",
    "Place",
    "RegionPlan",
    "SisaFacts",
    "SisaPage",
    "YearFacts",
    "cash_book",
    "cash_by_place",
    "cash_tables",
    "cashier",
    "changed_by",
    "line_row",
    "line_rows",
    "names_for_plan",
    "next_line_key",
    "next_source_key",
    "payment_named",
    "payment_rows",
    "payments",
    "plan",
    "plan_of",
    "plan_tables",
    "region_plan",
    "sisa_export",
    "sisa_page",
    "sisa_table",
    "sisa_tables",
    "source",
    "sources",
    "steps_of_line",
    "years_of",
]
