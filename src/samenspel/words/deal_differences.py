# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What an amendment changes, in sentences that a councillor reads."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.differences import Change, Difference, FieldChange, ListChange, Value
from samenspel.core.deals.commitment import Kind
from samenspel.core.deals.deal import SharingKind
from samenspel.core.deals.overdue import Escalation
from samenspel.core.deals.rules import RuleKind
from samenspel.words.deals import COMMITMENT_KINDS, ESCALATIONS, RULES, SHARINGS
from samenspel.words.formats import euro, long_date, number

_QUOTED_AT_MOST = 160
"""Longer texts are said to be rewritten, without repeating them."""

_COMMITMENT = _("commitment %(key)s “%(title)s”")

_THINGS: dict[Change, Promise] = {
    Change.ADDED: _("New: %(subject)s."),
    Change.DROPPED: _("Dropped: %(subject)s."),
}

FIELDS: dict[str, Promise] = {
    "after_days": _("the number of days until the step “%(of)s” on what is late"),
    "amounts": _("the amount in %(of)s"),
    "at_least": _("the number of signatures needed"),
    "condition_due": _("the date of the condition “%(of)s”"),
    "condition_who": _("who fulfils the condition “%(of)s”"),
    "conditions": _("the conditions"),
    "decided_on": _("the date of the decision"),
    "ends_on": _("the end date"),
    "helps": _("the parties for whom it is done"),
    "hours": _("the number of hours"),
    "in_return": _("what it gets in return"),
    "kind": _("the kind"),
    "link": _("the link to the decision"),
    "notice_days": _("the notice in days"),
    "organ": _("who decided"),
    "parties": _("the parties"),
    "party": _("the party"),
    "rule": _("the decision rule"),
    "rule_weight": _("the votes of %(of)s"),
    "sharing": _("the division"),
    "sharing_weight": _("the weight in the division of %(of)s"),
    "starts_on": _("the start date"),
    "target": _("to what it belongs"),
    "text": _("the text"),
    "title": _("the title"),
    "valuation_cents": _("the valuation"),
    "valuation_evidence": _("the basis of the valuation"),
    "what": _("what is promised"),
    "words": _("what happens at the step “%(of)s”"),
}
"""Fields of a deal and a commitment as they stand within a sentence."""

_OF = _("%(field)s of %(subject)s")
_CHANGED = _("%(field)s goes from %(was)s to %(now)s.")
_CAME = _("%(field)s is now %(now)s; it was not given before.")
_WENT = _("%(field)s is no longer given; it was %(was)s.")
_REWRITTEN = _("%(field)s was rewritten.")
_ADDED = _("Added to %(field)s: %(members)s.")
_REMOVED = _("No longer among %(field)s: %(members)s.")

_PARTIES = frozenset({"condition_who", "helps", "parties", "party"})
_OF_A_PARTY = frozenset({"rule_weight", "sharing_weight"})
_OF_A_STEP = frozenset({"after_days", "words"})
_MONEY = frozenset({"amounts", "valuation_cents"})


def deal_sentences(differences: Iterable[Difference], names: Mapping[str, str]) -> list[str]:
    """
    Return what an amendment changes as sentences in the active language, in the same order.

    *names* are those of the parties by slug.
    """
    return [sentence for one in differences for sentence in _about(one, names)]


def _about(difference: Difference, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what happened to one thing; the deal itself need not be named each time."""
    about = {"key": difference.key, "title": difference.title}
    subject = str(_COMMITMENT) % about if difference.kind == "commitment" else ""
    if difference.change is not Change.CHANGED:
        yield _start(_THINGS[difference.change], {"subject": subject})
    for change in difference.fields:
        if isinstance(change, ListChange):
            yield from _members(subject, change, names)
        else:
            yield _from_to(subject, change, names)


def _members(subject: str, change: ListChange, names: Mapping[str, str]) -> Iterator[str]:
    for sentence, members in ((_ADDED, change.added), (_REMOVED, change.removed)):
        if members:
            said = ", ".join(_said(change.field, member, names) for member in members)
            yield _start(sentence, {"field": _field(subject, change.field), "members": said})


def _from_to(subject: str, change: FieldChange, names: Mapping[str, str]) -> str:
    of = names.get(change.of, change.of) if change.field in _OF_A_PARTY else change.of
    if change.field in _OF_A_STEP:
        of = str(ESCALATIONS[Escalation(change.of)].name)
    params = {
        "field": _field(subject, change.field, of),
        "was": _said(change.field, change.was, names),
        "now": _said(change.field, change.now, names),
    }
    texts = [value for value in (change.was, change.now) if isinstance(value, str)]
    if sum(map(len, texts)) > _QUOTED_AT_MOST or any("\n" in text for text in texts):
        return _start(_REWRITTEN, params)
    if not params["was"]:
        return _start(_CAME, params)
    return _start(_CHANGED if params["now"] else _WENT, params)


def _field(subject: str, field: str, of: str = "") -> str:
    name = str(FIELDS[field]) % {"of": of}
    return str(_OF) % {"field": name, "subject": subject} if subject else name


def _said(field: str, value: Value, names: Mapping[str, str]) -> str:
    """Return a value as people know it; empty when there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, str):
        return _said_text(field, value, names)
    return euro(int(value)) if field in _MONEY else number(value)


def _said_text(field: str, value: str, names: Mapping[str, str]) -> str:
    if isinstance(value, RuleKind):
        return f"“{RULES[value].name}”"
    if isinstance(value, SharingKind):
        return f"“{SHARINGS[value]}”"
    if isinstance(value, Kind):
        return f"“{COMMITMENT_KINDS[value]}”"
    if field in _PARTIES:
        return names.get(value, value)
    return f"“{value}”"


def _start(sentence: Promise, params: Mapping[str, object]) -> str:
    return capfirst(str(sentence) % params)
