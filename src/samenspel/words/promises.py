# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is promised and when a deal binds, in a line each."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.core.deals.commitment import Commitment
from samenspel.core.deals.deal import SharingKind, Terms
from samenspel.core.deals.overdue import EscalationStep
from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.words.deals import ESCALATIONS, RULES, SHARINGS
from samenspel.words.formats import euro, long_date, number


def hours(count: int) -> str:
    """Return hours of work: ``400 hours``."""
    return ngettext("%(hours)s hour", "%(hours)s hours", count) % {"hours": number(count)}


def days(count: int) -> str:
    """Return a number of days: ``90 days``."""
    return ngettext("%(days)s day", "%(days)s days", count) % {"days": number(count)}


def quantity(one: Commitment) -> str:
    """Return how much is promised; empty for what has no figure, such as knowledge."""
    told = [hours(one.hours)] if one.hours is not None else []
    if one.amounts:
        told.append(euro(sum(amount.amount_cents for amount in one.amounts)))
    elif one.valuation_cents is not None:
        told.append(_("worth %(amount)s") % {"amount": euro(one.valuation_cents)})
    return " · ".join(told)


def rule_sentence(rule: Rule, names: Mapping[str, str]) -> str:
    """Return when a deal binds, with the votes or the number that it takes."""
    if rule.kind is RuleKind.AT_LEAST and rule.at_least:
        told = ngettext(
            "It is in force when %(count)s party has signed.",
            "It is in force when %(count)s parties have signed.",
            rule.at_least,
        )
        return told % {"count": rule.at_least}
    if rule.kind is RuleKind.WEIGHTED_MAJORITY:
        votes = _("Votes: %(votes)s.") % {"votes": weights(rule.weights, names)}
        return f"{RULES[rule.kind].meaning} {votes}"
    return str(RULES[rule.kind].meaning)


def weights(some: Iterable[Weight], names: Mapping[str, str]) -> str:
    """Return parties with their weights: ``North 3, School 2``."""
    return ", ".join(f"{names.get(one.party, one.party)} {number(one.weight)}" for one in some)


def about_terms(terms: Terms, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the terms of a deal as (name, value)."""
    notice = days(terms.notice_days) if terms.notice_days else _("none: a party is free at once")
    sharing = str(SHARINGS[terms.sharing.kind])
    if terms.sharing.kind is SharingKind.WEIGHTS:
        some = [one for one in terms.sharing.weights if one.weight]
        sharing = f"{sharing}: {weights(some, names)}"
    return [
        (_("Starts"), long_date(terms.starts_on) if terms.starts_on else _("when it is in force")),
        (_("Ends"), long_date(terms.ends_on) if terms.ends_on else _("no end date")),
        (_("Notice when a party leaves"), notice),
        (_("The others then divide its money"), sharing),
        (_("When a commitment is late"), late_sentence(terms.when_late)),
    ]


def late_sentence(steps: Iterable[EscalationStep]) -> str:
    """Return what follows on what is late: ``after 14 days: reminder``."""
    told = []
    for one in steps:
        what = {"days": days(one.after_days), "step": ESCALATIONS[one.step].name}
        said = _("after %(days)s: %(step)s") % what
        told.append(f"{said} ({one.words})" if one.words else said)
    return "; ".join(told)
