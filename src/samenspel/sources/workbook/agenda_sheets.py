# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheets about the agenda."""

from samenspel.sources.workbook.layout import OWNER, Column, SheetLayout

_SOURCE = Column("source", "Bron", "Source", "Waar dit staat: document, bladzijde, webadres")
_KEY = "Korte vaste code, bijv. {}"
_SIDES = Column(
    "sides", "Driehoek", "Triangle", "Namen uit Begrippen, lijst driehoek; met ; ertussen"
)
_FIELDS = Column(
    "policy_fields",
    "Beleidsterreinen",
    "Policy fields",
    "Namen uit Begrippen, lijst beleidsterrein; met ; ertussen",
)
_LINE = Column("line", "Programmalijn", "Programme line", "Code van blad Programmalijnen, of leeg")
_CHALLENGE = Column("challenge", "Opgave", "Challenge", "Code van blad Opgaven, of leeg")
_LEAD = Column("lead", "Trekker", "Lead", "Code van blad Partijen, of leeg")
_MEASURE = Column(OWNER, "Maatregel", "Measure", "Code van blad Maatregelen")

AGENDA_SHEETS = (
    SheetLayout(
        "agenda",
        "Agenda",
        "Agenda",
        "De agenda als geheel: één regel.",
        (
            Column("starts_year", "Eerste jaar", "First year", "Bijv. 2026"),
            Column("ends_year", "Laatste jaar", "Last year", "Bijv. 2029"),
            Column("title", "Titel", "Title", "Hoe de agenda heet"),
            Column("about", "Over", "About", "Waar de agenda over gaat"),
            _SOURCE,
        ),
    ),
    SheetLayout(
        "challenge",
        "Opgaven",
        "Challenges",
        "De maatschappelijke opgaven: hiermee begint alles.",
        (
            Column("key", "Code", "Code", _KEY.format("O1")),
            Column("title", "Titel", "Title", "De opgave in één zin"),
            Column("why", "Waarom", "Why", "Waarom dit moet, en waarom samen"),
            Column("evidence", "Onderbouwing", "Evidence", "Cijfers en onderzoek"),
            _SIDES,
            _FIELDS,
            _SOURCE,
        ),
    ),
    SheetLayout(
        "line",
        "Programmalijnen",
        "Programme lines",
        "De lijnen waarin het werk verdeeld is, elk met een trekker.",
        (
            Column("key", "Code", "Code", _KEY.format("L1")),
            Column("title", "Titel", "Title", "Naam van de programmalijn"),
            Column("about", "Over", "About", "Wat er in deze lijn gebeurt"),
            _LEAD,
            _SOURCE,
        ),
    ),
    SheetLayout(
        "goal",
        "Doelen",
        "Goals",
        "Wat er in welk jaar waar moet zijn.",
        (
            Column("key", "Code", "Code", _KEY.format("D1")),
            Column("title", "Titel", "Title", "Het doel in één zin"),
            _CHALLENGE,
            _LINE,
            Column("owner", "Eigenaar", "Owner", "Code van blad Partijen, of leeg"),
            Column("indicator", "Indicator", "Indicator", "Wat er gemeten wordt"),
            Column("unit", "Eenheid", "Unit", "Bijv. %, banen, leerlingen per jaar"),
            Column("baseline", "Nulmeting", "Baseline", "Waarde bij de start; leeg: onbekend"),
            Column("baseline_year", "Jaar nulmeting", "Baseline year", "Bijv. 2025"),
            Column("target", "Streefwaarde", "Target", "Waarde die bereikt moet worden"),
            Column("target_year", "Streefjaar", "Target year", "Bijv. 2029"),
            _SOURCE,
        ),
    ),
    SheetLayout(
        "measure",
        "Maatregelen",
        "Measures",
        "Wat wie gaat doen.",
        (
            Column("key", "Code", "Code", _KEY.format("M1")),
            Column("title", "Titel", "Title", "De maatregel in één zin"),
            Column("about", "Over", "About", "Wat er gebeurt"),
            _LINE,
            Column("challenges", "Opgaven", "Challenges", "Codes van blad Opgaven; met ; ertussen"),
            _LEAD,
            Column("partners", "Partners", "Partners", "Codes van blad Partijen; met ; ertussen"),
            Column("phase", "Fase", "Phase", "Naam uit blad Begrippen, lijst fase, of leeg"),
            Column("starts_on", "Begint", "Starts", "Datum, bijv. 1-9-2026"),
            Column("ends_on", "Eindigt", "Ends", "Laatste dag, bijv. 31-8-2028"),
            _SIDES,
            _FIELDS,
            Column(
                "needs", "Hangt af van", "Needs", "Codes van maatregelen die eerst moeten; met ;"
            ),
            _SOURCE,
        ),
    ),
    SheetLayout(
        "cost",
        "Kosten",
        "Costs",
        "Wat een maatregel kost, per jaar of voor de hele periode.",
        (
            _MEASURE,
            Column("year", "Jaar", "Year", "Leeg: de hele periode samen, niet per jaar verdeeld"),
            Column("amount_cents", "Bedrag", "Amount", "In euro, hooguit twee decimalen"),
            _SOURCE,
        ),
    ),
    SheetLayout(
        "contribution",
        "Bijdragen aan doelen",
        "Contributions to goals",
        "Wat een maatregel naar verwachting aan een doel bijdraagt.",
        (
            _MEASURE,
            Column("goal", "Doel", "Goal", "Code van blad Doelen"),
            Column(
                "amount", "Bijdrage", "Contribution", "In de eenheid van het doel; leeg: onbekend"
            ),
            Column("note", "Toelichting", "Note", "Hoe u daaraan komt"),
        ),
    ),
    SheetLayout(
        "interest",
        "Belangen",
        "Interests",
        "Wat een partij haalt en brengt.",
        (
            Column("party", "Partij", "Party", "Code van blad Partijen"),
            Column("challenge", "Opgave", "Challenge", "Code van blad Opgaven; leeg: hele agenda"),
            Column("gets", "Haalt", "Gets", "Wat de partij eraan heeft"),
            Column("brings", "Brengt", "Brings", "Wat de partij inbrengt"),
            _SOURCE,
        ),
    ),
)
