# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The columns of a file with a funding plan: one sheet with sources of money, one with lines.

What is written with them can be read with them again.
"""

from samenspel.core.funding.sources import SourceKind
from samenspel.sources.own_figures.layout import Column
from samenspel.sources.workbook.layout import Value

SOURCES, LINES = ("Geldbronnen", "Sources"), ("Regels", "Lines")
"""The names of the sheets, in Dutch and English."""

KIND_WORDS: dict[str, SourceKind] = {
    "rijk": SourceKind.NATIONAL,
    "provincie": SourceKind.PROVINCE,
    "gemeente": SourceKind.MUNICIPALITY,
    "waterschap": SourceKind.WATER_AUTHORITY,
    "eu": SourceKind.EU,
    "privaat": SourceKind.PRIVATE,
    "in natura": SourceKind.IN_KIND,
    "samen": SourceKind.TOGETHER,
}


def _maybe(field: str, heading: str, english: str, note: str, value: Value = Value.LINE) -> Column:
    return Column(field, heading, english, note, value, required=False)


SOURCE_COLUMNS = (
    Column("key", "Code", "Code", "Letters, cijfers en streepjes, zoals G1", Value.CODE),
    Column("name", "Naam", "Name", "Zoals mensen het kennen"),
    Column(
        "kind",
        "Soort",
        "Kind",
        ", ".join(KIND_WORDS),
        Value.CODE,
        {word: str(kind) for word, kind in KIND_WORDS.items()},
    ),
    _maybe("party", "Partij", "Party", "Adres van de partij; leeg: geen partij", Value.CODE),
    _maybe(
        "from_national",
        "Van het Rijk",
        "From the Rijk",
        "ja als het van het Rijk komt, wie het ook doorgeeft",
        Value.FLAG,
    ),
    _maybe("available_cents", "Beschikbaar", "Available", "In euro", Value.MONEY),
    _maybe("most_share", "Betaalt hoogstens", "Pays at most", "In procent", Value.DECIMAL),
    _maybe(
        "least_own_share", "Vraagt van de regio", "Asks of the region", "In procent", Value.DECIMAL
    ),
    _maybe("deviation", "Reden om af te wijken", "Reason to deviate", "Als minder is afgesproken"),
    _maybe("programme", "Voorwaarden", "Conditions", "In gewone woorden"),
    _maybe("ends_on", "Laatste dag", "Last day", "Zoals 31-12-2030", Value.DATE),
    _maybe("evidence", "Onderbouwing", "Evidence", "Brief of besluit"),
    _maybe("link", "Webadres", "Web address", "Begint met https://"),
)
LINE_COLUMNS = (
    Column("key", "Code", "Code", "Letters, cijfers en streepjes, zoals R1", Value.CODE),
    Column("source", "Geldbron", "Source", "Code van een geldbron", Value.CODE),
    _maybe("measure", "Maatregel", "Measure", "Code; leeg: het programma zelf", Value.CODE),
    _maybe("party", "Partij", "Party", "Adres van wie betaalt", Value.CODE),
    _maybe("year", "Jaar", "Year", "Leeg: niet verdeeld over jaren", Value.WHOLE),
    _maybe("amount_cents", "Bedrag", "Amount", "In euro; leeg: volgt de toezegging", Value.MONEY),
    _maybe("beside", "Telt mee naast", "Counts beside", "Code van een geldbron", Value.CODE),
    _maybe("commitment", "Toezegging", "Commitment", "Code, zoals T7", Value.CODE),
    _maybe("hours", "Uren", "Hours", "Voor wat in natura is", Value.WHOLE),
    _maybe("tariff_cents", "Tarief", "Tariff", "In euro per uur", Value.MONEY),
    _maybe("evidence", "Onderbouwing", "Evidence", "Waarop de waarde rust"),
    _maybe("note", "Toelichting", "Note", "Vrije tekst"),
)
