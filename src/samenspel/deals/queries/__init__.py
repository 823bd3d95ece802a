# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of commitments and deals, scoped by what the reader may see."""

from .balance import RegionBalance, region_balance, standing
from .brief import Brief, LeftFacts, brief
from .commitments import (
    OverdueRow,
    Settled,
    StepFacts,
    commitment,
    commitments,
    held_back,
    late,
    late_among,
    next_key,
    overdue,
    settled,
    steps,
)
from .deals import (
    DealPage,
    DealRow,
    VersionPage,
    deal,
    deal_rows,
    deals,
    signed_text,
    to_sign,
)
from .leaving import withdrawal_preview
from .mandates import signing_mandate
from .overview import (
    RegionPledges,
    broken,
    commitment_titles,
    deal_titles,
    in_numbers,
    out_of_balance,
    region_pledges,
    steps_of,
)
from .receipts import signature_entries, signature_receipt
from .records import Binding, CommitmentRow
from .tables import deal_tables
from .versions import (
    SignatureFacts,
    VersionFacts,
    WithdrawalFacts,
    public_titles,
    region_versions,
)

__all__ = [
    "Binding",
    "Brief",
    "CommitmentRow",
    "DealPage",
    "DealRow",
    "LeftFacts",
    "OverdueRow",
    "RegionBalance",
    "RegionPledges",
    "Settled",
    "SignatureFacts",
    "StepFacts",
    "VersionFacts",
    "VersionPage",
    "WithdrawalFacts",
    "brief",
    "broken",
    "commitment",
    "commitment_titles",
    "commitments",
    "deal",
    "deal_rows",
    "deal_tables",
    "deal_titles",
    "deals",
    "held_back",
    "in_numbers",
    "late",
    "late_among",
    "next_key",
    "out_of_balance",
    "overdue",
    "public_titles",
    "region_balance",
    "region_pledges",
    "region_versions",
    "settled",
    "signature_entries",
    "signature_receipt",
    "signed_text",
    "signing_mandate",
    "standing",
    "steps",
    "steps_of",
    "to_sign",
    "withdrawal_preview",
]
