# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Names for people of the calendar of councils: events, legal forms, how far a council is."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.calendar.dates import Limit
from samenspel.core.calendar.findings import Weight
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed
from samenspel.core.calendar.moments import Outcome, Question, Status
from samenspel.core.calendar.rules import Before, Days, Event, Term
from samenspel.words.formats import day_of_month

EVENTS: dict[Event, Promise] = {
    Event.FRAMEWORK_MEMO: _("framework memo to the councils"),
    Event.FRAMEWORK_OPINION: _("opinions of councils on the framework memo"),
    Event.DRAFT_BUDGET: _("draft budget to the councils"),
    Event.BUDGET_OPINION: _("opinions of councils on the draft budget"),
    Event.BOARD: _("the board adopts the budget"),
    Event.BUDGET_TO_PROVINCE: _("adopted budget to the supervisor"),
    Event.PROVISIONAL_ACCOUNTS: _("provisional accounts to the councils"),
    Event.ACCOUNTS_BOARD: _("the board adopts the accounts"),
    Event.ACCOUNTS_TO_PROVINCE: _("adopted accounts to the supervisor"),
    Event.ARRANGEMENT_DRAFT: _("change of the arrangement to the councils"),
    Event.ARRANGEMENT_OPINION: _("opinions of councils on the change of the arrangement"),
    Event.AGENDA_DRAFT: _("draft agenda to the councils"),
    Event.AGENDA_OPINION: _("opinions of councils on the draft agenda"),
}

FORMS: dict[LegalForm, Promise] = {
    LegalForm.PUBLIC_BODY: _("public body (Wgr)"),
    LegalForm.OPERATIONAL_BODY: _("operational management organisation (Wgr)"),
    LegalForm.JOINT_ORGAN: _("joint organ (Wgr)"),
    LegalForm.HOST_MUNICIPALITY: _("centre municipality (Wgr)"),
    LegalForm.BARE_ARRANGEMENT: _("arrangement without a body (Wgr)"),
    LegalForm.COVENANT: _("covenant or administrative agreement"),
    LegalForm.PRIVATE_BODY: _("foundation, association or company"),
}

WEIGHTS: dict[Weight, Promise] = {
    Weight.BREACH: _("against the law"),
    Weight.WARNING: _("look at this"),
    Weight.NOTE: _("good to know"),
}

QUESTIONS: dict[Question, Promise] = {
    Question.FRAMEWORK_MEMO: _("an opinion on the framework memo"),
    Question.BUDGET: _("an opinion on the draft budget"),
    Question.ARRANGEMENT: _("an opinion on a change of the arrangement"),
    Question.AGENDA_OPINION: _("an opinion on the draft agenda"),
    Question.AGENDA: _("to adopt the agenda"),
    Question.DEAL: _("to agree to a deal"),
    Question.WISHES: _("wishes and objections"),
}
"""What a council is asked, after "is asked for" or on its own."""

STATUSES: dict[Status, Promise] = {
    Status.PLANNED: _("planned"),
    Status.SENT: _("sent"),
    Status.SCHEDULED: _("on the council's agenda"),
    Status.DECIDED: _("decided"),
}

OUTCOMES: dict[Outcome, Promise] = {
    Outcome.ADOPTED: _("agreed"),
    Outcome.AMENDED: _("agreed with changes"),
    Outcome.REJECTED: _("not agreed"),
    Outcome.OPINION: _("opinion given"),
    Outcome.NO_OPINION: _("no opinion"),
}


def limit_words(limit: Limit) -> str:
    """Return from what a last day follows: the law, an agreement, or what no source confirms."""
    why = limit.why
    if isinstance(why, Agreed):
        return gettext("agreed: %(basis)s") % {"basis": why.basis}
    if why.confirmed:
        return why.basis
    return gettext("not confirmed by a source: %(basis)s") % {"basis": why.basis}


def term_words(term: Term) -> str:
    """Return a term in words: before a day, or so many days before or after something."""
    if isinstance(term, Before):
        return gettext("before %(day)s %(year)s") % {
            "day": day_of_month(term.month, term.day),
            "year": _year(term.years),
        }
    return _days(term)


def _days(term: Days) -> str:
    told = {"days": abs(term.days), "event": EVENTS[term.of]}
    if term.days < 0:
        return gettext("%(days)s days before: %(event)s") % told
    return gettext("%(days)s days after: %(event)s") % told


def _year(years: int) -> str:
    names = {
        -1: gettext("of the year before the budget year"),
        0: gettext("of the budget year"),
        1: gettext("of the year after the budget year"),
    }
    return names[years]
