# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet that explains the workbook to who fills it in."""

from dataclasses import dataclass
from enum import Enum

from samenspel.core.region_record import RegionRecord
from samenspel.sources.workbook.sheets import SHEETS


class Style(Enum):
    """How a line of the instructions looks."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: a text, or a term in the first column with its meaning in the second."""

    style: Style
    text: str
    meaning: str = ""


_HOW = (
    (
        "Rijen",
        "Rij 1 heeft de kopjes, rij 2 de uitleg; vul in vanaf rij 3. Lege rijen tellen niet.",
    ),
    ("Kolommen", "De volgorde is vrij. Verander de kopjes niet en voeg geen kolommen toe."),
    (
        "Bladen",
        "Een blad dat u weghaalt, laat dat deel zoals het is. Een leeg blad maakt het leeg.",
    ),
    ("Codes", "Dingen verwijzen naar elkaar met hun code. Een code blijft altijd dezelfde."),
    ("Meer in één cel", "Zet er een puntkomma tussen: O1; O3."),
    ("Geld", "In euro, met hooguit twee decimalen: 12.500,00. Er wordt niets afgerond."),
    ("Getallen", "Met een komma: 3,5. Schrijf als tekst niet 1.234 maar 1234 of 1,234."),
    ("Datums", "Dag-maand-jaar: 1-9-2026."),
    ("Onbekend", "Laat de cel leeg. Schrijf geen 0 en geen streepje."),
    ("Formules", "Mogen er niet in staan: plak uitkomsten als waarde."),
    (
        "Inlezen",
        "Alles of niets: u ziet eerst wat er verandert, en elke fout met blad, rij en kolom.",
    ),
)


def instructions(record: RegionRecord) -> tuple[Line, ...]:
    """Return the lines of the sheet for the workbook of a region."""
    return (
        Line(Style.TITLE, f"Werkboek {record.title}"),
        Line(Style.TEXT, "Alles wat Samenspel van deze regio bijhoudt, personen uitgezonderd."),
        Line(Style.HEADING, "Zo werkt het"),
        *(Line(Style.PAIR, name, meaning) for name, meaning in _HOW),
        Line(Style.HEADING, "De bladen"),
        *(Line(Style.PAIR, sheet.name, sheet.about) for sheet in SHEETS),
    )
