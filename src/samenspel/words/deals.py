# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Names for people of what the code knows of commitments and deals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.core.deals.commitment import Kind, Outcome
from samenspel.core.deals.deal import SharingKind
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.overdue import Escalation, EscalationStep
from samenspel.core.deals.rules import RuleKind
from samenspel.core.deals.states import DealState
from samenspel.words.labels import StateWords

RUNGS: dict[Rung, StateWords] = {
    Rung.MENTIONED: StateWords(
        _("mentioned"), _("The party spoke of it; nobody can hold it to that yet.")
    ),
    Rung.PLEDGED: StateWords(_("pledged"), _("The party promised it, in public.")),
    Rung.COVERED: StateWords(_("covered in the budget"), _("There is money or time for it.")),
    Rung.ADOPTED: StateWords(
        _("adopted by the council"), _("Who decides for the party has decided on it.")
    ),
    Rung.GRANTED: StateWords(_("granted"), _("It was formally awarded or assigned.")),
    Rung.DONE: StateWords(_("paid or done"), _("The party did what it promised.")),
    Rung.ACCOUNTED: StateWords(
        _("accounted for"), _("The party showed what was done and what it cost.")
    ),
}

DEAL_STATES: dict[DealState, StateWords] = {
    DealState.DRAFT: StateWords(
        _("draft"), _("The parties are still writing; only they can read it.")
    ),
    DealState.PROPOSED: StateWords(
        _("proposed"), _("The text stands still; the parties can sign it, everyone can read it.")
    ),
    DealState.IN_FORCE: StateWords(
        _("in force"), _("Enough parties signed: it binds those who did.")
    ),
    DealState.AMENDED: StateWords(_("amended"), _("A later version took its place.")),
    DealState.ENDED: StateWords(_("past its term"), _("Its last day has passed.")),
    DealState.LAPSED: StateWords(
        _("lapsed by withdrawal"), _("Parties left, and too few were left to hold it.")
    ),
    DealState.RETRACTED: StateWords(
        _("retracted"), _("It was taken off the table before it was in force.")
    ),
    DealState.DROPPED: StateWords(
        _("set aside"), _("The draft was given up before anybody else could read it.")
    ),
}

COMMITMENT_KINDS: dict[Kind, Promise] = {
    Kind.MONEY: _("money"),
    Kind.HOURS: _("hours of staff"),
    Kind.KNOWLEDGE: _("knowledge"),
    Kind.DECISION: _("a decision"),
    Kind.FACILITY: _("a facility"),
    Kind.IN_KIND: _("in kind"),
}

RULES: dict[RuleKind, StateWords] = {
    RuleKind.ALL: StateWords(_("all"), _("It is in force when every party has signed.")),
    RuleKind.ALL_FUNDERS: StateWords(
        _("all funders"), _("It is in force when every party that promises money has signed.")
    ),
    RuleKind.WEIGHTED_MAJORITY: StateWords(
        _("weighted majority"),
        _(
            "It is in force when the parties that signed have more than half of the votes. "
            "No municipality alone has that many."
        ),
    ),
    RuleKind.AT_LEAST: StateWords(
        _("at least a number"), _("It is in force when that many parties have signed.")
    ),
}

SHARINGS: dict[SharingKind, Promise] = {
    SharingKind.EQUAL: _("in equal parts"),
    SharingKind.WEIGHTS: _("by weight"),
}

OUTCOMES: dict[Outcome, Promise] = {
    Outcome.OPEN: _("open"),
    Outcome.MET: _("met"),
    Outcome.FAILED: _("not met"),
}


def when_late(step: EscalationStep) -> tuple[str, str]:
    """Return the name of a step on what is late, and what then happens in the deal's own words."""
    known = ESCALATIONS[step.step]
    return str(known.name), step.words or str(known.meaning)


ESCALATIONS: dict[Escalation, StateWords] = {
    Escalation.REMINDER: StateWords(_("reminder"), _("The party itself is asked how it stands.")),
    Escalation.TABLE: StateWords(_("to the table"), _("The parties talk about it together.")),
    Escalation.BOARD: StateWords(_("to the board"), _("The board is asked what to do.")),
}
