# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Says why a rule of commitments and deals refused an act, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEAL_ERRORS: dict[str, Promise] = {
    "amount-missing": _("A commitment of this kind (%(kind)s) says how much: fill in “%(field)s”."),
    "amount-negative": _("“%(field)s” is below zero. Give zero or more."),
    "amount-out-of-place": _(
        "A commitment of this kind (%(kind)s) has no “%(field)s”. Leave it empty, "
        "or choose another kind."
    ),
    "amount-too-large": _("“%(field)s” is larger than we can hold. Check the figure."),
    "change-outside-deal": _(
        "Commitment %(key)s is changed here but the deal does not bind it. Add it to the deal."
    ),
    "code-unfit": _(
        "“%(key)s” cannot be used as a code. Use letters, digits and hyphens, and begin with a "
        "letter or digit."
    ),
    "commitment-bound": _(
        "Commitment %(key)s is part of the deal “%(deal)s”. Change it by amending that deal."
    ),
    "commitment-public": _(
        "Commitment %(key)s was public and stays readable. Put it on a lower step and say why."
    ),
    "condition-settled": _("It was already said what came of condition %(number)s."),
    "condition-without-who": _(
        "It is not said who fulfils a condition. Choose a party, or write who else does."
    ),
    "count-outside-parties": _(
        "Give a number of signatures from 2 to %(parties)s, the number of parties."
    ),
    "date-in-future": _("%(on)s is still to come. Give the day on which it happened."),
    "deal-needs-parties": _("A deal is between at least two parties. Add the parties that sign."),
    "deal-not-in-force": _("There is no version in force to amend. Propose the deal first."),
    "deal-not-open": _("This version is %(state)s and can no longer be signed."),
    "deal-over": _("This deal is over and does not change any more. Make a new deal."),
    "deal-proposed": _(
        "A version is on the table and its text stands still. Retract it first, and say why."
    ),
    "deal-state-not-allowed": _(
        "A version that is %(now)s cannot become %(wanted)s. The page of the deal shows which "
        "steps are open."
    ),
    "deal-text-changed": _(
        "The text that you saw is not the text on the table now. Read what is there and sign that."
    ),
    "escalation-order": _(
        "The steps on what is late come one after the other: reminder, table, board. Give each "
        "more days than the one before."
    ),
    "escalation-unfit": _("A step on what is late comes after 1 to %(limit)s days."),
    "evidence-missing": _(
        "The step to “%(wanted)s” needs evidence. Say where it can be seen: a decision, a letter, "
        "a payment."
    ),
    "helps-itself": _("A party cannot be among those for whom it does something. Leave it out."),
    "link-unfit": _("“%(link)s” is no web address. Begin with https://."),
    "mandate-too-small": _(
        "This deal asks %(amount_cents)s of the party, and your mandate does not reach that far. "
        "Ask for a larger mandate, or let somebody else sign."
    ),
    "municipality-majority": _(
        "One municipality (%(party)s) would have the majority of the votes, which the law does "
        "not allow. Give it at most half."
    ),
    "no-mandate": _(
        "You hold no mandate of this party today. Ask the programme secretary to record the "
        "decision that lets you sign."
    ),
    "not-a-signatory": _("This party is not at the table of this deal."),
    "not-bound": _("This party is not bound by this deal now, so there is nothing to leave."),
    "not-overdue": _("Commitment %(key)s is not past its date, so there is nothing to explain."),
    "not-signed": _(
        "This party has not signed this version, so there is no signature to take back."
    ),
    "nothing-changed": _("This amendment changes nothing. Change the text or a commitment first."),
    "notice-unfit": _("Give a notice of 0 to %(limit)s days."),
    "outcome-open": _("Say whether the condition was met or not."),
    "party-dropped": _(
        "%(party)s is bound by this deal and cannot be struck off. It can give notice itself."
    ),
    "party-leaving": _(
        "%(party)s leaves this deal and can get no other commitment. Leave its commitments as they "
        "are, or take them out."
    ),
    "party-outside-deal": _(
        "Commitment %(key)s is of %(party)s, which does not sign this deal. Add the party, or take "
        "the commitment out."
    ),
    "party-twice": _("A party is named twice. Name each party once."),
    "reason-missing": _("A step back needs a reason. Say why."),
    "reservation-without-place": _("Say which clause or commitment the reservation is about."),
    "rule-without-funder": _(
        "By this rule the parties that promise money decide, and none does. Choose another rule, "
        "or add a commitment of money."
    ),
    "rung-same": _("The commitment is on the step “%(rung)s” already."),
    "signature-stands": _(
        "This version is %(state)s: a signature under it can no longer be taken back. From a deal "
        "in force a party can give notice."
    ),
    "signed-already": _("This party has signed this version already."),
    "target-not-public": _(
        "The deal “%(deal)s” is not public yet, and this commitment would name it. Choose another "
        "target, or propose that deal first."
    ),
    "text-missing": _("“%(field)s” is empty. Fill it in."),
    "text-unfit": _(
        "The text in “%(field)s” is longer than %(limit)s characters, or has a character that "
        "cannot be shown."
    ),
    "too-many-commitments": _("A deal binds at most %(limit)s commitments."),
    "too-many-conditions": _("A commitment has at most %(limit)s conditions."),
    "too-many-reservations": _("A signature has at most %(limit)s reservations."),
    "unknown-commitment": _("There is no commitment “%(key)s” here."),
    "unknown-condition": _("The commitment has no condition %(number)s."),
    "unknown-deal": _("There is no deal “%(deal)s” in this region."),
    "unknown-target": _(
        "“%(target)s” is no measure or goal of the agenda and no deal. Choose one that exists."
    ),
    "votes-out-of-balance": _(
        "Parties have left, and %(party)s alone would have more than half of the votes of those "
        "who stay. The law does not allow that: divide the votes anew in this amendment."
    ),
    "weight-missing": _("Give every party of the deal one weight."),
    "weight-unfit": _("A weight is a whole number of zero or more, and not all are zero."),
    "withdrawn-already": _("This party has left the deal. To take part again it signs a new deal."),
    "year-outside-period": _("The year %(year)s is outside the period of the commitment."),
    "year-twice": _("The year %(year)s is there twice. Give one amount for each year."),
}
