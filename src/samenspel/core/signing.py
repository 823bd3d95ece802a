# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Ed25519 signatures, from the library ``cryptography``; loaded when the first one is needed.

Keys are 32 bytes and signatures 64; what makes a private key is for who calls, as chance is.
"""

import re
from base64 import b64decode

KEY_BYTES = 32

_HEX = re.compile(rf"[0-9a-f]{{{2 * KEY_BYTES}}}", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/]{43}=?")


def sign(private: bytes, message: bytes) -> bytes:
    """Return the signature of *message*. Raise ValueError when *private* is no key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def public_key(private: bytes) -> bytes:
    """Return the public half of a key. Raise ValueError when *private* is no key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether *signature* is of *message*, by who has the private half of *public*."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def parse_key(text: str) -> bytes:
    """Return a key written as 64 hexadecimal characters or in base64. Raise ValueError else."""
    word = text.strip()
    if _HEX.fullmatch(word):
        return bytes.fromhex(word)
    if _BASE64.fullmatch(word):
        return b64decode(word.ljust(44, "="))
    raise ValueError("a key is 64 hexadecimal characters, or 44 characters of base64")
