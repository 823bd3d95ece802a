# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
From the measures of "Kerncijfers wijken en buurten" (CBS) to the indicators of this product.

The compiler of the packaged figures and the reader of loaded tables both go by it. Codes of
measures differ from year to year; the title does not, and is what a measure is known by here.
"""

from collections.abc import Callable, Mapping

TITLE = "Kerncijfers wijken en buurten"
"""What stands before the year in the title of the table."""

Numbers = Mapping[str, float]
"""The measures of one municipality, by our name."""

TITLES: dict[str, str] = {
    "inwoners": "Aantal inwoners",
    "mannen": "Mannen",
    "inwoners0tot15": "0 tot 15 jaar",
    "inwoners15tot25": "15 tot 25 jaar",
    "inwoners25tot45": "25 tot 45 jaar",
    "inwoners45tot65": "45 tot 65 jaar",
    "inwoners65plus": "65 jaar of ouder",
    "ongehuwd": "Ongehuwd",
    "gehuwd": "Gehuwd",
    "gescheiden": "Gescheiden",
    "verweduwd": "Verweduwd",
    "geboorte_promille": "Geboorte relatief",
    "sterfte_promille": "Sterfte relatief",
    "huishoudens": "Huishoudens totaal",
    "eenpersoonshuishoudens": "Eenpersoonshuishoudens",
    "huishoudensgrootte": "Gemiddelde huishoudensgrootte",
    "dichtheid": "Bevolkingsdichtheid",
    "adressendichtheid": "Omgevingsadressendichtheid",
    "oppervlakteLandHa": "Oppervlakte land",
    "wozWaarde": "Gemiddelde WOZ-waarde van woningen",
    "koopwoningen": "Koopwoningen",
    "corporatiewoningen": "In bezit woningcorporatie",
    "eengezinswoning": "Percentage eengezinswoning",
    "inkomenPerInwoner": "Gemiddeld inkomen per inwoner",
    "inkomenPerOntvanger": "Gemiddeld inkomen per inkomensontvanger",
    "inkomenHuishouden": "Gem. gestandaardiseerd inkomen van huish",
    "laagsteInkomens": "40% personen met laagste inkomen",
    "hoogsteInkomens": "20% personen met hoogste inkomen",
    "vermogen": "Mediaan vermogen van particuliere huish.",
    "arbeidsparticipatie": "Nettoarbeidsparticipatie",
    "afstandHuisarts": "Afstand tot huisartsenpraktijk",
    "afstandSupermarkt": "Afstand tot grote supermarkt",
    "afstandKinderdagverblijf": "Afstand tot kinderdagverblijf",
    "afstandSchool": "Afstand tot school",
    "scholenBinnen3km": "Scholen binnen 3 km",
}
"""Our name of a measure -> its title at CBS."""

AS_PUBLISHED: dict[str, str] = {
    "inhabitants": "inwoners",
    "households": "huishoudens",
    "births-per-1000": "geboorte_promille",
    "deaths-per-1000": "sterfte_promille",
    "household-size": "huishoudensgrootte",
    "population-density": "dichtheid",
    "address-density": "adressendichtheid",
    "income-per-inhabitant": "inkomenPerInwoner",
    "income-per-earner": "inkomenPerOntvanger",
    "household-income": "inkomenHuishouden",
    "household-wealth": "vermogen",
    "share-lowest-incomes": "laagsteInkomens",
    "share-highest-incomes": "hoogsteInkomens",
    "distance-gp": "afstandHuisarts",
    "labour-participation": "arbeidsparticipatie",
    "home-value": "wozWaarde",
    "share-owner-occupied": "koopwoningen",
    "share-corporation-homes": "corporatiewoningen",
    "share-single-family-homes": "eengezinswoning",
    "distance-supermarket": "afstandSupermarkt",
    "distance-school": "afstandSchool",
    "distance-daycare": "afstandKinderdagverblijf",
    "schools-within-3-km": "scholenBinnen3km",
}
"""Indicator -> the measure that it is."""


def _of_people(name: str) -> Callable[[Numbers], float]:
    return lambda row: 100 * row[name] / row["inwoners"]


COMPUTED: dict[str, Callable[[Numbers], float]] = {
    "land-area": lambda row: row["oppervlakteLandHa"] / 100,
    "inhabitants-0-25": lambda row: row["inwoners0tot15"] + row["inwoners15tot25"],
    "inhabitants-15-plus": lambda row: row["inwoners"] - row["inwoners0tot15"],
    "share-0-15": _of_people("inwoners0tot15"),
    "share-15-25": _of_people("inwoners15tot25"),
    "share-25-45": _of_people("inwoners25tot45"),
    "share-45-65": _of_people("inwoners45tot65"),
    "share-65-plus": _of_people("inwoners65plus"),
    "share-men": _of_people("mannen"),
    "share-unmarried": _of_people("ongehuwd"),
    "share-married": _of_people("gehuwd"),
    "share-divorced": _of_people("gescheiden"),
    "share-widowed": _of_people("verweduwd"),
    "share-single-households": lambda row: 100 * row["eenpersoonshuishoudens"] / row["huishoudens"],
}
"""Indicator -> how it is computed from measures; raises KeyError when one is unknown."""


def figure(indicator: str, row: Numbers) -> float | None:
    """Return an indicator of a municipality; None when a measure that it needs is unknown."""
    if indicator in AS_PUBLISHED:
        return row.get(AS_PUBLISHED[indicator])
    try:
        return COMPUTED[indicator](row)
    except (KeyError, ZeroDivisionError):
        return None


def named(title: str) -> str:
    """Return our name of the measure with a title; empty for one that we do not take."""
    return _NAMES.get(_plain(title), "")


def _plain(title: str) -> str:
    return " ".join(title.split()).rstrip(".").casefold()


_NAMES = {_plain(title): name for name, title in TITLES.items()}
