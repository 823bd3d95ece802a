# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which entry of the ledger holds a signature, and the receipt of it."""

import json
from dataclasses import replace

from samenspel.core.receipt import LARGEST_TEXT, Receipt
from samenspel.core.tree_head import TreeHead
from samenspel.ledger.queries import entries, receipt

SIGNED = "deal-signed"


def signature_entries(region: str, slug: str) -> dict[tuple[int, str], int]:
    """Return (number of the version, party) -> entry of each signature; one statement."""
    rows = entries(region, object=f"deal:{slug}", kind=SIGNED).order_by("seq")
    found = rows.values_list("seq", "party", "payload")
    return {(json.loads(text)["details"]["version"], party): seq for seq, party, text in found}


def signature_receipt(region: str, seq: int, text: str, under: TreeHead) -> Receipt:
    """
    Return the proof of the signature in entry *seq*, with the *text* that was signed.

    A text that is too long for a receipt is left out; its digest is in the entry all the same.

    Raises:
        ValueError: there is no such entry under that head.
    """
    proof = receipt(region, seq, under)
    return replace(proof, text=text) if len(text) <= LARGEST_TEXT else proof
