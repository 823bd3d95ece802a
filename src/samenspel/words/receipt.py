# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How to check a receipt, in words that stand within it."""

from django.utils.translation import gettext as _


def about_receipt() -> list[str]:
    """Return what a receipt proves and how to check that, a line each."""
    return [
        _("This shows that 'entry' is in the ledger of the region that 'head' names. To check it:"),
        _("1. SHA-256 of 'payload', 'previous' and 'seq' as JSON of RFC 8785 is 'digest'."),
        _("2. The leaf is SHA-256 of a zero byte and the 32 bytes of that digest."),
        _("3. From there 'path' leads to 'root' as in RFC 9162, section 2.1.3.2, at seq - 1."),
        _("4. 'signature' is Ed25519 with 'key', over 'head' without it, as canonical JSON."),
        _("5. 'key' is the one that the region publishes; keep a copy of it elsewhere."),
        _("Of a signature, SHA-256 of 'text' is the 'digest' in the 'details' of the entry."),
        _("Or: samenspel ledger verify-receipt FILE --key KEY"),
    ]
