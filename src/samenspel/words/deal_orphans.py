# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What hangs loose between agenda and promises, in a sentence each, with what to do about it."""

from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.orphans import Orphan
from samenspel.words.orphans import OrphanWords

DEAL_WORDS: dict[str, OrphanWords] = {
    "measure-without-commitment": OrphanWords(
        _("Measure %(name)s is in execution, and nobody promised anything for it."),
        _("Ask the parties what they bring: money, hours, knowledge or a decision."),
    ),
    "commitment-overdue": OrphanWords(
        _("Commitment %(name)s is past its date without evidence."),
        _("Ask the party how it stands, and to explain it in public."),
    ),
    "condition-overdue": OrphanWords(
        _("A condition of commitment %(name)s is past its date."),
        _("Say whether it was met; the commitment depends on it."),
    ),
}
"""Code of a check -> its words."""


def says_of_deals(orphan: Orphan) -> str:
    """Return the sentence about *orphan*, and what the parties can do about it."""
    words = DEAL_WORDS[orphan.code]
    told = str(words.says) % {"name": f"{orphan.key} “{orphan.title}”"}
    return f"{told} {words.advice}"
