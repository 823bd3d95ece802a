# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A signed head says who signed what; another key, word or figure is no longer signed."""

import json
from base64 import b64encode
from dataclasses import replace

import pytest

from samenspel.core.signing import is_signed, parse_key, public_key, sign
from samenspel.core.tree_head import TreeHead, is_by, parse, signed, to_text

PRIVATE = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
SIGNATURE = (
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)

HEAD = signed(
    TreeHead("twente", 42, "a" * 64, "b" * 64, "2026-03-01T12:00:00.000000Z", ""), PRIVATE
)


def test_a_signature_is_that_of_the_rfc():
    """RFC 8032, section 7.1, test 2."""
    assert public_key(PRIVATE).hex() == PUBLIC
    assert sign(PRIVATE, b"\x72").hex() == SIGNATURE
    assert is_signed(bytes.fromhex(PUBLIC), bytes.fromhex(SIGNATURE), b"\x72")
    assert not is_signed(bytes.fromhex(PUBLIC), bytes.fromhex(SIGNATURE), b"\x73")
    assert not is_signed(b"short", bytes.fromhex(SIGNATURE), b"\x72")


def test_a_head_is_signed_by_its_own_key_and_no_other():
    assert HEAD.key == PUBLIC
    assert is_by(HEAD)
    assert is_by(HEAD, bytes.fromhex(PUBLIC))
    assert not is_by(HEAD, public_key(bytes(32)))


@pytest.mark.parametrize(
    "changes",
    [
        {"book": "achterhoek"},
        {"size": 43},
        {"root": "c" * 64},
        {"digest": "c" * 64},
        {"at": "2026-03-01T12:00:00.000001Z"},
        {"key": public_key(bytes(32)).hex()},
        {"signature": "0" * 128},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_nothing_in_a_head_can_be_changed_unseen(changes):
    assert not is_by(replace(HEAD, **changes))


def test_a_head_reads_back_from_its_text():
    assert parse(to_text(HEAD)) == HEAD
    assert parse(json.dumps(json.loads(to_text(HEAD)), indent=1).encode()) == HEAD


def text_with(**changes):
    fields = {**json.loads(to_text(HEAD)), **changes}
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        "42:" + "a" * 64,
        text_with(size=0),
        text_with(size=True),
        text_with(size="42"),
        text_with(type="other/1"),
        text_with(extra=1),
        text_with(root="A" * 64),
        text_with(root=None),
        text_with(digest="0" * 64),
        text_with(book="Twente<"),
        text_with(at="today"),
        text_with(signature="0" * 127),
        "[" * 100_000,
    ],
)
def test_what_is_no_signed_head_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the words differ by what is wrong
        parse(text)


def test_a_key_is_read_in_hexadecimal_and_base64():
    key = bytes.fromhex(PUBLIC)

    assert parse_key(PUBLIC) == parse_key(f"{PUBLIC.upper()}\n") == key
    assert parse_key(b64encode(key).decode()) == key
    assert parse_key(b64encode(key).decode().rstrip("=")) == key


@pytest.mark.parametrize("text", ["", "a" * 63, "g" * 64, "a" * 42, "-----BEGIN PUBLIC KEY-----"])
def test_what_is_no_key_is_refused(text):
    with pytest.raises(ValueError, match="64 hexadecimal"):
        parse_key(text)
