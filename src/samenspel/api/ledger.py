# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The ledger: every act, sealed, in the order in which it happened."""

from typing import Any

from django.conf import settings
from rest_framework import serializers

from samenspel.core.chain import START
from samenspel.core.rights import Role
from samenspel.core.tree_head import to_json
from samenspel.ledger.queries import count_signed_heads, entries, head, signed_heads
from samenspel.ledger.services import recent_head

from .asking import Asked
from .reading import Resource
from .showing import (
    LARGEST,
    Address,
    CamelCase,
    Code,
    Moment,
    PageQuery,
    Query,
    listing,
    number,
    page_size,
)


class LedgerEntry(CamelCase):
    """
    A sealed act.

    ``digest`` is the SHA-256, in hexadecimal, of the UTF-8 text
    ``{"payload":SEALED_TEXT,"previous":"PREVIOUS","seq":SEQ}`` without any white space added.
    """

    url = Address("seq")
    seq = serializers.IntegerField(help_text="Number in the book of the region, from 1.")
    at = Moment()
    kind = serializers.CharField(help_text="What happened, such as measure-changed.")
    object = serializers.CharField(help_text="To what, such as measure:M12.")
    actor = serializers.CharField(help_text="Who: a reference that says nothing; never a name.")
    role = serializers.ChoiceField([str(role) for role in Role])
    party = serializers.CharField(help_text="For which party; empty: for the region.")
    previous = serializers.CharField(help_text="Digest of the entry before.")
    digest = serializers.CharField(help_text="SHA-256 of this entry.")
    sealed_text = serializers.CharField(
        source="payload", help_text="What was sealed, to the letter: JSON after RFC 8785."
    )


class LedgerHead(CamelCase):
    """The last entry: whoever keeps this can check that nothing before it was changed."""

    seq = serializers.IntegerField(help_text="Number of the last entry, 0 when there is none.")
    digest = serializers.CharField(help_text="Digest of the last entry.")
    at = Moment(allow_null=True)


class LedgerSignedHead(CamelCase):
    """
    A signed head: so many entries, this root over them (RFC 9162), said by who has this key.

    ``signature`` is Ed25519, over all other fields as JSON after RFC 8785.
    """

    type = serializers.CharField(help_text="What is signed, and its version.")
    book = serializers.CharField(help_text="The region.")
    size = serializers.IntegerField(help_text="How many entries it is about, from the first.")
    root = serializers.CharField(  # type: ignore[assignment]  # a field takes the name away
        help_text="Root of the tree over the digests of these entries."
    )
    digest = serializers.CharField(help_text="Digest of the last of these entries.")
    at = serializers.CharField(help_text="When it was signed, to the letter.")
    key = serializers.CharField(help_text="The public key, 32 bytes in hexadecimal.")
    signature = serializers.CharField(help_text="The signature, 64 bytes in hexadecimal.")


class EntryListing(CamelCase):
    """Entries after a number, oldest first."""

    page_size = serializers.IntegerField(help_text="How many there are on a page, at most.")
    next = serializers.URLField(allow_null=True, help_text="The entries after these, if any.")


class EntryQuery(Query):
    """Which entries."""

    after = number("Only entries after this number.", largest=LARGEST, smallest=0, default=0)
    page_size = page_size()
    kind = Code("Only acts of this kind.")
    object = Code("Only acts on this object.", pattern=r"^[A-Za-z0-9:/-]{1,200}\Z")


def _entries(asked: Asked) -> dict[str, Any]:
    size = asked.query["page_size"]
    rows = entries(asked.region.slug, **asked.chosen("kind", "object")).order_by("seq")
    found = list(rows.filter(seq__gt=asked.query["after"])[: size + 1])
    more = asked.same_with(after=found[size - 1].seq) if len(found) > size else None
    return {"page_size": size, "next": more, "results": found[:size]}


def _entry(asked: Asked) -> Any:
    return entries(asked.region.slug).filter(seq=asked.where["seq"]).first()


def _heads(asked: Asked) -> dict[str, Any]:
    slug = asked.region.slug
    recent_head(book=slug, key=settings.LEDGER_KEY, at=asked.at)
    rows = [to_json(head) for head in signed_heads(slug, asked.window)]
    return asked.listing(rows, count_signed_heads(slug))


RESOURCES = {
    "ledger-entries": Resource(
        "The acts, oldest first",
        listing(LedgerEntry, EntryListing),
        _entries,
        EntryQuery,
        is_list=True,
    ),
    "ledger-entry": Resource("An act", LedgerEntry, _entry),
    "ledger-head": Resource(
        "The last entry of the ledger",
        LedgerHead,
        lambda asked: head(asked.region.slug) or START,
    ),
    "ledger-heads": Resource(
        "The signed heads of the ledger, newest first",
        listing(LedgerSignedHead),
        _heads,
        PageQuery,
        is_list=True,
    ),
}
