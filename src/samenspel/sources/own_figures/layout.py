# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The columns of a file with own figures.

A spreadsheet has two sheets: what each figure means, and its values. A CSV file has the columns of
both in one table, with what a figure means repeated in each of its rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.core.own_figures import DIRECTIONS, RULES
from samenspel.sources.workbook.layout import Value

FIGURES, VALUES = ("Cijfers", "Figures"), ("Waarden", "Values")
"""The names of the sheets, in Dutch and English."""

RULE_WORDS = dict(zip(("optellen", "gemiddelde", "geen"), RULES, strict=True))
DIRECTION_WORDS = dict(
    zip(("hoger is beter", "lager is beter", "neutraal"), DIRECTIONS, strict=True)
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, its heading in Dutch and English, help, and the words it may hold."""

    field: str
    heading: str
    english: str
    help: str
    value: Value = Value.LINE
    words: Mapping[str, str] | None = None
    required: bool = True


CODE = Column(
    "code", "Code", "Code", "Letters, cijfers en streepjes, zoals stageplaatsen", Value.CODE
)
YEAR = Column("period", "Jaar", "Year", "Het jaar waarover het cijfer gaat", Value.WHOLE)
DESCRIBED = (
    CODE,
    YEAR,
    Column("name", "Naam", "Name", "Hoe het cijfer heet op de pagina"),
    Column("unit", "Eenheid", "Unit", "Zoals %, plaatsen of euro"),
    Column(
        "direction",
        "Richting",
        "Direction",
        "hoger is beter, lager is beter of neutraal",
        Value.CODE,
        DIRECTION_WORDS,
    ),
    Column(
        "rule",
        "Regel",
        "Rule",
        "Voor de regio: optellen, gemiddelde (naar inwoners) of geen",
        Value.CODE,
        RULE_WORDS,
    ),
    Column("source", "Bron", "Source", "Van wie het cijfer komt"),
    Column("licence", "Licentie", "Licence", "Zoals CC0 1.0 of CC BY 4.0"),
)
PLACE = Column("municipality", "Gemeente", "Municipality", "CBS-code, zoals GM0153", Value.CODE)
PLACE_NAME = Column("", "Naam gemeente", "Municipality name", "Alleen om te lezen", required=False)
VALUE = Column("value", "Waarde", "Value", "Leeg: niet bekend", Value.DECIMAL, required=False)
VALUED = (CODE, YEAR, PLACE, PLACE_NAME, VALUE)
TOGETHER = (*DESCRIBED, PLACE, PLACE_NAME, VALUE)


def headed(columns: tuple[Column, ...], heading: str) -> Column | None:
    """Return the column with a heading, in Dutch or English."""
    text = " ".join(heading.split()).casefold()
    return next(
        (one for one in columns if text in {one.heading.casefold(), one.english.casefold()}), None
    )
