# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheets about the region and its parties."""

from samenspel.sources.workbook.layout import Column, SheetLayout

SCHEME_WORDS = (
    ("triangle-side", "driehoek"),
    ("policy-field", "beleidsterrein"),
    ("party-kind", "soort partij"),
    ("phase", "fase"),
)

REGION_KIND_WORDS = (
    ("labour-market-region", "arbeidsmarktregio"),
    ("corop", "COROP-gebied"),
    ("province", "provincie"),
    ("own", "eigen indeling"),
)

_SOURCE = Column("source", "Bron", "Source", "Waar dit staat: document, bladzijde, webadres")
_SINCE = Column("since", "Vanaf", "Since", "Eerste dag, bijv. 1-1-2026; leeg: onbekend of altijd")
_UNTIL = Column("until", "Tot", "Until", "Eerste dag waarop het niet meer geldt; leeg: nog steeds")

REGION_SHEETS = (
    SheetLayout(
        "region",
        "Regio",
        "Region",
        "De regio zelf: één regel.",
        (
            Column("slug", "Adres", "Address", "Naam in webadressen: kleine letters, cijfers, -"),
            Column("title", "Naam", "Name", "Hoe de regio heet"),
            Column("kind", "Soort regio", "Kind", "Kies uit de lijst", REGION_KIND_WORDS),
            Column("code", "Code", "Code", "Officiële code, bijv. AM05; leeg bij eigen indeling"),
            Column("fictional", "Fictief", "Fictional", "ja als de regio verzonnen is, anders nee"),
            Column("summary", "Samenvatting", "Summary", "Wat deze regio bijzonder maakt"),
            _SOURCE,
        ),
    ),
    SheetLayout(
        "term",
        "Begrippen",
        "Terms",
        "De woorden waaruit u elders kiest: zijden van de driehoek, beleidsterreinen, fasen …",
        (
            Column("scheme", "Lijst", "List", "Bij welke lijst het begrip hoort", SCHEME_WORDS),
            Column("code", "Code", "Code", "Vaste code: kleine letters, cijfers, -"),
            Column("label_nl", "Naam", "Label in Dutch", "Zo kiest en leest u het begrip"),
            Column(
                "label_en", "Naam in het Engels", "Label in English", "Voor de Engelse pagina's"
            ),
            Column("valid_from", "Vanaf", "Since", "Eerste dag waarop het geldt; leeg: altijd al"),
            Column("valid_until", "Tot", "Until", "Eerste dag waarop het niet meer geldt"),
        ),
    ),
    SheetLayout(
        "member",
        "Gemeenten",
        "Municipalities",
        "De gemeenten in de regio, met de tijd waarin zij erbij horen.",
        (
            Column("code", "Code", "Code", "CBS-code, bijv. GM0141"),
            Column("name", "Naam", "Name", "Naam van de gemeente"),
            _SINCE,
            _UNTIL,
        ),
    ),
    SheetLayout(
        "inhabitants",
        "Inwoners",
        "Inhabitants",
        "Inwoners per gemeente op 1 januari van een jaar.",
        (
            Column("municipality", "Gemeente", "Municipality", "Code van blad Gemeenten"),
            Column("year", "Jaar", "Year", "Op 1 januari van dit jaar"),
            Column("people", "Inwoners", "Inhabitants", "Aantal, zonder komma"),
            _SOURCE,
        ),
    ),
    SheetLayout(
        "party",
        "Partijen",
        "Parties",
        "De organisaties die meedoen.",
        (
            Column("slug", "Code", "Code", "Korte vaste code: kleine letters, cijfers, -"),
            Column("name", "Naam", "Name", "Volledige naam"),
            Column("kind", "Soort partij", "Kind", "Naam uit blad Begrippen, lijst soort partij"),
            Column("municipality", "Gemeente", "Municipality", "Code van blad Gemeenten, of leeg"),
            Column("legal_form", "Rechtsvorm", "Legal form", "Bijv. stichting, vereniging"),
            Column("about", "Over", "About", "Wat de partij doet"),
            Column("website", "Website", "Website", "Begint met https://"),
            _SINCE,
            _UNTIL,
            _SOURCE,
        ),
    ),
    SheetLayout(
        "body",
        "Tafels",
        "Bodies",
        "De tafels waar partijen elkaar treffen: bestuur, regioraad, thematafel, gemeenteraad.",
        (
            Column("slug", "Code", "Code", "Korte vaste code: kleine letters, cijfers, -"),
            Column("name", "Naam", "Name", "Naam van de tafel"),
            Column("about", "Over", "About", "Waar de tafel over gaat"),
            _SOURCE,
        ),
    ),
    SheetLayout(
        "seat",
        "Zetels",
        "Seats",
        "Wie aan welke tafel zit.",
        (
            Column("body", "Tafel", "Body", "Code van blad Tafels"),
            Column("party", "Partij", "Party", "Code van blad Partijen"),
            Column("title", "Als", "As", "In welke rol, bijv. voorzitter"),
            Column("votes", "Stemmen", "Votes", "Stemgewicht; leeg: niet afgesproken of onbekend"),
            _SINCE,
            _UNTIL,
        ),
    ),
)
