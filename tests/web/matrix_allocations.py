# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The permission matrix of allocations and scenarios: see ``matrix`` and ``allocation_world``."""

from dataclasses import replace

from matrix import Case, by_few, desk, draft, form, nowhere, public, reads

from samenspel.core.rights import Act

_DRAFT = Act.READ_DRAFT
_WRITES = Act.EDIT_ALLOCATION
_KEEPS = Act.KEEP_SCENARIO
_HEAVY = ("xlsx", "ods", "csv")
_WRITER, _KEEPER = desk(_WRITES), desk(_KEEPS)

PUBLIC_ALLOCATIONS = {
    "allocations": public("{r}"),
    "allocation": public("{r} V1", "{r} V3") + draft("{r} V2") + nowhere("{r} V9"),
    "allocation-text": public("{r} V1") + nowhere("{r} V9"),
    "what-if": public("{r} V1", "{r} V1 ?zonder={r}-zuid", "{r} V1 ?hoogstens-{r}-noord=1")
    + draft("{r} V2")
    + nowhere("{r} V9"),
    "invoices": public("{r} V1", "{r} V3 ?jaar=2027")
    + draft("{r} V2")
    + nowhere("{r} V1 ?jaar=2028", "{r} V1 ?jaar=x"),
    "invoices-file": public("{r} V1 json")
    + by_few(public(*(f"{{r}} V1 {kind}" for kind in _HEAVY)))
    + nowhere("{r} V1 exe", "{r} V9 json"),
    "fair-shares": public("{r} V1", "{r} V1 ?kosten=maatregelen")
    + draft("{r} V2")
    + nowhere("{r} V1 ?kosten=opgegeven", "{r} V1 ?kosten=x"),
    "scenario": public("{r} {r}-open") + draft("{r} {r}-bewaard") + nowhere("{r} geen"),
    "scenarios": public("{r}", "{r} ?s={r}-open")
    + draft("{r} ?s={r}-bewaard&s={r}-open")
    + nowhere("{r} ?s=geen"),
}

WORKBENCH_ALLOCATIONS = {
    "workbench-allocations": reads(_DRAFT),
    "workbench-allocation-add": form(
        _WRITES,
        "{r}",
        **{"title": "Nieuw", "first_year": "2027", "last_year": "2028", "rate-0": "2,50"},
    ),
    "workbench-allocation-edit": form(_WRITES, "{r} V2", title="Anders"),
    "workbench-allocation-freeze": form(_WRITES, "{r} V2"),
    "workbench-allocation-decide": form(_WRITES, "{r} V1", decided_by="Bestuur"),
    "workbench-allocation-remove": (Case("{r} V2", _WRITER, replace(_WRITER, ok=302)),),
    "workbench-scenario-add": form(
        _KEEPS, "{r} V1 ?zonder={r}-zuid", title="Zonder zuid", slug="zonder-zuid"
    ),
    "workbench-scenario-publish": form(_WRITES, "{r} {r}-bewaard"),
    "workbench-scenario-remove": (Case("{r} {r}-bewaard", _KEEPER, replace(_KEEPER, ok=302)),),
}

API_ALLOCATIONS = {
    "api-allocations": public("{r}"),
    "api-scenarios": public("{r}", "{r} ?allocation=V1"),
}
