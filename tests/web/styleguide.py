# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The content of the style guide: one fictional region, as full as a real one."""

# ruff: noqa: RUF001 (the texts hold the signs that people read)

import numpy as np
from django import forms
from django.core.paginator import Paginator

from samenspel.charts.chart import Chart
from samenspel.charts.layers import dots, either, in_rows, interval, reference, track
from samenspel.charts.look import specification
from samenspel.charts.maps import Area, Told, area_map
from samenspel.web.markdown import clauses
from samenspel.web.parts.charts import picture
from samenspel.web.parts.targets import Named


class MeasureForm(forms.Form):
    """A form with every kind of field."""

    title = forms.CharField(label="Naam", help_text="Wat er gebeurt, in gewone woorden.")
    cost = forms.DecimalField(label="Kosten per jaar", help_text="In euro's.", required=False)
    start = forms.DateField(label="Begint op", widget=forms.DateInput(attrs={"type": "date"}))
    lead = forms.ChoiceField(
        label="Trekker", choices=[("", "Kies een partij"), ("roc", "ROC De Linde")]
    )
    why = forms.CharField(label="Waarom", widget=forms.Textarea, required=False)
    sides = forms.MultipleChoiceField(
        label="Kanten van de driehoek",
        help_text="Alle die geraakt worden.",
        choices=[("economy", "Economie"), ("education", "Onderwijs"), ("labour", "Arbeidsmarkt")],
        widget=forms.CheckboxSelectMultiple,
    )
    phase = forms.ChoiceField(
        label="Fase",
        choices=[("idea", "idee"), ("prep", "voorbereiding"), ("run", "in uitvoering")],
        widget=forms.RadioSelect,
    )
    public = forms.BooleanField(label="Openbaar voor iedereen", required=False)
    paper = forms.FileField(label="Bijlage", required=False)


def _chart() -> Chart:
    """Dots with their certainty, one of which is special."""
    data = [
        {"row": name, "note": text, "value": value, "low": low, "high": high, "special": special}
        for name, text, value, low, high, special in DOTS
    ]
    x = {"field": "value", "axis": {"grid": False, "title": "keer het aandeel in het land"}}
    layers = [track(), interval("low", "high"), reference(1)]
    return Chart(
        name="voorbeeld",
        title="Welke sectoren hier groter of kleiner zijn dan in het land, 2024",
        desc="Een stip per sector; bij 1 is het aandeel dat van het land.",
        source="CBS, Banen van werknemers (verzonnen cijfers)",
        spec=specification(
            in_rows(data, [*layers, dots(x, either("datum.special", "main", "soft"))])
        ),
        columns=("Sector", "Keer het land", "Minstens", "Hoogstens"),
        rows=tuple((one[0], one[1], str(one[3]), str(one[4])) for one in DOTS),
        values=tuple((one[0], *one[2:5]) for one in DOTS),
    )


def _map() -> Chart:
    """Five municipalities in their shades, one of them unknown."""
    told = Told(
        name="kaart",
        title="Kaart: werkzame beroepsbevolking in 2024",
        desc="De gemeenten in vijf tinten, van laag naar hoog.",
        source="CBS (verzonnen cijfers)",
        heads=("Gemeente", "Code", "Deel"),
    )
    areas = [Area(code, name, (code,), value) for code, name, value in AREAS]
    edges = np.array([50.0, 60, 65, 70, 75, 90])
    return area_map(areas, told, edges, lambda one: "onbekend" if one is None else f"{one:.0f}%")


def context() -> dict[str, object]:
    """What the template styleguide.html shows."""
    return {
        "region": {"title": "Lindewaard en omstreken", "slug": "lindewaard", "fictional": True},
        "nav": [
            {"url": "#", "label": label, "current": label == "Regio"}
            for label in ("Regio", "Profiel", "Agenda", "Afspraken", "Geld", "Raden", "Meer")
        ],
        "crumbs": [{"url": "#", "label": "Regio's"}, {"url": "#", "label": "Lindewaard"}],
        "kicker": "Arbeidsmarktregio · 8 gemeenten · 312.480 inwoners",
        "lead": (
            "Maakindustrie en zorg geven hier werk aan vier op de tien mensen. De jeugd trekt weg, "
            "de techniek zoekt handen. Daar gaat de agenda 2026–2030 over."
        ),
        "triangle_desc": "Drie cirkels die overlappen. Vier maatregelen raken alle drie de kanten.",
        "facts": FACTS,
        "challenges": CHALLENGES,
        "page": Paginator(range(60), 25).page(2),
        "figures": [
            {"label": "afspraken van kracht", "value": "41"},
            {"label": "nagekomen", "value": "17"},
            {"label": "over tijd", "value": "3", "mood": "warn"},
            {"label": "uitgegeven", "value": "onbekend", "mood": "none"},
        ],
        "chart": picture(_chart(), "grafiek/", {"jaar": 2024}),
        "map": picture(_map(), "grafiek/", {}, has_table=True),
        "dates": DATES,
        "steps": STEPS,
        "bars": BARS,
        "columns": [
            {"label": "Jaar"},
            {"label": "Gevraagd", "number": True},
            {"label": "Toegezegd", "number": True},
        ],
        "rows": [
            [{"text": "2026", "note": "begroting"}, "€ 1.204.000", "€ 1.120.500"],
            ["2027", "€ 2.480.250", "€ 1.310.000"],
            [{"text": "2028", "url": "#table"}, "€ 2.200.000", "nog niet bekend"],
        ],
        "promise": PROMISE,
        "clauses": CLAUSES,
        "orphans": ["twee doelen zonder maatregel", "een maatregel zonder trekker"],
        "form": MeasureForm({"title": "", "cost": "veel", "sides": ["economy"], "phase": "prep"}),
        "ledger_head": {"digest": "9f3c2a4be17d0c55"},
        "product": "Samenspel",
    }


FACTS = [
    {
        "value": "1,8×",
        "text": "zoveel werk in de industrie als gemiddeld in Nederland",
        "note": "banen december 2024; tussen 1,7 en 1,9",
        "url": "#facts",
        "url_label": "CBS",
    },
    {
        "value": "−9%",
        "text": "jongeren tot 25 jaar sinds 2014, de op twee na grootste daling van 35 regio's",
        "note": "1 januari 2024",
        "url": "#facts",
        "url_label": "CBS",
    },
    {
        "value": "Meest zoals",
        "text": "Achterhoek, Noordoost-Brabant en Twente",
        "note": "naar opbouw van werk, bevolking en ruimte",
    },
]

CHALLENGES = [
    {
        "name": "Handen voor de techniek",
        "sides": "economie · onderwijs · arbeidsmarkt",
        "goal": "2.400 mensen omgeschoold",
        "now": "810",
        "percent": 33.75,
        "measures": 6,
        "statuses": [("4 op koers", "good"), ("1 te laat", "warn")],
        "lead": "ROC De Linde",
    },
    {
        "name": "Zorg die bereikbaar blijft",
        "sides": "arbeidsmarkt · onderwijs",
        "goal": "vacaturegraad onder 4%",
        "now": "5,1%",
        "percent": 64,
        "mood": "warn",
        "measures": 5,
        "statuses": [("5 op koers", "good")],
        "lead": "Zorgkring",
    },
    {
        "name": "Stroom voor bedrijven",
        "sides": "economie · mist: onderwijs",
        "goal": "wachtlijst gehalveerd",
        "now": "nog niet gemeten",
        "percent": None,
        "measures": 3,
        "statuses": [("2 zonder geld", "warn")],
        "lead": "Gemeente Lindewaard",
    },
]

DOTS = [
    ("Nijverheid (geen bouw) en energie", "1,42", 1.42, 1.37, 1.46, True),
    ("Overheid, onderwijs en zorg", "1,01", 1.01, 0.98, 1.04, False),
    ("Landbouw, bosbouw en visserij", "0,59", 0.59, 0.44, 0.74, True),
]
AREAS = [
    ("GM0153", "Enschede", 58.0),
    ("GM0164", "Hengelo", 62.0),
    ("GM0141", "Almelo", 66.0),
    ("GM0147", "Borne", 78.0),
    ("GM0158", "Haaksbergen", None),
]

DATES = [
    {
        "date": "2026-12-04",
        "when": "4 dec",
        "text": "Ontwerpbegroting 2027: zienswijze",
        "url": "#dates",
        "note": "nog 10 dagen · 5 van 8 raden binnen",
    },
    {
        "date": "2027-01-15",
        "when": "15 jan",
        "text": "Amendement Broekhuizen op de fietsroute: reactie van het bestuur",
    },
    {
        "date": "2027-04-29",
        "when": "29 apr",
        "text": "Kadernota 2028 naar de raden",
        "note": "wettelijk uiterlijk 29 april",
    },
]

STEPS = [
    {"label": "Concept", "state": "done", "note": "9 september 2025"},
    {"label": "Consultatie", "state": "done", "note": "1 november 2025"},
    {"label": "Zienswijze", "state": "done", "note": "8 januari 2026"},
    {"label": "Vastgesteld", "state": "done", "note": "12 maart 2026"},
    {"label": "In uitvoering", "state": "current", "note": "sinds 1 april 2026"},
    {"label": "Halverwege", "state": "todo"},
    {"label": "Geëvalueerd", "state": "todo"},
]

BARS = [
    {"label": "Industrie", "value": "19,4%", "percent": 97},
    {"label": "Zorg en welzijn", "value": "20,0%", "percent": 100},
    {"label": "Handel en horeca", "value": "17,1%", "percent": 85.5},
    {"label": "Zakelijke diensten", "value": "11,6%", "percent": 58},
    {"label": "Onderwijs", "value": "6,2%", "percent": 31},
    {"label": "Landbouw", "value": "onbekend", "percent": None},
]

RESERVATION = {
    "party": Named("Gemeente Hallerdijk", "#promises"),
    "text": "Wij zeggen zestien leerwerkbanen toe, geen twintig.",
    "clause": "2. Leerwerkbanen",
    "commitment": "T8",
}

CLAUSES = [
    {"html": part.html, "reservations": [RESERVATION] * (part.title == RESERVATION["clause"])}
    for part in clauses(
        "# 1. Waarvoor\n\nFabrieken zoeken *handen*, en mensen zoeken werk.\n\n# 2. Leerwerkbanen"
        "\n\n| Wie | Hoeveel |\n|---|---|\n| Gemeenten | 100 |\n| Waterschap | 20 |\n"
    )
]

PROMISE = {
    "key": "T8",
    "what": "De raad besluit over zestien leerwerkbanen per jaar",
    "party": Named("Gemeente Hallerdijk", "#promises"),
    "kind": "Geld",
    "size": "€ 250.000",
    "years": [{"label": "2027", "value": "€ 125.000"}, {"label": "2028", "value": "€ 125.000"}],
    "period": "jan 2027 – dec 2028",
    "target": Named("Leerwerkbanen bij gemeenten", "#promises"),
    "helps": [Named("Werkcentrum", "#promises"), Named("ROC De Linde", "#promises")],
    "in_return": "Mensen die het groen bijhouden.",
    "decided": {"organ": "gemeenteraad", "on": "10 februari 2026", "url": "#promises"},
    "conditions": [
        {
            "text": "Als het Rijk de helft betaalt.",
            "who": Named("het Rijk"),
            "due": "1 juli 2026",
            "outcome": "open",
            "mood": "none",
        }
    ],
    "steps": STEPS[3:],
    "evidence": "Begroting 2027, programma Werk.",
    "late": {
        "since": "30 september 2026",
        "days": "55 dagen",
        "step": "naar de tafel",
        "step_meaning": "De partijen praten er samen over.",
        "explanation": "De raad wil eerst weten wie na 2028 betaalt.",
        "explained": "6 oktober 2026",
    },
    "reservations": [RESERVATION],
}
