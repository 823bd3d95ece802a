# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of who speaks for a council: to say how far it is with what came to it."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.rights import Act
from samenspel.councils.queries import known
from samenspel.web.page import Visit
from samenspel.web.parts.deal_tasks import Ask
from samenspel.words.formats import long_date

_AHEAD = timedelta(days=60)
"""A council is asked for so long before its last day."""


def asked_of_councils(seen: Visit) -> Iterator[Ask]:
    """Yield what the visitor's own councils have to decide; eight statements, none without."""
    own = {grant.party for grant in seen.actor.grants if grant.party}
    mine = {party for party in own if seen.may(Act.EDIT_COUNCIL, party)}
    if not mine:
        return
    found = known(seen.region.pk)
    for row in found.moments:
        for one in found.councils:
            last = row.last_for(one.party)
            if one.party in mine and row.is_open_for(one.party) and last <= seen.on + _AHEAD:
                text = _("Say how far %(council)s is: %(title)s")
                told = {"council": one.name, "title": row.ask.title}
                args = [seen.region.slug, row.ask.key, one.party]
                mood = "bad" if row.is_late_for(one.party, seen.on) else "warn"
                note = _("by %(day)s") % {"day": long_date(last)}
                yield Ask(text % told, reverse("workbench-position", args=args), note, mood)
