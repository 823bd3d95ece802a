# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed in a draft, on the ledger."""

from datetime import datetime

from samenspel.core.changes import Change
from samenspel.core.rights import Actor, Grant
from samenspel.ledger.services import append


def record_changes(
    *,
    region: str,
    number: int,
    changed: list[Change],
    actor: Actor,
    grant: Grant,
    at: datetime,
) -> None:
    """
    Write what changed in a draft to the ledger: which things and fields, not what they say.

    The ledger is public and a draft is not; what it says becomes public, with its digest, when the
    version leaves draft.
    """
    for change in changed:
        verb = {"added": "added", "removed": "removed"}.get(change.change, "changed")
        append(
            book=region,
            kind=f"{change.kind}-{verb}",
            object=f"{change.kind}:{change.identity}" if change.identity else change.kind,
            actor=actor,
            grant=grant,
            details={"version": number, "fields": sorted(change.fields)},
            at=at,
        )
