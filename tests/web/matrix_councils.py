# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The permission matrix of councils: see ``matrix`` and ``council_world``."""

from matrix import form, nowhere, public, reads

from samenspel.core.rights import Act

_KEEPS, _SPEAKS = Act.EDIT_CALENDAR, Act.EDIT_COUNCIL
_DAYS = {"sends_on": "2026-09-01", "last_on": "2026-10-01"}
_SENT = {"status": "sent", "sent_on": "2026-01-20"}

PUBLIC_COUNCILS = {
    "councils": public("{r}") + nowhere("{r} ?page=9"),
    "council": public("{r} {r}-noord") + nowhere("{r} {r}-los", "{r} niemand"),
    "moment": public("{r} {k}B1") + nowhere("{r} {k}B9"),
    "region-calendar": public("{r}"),
    "council-calendar": public("{r} {r}-noord") + nowhere("{r} niemand"),
}

WORKBENCH_COUNCILS = {
    "workbench-councils": reads(Act.READ_DRAFT),
    "workbench-calendar-rules": form(_KEEPS, "{r}", least="3"),
    "workbench-council": form(_SPEAKS, "{r} {r}-noord", "noord", name="Anders")
    + form(_SPEAKS, "{r} {r}-zuid", "zuid", name="Anders"),
    "workbench-board-day-add": form(_KEEPS, "{r}", on="2026-09-01"),
    "workbench-board-day": form(_KEEPS, "{r} 1", note="Anders"),
    "workbench-board-day-cancel": form(_KEEPS, "{r} 1"),
    "workbench-moment-add": form(_KEEPS, "{r}", title="Nieuw", question="deal", **_DAYS),
    "workbench-moment": form(_KEEPS, "{r} {k}B1", title="Anders"),
    "workbench-moment-cancel": form(_KEEPS, "{r} {k}B1", reason="Daarom"),
    "workbench-position": form(_SPEAKS, "{r} {k}B1 {r}-noord", "noord", decides_on="2026-05-05")
    + form(_SPEAKS, "{r} {k}B1 {r}-zuid", "zuid", **_SENT),
}

API_COUNCILS = {
    "api-councils": public("{r}"),
    "api-calendars": public("{r}"),
    "api-decision-moments": public("{r}", "{r} ?question=budget", "{r} ?about=budget:2027"),
}
