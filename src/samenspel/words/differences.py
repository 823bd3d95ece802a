# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The difference between two versions of an agenda in sentences that a councillor reads."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.differences import Change, Difference, FieldChange, ListChange, Value
from samenspel.words.formats import euro, long_date, number
from samenspel.words.names import Names, Titles

_QUOTED_AT_MOST = 160
"""Longer texts are said to be rewritten, without repeating them."""


class _FromTo(NamedTuple):
    """Sentences for a value that changed, came, or went."""

    changed: Promise
    came: Promise
    went: Promise


_SUBJECTS: dict[str, Promise] = {
    "agenda": _("the agenda"),
    "challenge": _("challenge %(name)s"),
    "goal": _("goal %(name)s"),
    "line": _("programme line %(name)s"),
    "measure": _("measure %(name)s"),
}

_THINGS: dict[Change, Promise] = {
    Change.ADDED: _("New: %(subject)s."),
    Change.DROPPED: _("Dropped: %(subject)s."),
    Change.RENAMED: _("%(subject)s had the code %(was)s before."),
}

_ADDED = _("Added to %(field)s of %(subject)s: %(members)s.")
_REMOVED = _("No longer among %(field)s of %(subject)s: %(members)s.")

_FIELDS: dict[str, Promise] = {
    "about": _("the description"),
    "baseline": _("the baseline"),
    "baseline_year": _("the year of the baseline"),
    "brings": _("the contribution"),
    "challenge": _("the challenge"),
    "challenges": _("the challenges"),
    "contribution_note": _("the note on a contribution"),
    "contributions": _("the goals"),
    "cost_source": _("the source of an amount"),
    "ends_on": _("the end date"),
    "ends_year": _("the last year"),
    "evidence": _("the evidence"),
    "gets": _("the gain"),
    "indicator": _("the indicator"),
    "lead": _("the lead"),
    "line": _("the programme line"),
    "needs": _("the measures that must come first"),
    "owner": _("the owner"),
    "partners": _("the partners"),
    "phase": _("the phase"),
    "policy_fields": _("the policy fields"),
    "sides": _("the sides of the triangle"),
    "source": _("the source"),
    "starts_on": _("the start date"),
    "starts_year": _("the first year"),
    "target": _("the target"),
    "target_year": _("the year of the target"),
    "unit": _("the unit"),
    "why": _("the reason"),
}

_MOVES = frozenset({"challenge", "lead", "line", "owner", "phase"})

_SENTENCES: dict[str, _FromTo] = {
    "title": _FromTo(
        _("%(subject)s was called %(was)s before."),
        _("%(subject)s had no title before."),
        _("%(subject)s has no title now; it was %(was)s."),
    ),
    "costs": _FromTo(
        _("%(subject)s now costs %(now)s in %(of)s; that was %(was)s."),
        _("%(subject)s now has an amount for %(of)s: %(now)s."),
        _("%(subject)s no longer has an amount for %(of)s; it was %(was)s."),
    ),
    "undivided": _FromTo(
        _("%(subject)s now costs %(now)s for the whole period; that was %(was)s."),
        _("%(subject)s now has an amount for the whole period: %(now)s."),
        _("%(subject)s no longer has an amount for the whole period; it was %(was)s."),
    ),
    "contribution_amount": _FromTo(
        _("%(subject)s is now expected to add %(now)s to goal %(of)s; that was %(was)s."),
        _("%(subject)s is now expected to add %(now)s to goal %(of)s."),
        _("%(subject)s no longer says how much it adds to goal %(of)s; it was %(was)s."),
    ),
    "gets": _FromTo(
        _("%(subject)s now gets %(now)s; that was %(was)s."),
        _("%(subject)s now gets %(now)s."),
        _("%(subject)s no longer gets %(was)s."),
    ),
    "brings": _FromTo(
        _("%(subject)s now brings %(now)s; that was %(was)s."),
        _("%(subject)s now brings %(now)s."),
        _("%(subject)s no longer brings %(was)s."),
    ),
    "moves": _FromTo(
        _("%(field)s of %(subject)s moves from %(was)s to %(now)s."),
        _("%(field)s of %(subject)s is now %(now)s; there was none."),
        _("%(field)s of %(subject)s is no longer %(was)s; there is none now."),
    ),
    "rewritten": _FromTo(
        _("%(field)s of %(subject)s was rewritten."),
        _("%(field)s of %(subject)s was written; there was none."),
        _("%(field)s of %(subject)s was taken out."),
    ),
    "other": _FromTo(
        _("%(field)s of %(subject)s goes from %(was)s to %(now)s."),
        _("%(field)s of %(subject)s is now %(now)s; it was not given before."),
        _("%(field)s of %(subject)s is no longer given; it was %(was)s."),
    ),
}

_NAMED_AS = {
    "challenge": "challenge",
    "challenges": "challenge",
    "contributions": "goal",
    "line": "line",
    "needs": "measure",
    "phase": "phase",
    "policy_fields": "policy-field",
    "sides": "triangle-side",
}
"""Fields that hold keys or codes, and of which kind."""

_PARTIES = frozenset({"lead", "owner", "partners"})


def sentences(
    differences: Iterable[Difference], names: Mapping[str, str], titles: Titles | None = None
) -> list[str]:
    """
    Return *differences* as sentences in the active language, in the same order.

    *names* are those of the parties by slug. With *titles* (from ``names.titles_of`` and
    ``names.labels_of``) keys and codes are followed or replaced by what they are called.
    """
    known = Names(names, titles or {})
    return [sentence for one in differences for sentence in sentences_about(one, known)]


def sentences_about(difference: Difference, names: Names) -> Iterator[str]:
    """Yield what happened to one thing."""
    subject = _subject(difference, names)
    if difference.change is not Change.CHANGED:
        params = {"subject": subject, "was": difference.was_key}
        yield _start(_THINGS[difference.change], params)
    for change in difference.fields:
        if isinstance(change, ListChange):
            yield from _members(subject, change, names)
        else:
            yield _from_to(subject, change, names)


def _subject(difference: Difference, names: Names) -> str:
    """Return what a sentence is about, as it stands within one."""
    if difference.kind != "interest":
        name = f"{difference.key} “{difference.title}”"
        return str(_SUBJECTS[difference.kind]) % {"name": name}
    slug, _slash, key = difference.key.partition("/")
    if not key:
        return str(_("%(party)s in the agenda as a whole")) % {"party": names.party(slug)}
    params = {"party": names.party(slug), "challenge": names.called("challenge", key)}
    return str(_("%(party)s in challenge %(challenge)s")) % params


def _members(subject: str, change: ListChange, names: Names) -> Iterator[str]:
    for sentence, members in ((_ADDED, change.added), (_REMOVED, change.removed)):
        if members:
            said = ", ".join(_said(change.field, member, names) for member in members)
            params = {"field": _FIELDS[change.field], "subject": subject, "members": said}
            yield _start(sentence, params)


def _from_to(subject: str, change: FieldChange, names: Names) -> str:
    sentence = _SENTENCES[_family(change)]
    params = {
        "subject": subject,
        "field": str(_FIELDS.get(change.field, "")),
        "was": _said(change.field, change.was, names),
        "now": _said(change.field, change.now, names),
        "of": names.called("goal", change.of),
    }
    if not params["was"]:
        return _start(sentence.came, params)
    return _start(sentence.changed if params["now"] else sentence.went, params)


def _family(change: FieldChange) -> str:
    if change.field == "costs" and not change.of:
        return "undivided"
    if change.field in _MOVES:
        return "moves"
    texts = [value for value in (change.was, change.now) if isinstance(value, str)]
    if sum(map(len, texts)) > _QUOTED_AT_MOST or any("\n" in text for text in texts):
        return "rewritten"
    return change.field if change.field in _SENTENCES else "other"


def _said(field: str, value: Value, names: Names) -> str:
    """Return a value as people know it; empty when there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _said_text(field, value, names)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Decimal):
        return number(value)
    return euro(value) if field == "costs" else str(value)


def _said_text(field: str, value: str, names: Names) -> str:
    if field in _PARTIES:
        return names.party(value)
    if field in _NAMED_AS:
        return names.called(_NAMED_AS[field], value)
    return f"“{value}”"


def _start(sentence: Promise, params: Mapping[str, object]) -> str:
    return capfirst(str(sentence) % params)
