# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says what does not fit in a calendar, and what to do, in one or two plain sentences."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenspel.core.calendar.findings import Finding
from samenspel.words.calendar import EVENTS
from samenspel.words.formats import long_date

FINDINGS: dict[str, Promise] = {
    "after-last-day": _(
        "%(Event)s: %(on)s is after the last day, %(last)s. Choose an earlier day."
    ),
    "agreed-against-law": _(
        "%(Event)s: what was agreed (%(agreed)s) does not fit the law (%(last)s). The law counts."
    ),
    "answer-in-recess": _(
        "%(Event)s: the last day, %(on)s, falls in a recess (%(name)s, %(first)s to %(end)s). "
        "Decide before it."
    ),
    "board-after-province-day": _(
        "The board meets on %(on)s, but its budget must be with the supervisor by %(last)s. "
        "Let the board meet earlier."
    ),
    "board-before-answers": _(
        "The board meets on %(on)s, but councils may answer until %(last)s. "
        "Let the board meet later, or send the draft earlier."
    ),
    "board-on-council-day": _(
        "The board and the council meet on the same day, %(on)s. Nobody can be at both."
    ),
    "draft-before-framework": _(
        "The draft budget must go out by %(draft)s, before the last day of the framework memo "
        "(%(memo)s). Send the framework memo before the draft budget."
    ),
    "few-meetings": _(
        "%(Event)s: the council meets %(count)s times from %(opens)s to %(last)s, "
        "and %(least)s is the least. Send it earlier, or ask for an extra meeting."
    ),
    "in-weekend": _(
        "%(Event)s: %(on)s is in a weekend. Whether a legal last day then moves is not in our "
        "sources, so do it before."
    ),
    "law-changed-between": _(
        "%(Event)s: the law changed in between. Let a lawyer say which term holds."
    ),
    "meeting-too-full": _(
        "The council would have %(count)s of these decisions in its meeting of %(on)s; "
        "%(most)s is the most. Spread them over more meetings."
    ),
    "meetings-unknown": _(
        "%(Event)s: not enough meetings of the council are known up to %(last)s. "
        "Ask its clerk for the dates."
    ),
    "own-term-missed": _(
        "%(Event)s on %(on)s, but the council asks for it by %(last)s (%(basis)s). "
        "Send it earlier, or tell the council why not."
    ),
    "sent-in-recess": _(
        "%(Event)s: %(on)s falls in a recess (%(name)s, %(first)s to %(end)s). Send it before."
    ),
    "term-too-short": _(
        "%(Event)s: there are %(days)s days and %(needed)s are needed. "
        "Begin earlier, or give councils until later."
    ),
}


def says(finding: Finding, about: str = "") -> str:
    """Return what a finding says, *about* something with a title or else about its event."""
    event = about or str(EVENTS[finding.event])
    told = {name: _said(value) for name, value in finding.params.items()}
    told.setdefault("name", "")
    return str(FINDINGS[finding.code]) % {"Event": capfirst(event), **_named(told)}


def _named(told: Mapping[str, object]) -> dict[str, object]:
    """Return *told* with the name of a recess that has none."""
    return {**told, "name": told["name"] or str(_("recess"))}


def _said(value: object) -> object:
    return long_date(value) if isinstance(value, date) else value
