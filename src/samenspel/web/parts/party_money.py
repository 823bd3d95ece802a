# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The money of one municipality as pages show it, in words and in figures."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.core.funding.party_money import PartyMoney, ProjectMoney, per_head
from samenspel.regions.queries import MunicipalityFacts
from samenspel.web.parts.cash import Names
from samenspel.web.parts.money import Bar, amount, by_year
from samenspel.web.parts.targets import Named
from samenspel.words.cashier import leverage_text, party_sentences


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """A municipality in the list of all."""

    name: str
    url: str
    planned: str
    per_head: str
    paid: str
    got: str
    leverage: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project that a municipality pays for or takes part in."""

    measure: Named
    key: str
    planned: str
    own: str
    others: str


def municipality_row(
    found: PartyMoney, place: MunicipalityFacts | None, names: Names
) -> MunicipalityRow:
    """Return a municipality ready for the list of all."""
    return MunicipalityRow(
        names.parties[found.party],
        reverse("municipality-money", args=[names.region, found.party]),
        amount(found.planned_cents),
        amount(per_head(found.planned_cents, place.people if place else None)),
        amount(found.paid_cents),
        amount(found.got_cents),
        leverage_text(found.leverage),
    )


def sentences(found: PartyMoney, place: MunicipalityFacts | None, names: Names) -> list[str]:
    """Return what a municipality pays and gets, in plain words."""
    return party_sentences(found, names.parties[found.party], place.people if place else None)


def figures(found: PartyMoney, place: MunicipalityFacts | None) -> list[dict[str, str]]:
    """Return a municipality in numbers; what nobody knows says so."""
    each = per_head(found.planned_cents, place.people if place else None)
    known: list[tuple[str, str, bool]] = [
        (_("planned to pay"), amount(found.planned_cents), found.planned_cents is None),
        (_("per inhabitant"), amount(each), each is None),
        (_("paid into the cash"), amount(found.paid_cents), found.paid_cents is None),
        (_("received from the cash"), amount(found.got_cents), found.got_cents is None),
        (_("leverage"), leverage_text(found.leverage), found.leverage is None),
    ]
    return [
        {"label": label, "value": value, "mood": "none" if unknown else ""}
        for label, value, unknown in known
    ]


def year_bars(found: PartyMoney) -> list[Bar]:
    """Return what a municipality is planned to pay in each year."""
    return by_year(found.years)


def project_rows(found: PartyMoney, names: Names) -> list[ProjectRow]:
    """Return the projects of a municipality."""
    return [_project(one, names) for one in found.projects]


def _project(one: ProjectMoney, names: Names) -> ProjectRow:
    others = None if one.planned_cents is None else one.planned_cents - (one.own_cents or 0)
    return ProjectRow(
        names.measure(one.measure),
        one.measure,
        amount(one.planned_cents),
        "" if one.own_cents is None else amount(one.own_cents),
        amount(others),
    )
