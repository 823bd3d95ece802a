# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Signed links: each says who may do one thing, until when, and nothing else.

A link is the number of what it is about with a message authentication code (HMAC-SHA-256) over all
that it is for. Nothing secret is stored, so who reads the database cannot make one; a later edition
of the same link makes the earlier ones worthless.
"""

import hmac
import re
from dataclasses import asdict, dataclass
from hashlib import sha256

from samenspel.core.canonical import encode

_FORM = re.compile(r"([1-9][0-9]{0,14})-([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Claim:
    """
    What a link is for. *purpose* is ``answer`` or ``mail``; *number* finds what it is about.

    *expires* is an ISO moment, empty when the link does not; *edition* counts from 1.
    """

    purpose: str
    number: int
    region: str
    person: str
    measure: str = ""
    period: str = ""
    expires: str = ""
    edition: int = 1


def token(claim: Claim, key: bytes) -> str:
    """Return the last part of the address of a link; the same claim gives the same."""
    return f"{claim.number}-{_code(claim, key)}"


def number_in(text: str) -> int | None:
    """Return which number a link names, None when *text* has not the form of a link."""
    found = _FORM.fullmatch(text)
    return int(found[1]) if found else None


def is_genuine(text: str, claim: Claim, key: bytes) -> bool:
    """Tell whether *text* is the link of this very claim; takes as long either way."""
    return hmac.compare_digest(text.encode(errors="replace"), token(claim, key).encode())


def _code(claim: Claim, key: bytes) -> str:
    return hmac.new(key, encode(asdict(claim)), sha256).hexdigest()
