# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why a rule of asking, answering and reporting refused an act, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DELIVERY_ERRORS: dict[str, Promise] = {
    "figure-unfit": _(
        "The figure for goal %(goal)s cannot be kept. Give a plain number for a goal that this "
        "measure adds to."
    ),
    "indicator-without-figures": _(
        "There are no official figures of this indicator for the municipalities of this region. "
        "Add figures by hand."
    ),
    "link-answered": _(
        "This link was used on %(on)s: your answer is in. To correct it, ask the programme "
        "secretary for a new link."
    ),
    "link-expired": _(
        "This link worked until some time ago. Ask the programme secretary for a new one, or wait "
        "for the next question."
    ),
    "link-not-yours": _(
        "This link is no longer yours to use: somebody else speaks for the measure now, or the "
        "question is over. Ask the programme secretary if that is not right."
    ),
    "link-revoked": _("This link was withdrawn. Ask the programme secretary for a new one."),
    "link-unknown": _(
        "This link does not work. Open the link in the newest mail, all of it, or ask the "
        "programme secretary for a new one."
    ),
    "no-agenda-in-force": _(
        "There is no agenda in force to report about. Adopt a version of the agenda first."
    ),
    "report-unchanged": _(
        "Nothing changed since the latest version of this report, so there is nothing to correct."
    ),
    "schedule-begun": _(
        "Owners were asked already, so the periods stay as they are. The numbers of days can "
        "still be changed."
    ),
    "schedule-days": _("“%(field)s” must be a number of days from 1 to %(most)s."),
    "schedule-first-day": _("A period begins on the first day of a month."),
    "schedule-months": _("A period is 1, 2, 3, 4, 6 or 12 months."),
    "unknown-indicator": _("There is no official indicator “%(indicator)s”."),
    "unknown-link": _("There is no such question in this region."),
    "unknown-period": _("Nobody was asked about the period %(period)s yet."),
}
