# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with commitments and deals: promise, propose, sign, amend, leave."""

from .commitments import remove_commitment, save_commitment
from .drafting import drop_deal, propose_amendment, propose_deal, retract_deal, save_deal
from .leaving import take_back, withdraw
from .progress import explain_overdue, move_commitment, settle_condition
from .signing import sign_deal

__all__ = [
    "drop_deal",
    "explain_overdue",
    "move_commitment",
    "propose_amendment",
    "propose_deal",
    "remove_commitment",
    "retract_deal",
    "save_commitment",
    "save_deal",
    "settle_condition",
    "sign_deal",
    "take_back",
    "withdraw",
]
