# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""By which mandate somebody signs a deal for a party."""

from datetime import date

from samenspel.core.deals.deal import DealRecord
from samenspel.core.errors import RuleError
from samenspel.core.rights import Actor
from samenspel.parties.queries import mandates_of


def signing_mandate(region_id: int, party: str, record: DealRecord, signer: Actor, on: date) -> int:
    """
    Return the key of the mandate by which *signer* would sign *record* for *party* on a day.

    It holds then and reaches far enough for the money that the party promises; one without limit
    comes last of all. One statement.

    Raises:
        RuleError: ``no-mandate`` or ``mandate-too-small``.
    """
    held = mandates_of(region_id, party, signer.reference, on)
    if not held:
        raise RuleError("no-mandate", party=party)
    promised = (one for one in record.commitments if one.party == party)
    cents = sum(amount.amount_cents for one in promised for amount in one.amounts)
    enough = [(limit is None, limit or 0, pk) for pk, limit in held]
    fit = sorted(one for one in enough if one[0] or one[1] >= cents)
    if not fit:
        raise RuleError("mandate-too-small", party=party, amount_cents=cents)
    return fit[0][2]
