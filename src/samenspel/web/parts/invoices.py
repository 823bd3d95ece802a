# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What every party is sent for every year, as a table to read and as tables to take home."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenspel.core.funding.allocation import Invoice, Reckoned, invoices
from samenspel.funding.queries.plan_tables import euros
from samenspel.parties.queries import PartyFacts
from samenspel.sources.tables import Cell, Table
from samenspel.words.allocations import key_told, layer_name
from samenspel.words.formats import euro_exact

Names = Mapping[str, str]

_LINES = (
    ("invoice", "Factuur"),
    ("year", "Jaar"),
    ("party", "Partij"),
    ("code", "CBS-code"),
    ("name", "Naam"),
    ("part", "Onderdeel"),
    ("measure", "Maatregel"),
    ("key", "Sleutel"),
    ("amount", "Bedrag"),
)
_TOTALS = (
    ("party", "Partij"),
    ("code", "CBS-code"),
    ("name", "Naam"),
    ("year", "Jaar"),
    ("amount", "Bedrag"),
)
_PROOF = (("what", "Controle"), ("amount", "Bedrag"))


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice in a table: an amount for every part, in the order of the parts."""

    code: str
    party: str
    amounts: list[str]
    total: str


@dataclass(frozen=True, slots=True)
class InvoicesView:
    """The invoices of a year, with totals under each column."""

    year: int
    parts: list[str]
    rows: list[InvoiceRow]
    totals: list[str]
    total: str


def invoice_code(key: str, one: Invoice) -> str:
    """Return the code of an invoice: ``V1-2027-almelo``."""
    return f"{key}-{one.year}-{one.party}"


def invoices_view(key: str, one: Reckoned, year: int, names: Names) -> InvoicesView:
    """Return the invoices of a year."""
    found = [made for made in invoices(one.plan, one.found) if made.year == year]
    places: list[int | None] = list(range(len(one.plan.layers)))
    if any(line.layer is None for made in found for line in made.lines):
        places.append(None)
    cells = [{line.layer: line.cents for line in made.lines} for made in found]
    rows = [
        InvoiceRow(
            invoice_code(key, made),
            names.get(made.party, made.party),
            [euro_exact(by_place.get(place, 0)) for place in places],
            euro_exact(made.cents),
        )
        for made, by_place in zip(found, cells, strict=True)
    ]
    totals = [euro_exact(sum(by_place.get(place, 0) for by_place in cells)) for place in places]
    parts = [part_name(one, place) for place in places]
    return InvoicesView(year, parts, rows, totals, euro_exact(sum(made.cents for made in found)))


def part_name(one: Reckoned, place: int | None) -> str:
    """Return the name of a part; of none: what is above the limit of a party."""
    return _("Above the limit") if place is None else layer_name(one.plan.layers[place], place)


def invoice_tables(key: str, one: Reckoned, parties: list[PartyFacts]) -> tuple[Table, ...]:
    """Return the lines, the totals by party and year, and the sums that must be the same."""
    known = {party.slug: party for party in parties}
    found = invoices(one.plan, one.found)
    totals = tuple(
        (made.party, *_who(made.party, known), made.year, euros(made.cents)) for made in found
    )
    proof = (
        ("Som van de regels", euros(sum(line.cents for made in found for line in made.lines))),
        ("Som van de facturen", euros(sum(made.cents for made in found))),
        ("Wat alle partijen betalen", euros(sum(one.found.by_party().values()))),
    )
    return (
        Table("lines", "Regels", _LINES, tuple(_lines(key, one, found, known))),
        Table("invoices", "Facturen", _TOTALS, totals),
        Table("proof", "Controle", _PROOF, proof),
    )


def _lines(
    key: str, one: Reckoned, found: tuple[Invoice, ...], known: Mapping[str, PartyFacts]
) -> Iterator[tuple[Cell, ...]]:
    for made in found:
        for line in made.lines:
            layer = None if line.layer is None else one.plan.layers[line.layer]
            yield (
                *(invoice_code(key, made), made.year, made.party, *_who(made.party, known)),
                part_name(one, line.layer),
                layer.measure if layer else "",
                key_told(layer.key) if layer else "",
                euros(line.cents),
            )


def _who(slug: str, known: Mapping[str, PartyFacts]) -> tuple[str, str]:
    party = known.get(slug)
    return (party.municipality, party.name) if party else ("", slug)
