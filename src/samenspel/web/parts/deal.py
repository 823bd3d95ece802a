# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One version of a deal in full: terms, text, who signed with what reserve, what it binds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.deals.queries import (
    CommitmentRow,
    DealPage,
    SignatureFacts,
    StepFacts,
    VersionPage,
)
from samenspel.web.markdown import clauses
from samenspel.web.parts.commitments import Promised, is_done
from samenspel.web.parts.deal_table import TakenBackView, taken_back
from samenspel.web.parts.deals import mood, state_name, unrecorded, unsigned
from samenspel.web.parts.promise import (
    DecisionView,
    PromiseView,
    ReservationView,
    view_promise,
    view_reservation,
)
from samenspel.web.parts.targets import Named
from samenspel.words.deal_differences import deal_sentences
from samenspel.words.deals import DEAL_STATES
from samenspel.words.formats import euro, long_date
from samenspel.words.promises import about_terms, hours, rule_sentence


@dataclass(frozen=True, slots=True)
class SignerView:
    """A party at the table: when it signed by whose decision, or that it is asked to, or left."""

    party: Named
    slug: str
    signed: str
    iso: str
    decided: DecisionView | None
    version: int
    is_asked: bool
    must: bool
    left: str
    taken_back: TakenBackView | None
    reservations: list[ReservationView]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause, with what parties held back on it."""

    html: SafeString
    reservations: list[ReservationView]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list of a deal; ``changes`` are sentences about what it amends."""

    number: int
    title: str
    state: str
    mood: str
    since: str
    changes: list[str]
    note: str
    is_current: bool
    is_public: bool


def view_version(
    page: DealPage,
    version: VersionPage,
    known: Promised,
    steps: Mapping[int, list[StepFacts]] | None = None,
) -> dict[str, Any]:
    """Return what a page says of one version: with *steps* how far its commitments are now."""
    signers = view_signers(page, version, known)
    held = [one for signer in signers for one in signer.reservations]
    live = {} if steps is None else _live(page, version)
    return {
        "version": version.facts,
        "terms": version.record.terms,
        "state": state_name(version.state),
        "meaning": DEAL_STATES[version.state].meaning,
        "mood": mood(version.state),
        "in_force_since": _in_force_since(version),
        "rule": rule_sentence(version.record.terms.rule, known.parties),
        "about": about_terms(version.record.terms, known.parties),
        "signers": signers,
        "unrecorded": unrecorded(version),
        "nobody_signed": unsigned(version),
        "asked": [one.party for one in signers if one.is_asked],
        **_text(version.record.terms.text, held),
        "promises": _promises(version, live, known, held, steps or {}),
        "figures": _figures(version, signers, live),
        "changes": deal_sentences(version.differences, known.parties),
    }


def view_signers(page: DealPage, version: VersionPage, known: Promised) -> list[SignerView]:
    """Return the parties at the table of a version, in its order."""
    numbers = {one.facts.digest: one.number for one in page.versions}
    return [_signer(slug, version, known, numbers) for slug in version.facts.parties]


def view_versions(page: DealPage, known: Promised) -> list[VersionLine]:
    """Return the versions of a deal, newest first."""
    return [
        VersionLine(
            number=one.number,
            title=one.facts.title,
            state=state_name(one.state),
            mood=mood(one.state),
            since=long_date(timezone.localdate(one.facts.state_since)),
            changes=deal_sentences(one.differences, known.parties),
            note=one.facts.note,
            is_current=one.number == page.current.number,
            is_public=one.facts.is_public,
        )
        for one in reversed(page.versions)
    ]


def _signer(
    slug: str, version: VersionPage, known: Promised, numbers: Mapping[str, int]
) -> SignerView:
    signed, left = version.signed.get(slug), version.left.get(slug)
    return SignerView(
        party=known.party(slug),
        slug=slug,
        signed=_day(signed) if signed else "",
        iso=timezone.localdate(signed.at).isoformat() if signed else "",
        decided=_mandate(signed) if signed else None,
        version=numbers.get(signed.digest, version.number) if signed else version.number,
        is_asked=slug in version.waiting,
        must=slug in version.facts.must_sign,
        left=long_date(left.effective_on) if left else "",
        taken_back=taken_back(version, slug),
        reservations=[
            view_reservation(one, slug, known) for one in (signed.reservations if signed else ())
        ],
    )


def _mandate(one: SignatureFacts) -> DecisionView:
    return DecisionView(one.organ, long_date(one.decided_on), one.link)


def _day(one: SignatureFacts) -> str:
    return long_date(timezone.localdate(one.at))


def _in_force_since(version: VersionPage) -> str:
    at, starts = version.facts.in_force_at, version.facts.starts_on
    if at is None:
        return ""
    day = timezone.localdate(at)
    return long_date(max(day, starts) if starts else day)


def _belongs(one: ReservationView, title: str) -> bool:
    """Tell whether a reservation names the heading of a clause, or the start of it."""
    clause, heading = one.clause.casefold().strip(), title.casefold().strip()
    if not clause or not heading:
        return False
    return heading == clause or heading.startswith((f"{clause} ", f"{clause}.", f"{clause}:"))


def _text(text: str, held: list[ReservationView]) -> dict[str, Any]:
    """Return the clauses, and ``loose`` the reservations on one that no heading names."""
    parts = [(part, [one for one in held if _belongs(one, part.title)]) for part in clauses(text)]
    placed = [one for _part, reserved in parts for one in reserved]
    return {
        "clauses": [ClauseView(part.html, reserved) for part, reserved in parts],
        "loose": [one for one in held if one.clause and one not in placed],
    }


def _live(page: DealPage, version: VersionPage) -> dict[str, CommitmentRow]:
    """Return the commitments of a version as they stand now."""
    keys = (one.key for one in version.record.commitments)
    return {key: page.commitments[key] for key in keys if key in page.commitments}


def _promises(
    version: VersionPage,
    live: Mapping[str, CommitmentRow],
    known: Promised,
    held: list[ReservationView],
    steps: Mapping[int, list[StepFacts]],
) -> list[PromiseView]:
    found = []
    for one in version.record.commitments:
        row = live.get(one.key)
        shown = row.commitment if row else one
        taken = steps.get(row.pk, []) if row else []
        waits = [each for each in version.unsigned if row and each.key == one.key]
        proposed = deal_sentences(waits, known.parties)
        found.append(view_promise(shown, known, row=row, taken=taken, held=held, proposed=proposed))
    return found


def _signed(version: VersionPage) -> str:
    """Return a word where no number of signatures can be told, or none was given in time."""
    if unsigned(version):
        return _("by nobody")
    return _("unknown") if unrecorded(version) else ""


def _figures(
    version: VersionPage, signers: list[SignerView], live: Mapping[str, CommitmentRow]
) -> list[dict[str, str]]:
    record = version.record
    signed = sum(bool(one.signed) for one in signers)
    of = {"signed": signed, "parties": len(signers)}
    found = [(_("signed"), _signed(version) or _("%(signed)s of %(parties)s") % of)]
    stand = [live[one.key].commitment if one.key in live else one for one in record.commitments]
    if money := [one.cents or 0 for one in stand if one.amounts]:
        found.append((_("bound in money"), euro(sum(money))))
    if work := [one.hours for one in stand if one.hours is not None]:
        found.append((_("bound in work"), hours(sum(work))))
    if live:
        told = {"done": sum(is_done(row) for row in live.values()), "of": len(live)}
        found.append((_("commitments done"), _("%(done)s of %(of)s") % told))
    return [{"label": label, "value": value} for label, value in found]
