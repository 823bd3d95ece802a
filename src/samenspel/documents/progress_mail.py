# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The mail that asks somebody how their measures go: as text and as HTML, with the same words."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.core.delivery.schedule import Reminder
from samenspel.delivery.services.asking import Mail
from samenspel.words.delivery import period_name
from samenspel.words.formats import long_date


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail ready to be sent; *off* is the address that stops such mail."""

    subject: str
    text: str
    html: str
    off: str


def progress_letter(mail: Mail, region: str, site: str) -> Letter:
    """
    Return the letter in the active language.

    *region* is the name of the region, *site* the address that links begin with.
    """
    off = f"{site}/post/{mail.off}/"
    questions = [(one, f"{site}/antwoord/{one.secret}/") for one in mail.questions]
    context = {
        "mail": mail,
        "region": region,
        "period": period_name(mail.period),
        "due": long_date(mail.period.due_on),
        "questions": questions,
        "is_past": mail.on > mail.period.due_on,
        "is_late": any(one.kind is Reminder.LATE for one in mail.questions),
        "for_deputy": any(one.for_deputy for one in mail.questions),
        "off": off,
    }
    text = render_to_string("mail/progress.txt", context)
    return Letter(
        _subject(mail, region), text, render_to_string("mail/progress.html", context), off
    )


def _subject(mail: Mail, region: str) -> str:
    count = len(mail.questions)
    told = {"region": region, "count": count, "due": long_date(mail.period.due_on)}
    kinds = {one.kind for one in mail.questions}
    if kinds == {Reminder.LATE}:
        return _("%(region)s: your answer was due on %(due)s") % told
    if kinds == {Reminder.REMIND}:
        return _("%(region)s: please answer by %(due)s") % told
    return (
        ngettext(
            "%(region)s: how does your measure go?",
            "%(region)s: how do your %(count)s measures go?",
            count,
        )
        % told
    )
