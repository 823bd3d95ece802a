# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The permission matrix of the funding plan: see ``matrix`` and ``funding_world``."""

from dataclasses import replace

from matrix import Case, desk, draft, form, hidden, nowhere, public, reads

from samenspel.core.rights import Act

_PLANS = Act.EDIT_FUNDING
_SOURCE = {"key": "nieuw", "name": "Nieuw", "kind": "eu", "party": "{r}-noord"}
_LINE = {"key": "nieuw", "source": "{k}G1", "party": "{r}-noord", "amount_cents": "12,50"}
_STEP = {"to": "adopted-by-council", "evidence": "Brief"}
_SECRET = hidden(desk(_PLANS, "noord"))
"""A line on a commitment of which others do not know."""

PUBLIC_FUNDING = {
    "funding": public("{r}", "{r} ?versie=1")
    + draft("{r} ?versie=2")
    + nowhere("{r} ?versie=9", "{r} ?versie=x"),
}

WORKBENCH_FUNDING = {
    "workbench-funding": reads(Act.READ_DRAFT),
    "workbench-funding-file": (
        Case("{r}", desk(_PLANS, "noord")),
        Case("{r}", None, replace(desk(_PLANS, "noord"), ok=302), upload=True, writes=False),
    ),
    "workbench-funding-preview": (Case("{r}", desk(_PLANS, "noord")),),
    "workbench-funding-import": (
        Case("{r}", None, replace(desk(_PLANS, "noord"), ok=302), page="workbench-funding-preview"),
    ),
    "workbench-funding-source-add": form(_PLANS, "{r}", "noord", **_SOURCE),
    "workbench-funding-source": form(_PLANS, "{r} {k}G1", "noord", name="Anders")
    + form(_PLANS, "{r} {k}G2", "zuid", name="Anders"),
    "workbench-funding-source-remove": (
        Case(  # lines rest on them
            "{r} {k}G1",
            desk(_PLANS, "noord"),
            replace(desk(_PLANS, "noord"), ok=409),
            writes=False,
        ),
    ),
    "workbench-funding-line-add": form(_PLANS, "{r}", "noord", **_LINE),
    "workbench-funding-line": (
        *form(_PLANS, "{r} {k}R1", "noord", note="Anders"),
        *form(_PLANS, "{r} {k}R2", "zuid", note="Anders"),
        Case("{r} {k}R3", _SECRET, replace(_SECRET, ok=302), {"note": "Anders"}),
    ),
    "workbench-funding-line-remove": (
        *form(_PLANS, "{r} {k}R1", "noord"),
        *form(_PLANS, "{r} {k}R2", "zuid"),
        Case("{r} {k}R3", _SECRET, replace(_SECRET, ok=302)),
    ),
    "workbench-funding-line-move": form(_PLANS, "{r} {k}R1", "noord", **_STEP)
    + form(_PLANS, "{r} {k}R2", "zuid", **_STEP),
}

API_FUNDING = {
    "api-funding-sources": public("{r}"),
    "api-funding-lines": public("{r}", "{r} ?measure={k}M1&source={k}G1&rung=mentioned"),
    "api-funding-gaps": public("{r}"),
    "api-funding-tests": public("{r}"),
}
