# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is still empty in a thing of the agenda, in two words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.gaps import gaps
from samenspel.core.agenda.kinds import Item

GAPS: dict[str, Promise] = {
    "brings": _("brings nothing yet"),
    "challenge": _("no challenge"),
    "challenges": _("no challenge"),
    "contributions": _("no goal"),
    "costs": _("no costs"),
    "indicator": _("no indicator"),
    "lead": _("no lead"),
    "owner": _("no owner"),
    "phase": _("no phase"),
    "sides": _("on no side"),
    "starts_on": _("no start date"),
    "target": _("no target"),
    "why": _("no reason"),
}
"""Field -> what it means that it is empty."""


def gap_words(item: Item) -> list[str]:
    """Return what is still empty in *item*."""
    return [str(GAPS[name]) for name in gaps(item)]
