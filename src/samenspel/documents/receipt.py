# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The receipt of a signature as a document to read and to keep on paper.

It says what the JSON receipt says, in words. That one holds the text to the letter and is what a
computer checks, so this one names it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samenspel import __version__
from samenspel.core.canonical import encode
from samenspel.core.deals.commitment import Decision
from samenspel.core.deals.text import read_deal
from samenspel.core.receipt import Receipt
from samenspel.documents.blocks import Block, Cell, Document, Heading, Items, Notice, Text
from samenspel.documents.pdf import printable
from samenspel.documents.receipt_terms import decision, facts, terms
from samenspel.words.formats import long_date, number
from samenspel.words.receipt import about_receipt

_HALF = 64
"""Characters of a signature on a line."""

_NO_SHAPE = "\ufffd"


def receipt_document(receipt: Receipt, names: Mapping[str, str]) -> Document:
    """
    Return the receipt of a signature in the active language.

    *names* are those of the parties by slug. It is dated by its signed head, so that the same
    receipt is the same document on any day.
    """
    payload: dict[str, Any] = dict(receipt.entry.payload)
    record = read_deal(receipt.text.encode()) if receipt.text else None
    told = {"party": names.get(payload["party"], payload["party"]), "day": _day(payload["at"])}
    version = _("Version %(number)s") % {"number": payload["details"]["version"]}
    return Document(
        title=_("Receipt of a signature"),
        subtitle=f"{record.terms.title if record else _deal(payload)} · {version}",
        language="en" if (get_language() or "").startswith("en") else "nl",
        made=_moment(receipt.head.at).date(),
        lead=(_("%(party)s signed this on %(day)s.") % told, _footer(receipt)),
        blocks=(
            *_unshown(receipt),
            *_signature(payload, told, receipt.entry.seq),
            *(terms(record, names) if record else _left_out()),
            *_proof(receipt),
            *_check(receipt),
        ),
    )


def receipt_name(receipt: Receipt, kind: str) -> str:
    """Return the name of the file of the receipt of a signature as ``json`` or ``pdf``."""
    payload: dict[str, Any] = dict(receipt.entry.payload)
    version = payload["details"]["version"]
    return f"{payload['region']}-{_deal(payload)}-{version}-{payload['party']}.{kind}"


def _footer(receipt: Receipt) -> str:
    return _("Entry %(seq)s of the ledger of %(region)s, made with Samenspel %(version)s.") % {
        "seq": receipt.entry.seq,
        "region": receipt.head.book,
        "version": __version__,
    }


def _unshown(receipt: Receipt) -> Iterator[Block]:
    """Yield a warning when a letter of the text or of a reservation has no shape here."""
    said = receipt.text + encode(receipt.entry.payload).decode()
    if printable(said).count(_NO_SHAPE):
        yield Notice(
            _(
                "This document cannot show some letters of what was signed; there stands %(mark)s. "
                "The file %(file)s holds all of them."
            )
            % {"mark": _NO_SHAPE, "file": receipt_name(receipt, "json")}
        )


def _signature(payload: dict[str, Any], told: Mapping[str, str], seq: int) -> Iterator[Block]:
    details = payload["details"]
    rows = [
        (_("Party"), f"{told['party']} ({payload['party']})"),
        (_("Signed"), f"{told['day']} · {payload['at']}"),
        (_("By whose decision"), _mandate(details.get("mandate") or {})),
        (_("Digest of the text (SHA-256)"), details["digest"]),
        (_("Entry in the ledger"), str(seq)),
    ]
    yield Heading(_("Who signed"))
    yield facts(_("Signature"), rows)
    yield Heading(_("Reservations"), level=2)
    if held := details.get("reservations"):
        yield Items(tuple(_reservation(one) for one in held))
    else:
        yield Text(_("Signed without reservation."))


def _mandate(found: Mapping[str, str]) -> str:
    if not found:
        return _("unknown")
    day = date.fromisoformat(found["decided_on"])
    return decision(Decision(found["organ"], day, found.get("link", "")))


def _reservation(one: Mapping[str, str]) -> Cell:
    place = [one[name] for name in ("commitment", "clause") if one.get(name)]
    return Cell(one["text"], " · ".join(place))


def _left_out() -> Iterator[Block]:
    yield Heading(_("The text that was signed"))
    yield Text(_("It is too long for a receipt. The page of the deal has it; the digest is above."))


def _proof(receipt: Receipt) -> Iterator[Block]:
    entry, head = receipt.entry, receipt.head
    rows = [
        (_("Digest of the entry"), entry.digest),
        (_("Digest of the entry before it"), entry.previous),
        (_("Entries under the signed head"), number(head.size)),
        (_("Root"), head.root),
        (_("Digest of the last entry"), head.digest),
        (_("Head signed at"), head.at),
        (_("Public key (Ed25519)"), head.key),
        (_("Signature of the head"), f"{head.signature[:_HALF]} {head.signature[_HALF:]}"),
    ]
    yield Heading(_("The proof that it is in the ledger"))
    yield facts(_("Proof"), rows)
    yield Heading(_("Path from the entry to the root"), level=2)
    yield Items(tuple(Cell(one.hex()) for one in receipt.path), numbered=True)
    yield Heading(_("The entry as it was sealed"), level=2)
    yield Text(encode(entry.payload).decode())


def _check(receipt: Receipt) -> Iterator[Block]:
    file = receipt_name(receipt, "json")
    yield Heading(_("How to check it"))
    yield Text(
        _(
            "This document is for people. The file %(file)s, beside it on the page of the deal, "
            "holds the same to the letter. A computer checks it without network:"
        )
        % {"file": file}
    )
    yield Notice(f"samenspel ledger verify-receipt {file} --key {receipt.head.key}")
    yield Text(
        _("Take the public key from a place that you trust. Without Samenspel, with that file:")
    )
    for line in about_receipt()[1:-1]:
        yield Text(line)


def _deal(payload: Mapping[str, Any]) -> str:
    return str(payload["object"]).removeprefix("deal:")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day(text: str) -> str:
    return long_date(timezone.localdate(_moment(text)))
