# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What an amendment changes, as values for sentences, and whom it touches."""

from collections.abc import Iterator

from samenspel.core.agenda.differences import Change, Difference, FieldChange, ListChange, Value
from samenspel.core.deals.commitment import Commitment, Condition
from samenspel.core.deals.deal import DealRecord, Terms
from samenspel.core.deals.overdue import Escalation
from samenspel.core.deals.rules import Weight
from samenspel.core.limits import shown

_TERMS = ("title", "text", "starts_on", "ends_on", "notice_days")
_COMMITMENT = (
    *("party", "target", "kind", "what", "starts_on", "ends_on", "hours"),
    *("valuation_cents", "valuation_evidence", "in_return"),
)
_DECISION = ("organ", "decided_on", "link")

Fields = Iterator[FieldChange | ListChange]


def deal_differences(old: DealRecord, new: DealRecord) -> tuple[Difference, ...]:
    """
    Return what changes from *old* to *new*: first the deal, then its commitments.

    The deal has kind ``deal`` and no key; a commitment kind ``commitment``, and what it promises as
    title. Fields with an ``of``: ``amounts`` (the year), ``rule_weight`` and ``sharing_weight``
    (the party), ``condition_who`` and ``condition_due`` (the condition), ``after_days`` and
    ``words`` (the step on what is late).
    """
    found = []
    if fields := tuple(_terms(old.terms, new.terms)):
        found.append(Difference("deal", "", new.terms.title, Change.CHANGED, fields))
    before = {one.key: one for one in old.commitments}
    for one in new.commitments:
        was = before.pop(one.key, None)
        if was is None:
            found.append(_of(one, Change.ADDED))
        elif changes := tuple(_commitment(was, one)):
            found.append(_of(one, Change.CHANGED, changes))
    return (*found, *(_of(one, Change.DROPPED) for one in before.values()))


def touched(old: DealRecord, new: DealRecord) -> frozenset[str]:
    """
    Return the parties that must sign the change from *old* to *new*.

    What changes the deal itself touches all. A commitment touches the party that makes it, those
    it is done for, and those who fulfil its conditions, before and after.
    """
    changed = deal_differences(old, new)
    if any(one.kind == "deal" for one in changed):
        return frozenset({*old.terms.parties, *new.terms.parties})
    keys = {one.key for one in changed}
    at_table = frozenset({*old.terms.parties, *new.terms.parties})
    return at_table & frozenset(
        party
        for record in (old, new)
        for one in record.commitments
        if one.key in keys
        for party in _parties_in(one)
    )


def _parties_in(one: Commitment) -> Iterator[str]:
    yield one.party
    yield from one.helps
    yield from (condition.party for condition in one.conditions if condition.party)


def _of(
    one: Commitment, change: Change, fields: tuple[FieldChange | ListChange, ...] = ()
) -> Difference:
    return Difference("commitment", one.key, shown(one.what, most=80), change, fields)


def _terms(old: Terms, new: Terms) -> Fields:
    yield from _plain(old, new, _TERMS)
    yield from _members("parties", old.parties, new.parties)
    yield from _one("rule", old.rule.kind, new.rule.kind)
    yield from _one("at_least", old.rule.at_least, new.rule.at_least)
    yield from _weights("rule_weight", old.rule.weights, new.rule.weights)
    yield from _one("sharing", old.sharing.kind, new.sharing.kind)
    yield from _weights("sharing_weight", old.sharing.weights, new.sharing.weights)
    was, now = ({one.step: one for one in terms.when_late} for terms in (old, new))
    for step in Escalation:
        before, after = was.get(step), now.get(step)
        for name in ("after_days", "words"):
            old_value, new_value = (getattr(one, name, "") or None for one in (before, after))
            yield from _one(name, old_value, new_value, step)


def _commitment(old: Commitment, new: Commitment) -> Fields:
    yield from _plain(old, new, _COMMITMENT)
    was = {str(one.year): one.amount_cents for one in old.amounts}
    now = {str(one.year): one.amount_cents for one in new.amounts}
    for year in sorted(was | now):
        yield from _one("amounts", was.get(year), now.get(year), year)
    yield from _members("helps", old.helps, new.helps)
    yield from _conditions(old.conditions, new.conditions)
    for name in _DECISION:
        yield from _one(name, getattr(old.decided, name, None), getattr(new.decided, name, None))


def _conditions(old: tuple[Condition, ...], new: tuple[Condition, ...]) -> Fields:
    was, now = ({one.text: one for one in some} for some in (old, new))
    yield from _members("conditions", tuple(was), tuple(now))
    for text, after in now.items():
        if before := was.get(text):
            who = (before.party or before.who, after.party or after.who)
            yield from _one("condition_who", *who, text)
            yield from _one("condition_due", before.due_on, after.due_on, text)


def _weights(field: str, old: tuple[Weight, ...], new: tuple[Weight, ...]) -> Fields:
    was, now = ({one.party: one.weight for one in some} for some in (old, new))
    for party in sorted(was | now):
        yield from _one(field, was.get(party), now.get(party), party)


def _plain(old: object, new: object, names: tuple[str, ...]) -> Fields:
    for name in names:
        yield from _one(name, getattr(old, name), getattr(new, name))


def _one(field: str, was: Value, now: Value, of: str = "") -> Fields:
    if was != now:
        yield FieldChange(field, was, now, of)


def _members(field: str, old: tuple[str, ...], new: tuple[str, ...]) -> Fields:
    added = tuple(one for one in new if one not in old)
    removed = tuple(one for one in old if one not in new)
    if added or removed:
        yield ListChange(field, added, removed)
