# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What differs between what was there and what came, for the ledger."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from samenspel.core.changes import plain

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def differing(was: "DataclassInstance", now: "DataclassInstance") -> dict[str, Any]:
    """Return field -> [was, now] of what differs."""
    return {
        field.name: [plain(getattr(was, field.name)), plain(getattr(now, field.name))]
        for field in fields(was)
        if getattr(was, field.name) != getattr(now, field.name)
    }
