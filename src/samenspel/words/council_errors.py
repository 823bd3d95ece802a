# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why a rule of councils and their calendar refused an act, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COUNCIL_ERRORS: dict[str, Promise] = {
    "board-day-far": _(
        "%(on)s is too far from budget year %(year)s. Check the day and the budget year."
    ),
    "board-day-missing": _(
        "From which meeting of the board? Give the day on which it adopts the budget."
    ),
    "board-day-taken": _(
        "There is a meeting of the board on this for %(year)s already. Change or cancel that one."
    ),
    "budget-year-missing": _(
        "A meeting on a budget or accounts needs its budget year, and another one has none."
    ),
    "budget-year-unfit": _("Choose a budget year from %(first)s to %(last)s."),
    "council-without-municipality": _("“%(party)s” is no municipality and has no council."),
    "count-unfit": _("“%(field)s” is a number from 0 to %(most)s."),
    "days-unreadable": _(
        "Line %(line)s cannot be read: “%(text)s”. Write a day such as 2026-09-24."
    ),
    "decided-before-sent": _(
        "The council cannot decide on %(on)s about what was sent on %(sent)s. Check both days."
    ),
    "is-cancelled": _("This was cancelled and does not change any more. Make a new one."),
    "last-day-missing": _(
        "Neither the law nor an agreement says how long councils have for this. Give the last day."
    ),
    "meeting-missing": _("In which meeting does the council decide? Give the day."),
    "outcome-missing": _("Say what the council decided."),
    "outcome-too-early": _(
        "An outcome is for a council that has decided. Choose “decided”, or leave the outcome "
        "empty."
    ),
    "sent-day-missing": _("Give the day on which it was sent to the council."),
    "term-unfit": _("This term cannot be reckoned with. Check the number of days or the day."),
    "too-many-days": _("There are more than %(most)s of them; that is too many to keep here."),
    "unknown-board-day": _("There is no such meeting of the board."),
    "unknown-body": _("The region has no body “%(body)s”."),
    "unknown-council": _("There is no council of “%(party)s” in this region."),
    "unknown-moment": _("There is no decision moment “%(key)s”."),
    "unknown-subject": _(
        "What it is about, “%(about)s”, is nothing that everyone can read. Choose something else."
    ),
}
