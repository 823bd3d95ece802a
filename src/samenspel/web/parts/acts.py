# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Entries of the ledger in words: what was done, to what, by whom, when."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _

from samenspel.agenda.queries import titles
from samenspel.core.agenda.states import State
from samenspel.core.deals.ladder import Rung
from samenspel.core.rights import INSTALLATION, Act, Role
from samenspel.deals.queries import commitment_titles, deal_titles
from samenspel.parties.queries import names_of
from samenspel.web.page import Visit
from samenspel.web.reading import Reading, links
from samenspel.words.acts import act_label
from samenspel.words.deals import RUNGS
from samenspel.words.formats import short_date
from samenspel.words.labels import ROLES, STATES, field_label

_TITLED = ("challenge", "line", "goal", "measure")
_PLANNED = {"funding-source": "", "funding-line": "line-"}
"""Kind -> what stands before its code in the address of its place on the page of money."""

_PROMISED = {"deal": deal_titles, "commitment": commitment_titles}


@dataclass(frozen=True, slots=True)
class ActView:
    """An entry ready to be shown; ``about`` and ``url`` are empty where nothing may be seen."""

    seq: int
    iso: str
    day: str
    moment: str
    what: str
    code: str
    about: str
    url: str
    who: str
    person: str
    detail: str
    digest: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What a reader may know of the things that acts are about."""

    read: Reading | None
    slug: str
    parties: Mapping[str, str]
    titles: Mapping[str, Mapping[str, str]]
    people: Mapping[str, str]


def view_acts(
    seen: Visit,
    read: Reading | None,
    entries: Iterable[Any],
    parties: Mapping[str, str],
    *,
    known: Mapping[str, Mapping[str, str]] | None = None,
) -> list[ActView]:
    """
    Return *entries* ready to be shown; at most eight statements.

    Titles are those in the version that is read, and of what was promised in public; *parties* are
    names by slug; *known* are kinds of which the page has the titles already.
    """
    found = list(entries)
    names = _Known(
        read,
        seen.region.slug,
        parties,
        _titles(seen, read, [entry.object for entry in found], known or {}),
        _people(seen, found),
    )
    return [_view(entry, names) for entry in found]


def _titles(
    seen: Visit,
    read: Reading | None,
    objects: Sequence[str],
    had: Mapping[str, Mapping[str, str]],
) -> dict[str, Mapping[str, str]]:
    keys: dict[str, set[str]] = {}
    for one in objects:
        kind, _colon, key = one.partition(":")
        keys.setdefault(kind, set()).add(key)
    agenda = {
        kind: titles(read.version.pk, kind, keys[kind])
        for kind in _TITLED
        if read and kind in keys and kind not in had
    }
    promised = {
        kind: called(seen.region.pk, keys[kind]) if kind in keys and kind not in had else {}
        for kind, called in _PROMISED.items()
    }
    return {**agenda, **promised, **had}


def _people(seen: Visit, entries: Sequence[Any]) -> dict[str, str]:
    """Return the names of who acted and of whom it was about, to those who may know."""
    if not seen.may(Act.READ_PEOPLE):
        return {}
    about = (entry.object.removeprefix("person:") for entry in entries)
    return names_of(list({*(entry.actor for entry in entries), *about}))


def _view(entry: Any, known: _Known) -> ActView:
    at = timezone.localtime(entry.at)
    about, url = _object(entry.object, known)
    kind, _colon, key = entry.object.partition(":")
    return ActView(
        seq=entry.seq,
        iso=at.isoformat(timespec="minutes"),
        day=short_date(at),
        moment=formatted(at, "H:i"),
        what=act_label(entry.kind),
        code=key if kind in _TITLED else "",
        about=about,
        url=url,
        who=_who(entry, known),
        person=known.people.get(entry.actor, ""),
        detail=_detail(entry.kind, json.loads(entry.payload).get("details", {})),
        digest=entry.digest,
    )


def _object(text: str, known: _Known) -> tuple[str, str]:
    """Return what an entry is about, and its page if it has one that the reader may see."""
    kind, _colon, key = text.partition(":")
    if kind in _TITLED:
        return _titled(kind, key, known)
    if kind in _PROMISED and key in known.titles[kind]:
        return known.titles[kind][key], reverse(kind, args=[known.slug, key])
    if kind == "party" and key in known.parties:
        return known.parties[key], reverse("party", args=[known.slug, key])
    if kind in _PLANNED:
        return key, f"{reverse('funding', args=[known.slug])}#{_PLANNED[kind]}{key}"
    return _named(kind, key, known), ""


def _named(kind: str, key: str, known: _Known) -> str:
    """Return what something without a page of its own is called."""
    if kind == "interest":
        return known.parties.get(key.partition("/")[0], key)
    numbered = {"draft": _("draft %(number)s"), "version": _("version %(number)s")}
    if kind in numbered:
        return numbered[kind] % {"number": key}
    if kind == "order":
        return field_label("agenda", key)
    if kind == "person":
        return known.people.get(key, "")
    return key


def _titled(kind: str, key: str, known: _Known) -> tuple[str, str]:
    title = known.titles.get(kind, {}).get(key, "")
    if not title or known.read is None or kind == "line":
        return title, ""
    return title, links(known.read).to(kind, key)


def _who(entry: Any, known: _Known) -> str:
    """Return role and party; never a name."""
    if entry.actor == INSTALLATION.reference:
        return _("the installation")
    role = str(ROLES[Role(entry.role)])
    return f"{role}, {known.parties.get(entry.party, entry.party)}" if entry.party else role


def _detail(act: str, details: Mapping[str, Any]) -> str:
    """Return what changed; of what came or went that is everything, so nothing is said."""
    if "to" in details and "from" in details:
        told = [_state(act, details[name]) for name in ("from", "to")]
        note = details.get("note", "")
        return f"{told[0]} → {told[1]}{': ' if note else ''}{note}"
    if "role" in details:
        return str(ROLES[Role(details["role"])])
    kind, _hyphen, verb = act.rpartition("-")
    fields = details.get("fields") if verb == "changed" else None
    if isinstance(fields, list):
        return ", ".join(field_label(kind, name).lower() for name in fields)
    if isinstance(fields, dict):
        return "; ".join(_change(kind, name, values) for name, values in fields.items())
    counts = details.get("counts")
    if isinstance(counts, dict):
        return ", ".join(f"{n} {_many(name)}" for name, n in counts.items() if n)
    return _short(details["reason"]) if "reason" in details else ""


def _state(act: str, code: str) -> str:
    """Return what something was or became: a rung of the ladder, a state of a version."""
    if act in {"commitment-moved", "funding-line-moved"}:
        return str(RUNGS[Rung(code)].name)
    return str(STATES[State(code)].name)


def _many(name: str) -> str:
    return field_label("region", name).lower()


def _change(kind: str, name: str, values: Sequence[object]) -> str:
    was, now = (_short(value) for value in values)
    return f"{field_label(kind, name).lower()}: {was} → {now}"


def _short(value: object) -> str:
    """Return a value in a few words."""
    if value is None or value in ("", []):
        return "–"  # noqa: RUF001 - a dash for nothing
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - a line of the page
