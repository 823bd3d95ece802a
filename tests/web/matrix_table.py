# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The table of the permission matrix: see ``matrix``."""

from dataclasses import replace

from matrix import (
    DEAL_DRAFT,
    PUBLIC,
    Account,
    Case,
    account,
    by_few,
    deal_draft,
    desk,
    draft,
    form,
    nowhere,
    public,
    reads,
)
from matrix_allocations import API_ALLOCATIONS, PUBLIC_ALLOCATIONS, WORKBENCH_ALLOCATIONS
from matrix_cash import API_CASH, PUBLIC_CASH, WORKBENCH_CASH
from matrix_councils import API_COUNCILS, PUBLIC_COUNCILS, WORKBENCH_COUNCILS
from matrix_deals import WORKBENCH_DEALS
from matrix_funding import API_FUNDING, PUBLIC_FUNDING, WORKBENCH_FUNDING
from matrix_progress import BY_LINK, PUBLIC_PROGRESS, WORKBENCH_PROGRESS

from samenspel.core.rights import Act

_DRAFT = Act.READ_DRAFT
_FACTS = Act.EDIT_REGION
_PEOPLE = Act.MANAGE_PEOPLE
_HEAVY = ("xlsx", "ods", "csv")

INSTALLATION = {
    **BY_LINK,
    "home": public("", "?cijfer=good-health"),
    "country-chart": public("svg", "csv ?jaar=2021") + nowhere("exe", "svg ?cijfer=x"),
    "about": public(),
    "accessibility": public(),
    "privacy": public(),
    "security-txt": public(),
    "robots": public(),
    "set-language": (
        Case(
            reads=None,
            acts=Account(302, 302),
            fill={"language": "en", "next": "/over/"},
            writes=False,
        ),
    ),
}

PAGES = {
    "region": public("{r}") + draft("{r} ?versie=2"),
    "profile": public("{r}"),
    "own-figures": public("{r}"),
    "profile-chart": nowhere("{r} map svg", "{r} levels csv", "{r} map exe", "{r} pie svg"),
    "profile-file": nowhere("{r} json", "{r} csv", "{r} pdf", "{r} html", "{r} exe"),
    "agenda": public("{r}", "{r} ?partij={r}-noord&opgave={k}O1", "{r} ?page=1&versie=1")
    + draft("{r} ?versie=2", "{r} ?versie=2&opgave={k}O2")
    + nowhere("{r} ?opgave={k}O2", "{r} ?versie=99", "{r} ?versie=x"),
    "orphans": public("{r}") + draft("{r} ?versie=2"),
    "versions": public("{r}"),
    "version": public("{r} 1") + draft("{r} 2") + nowhere("{r} 3"),
    "version-text": public("{r} 1") + nowhere("{r} 2"),
    "version-difference": draft("{r} 1 2", "{r} 2 1") + nowhere("{r} 1 3"),
    "challenge": public("{r} {k}O1")
    + draft("{r} {k}O1 ?versie=2", "{r} {k}O2 ?versie=2")
    + nowhere("{r} {k}O2", "{r} {k}O2 ?versie=1"),
    "goal": public("{r} {k}D1")
    + draft("{r} {k}D1 ?versie=2", "{r} {k}D2 ?versie=2")
    + nowhere("{r} {k}D2"),
    "measure": public("{r} {k}M1", "{r} {k}M2 ?versie=1")
    + draft("{r} {k}M1 ?versie=2", "{r} {k}M2 ?versie=2", "{r} {k}M3 ?versie=2")
    + nowhere("{r} {k}M3", "{r} {k}M4 ?versie=1"),
    "parties": public("{r}"),
    "party": public("{r} {r}-noord", "{r} {r}-los")
    + draft("{r} {r}-noord ?versie=2", "{r} {r}-zuid ?versie=2")
    + nowhere("{r} niemand"),
    "ledger": public("{r}", "{r} ?over=measure:{k}M3", "{r} ?soort=measure-added", "{r} ?voor=9")
    + draft("{r} ?over=measure:{k}M3&versie=2"),
    "ledger-export": public("{r}"),
    "ledger-signed-head": public("{r}"),
    "ledger-feed": public("{r}"),
    "ledger-receipt": public("{r} 1") + nowhere("{r} 999999999999999"),
    "open-data": public("{r}"),
    "dcat": public("{r}"),
    "open-data-file": public("{r} {r} json", "{r} {r}-voortgang json")
    + draft("{r} {r} json ?versie=2")
    + by_few(public(*(f"{{r}} {{r}} {kind}" for kind in _HEAVY)))
    + by_few(draft(*(f"{{r}} {{r}} {kind} ?versie=2" for kind in _HEAVY)))
    + nowhere("{r} anders xlsx", "{r} {r} exe")
    + by_few(public("{r} {r}-raden json")),
}

_RECEIPT = public("{r} {r}-deal 1 {r}-noord") + nowhere(
    "{r} {r}-plan 1 {r}-zuid", "{r} {r}-deal 2 {r}-noord", "{r} {r}-wens 1 {r}-noord"
)
"""Of a signature under a version that anybody may see."""

PUBLIC_DEALS = {
    "deals": public("{r}", "{r} ?partij={r}-noord&soort=money&stand=pledged&lijst=alle")
    + nowhere("{r} ?soort=x", "{r} ?lijst=x", "{r} ?partij=niemand", "{r} ?page=9"),
    "balance": public("{r}"),
    "deal": public("{r} {r}-deal", "{r} {r}-plan")
    + deal_draft("{r} {r}-wens")
    + nowhere("{r} geen"),
    "deal-version": public("{r} {r}-deal 1", "{r} {r}-plan 1")
    + deal_draft("{r} {r}-wens 1")
    + nowhere("{r} {r}-deal 2", "{r} geen 1"),
    "deal-text": public("{r} {r}-deal 1", "{r} {r}-plan 1")
    + nowhere("{r} {r}-wens 1", "{r} {r}-deal 2"),
    "deal-receipt": _RECEIPT,
    "deal-receipt-pdf": _RECEIPT,
    "commitment": public("{r} {k}T11", "{r} {k}T15")
    + deal_draft("{r} {k}T13")
    + (Case("{r} {k}T14", replace(DEAL_DRAFT, parties=("zuid",))),)
    + nowhere("{r} {k}T9"),
}

AGENDA = {
    "workbench-agenda": reads(_DRAFT),
    "workbench-agenda-heading": form(Act.EDIT_AGENDA, "{r}", title="Anders"),
    "workbench-agenda-kind": reads(
        _DRAFT, *(f"{{r}} {kind}" for kind in ("opgave", "programmalijn", "doel", "maatregel"))
    )
    + reads(_DRAFT, "{r} belang"),
    "workbench-item-add": form(Act.EDIT_AGENDA, "{r} opgave", title="Nieuw")
    + form(Act.EDIT_AGENDA, "{r} programmalijn", key="X9", title="Nieuw")
    + form(Act.EDIT_AGENDA, "{r} doel", title="Nieuw")
    + form(Act.EDIT_MEASURE, "{r} maatregel", "noord", title="Nieuw", lead="{r}-noord")
    + form(Act.EDIT_INTEREST, "{r} belang", "noord", party="{r}-noord", challenge="", gets="iets")
    + (
        Case(  # on behalf of another party
            "{r} maatregel",
            None,
            desk(Act.EDIT_MEASURE, "zuid", ok=302),
            {"title": "Nieuw", "lead": "{r}-zuid"},
        ),
        Case(
            "{r} belang",
            None,
            desk(Act.EDIT_INTEREST, "zuid", ok=302),
            {"party": "{r}-zuid", "challenge": "", "gets": "iets"},
        ),
    ),
    "workbench-item": form(Act.EDIT_AGENDA, "{r} opgave {k}O1", title="Anders")
    + form(Act.EDIT_AGENDA, "{r} programmalijn {k}L1", title="Anders")
    + form(Act.EDIT_AGENDA, "{r} doel {k}D1", title="Anders")
    + form(Act.EDIT_MEASURE, "{r} maatregel {k}M1", "noord", title="Anders")
    + form(Act.EDIT_MEASURE, "{r} maatregel {k}M4", "zuid", title="Anders")
    + form(Act.EDIT_MEASURE, "{r} maatregel {k}M5", "zuid", "noord", title="Anders")  # a partner
    + form(Act.EDIT_INTEREST, "{r} belang {r}-noord~{k}O1", "noord", gets="iets")
    + form(Act.EDIT_INTEREST, "{r} belang {r}-zuid~{k}O1", "zuid", gets="iets")
    + (
        Case(  # taking over what is of another party, giving away what is one's own
            "{r} maatregel {k}M2",
            None,
            desk(Act.EDIT_MEASURE, "zuid", ok=302),
            {"lead": "{r}-noord"},
        ),
        Case("{r} maatregel {k}M1", None, desk(Act.EDIT_AGENDA, ok=302), {"lead": "{r}-zuid"}),
    ),
    "workbench-item-remove": form(Act.EDIT_AGENDA, "{r} opgave {k}O3")
    + form(Act.EDIT_MEASURE, "{r} maatregel {k}M3", "noord")
    + form(Act.EDIT_MEASURE, "{r} maatregel {k}M4", "zuid")
    + form(Act.EDIT_MEASURE, "{r} maatregel {k}M5", "zuid")  # not the partner
    + form(Act.EDIT_INTEREST, "{r} belang {r}-noord~{k}O2", "noord"),
}

VERSIONS = {
    "workbench-versions": reads(_DRAFT),
    "workbench-version-start": (
        Case("{r}", None, desk(Act.EDIT_AGENDA, ok=409), writes=False),  # there is a draft
    ),
    "workbench-version-move": form(Act.MOVE_VERSION, "{r} 2 consultatie")
    + form(Act.MOVE_VERSION, "{r} 1 afgesloten"),
}

FACTS = {
    "workbench-region-heading": form(_FACTS, "{r}", title="Anders"),
    "workbench-facts": reads(
        _DRAFT, *(f"{{r}} {kind}" for kind in ("gemeente", "inwoners", "partij", "overleg"))
    )
    + reads(_DRAFT, "{r} zetel", "{r} begrip"),
    "workbench-fact-add": form(_FACTS, "{r} gemeente", code="VB9999", name="Nieuw")
    + form(_FACTS, "{r} inwoners", municipality="{c}1", year="2024", people="900")
    + form(_FACTS, "{r} partij", slug="nieuw", name="Nieuw", kind="{r}-party-kind")
    + form(_FACTS, "{r} overleg", slug="nieuw", name="Nieuw")
    + form(_FACTS, "{r} zetel", body="{r}-bestuur", party="{r}-zuid", title="lid")
    + form(
        _FACTS, "{r} begrip", scheme="policy-field", code="nieuw", label_nl="Nieuw", label_en="New"
    ),
    "workbench-fact": form(_FACTS, "{r} gemeente {c}1", name="Anders")
    + form(_FACTS, "{r} inwoners {c}1~2025", people="1001")
    + form(Act.EDIT_PARTY, "{r} partij {r}-noord", "noord", about="Anders")
    + form(Act.EDIT_PARTY, "{r} partij {r}-zuid", "zuid", about="Anders")
    + form(_FACTS, "{r} overleg {r}-bestuur", name="Anders")
    + form(_FACTS, "{r} zetel {seat}", votes="3")
    + form(_FACTS, "{r} begrip policy-field~{r}-los~", label_nl="Anders"),
    "workbench-fact-remove": form(_FACTS, "{r} partij {r}-los")
    + form(_FACTS, "{r} overleg {r}-los")
    + form(_FACTS, "{r} inwoners {c}1~2025")
    + form(_FACTS, "{r} zetel {seat}")
    + form(_FACTS, "{r} begrip policy-field~{r}-los~"),
}

PEOPLE = {
    "workbench-people": reads(Act.READ_PEOPLE),
    "workbench-person-add": form(
        _PEOPLE, "{r}", name="Nieuw", email="nieuw@voorbeeld.example", role="reader"
    ),
    "workbench-mandate-add": form(
        _PEOPLE,
        "{r}",
        person="{person}",
        party="{r}-noord",
        organ="College",
        decided_on="2026-01-01",
        scope="Tot hier",
    ),
    "workbench-mandate-end": form(_PEOPLE, "{r} {mandate}"),
    "workbench-role-end": form(_PEOPLE, "{r} {role}"),
    "workbench-person-change": form(_PEOPLE, "{r} {person}", name="Anders"),
    "workbench-person-erase": form(_PEOPLE, "{r} {person}"),
    "workbench-person-link": (Case("{r} {person}", desk(_PEOPLE), desk(_PEOPLE)),),
}

WORKBOOK = {
    "workbench-workbook": (
        Case("{r}", desk(_DRAFT)),
        Case("{r}", None, desk(Act.IMPORT_WORKBOOK, ok=302), upload=True, writes=False),
    ),
    "workbench-workbook-preview": reads(Act.IMPORT_WORKBOOK),
    "workbench-workbook-import": (
        Case("{r}", None, desk(Act.IMPORT_WORKBOOK, ok=302), page="workbench-workbook-preview"),
    ),
    "workbench-workbook-file": reads(_DRAFT, "{r} json")
    + by_few(reads(_DRAFT, *(f"{{r}} {kind}" for kind in _HEAVY))),
}

FIGURES = {
    "workbench-figures": (
        Case("{r}", desk(_DRAFT)),
        Case("{r}", None, desk(Act.LOAD_FIGURES, ok=302), upload=True, writes=False),
    ),
    "workbench-figures-preview": reads(Act.LOAD_FIGURES),
    "workbench-figures-import": (
        Case("{r}", None, desk(Act.LOAD_FIGURES, ok=302), page="workbench-figures-preview"),
    ),
    "workbench-figure-remove": form(Act.LOAD_FIGURES, "{r} stages 2025"),
    "workbench-figures-template": reads(_DRAFT, "{r} csv") + by_few(reads(_DRAFT, "{r} xlsx")),
}

ACCOUNTS = {
    "account_login": account(302),
    "login-link": (Case("{secret}", PUBLIC, Account(302, 302), writes=False),),
    "account_inactive": account(200),
    "account_reauthenticate": account(403, 302),
    "account_logout": account(200, 302),
    "account_change_password": account(302, 302),
    "account_set_password": account(200, 302),
    "workbench": account(200, 302),
}

_KINDS = {"challenge": "O", "line": "L", "goal": "D", "measure": "M"}

API = {
    "/api/v1": public(),
    "api-root": public(),
    "api-description": public(),
    "api-regions": public("", "?kind=own"),
    "api-region": public("{r}") + nowhere("geen"),
    "api-municipalities": public("{r}", "{r} ?on=2026-01-01"),
    "api-parties": public("{r}"),
    "api-party": public("{r} {r}-noord"),
    "api-bodies": public("{r}"),
    "api-body": public("{r} {r}-bestuur"),
    "api-seats": public("{r}"),
    "api-mandates": public("{r}"),
    "api-inhabitants": public("{r}"),
    "api-orphans": public("{r}") + draft("{r} ?version=2") + nowhere("{r} ?version=3"),
    "api-terms": public("{r}"),
    "api-versions": public("{r}", "{r} ?state=draft"),
    "api-version": public("{r} 1") + draft("{r} 2") + nowhere("{r} 3"),
    "api-differences": draft("{r} 2 ?since=1", "{r} 1 ?since=2") + nowhere("{r} 1 ?since=3"),
    "api-interests": public("{r}", "{r} ?party={r}-noord") + draft("{r} ?version=2"),
    "api-progress": public("{r}", "{r} ?measure={k}M1"),
    "api-observations": public("{r}", "{r} ?goal={k}D1"),
    "api-reports": public("{r}"),
    "api-deals": public("{r}", "{r} ?party={r}-noord"),
    "api-deal": nowhere("{r} geen"),
    "api-deal-versions": nowhere("{r} geen"),
    "api-deal-version": nowhere("{r} geen 1"),
    "api-deal-text": nowhere("{r} geen 1"),
    "api-deal-differences": nowhere("{r} geen 1"),
    "api-deal-signatures": nowhere("{r} geen"),
    "api-deal-withdrawals": nowhere("{r} geen"),
    "api-deal-withdrawal": nowhere("{r} geen {r}-noord"),
    "api-commitments": public("{r}", "{r} ?party={r}-noord"),
    "api-commitment": nowhere("{r} T9"),
    "api-commitment-steps": nowhere("{r} T9"),
    "api-commitment-conditions": nowhere("{r} T9"),
    "api-overdue": public("{r}"),
    "api-balances": public("{r}"),
    "api-exchanges": public("{r}"),
    **API_COUNCILS,
    "api-ledger-entries": public("{r}", "{r} ?object=measure:{k}M3", "{r} ?kind=measure-added"),
    "api-ledger-entry": public("{r} 1"),
    "api-ledger-head": public("{r}"),
    "api-ledger-heads": public("{r}"),
}
for _kind, _letter in _KINDS.items():
    API[f"api-{_kind}s"] = public("{r}") + draft("{r} ?version=2") + nowhere("{r} ?version=3")
    API[f"api-{_kind}"] = (
        public(f"{{r}} {{k}}{_letter}1")
        + draft(f"{{r}} {{k}}{_letter}1 ?version=2", f"{{r}} {{k}}{_letter}2 ?version=2")
        + nowhere(f"{{r}} {{k}}{_letter}9")
    )

ROUTES = {
    **INSTALLATION,
    **PAGES,
    **PUBLIC_DEALS,
    **WORKBENCH_DEALS,
    **PUBLIC_COUNCILS,
    **WORKBENCH_COUNCILS,
    **PUBLIC_FUNDING,
    **WORKBENCH_FUNDING,
    **PUBLIC_ALLOCATIONS,
    **WORKBENCH_ALLOCATIONS,
    **PUBLIC_CASH,
    **WORKBENCH_CASH,
    **API_ALLOCATIONS,
    **API_CASH,
    **PUBLIC_PROGRESS,
    **WORKBENCH_PROGRESS,
    "workbench-region": reads(_DRAFT),
    **AGENDA,
    **VERSIONS,
    **FACTS,
    **PEOPLE,
    **WORKBOOK,
    **FIGURES,
    **ACCOUNTS,
    **API,
    **API_FUNDING,
}
"""Name of a route -> the cases to try."""

WITHOUT_REGION = {*INSTALLATION, *ACCOUNTS, "/api/v1", "api-root", "api-description", "api-regions"}
"""Routes that are the same whatever the region."""
