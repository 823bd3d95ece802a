# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of commitments and deals, scoped by what the reader may see."""

from .balance import RegionBalance, region_balance
from .commitments import (
    OverdueRow,
    Settled,
    StepFacts,
    commitment,
    commitments,
    next_key,
    overdue,
    settled,
    steps,
)
from .deals import DealPage, DealRow, VersionPage, deal, deals, signed_text, to_sign
from .leaving import withdrawal_preview
from .mandates import signing_mandate
from .records import Binding, CommitmentRow
from .versions import SignatureFacts, VersionFacts, WithdrawalFacts

__all__ = [
    "Binding",
    "CommitmentRow",
    "DealPage",
    "DealRow",
    "OverdueRow",
    "RegionBalance",
    "Settled",
    "SignatureFacts",
    "StepFacts",
    "VersionFacts",
    "VersionPage",
    "WithdrawalFacts",
    "commitment",
    "commitments",
    "deal",
    "deals",
    "next_key",
    "overdue",
    "region_balance",
    "settled",
    "signed_text",
    "signing_mandate",
    "steps",
    "to_sign",
    "withdrawal_preview",
]
