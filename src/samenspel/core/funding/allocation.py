# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
An allocation: who pays what by a key, frozen with its figures when it is put to a decision.

Its content is the text of a plan (``sharing.plan_json``). From freezing on nothing in it changes:
another decision is another allocation, which names this one.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from samenspel.core.deals.commitment_checks import check_text
from samenspel.core.errors import RuleError
from samenspel.core.limits import SHORT_TEXT, text_limit
from samenspel.core.sharing.keys import EQUAL
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.plan_json import plan_text
from samenspel.core.sharing.request import read_plan
from samenspel.core.sharing.scenario import Cents, Outcome, Scenario, by_layer, outcome

MOST_YEARS = 30
MOST_LAYERS = 200
_KEPT = 64
"""Plans that are kept as read and reckoned; a large one takes some megabytes."""


class AllocationState(StrEnum):
    """How far an allocation is; what is frozen or decided is open to all."""

    DRAFT = "draft"
    FROZEN = "frozen"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A plan with what it asks and what is paid."""

    plan: Scenario
    found: Outcome


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """What one layer asks; ``layer`` is its place, None for what is above the party's limit."""

    layer: int | None
    cents: int


@dataclass(frozen=True, slots=True)
class Invoice:
    """What a party pays in a year; the lines add up to it."""

    party: str
    year: int
    lines: tuple[InvoiceLine, ...]
    cents: int


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal characters."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(_KEPT)
def reckoned(text: str) -> Reckoned:
    """
    Return the plan in a text with its outcome; both are to be read only.

    Raises:
        RuleError: as ``read_plan`` and ``outcome``.
    """
    plan = read_plan(text)
    return Reckoned(plan, outcome(plan))


def check_plan(plan: Scenario, parties: Collection[str]) -> str:
    """
    Check a plan that is to be kept, and return its text.

    Raises:
        RuleError: ``unknown-party``, ``allocation-years``, ``allocation-layers``, ``text-unfit`` or
            why it cannot be divided, as ``outcome``.
    """
    for party in sorted(plan.parties):
        if party not in parties:
            raise RuleError("unknown-party", party=party)
    if not 1 <= len(plan.years) <= MOST_YEARS:
        raise RuleError("allocation-years", count=len(plan.years), most=MOST_YEARS)
    if not 1 <= len(plan.layers) <= MOST_LAYERS:
        raise RuleError("allocation-layers", count=len(plan.layers), most=MOST_LAYERS)
    for layer in plan.layers:
        check_text("title", layer.name, most=SHORT_TEXT, needed=False)
        check_text("measure", layer.measure, most=SHORT_TEXT, needed=False)
    for basis in plan.bases.values():
        check_text("source", basis.source, most=text_limit("source"), needed=False)
    outcome(plan)
    return plan_text(plan)


def check_frozen(plan: Scenario) -> None:
    """
    Check that a plan can be put to a decision: it asks something, by figures of a known day.

    Raises:
        RuleError: ``allocation-basis-undated`` or ``share-gives-nothing``.
    """
    for code in used_bases(plan):
        if not (plan.bases[code].on and plan.bases[code].source):
            raise RuleError("allocation-basis-undated", basis=code)
    if not outcome(plan).programme_cents:
        raise RuleError("share-gives-nothing")


def used_bases(plan: Scenario) -> tuple[str, ...]:
    """Return the bases by which something is divided, the one without figures left out."""
    used = (part.basis for layer in plan.layers for part in layer.key.parts)
    return tuple(code for code in dict.fromkeys(used) if code != EQUAL)


def invoices(plan: Scenario, found: Outcome) -> tuple[Invoice, ...]:
    """Return what every party is sent for every year, by year and then by party."""
    layers = list(by_layer(plan))
    return tuple(
        Invoice(party, year, tuple(_lines(layers, found, party, year)), found.pays[party][year])
        for year in plan.years
        for party in found.pays
    )


def _lines(
    layers: list[dict[int, dict[str, int]]], found: Outcome, party: str, year: int
) -> Iterator[InvoiceLine]:
    for place, layer in enumerate(layers):
        if cents := layer[year].get(party):
            yield InvoiceLine(place, cents)
    if above := found.pays[party][year] - found.asked[party][year]:
        yield InvoiceLine(None, above)


def asked_of(plan: Scenario, layer: Layer) -> frozenset[str]:
    """Return the parties that a layer asks."""
    return frozenset(plan.parties) if layer.only is None else layer.only


def total_in(cents: Cents, year: int) -> int:
    """Return what all parties together have in a year."""
    return sum(years[year] for years in cents.values())
