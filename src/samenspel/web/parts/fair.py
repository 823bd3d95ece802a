# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A key beside fair and stable shares, ready to be shown."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenspel.core.funding.fair import KEY
from samenspel.core.sharing.answer import Division, GameAnswer
from samenspel.core.sharing.audit import ONE_CENT
from samenspel.words.formats import euro_exact, euro_signed
from samenspel.words.sharing import METHODS, heading, told

_SHOWN = (KEY, "shapley", "nucleolus")
"""Methods in the table; of the others the audit is enough."""


@dataclass(frozen=True, slots=True)
class FairRow:
    """What a party pays alone and by each method; ``differs``: how much more by the key."""

    party: str
    alone: str
    shares: list[str]
    differs: str
    mood: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What holds of a method: (words, whether good) of each question."""

    method: str
    checks: list[tuple[str, str]]


def fair_view(found: GameAnswer, programme_cents: int) -> dict[str, Any]:
    """Return the shares of each method by party, their audits, and all of it in words."""
    key = found.divisions[KEY]
    fair = found.divisions.get("shapley", key)
    return {
        "methods": [heading(code) for code in _SHOWN if code in found.divisions],
        "rows": [_row(party, found, key, fair) for party in found.parties],
        "total": euro_exact(found.total_cents),
        "scaled": found.total_cents != programme_cents,
        "words": told(found),
        "audits": [
            AuditRow(str(METHODS[code]), _checks(one)) for code, one in found.divisions.items()
        ],
    }


def _row(party: str, found: GameAnswer, key: Division, fair: Division) -> FairRow:
    more = key.shares[party] - fair.shares[party]
    return FairRow(
        party,
        euro_exact(found.alone_cents[party]),
        [
            euro_exact(found.divisions[code].shares[party])
            for code in _SHOWN
            if code in found.divisions
        ],
        euro_signed(more) if more else _("the same"),
        "bad" if more > 0 else "good" if more < 0 else "",
    )


def _checks(one: Division) -> list[tuple[str, str]]:
    audit = one.audit
    gain = {"amount": euro_exact(round(max(audit.worst.gain if audit.worst else 0, ONE_CENT)))}
    answers = [
        (audit.efficient, _("adds up"), _("does not add up")),
        (audit.individually_rational, _("nobody worse off than alone"), _("somebody worse off")),
        (
            audit.in_core,
            _("no group better off alone"),
            _("a group gains %(amount)s alone") % gain,
        ),
        (
            not audit.unfair_to,
            _("who adds nothing pays only its own"),
            _("unfair to who adds nothing"),
        ),
        (not audit.unlike, _("alike is treated alike"), _("alike is not treated alike")),
    ]
    return [(good if holds else bad, "good" if holds else "warn") for holds, good, bad in answers]
