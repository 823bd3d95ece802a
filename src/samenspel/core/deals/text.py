# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
One text for one version of a deal, and the digest that parties sign.

Canonical JSON as for the agenda: empty fields are left out, so that a field which is added later
changes no old digest. What came of a condition is no part of it.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from samenspel.core.canonical import Json, decode, encode
from samenspel.core.deals.commitment import as_agreed
from samenspel.core.deals.deal import DealDraft, DealRecord
from samenspel.core.deals.overdue import ESCALATION, EscalationStep
from samenspel.core.errors import RuleError

T = TypeVar("T")
Plain = dict[str, Any]

_OUTCOME = frozenset({"outcome", "settled_on"})
"""What happens to a condition after it was agreed."""


def deal_text(region: str, slug: str, number: int, record: DealRecord) -> bytes:
    """Return exactly what is signed: which deal of which region, which version, and all of it."""
    agreed = replace(record, commitments=tuple(as_agreed(one) for one in record.commitments))
    signed: Json = {"region": region, "deal": slug, "version": number, "content": _plain(agreed)}
    return encode(signed)


def deal_digest(text: bytes) -> str:
    """Return the SHA-256 of a text in hexadecimal characters."""
    return hashlib.sha256(text).hexdigest()


def read_deal(text: bytes) -> DealRecord:
    """Return the record in a text of ``deal_text``."""
    signed = decode(text)
    if not isinstance(signed, Mapping):
        raise TypeError("the text of a deal is a mapping")
    return revived(DealRecord, signed["content"])


def draft_text(draft: DealDraft) -> str:
    """Return a draft as it is kept while the parties write."""
    return encode(_plain(draft)).decode()


def read_draft(text: str) -> DealDraft:
    """Return the draft in a text of ``draft_text``."""
    return revived(DealDraft, decode(text.encode()))


def escalation_text(steps: tuple[EscalationStep, ...]) -> str:
    """Return what follows on what is late as it is kept beside a deal; empty when it says none."""
    return encode(_plain(steps)).decode() if steps else ""


@lru_cache(maxsize=256)
def read_escalation(text: str) -> tuple[EscalationStep, ...]:
    """Return what a text of ``escalation_text`` holds; what every deal has when it is empty."""
    if not text:
        return ESCALATION
    return _value(tuple[EscalationStep, ...], decode(text.encode()))  # type: ignore[no-any-return]


def content_digest(content: object) -> str:
    """Return by what to tell whether a commitment or other dataclass is still what was seen."""
    return hashlib.sha256(encode(_plain(content))).hexdigest()


NO_DRAFT = "-"
"""What somebody saw who saw that there is no draft, instead of a ``content_digest``."""


def check_unchanged(content: object, seen: str) -> None:
    """Raise ``RuleError("changed-meanwhile")`` when *content* is not what was *seen*, if it was."""
    check_seen(content_digest(content), seen)


def check_seen(now: str, seen: str) -> None:
    """Raise ``RuleError("changed-meanwhile")`` when *now* is not what was *seen*, if it was."""
    if seen and seen != now:
        raise RuleError("changed-meanwhile")


def _plain(value: Any) -> Json:
    """Return *value* as JSON, without what is empty and without outcomes."""
    if is_dataclass(value):
        found = {
            field.name: getattr(value, field.name)
            for field in fields(value)
            if field.name not in _OUTCOME
        }
        return {name: _plain(one) for name, one in found.items() if one not in (None, "", ())}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, date | StrEnum) else value


_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


def revived(kind: type[T], data: Any) -> T:
    """Return the dataclass that plain *data* describes; a field that is not there is empty."""
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], value) for name, value in data.items()})


def _value(hint: Any, value: Any) -> Any:
    if get_origin(hint) is UnionType:
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in value)
    if is_dataclass(hint):
        return revived(hint, value)  # type: ignore[arg-type]  # a class, as hints are
    if hint is date:
        return date.fromisoformat(value)
    return hint(value) if issubclass(hint, StrEnum) else value
