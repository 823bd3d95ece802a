# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Every page of the demonstration, made from the URL resolver.

A route without parameters is here by itself; one with a parameter of which no value is known, or
known for another route only, raises KeyError, so that a new page is looked at or fails.
"""

from dataclasses import dataclass
from itertools import product

from django.urls import get_resolver, reverse
from matrix import routes

from samenspel.web.forms.kinds import CONTENT, FACTS

SLUG = "lindewaard"

NO_PAGES = {
    "sisa-file",
    "sisa-text",
    "workbench-payments-import",
    "workbench-payments-template",
    "allocation-text",
    "invoices-file",
    "account_reauthenticate",  # is for who has a password
    "account_change_password",  # the same
    "council-calendar",
    "country-chart",
    "dcat",
    "deal-receipt",
    "deal-receipt-pdf",
    "deal-text",
    "goal-chart",
    "ledger-export",
    "ledger-feed",
    "ledger-receipt",
    "ledger-signed-head",
    "open-data-file",
    "own-figures",
    "profile-chart",
    "profile-file",
    "region-calendar",
    "progress-report-file",
    "robots",
    "security-txt",
    "set-language",
    "version-text",
    "workbench-figures-import",
    "workbench-funding-import",
    "workbench-figures-template",
    "workbench-version-start",
    "workbench-workbook-file",
    "workbench-workbook-import",
}
"""Routes that answer with a file, or with nothing but another page."""

VALUES = {"slug": [SLUG], "party": ["hallerdijk", "roc-de-linde"], "number": ["1", "2"]}
"""Parameter -> values, where they are the same in every route."""

ITEMS = {
    "opgave": "O1",
    "programmalijn": "L1",
    "doel": "D1",
    "maatregel": "M1",
    "belang": "broekhuizen~O6",
}
THINGS = {
    "gemeente": "VB0001",
    "inwoners": "VB0001~2024",
    "partij": "hallerdijk",
    "overleg": "bestuurlijk-overleg",
    "zetel": "bestuurlijk-overleg~broekhuizen~wethouder~2026-01-01",
    "begrip": "triangle-side~economy~",
}

BY_ROUTE = {
    "version-difference": [("1", "2")],
    "challenge": [("O1",), ("O6",)],
    "goal": [("D1",), ("D2",)],
    "deal": [("werk-en-techniek",), ("starterswoningen",)],
    "deal-version": [("werk-en-techniek", "1"), ("werk-en-techniek", "2")],
    "commitment": [("T1",), ("T8",), ("T9",)],
    "measure": [("M1",), ("M11",), ("M26",)],
    "workbench-agenda-kind": [(kind,) for kind in CONTENT],
    "workbench-item-add": [(kind,) for kind in CONTENT],
    "workbench-item": [*ITEMS.items()],
    "workbench-item-remove": [("maatregel", "M1"), ("belang", "broekhuizen~O6")],
    "workbench-version-move": [("3", "consultatie"), ("2", "uitvoering")],
    "workbench-facts": [(kind,) for kind in FACTS],
    "workbench-fact-add": [(kind,) for kind in FACTS],
    "workbench-fact": [*THINGS.items()],
    "workbench-fact-remove": [("inwoners", "VB0001~2024"), ("begrip", "triangle-side~economy~")],
    "workbench-figure-remove": [("stages", "2025")],
    "workbench-role-end": [("1",)],
    "workbench-person-change": [("2",)],
    "workbench-mandate-end": [("1",)],
    "workbench-person-erase": [("2",)],
    "workbench-person-link": [("2",)],
    "workbench-deal": [("werk-en-techniek",), ("starterswoningen",), ("stroom-delen",)],
    "workbench-deal-edit": [("stroom-delen",), ("werk-en-techniek",)],
    "workbench-deal-commitment": [("stroom-delen", "T21")],
    "workbench-deal-propose": [("stroom-delen",)],
    "workbench-deal-retract": [("starterswoningen",)],
    "workbench-deal-drop": [("stroom-delen",)],
    "workbench-deal-sign": [("starterswoningen", "lindewaard")],
    "workbench-deal-leave": [("werk-en-techniek", "lindewaard")],
    "workbench-deal-take-back": [],
    "workbench-commitment": [("T1",), ("T8",), ("T16",)],
    "workbench-commitment-edit": [("T21",)],
    "workbench-commitment-remove": [("T21",)],
    "workbench-commitment-move": [("T8",)],
    "workbench-commitment-explain": [("T8",)],
    "workbench-condition-settle": [("T16", "1")],
    "council": [("kasterveen",), ("nieuw-aalden",)],
    "moment": [("B3",), ("B4",), ("B7",)],
    "workbench-council": [("kasterveen",)],
    "workbench-board-day": [("3",)],
    "workbench-board-day-cancel": [("3",)],
    "workbench-moment": [("B4",), ("B7",)],
    "workbench-moment-cancel": [("B4",)],
    "workbench-position": [("B4", "kasterveen"), ("B3", "waterlanden")],
    "workbench-funding-source": [("G1",)],
    "workbench-funding-source-remove": [("G1",)],
    "workbench-funding-line": [("R2",), ("R11",)],
    "workbench-funding-line-remove": [("R1",)],
    "workbench-funding-line-move": [("R1",)],
    "allocation": [("V1",)],
    "what-if": [("V1",)],
    "invoices": [("V1",)],
    "fair-shares": [("V1",)],
    "scenario": [("kasterveen-drie-euro",)],
    "workbench-allocation-edit": [("V2",), ("V1",)],
    "workbench-allocation-freeze": [("V2",)],
    "workbench-allocation-decide": [("V1",)],
    "workbench-allocation-remove": [("V2",)],
    "workbench-scenario-add": [("V1",)],
    "workbench-scenario-publish": [("kasterveen-drie-euro",)],
    "workbench-scenario-remove": [("kasterveen-drie-euro",)],
    "sisa": [("G9", "2025"), ("G9", "2026"), ("G1", "2026")],
    "municipality-money": [("lindewaard",), ("elzerade",)],
    "workbench-payment-correct": [("1",)],
    "workbench-sisa-columns": [("G9",), ("G2",)],
    "workbench-sisa": [("G9", "2025"), ("G9", "2026")],
    "workbench-sisa-answer": [("G9", "2026", "M1"), ("G9", "2026", "programma")],
    "workbench-sisa-lock": [("G9", "2026")],
    "workbench-sisa-reopen": [("G9", "2025")],
    "login-link": [("verlopen",)],
    "progress-answer": [("verlopen",)],
    "mail-switch": [("verlopen",)],
    "progress-report": [("2026-04-state",), ("2026-04-public",)],
    "progress-report-version": [("2025-10-state", "1"), ("2025-10-state", "2")],
    "workbench-progress-answer": [("M2", "2026-04"), ("M9", "2026-04")],
    "workbench-progress-revoke": [("34",)],
    "workbench-progress-link": [("34",)],
    "workbench-goal-figure": [("D1",)],
    "workbench-goal-statistics": [("D1",)],
}
"""Route -> values of what stands after the region in its address."""

OTHERWISE = {
    "/": [
        "?cijfer=care-clients-per-1000",
        "?cijfer=household-wealth",
        "twente/",
        "twente/profiel/",
        "twente/profiel/?vergelijk=AM06&vergelijk=AM18",
        "twente/agenda/",
        "twente/agenda/wat-mist/",
        "twente/partijen/",
        "twente/geld/verdeling/",
        "twente/geld/verdeling/V2/",
        "twente/geld/verdeling/V1/wat-als/?hoogstens-almelo=5&gat=spread",
        "twente/geld/scenario/vergelijken/?s=almelo-vijf-euro&s=zeven-vijftig-plus-vijf",
        "twente/afspraken/",
        "twente/voortgang/",
        "twente/afspraken/halen-en-brengen/",
        "twente/raden/",
        "twente/geld/",
        "leeg/",
        "leeg/afspraken/",
        "leeg/geld/kas/",
        "leeg/geld/gemeenten/",
        "leeg/raden/",
        "leeg/afspraken/halen-en-brengen/",
        "leeg/agenda/",
        "leeg/agenda/versies/",
        "leeg/geld/",
        "leeg/grootboek/",
        "leeg/partijen/",
        "leeg/voortgang/",
    ],
    f"/{SLUG}/": [
        "?versie=1",
        "agenda/?versie=1&fase=execution",
        "grootboek/?over=measure:M1",
        "afspraken/?lijst=alle&partij=lindewaard&soort=money",
        "geld/verdeling/V1/wat-als/?zonder=kasterveen",
        "geld/verdeling/V1/wat-als/?sleutel=equal&hoogstens-lindewaard=2",
        "geld/verdeling/V1/eerlijk/?kosten=maatregelen",
    ],
}
"""Pages that look otherwise for another region, or when something is asked."""

NOT_THERE = [
    "/bestaat/niet/",
    "/?cijfer=bestaat-niet",
    f"/{SLUG}/agenda/?page=99",
    f"/{SLUG}/agenda/versies/3/",
    f"/{SLUG}/maatregelen/M26/?versie=1",
    f"/{SLUG}/maatregelen/M99/",
    f"/{SLUG}/afspraken/stroom-delen/",
    f"/{SLUG}/afspraken/toezeggingen/T22/",
    f"/{SLUG}/raden/roc-de-linde/",
    f"/{SLUG}/geld/verdeling/V2/",
]

AS_OTHERS = [
    ("/werkblad/", "clerk", 200),
    (f"/werkblad/{SLUG}/raden/", "clerk", 200),
    (f"/werkblad/{SLUG}/raden/", "reader", 200),
    (f"/werkblad/{SLUG}/raden/raad/kasterveen/", "clerk", 200),
    (f"/werkblad/{SLUG}/raden/raad/lindewaard/", "clerk", 403),
    ("/werkblad/", "representative", 200),
    (f"/werkblad/{SLUG}/afspraken/", "representative", 200),
    (f"/werkblad/{SLUG}/afspraken/", "officer", 200),
    (f"/werkblad/{SLUG}/voortgang/", "officer", 200),
    (f"/werkblad/{SLUG}/voortgang/", "analyst", 200),
    (f"/{SLUG}/doelen/D1/", "analyst", 200),
    (f"/werkblad/{SLUG}/afspraken/afspraak/werk-en-techniek/", "representative", 200),
    (f"/werkblad/{SLUG}/afspraken/toezegging/T8/", "officer", 200),
    (f"/werkblad/{SLUG}/afspraken/afspraak/starterswoningen/wijzigen/", "secretary", 409),
    (f"/werkblad/{SLUG}/geld/", "officer", 200),
    (f"/werkblad/{SLUG}/geld/", "reader", 200),
    ("/werkblad/", "officer", 200),
    (f"/werkblad/{SLUG}/", "officer", 200),
    (f"/werkblad/{SLUG}/agenda/", "reader", 200),
    (f"/werkblad/{SLUG}/mensen/", "reader", 403),
    ("/werkblad/twente/", "secretary", 403),
    (f"/{SLUG}/agenda/?versie=3", "secretary", 200),
    (f"/{SLUG}/agenda/versies/", "secretary", 200),
    (f"/{SLUG}/agenda/versies/3/", "secretary", 200),
    (f"/{SLUG}/agenda/versies/2/verschil/3/", "secretary", 200),
    (f"/{SLUG}/grootboek/", "secretary", 200),
    (f"/{SLUG}/afspraken/", "secretary", 200),
    (f"/{SLUG}/afspraken/stroom-delen/", "secretary", 200),
    (f"/{SLUG}/afspraken/stroom-delen/versies/1/", "secretary", 200),
    (f"/{SLUG}/afspraken/toezeggingen/T22/", "secretary", 200),
]
"""Pages that look otherwise for who is logged in."""

SIGNERS = {"workbench-deal-sign", "workbench-deal-leave"}
"""Routes of the workbench for who signs for a party."""

INSIDE = {"account_logout", "account_set_password"}
"""Routes outside the workbench for who is logged in."""

NO_LONGER = {
    **dict.fromkeys(
        (
            *("login-link", "progress-answer", "mail-switch"),
            *("workbench-workbook-preview", "workbench-figures-preview"),
            "workbench-funding-preview",
            "workbench-payments-preview",
        ),
        410,
    ),
    "workbench-figure-remove": 404,
}
"""Route -> the status when there is nothing to show (any more)."""

EMPTY = {
    **dict.fromkeys(("account_set_password", "account_login"), 200),
    **dict.fromkeys(("workbench-agenda-heading", "workbench-region-heading"), 400),
    **dict.fromkeys(("workbench-item-add", "workbench-item"), 400),
    **dict.fromkeys(("workbench-fact-add", "workbench-fact"), 400),
    **dict.fromkeys(("workbench-person-add", "workbench-mandate-add"), 400),
    **dict.fromkeys(("workbench-role-end", "workbench-mandate-end", "workbench-workbook"), 400),
    **dict.fromkeys(("workbench-figures", "workbench-person-change"), 400),
    **dict.fromkeys(("workbench-deal-add", "workbench-deal-edit", "workbench-deal-retract"), 400),
    **dict.fromkeys(("workbench-allocation-add", "workbench-allocation-edit"), 400),
    **dict.fromkeys(("workbench-allocation-decide", "workbench-scenario-add"), 400),
    **dict.fromkeys(("workbench-deal-commitment", *sorted(SIGNERS)), 400),
    **dict.fromkeys(("workbench-commitment-add", "workbench-commitment-edit"), 400),
    **dict.fromkeys(("workbench-commitment-move", "workbench-commitment-explain"), 400),
    "workbench-condition-settle": 400,
    **dict.fromkeys(("workbench-calendar-rules", "workbench-council"), 400),
    **dict.fromkeys(("workbench-board-day-add", "workbench-board-day"), 400),
    **dict.fromkeys(("workbench-moment-add", "workbench-moment"), 400),
    **dict.fromkeys(("workbench-moment-cancel", "workbench-position"), 400),
    **dict.fromkeys(("workbench-funding-source", "workbench-funding-source-add"), 400),
    **dict.fromkeys(("workbench-funding-line", "workbench-funding-line-add"), 400),
    "workbench-funding-line-move": 400,
    "workbench-funding-file": 400,
    **dict.fromkeys(("workbench-cashier", "workbench-payment-add"), 400),
    **dict.fromkeys(("workbench-payment-correct", "workbench-payments-file"), 400),
    "workbench-sisa-reopen": 400,
    "workbench-sisa-columns": 409,
    **dict.fromkeys(("workbench-progress-answer", "workbench-progress-schedule"), 400),
    **dict.fromkeys(("workbench-progress-report", "workbench-goal-figure"), 400),
    "workbench-goal-statistics": 400,
    "workbench-person-link": 200,  # asks nothing; the page that comes shows the link
}
"""Route of a form -> the status when it is sent with nothing filled in."""


RETURNED = ("account_login", "workbench-item-add", "workbench-deal-sign")
"""Forms that are looked at in the dark as well after they are sent with nothing filled in."""


@dataclass(frozen=True)
class Stop:
    """A page to look at: by whom, with which status, and after sending its form in which way."""

    url: str
    role: str = ""
    status: int = 200
    sent: str = ""

    def __str__(self):
        return f"{self.url} {self.role}{self.sent and f' (sent {self.sent})'}"


def addresses():
    """Yield (route, address) of every page."""
    for route in routes():
        if route not in NO_PAGES and not route.startswith(("api-", "/api")):
            for arguments in values_of(route):
                yield route, reverse(route, args=arguments)


def values_of(route):
    """Return the values with which a route is looked at."""
    [(_, wanted)] = get_resolver().reverse_dict.getlist(route)[0][0]
    if route in BY_ROUTE:
        slugs = [(SLUG,)] if "slug" in wanted else [()]
        return [(*slug, *rest) for slug, rest in product(slugs, BY_ROUTE[route])]
    return [*product(*(VALUES[name] for name in wanted))]


def stops():
    """Return every page as those see it who use it, and every form as it comes back when empty."""
    found = [stop for route, url in addresses() for stop in _of_route(route, url)]
    found += [Stop(top + rest) for top, more in OTHERWISE.items() for rest in more]
    found += [Stop(url, status=404) for url in NOT_THERE]
    return [*found, *(Stop(*one) for one in AS_OTHERS)]


def one_of_each():
    """Return one page of every route, a profile with charts, and three forms that come back."""
    first = dict(reversed([*addresses()]))
    found = [_of_route(route, url)[0] for route, url in first.items()]
    returned = [_of_route(route, first[route])[1] for route in RETURNED]
    return [*found, *returned, Stop("/twente/profiel/"), Stop("/bestaat/niet/", status=404)]


def _of_route(route, url):
    """Return a page, and when it is a form also that form sent with nothing filled in."""
    role = "secretary" if route.startswith("workbench") or route in INSIDE else ""
    role = "representative" if route in SIGNERS else role
    sent = [Stop(url, role, EMPTY[route], sent="empty")] if route in EMPTY else []
    return [Stop(url, role, NO_LONGER.get(route, 200)), *sent]
