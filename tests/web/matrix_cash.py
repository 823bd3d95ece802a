# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The permission matrix of the cash: see ``matrix`` and ``cash_world``."""

from dataclasses import replace

from matrix import Case, by_few, desk, form, nowhere, public, reads

from samenspel.core.rights import Act

_DRAFT = Act.READ_DRAFT
_KEEPS = Act.KEEP_CASH
_HEAVY = ("xlsx", "ods", "csv")
_YEAR = "{r} {k}G9 2025"
_NOORD = desk(_KEEPS, "noord")
_DOES = replace(_NOORD, ok=302)

PUBLIC_CASH = {
    "cash": public("{r}") + nowhere("{r} ?page=9", "{r} ?page=x"),
    "sisa": public(_YEAR, "{r} {k}G9 2024", "{r} {k}G9 2024 ?versie=1")
    + nowhere("{r} {k}G9 2023", "{r} {k}G8 2025", f"{_YEAR} ?versie=2", f"{_YEAR} ?versie=x"),
    "sisa-file": public(f"{_YEAR} json")
    + by_few(public(*(f"{_YEAR} {kind}" for kind in _HEAVY)))
    + nowhere(f"{_YEAR} exe", "{r} {k}G9 2023 json"),
    "sisa-text": public("{r} {k}G9 2024 1") + nowhere(f"{_YEAR} 1", "{r} {k}G9 2024 2"),
    "municipalities-money": public("{r}"),
    "municipality-money": public("{r} {r}-noord") + nowhere("{r} niemand"),
}

WORKBENCH_CASH = {
    "workbench-cash": reads(_DRAFT),
    "workbench-cashier": form(_KEEPS, "{r}", party="{r}-zuid"),
    "workbench-payment-add": form(
        _KEEPS,
        "{r}",
        "noord",
        direction="in",
        kind="advance",
        amount_cents="12,50",
        source="{k}G9",
        reference="nieuw",
        evidence="Afschrift",
    ),
    "workbench-payment-correct": form(_KEEPS, "{r} {payment}", "noord", evidence="Tikfout"),
    "workbench-payments-file": (
        Case("{r}", _NOORD),
        Case("{r}", None, _DOES, upload=True, writes=False),
    ),
    "workbench-payments-preview": (Case("{r}", _NOORD),),
    "workbench-payments-import": (Case("{r}", None, _DOES, page="workbench-payments-preview"),),
    "workbench-payments-template": reads(_DRAFT),
    "workbench-sisa-columns": form(_KEEPS, "{r} {k}G9", "noord", scheme="C99"),
    "workbench-sisa": reads(_DRAFT, _YEAR, "{r} {k}G9 2024"),
    "workbench-sisa-answer": form(_KEEPS, f"{_YEAR} {{k}}M1", "noord"),
    "workbench-sisa-lock": form(_KEEPS, _YEAR, "noord"),
    "workbench-sisa-reopen": form(_KEEPS, "{r} {k}G9 2024", "noord", reason="Daarom"),
}

API_CASH = {
    "api-payments": public("{r}", "{r} ?source={k}G9&measure={k}M1&direction=out"),
    "api-cash": public("{r}"),
    "api-forecasts": public("{r}"),
    "api-sisa-years": public("{r}"),
}
