# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The permission matrix of deals in the workbench: see ``matrix`` and ``deal_world``."""

from dataclasses import replace

from matrix import Case, desk, form, hidden, reads

from samenspel.core.rights import Act

_DRAFT = Act.READ_DRAFT
_NOORD = hidden(desk(Act.READ_DEAL_DRAFT, "noord"))
_ZUID = hidden(desk(Act.READ_DEAL_DRAFT, "zuid"))
_WRITES = Act.EDIT_DEAL
_PROMISES = Act.EDIT_COMMITMENT
_DEAL = {"title": "Nieuw", "slug": "nieuw", "text": "Samen."}
_STEP = {"to": "paid-or-done", "evidence": "Brief"}
_OUTCOME = {"outcome": "met", "evidence": "Brief"}

WORKBENCH_DEALS = {
    "workbench-deals": reads(_DRAFT),
    "workbench-deal": (
        *reads(_DRAFT, "{r} {r}-deal", "{r} {r}-plan"),
        Case("{r} {r}-wens", _NOORD),
        Case("{r} geen", desk(_DRAFT, ok=404)),
    ),
    "workbench-deal-add": form(_WRITES, "{r}", **_DEAL, parties=("{r}-noord", "{r}-zuid")),
    "workbench-deal-edit": form(_WRITES, "{r} {r}-wens", title="Anders")
    + form(_WRITES, "{r} {r}-deal", title="Anders"),
    "workbench-deal-commitment": form(_WRITES, "{r} {r}-deal {k}T15", what="Anders")
    + form(_WRITES, "{r} {r}-wens {k}T13", what="Anders"),
    "workbench-deal-propose": form(_WRITES, "{r} {r}-wens"),
    "workbench-deal-retract": form(_WRITES, "{r} {r}-plan", reason="Daarom"),
    "workbench-deal-drop": form(_WRITES, "{r} {r}-wens"),
    "workbench-deal-sign": form(Act.SIGN_DEAL, "{r} {r}-plan {r}-noord", "noord", agrees="on")
    + form(Act.SIGN_DEAL, "{r} {r}-plan {r}-zuid", "zuid", agrees="on"),
    "workbench-deal-take-back": form(
        Act.SIGN_DEAL, "{r} {r}-aanbod {r}-noord", "noord", reason="Daarom"
    ),
    "workbench-deal-leave": form(Act.SIGN_DEAL, "{r} {r}-deal {r}-noord", "noord", reason="Daarom")
    + form(Act.SIGN_DEAL, "{r} {r}-deal {r}-zuid", "zuid", reason="Daarom"),
    "workbench-commitment": (
        *reads(_DRAFT, "{r} {k}T11", "{r} {k}T12", "{r} {k}T15"),
        Case("{r} {k}T13", _NOORD),
        Case("{r} {k}T14", _ZUID),
    ),
    "workbench-commitment-add": form(
        _PROMISES,
        "{r}",
        "noord",
        party="{r}-noord",
        target="measure:{k}M1",
        kind="knowledge",
        what="Nieuw",
        rung="pledged",
    ),
    "workbench-commitment-edit": form(_PROMISES, "{r} {k}T11", "noord", what="Anders")
    + form(_PROMISES, "{r} {k}T12", "zuid", what="Anders"),
    "workbench-commitment-remove": (
        Case("{r} {k}T13", _NOORD, replace(_NOORD, ok=409), writes=False),
        Case("{r} {k}T14", _ZUID, replace(_ZUID, ok=302)),
    ),
    "workbench-commitment-move": form(_PROMISES, "{r} {k}T11", "noord", **_STEP)
    + form(_PROMISES, "{r} {k}T12", "zuid", **_STEP),
    "workbench-commitment-explain": form(_PROMISES, "{r} {k}T11", "noord", explanation="Ziek")
    + form(_PROMISES, "{r} {k}T12", "zuid", explanation="Ziek"),
    "workbench-condition-settle": form(_PROMISES, "{r} {k}T11 1", "noord", "zuid", **_OUTCOME)
    + form(_PROMISES, "{r} {k}T12 1", "noord", "zuid", **_OUTCOME),
}
