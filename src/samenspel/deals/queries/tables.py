# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Deals and commitments of a region as tables to take home: what everyone may read, nothing more.

Headings are Dutch as in the workbook; the fields have the names of the API.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils.timezone import localdate

from samenspel.core.rights import NOBODY
from samenspel.deals import models
from samenspel.sources.tables import Cell, Table

from .commitments import OverdueRow, StepFacts, commitments, late
from .overview import steps_of
from .records import CommitmentRow
from .versions import VersionFacts, read_versions, record_of, visible

Rows = Iterator[tuple[Cell, ...]]

_DEALS = (
    *(("deal", "Afspraak"), ("version", "Versie"), ("title", "Titel"), ("state", "Stand")),
    *(("starts_on", "Begint op"), ("ends_on", "Laatste dag"), ("lapses_on", "Vervalt op")),
    *(("in_force_on", "Van kracht op"), ("rule", "Besluitregel"), ("at_least", "Minstens")),
    *(("notice_days", "Opzegtermijn in dagen"), ("digest", "Vingerafdruk (SHA-256)")),
)
_PARTIES = (
    *(("deal", "Afspraak"), ("version", "Versie"), ("party", "Partij")),
    *(("must_sign", "Moet tekenen"), ("signed_on", "Getekend op"), ("organ", "Mandaat van")),
    *(("decided_on", "Mandaat besloten op"), ("left_on", "Niet meer gebonden vanaf")),
    ("reason", "Reden van opzegging"),
)
_RESERVATIONS = (
    *(("deal", "Afspraak"), ("version", "Versie"), ("party", "Partij")),
    *(("text", "Voorbehoud"), ("clause", "Bepaling"), ("commitment", "Toezegging")),
)
_COMMITMENTS = (
    *(("key", "Code"), ("party", "Partij"), ("target", "Waaraan"), ("kind", "Soort")),
    *(("what", "Wat"), ("starts_on", "Begint op"), ("ends_on", "Uiterlijk op")),
    *(("hours", "Uren"), ("valuation_cents", "Waardering in eurocent")),
    *(("valuation_evidence", "Grondslag van de waardering"), ("helps", "Helpt")),
    *(("in_return", "Tegenprestatie"), ("organ", "Besloten door"), ("decided_on", "Besloten op")),
    *(("rung", "Hoe ver"), ("deals", "In afspraak"), ("overdue_days", "Dagen over tijd")),
    ("explanation", "Uitleg van de partij"),
)
_AMOUNTS = (("commitment", "Toezegging"), ("year", "Jaar"), ("amount_cents", "Eurocent"))
_CONDITIONS = (
    *(("commitment", "Toezegging"), ("number", "Nummer"), ("text", "Voorwaarde")),
    *(("party", "Partij"), ("who", "Wie anders"), ("due_on", "Uiterlijk op")),
    *(("outcome", "Uitkomst"), ("settled_on", "Bepaald op")),
)
_STEPS = (
    *(("commitment", "Toezegging"), ("on", "Dag"), ("was", "Was"), ("rung", "Werd")),
    *(("evidence", "Bewijs"), ("reason", "Reden van de stap terug")),
)


def deal_tables(region_id: int, *, on: date) -> tuple[Table, ...]:
    """Return the public tables of a region on a day; a dozen statements, whatever the size."""
    rows = models.DealVersion.objects.filter(deal__region_id=region_id)
    versions = visible(read_versions(rows.order_by("deal", "number")), NOBODY)
    promised = commitments(region_id)
    past = {one.row.commitment.key: one for one in late(region_id, promised, on=on)}
    taken = steps_of(row.pk for row in promised)
    return (
        Table("deals", "Afspraken", _DEALS, tuple(_deals(versions, on))),
        Table("deal_parties", "Partijen", _PARTIES, tuple(_parties(versions))),
        Table("reservations", "Voorbehouden", _RESERVATIONS, tuple(_reservations(versions))),
        Table("commitments", "Toezeggingen", _COMMITMENTS, tuple(_commitments(promised, past))),
        Table("commitment_amounts", "Bedragen", _AMOUNTS, tuple(_amounts(promised))),
        Table("conditions", "Voorwaarden", _CONDITIONS, tuple(_conditions(promised))),
        Table("steps", "Stappen", _STEPS, tuple(_steps(promised, taken))),
    )


def _deals(versions: Iterable[VersionFacts], on: date) -> Rows:
    for one in versions:
        terms = record_of(one).terms
        in_force = localdate(one.in_force_at) if one.in_force_at else None
        days = (one.starts_on, one.ends_on, one.lapses_on, in_force)
        rule = (str(terms.rule.kind), terms.rule.at_least)
        state = str(one.state_on(on))
        yield one.deal, one.number, one.title, state, *days, *rule, terms.notice_days, one.digest


def _parties(versions: Iterable[VersionFacts]) -> Rows:
    for one in versions:
        signed = {found.party: found for found in one.signatures}
        left = {found.party: found for found in one.withdrawals}
        for party in one.parties:
            by, gone = signed.get(party), left.get(party)
            mandate = (localdate(by.at), by.organ, by.decided_on) if by else (None, "", None)
            leaves = (gone.effective_on, gone.reason) if gone else (None, "")
            yield one.deal, one.number, party, int(party in one.must_sign), *mandate, *leaves


def _reservations(versions: Iterable[VersionFacts]) -> Rows:
    for one in versions:
        for signed in one.signatures:
            for held in signed.reservations:
                what = (held.text, held.clause, held.commitment)
                yield one.deal, one.number, signed.party, *what


def _commitments(rows: Iterable[CommitmentRow], past: Mapping[str, OverdueRow]) -> Rows:
    for row in rows:
        one = row.commitment
        decided = (one.decided.organ, one.decided.decided_on) if one.decided else ("", None)
        days = past[one.key].days if one.key in past else 0
        yield (
            *(one.key, one.party, one.target, str(one.kind), one.what, one.starts_on, one.ends_on),
            *(one.hours, one.valuation_cents, one.valuation_evidence, ", ".join(one.helps)),
            *(one.in_return, *decided, str(row.rung), ", ".join(row.deals)),
            *(days, row.explanation),
        )


def _amounts(rows: Iterable[CommitmentRow]) -> Rows:
    for row in rows:
        for amount in row.commitment.amounts:
            yield row.commitment.key, amount.year, amount.amount_cents


def _conditions(rows: Iterable[CommitmentRow]) -> Rows:
    for row in rows:
        for number, one in enumerate(row.commitment.conditions, 1):
            came = (str(one.outcome), one.settled_on)
            yield row.commitment.key, number, one.text, one.party, one.who, one.due_on, *came


def _steps(rows: Iterable[CommitmentRow], taken: Mapping[int, list[StepFacts]]) -> Rows:
    for row in rows:
        for one in taken.get(row.pk, ()):
            yield row.commitment.key, one.on, one.was, str(one.rung), one.evidence, one.reason
