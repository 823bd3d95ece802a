# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The permission matrix of how an agenda goes: see ``matrix`` and ``progress_world``."""

from dataclasses import replace

from matrix import (
    PUBLIC,
    Account,
    Case,
    by_few,
    desk,
    form,
    nowhere,
    public,
    reads,
)

from samenspel.core.rights import Act

_KEEPS = Act.KEEP_PROGRESS
_SAYS = Act.REPORT_PROGRESS
_FIGURES = Act.RECORD_OBSERVATION
_DONE = Account(200, 200)
_NO_LONGER = replace(PUBLIC, name="no link", ok=410)

BY_LINK = {
    "progress-answer": (
        Case("{answer}", PUBLIC, _DONE, {"status": "on-track"}),
        Case("1-nergens", _NO_LONGER),
    ),
    "mail-switch": (
        Case("{post}", PUBLIC, _DONE, {"mail": "off"}),
        Case("1-nergens", _NO_LONGER),
    ),
}
"""What a link in a mail opens, whoever holds it."""

PUBLIC_PROGRESS = {
    "progress": public("{r}"),
    "progress-report": public("{r} {period}-public")
    + nowhere("{r} {period}-state", "{r} 1999-01-public"),
    "progress-report-version": public("{r} {period}-public 1") + nowhere("{r} {period}-public 2"),
    "progress-report-file": public("{r} {period}-public 1 json")
    + by_few(public("{r} {period}-public 1 pdf"))
    + nowhere("{r} {period}-public 1 exe"),
    "goal-chart": nowhere("{r} {k}D1 svg", "{r} {k}D9 svg"),
}

WORKBENCH_PROGRESS = {
    "workbench-progress": reads(Act.READ_DRAFT),
    "workbench-progress-answer": form(_SAYS, "{r} {k}M1 {period}", "noord", status="on-track")
    + form(_SAYS, "{r} {k}M2 {period}", "zuid", status="done"),
    "workbench-progress-revoke": form(_KEEPS, "{r} {ask}"),
    "workbench-progress-link": (Case("{r} {ask}", desk(_KEEPS), desk(_KEEPS)),),
    "workbench-progress-schedule": form(_KEEPS, "{r}", late_days="4"),
    "workbench-progress-report": form(_KEEPS, "{r}", audience="state", period="{period}"),
    "workbench-goal-figure": form(
        _FIGURES, "{r} {k}D1", "noord", on="2026-01-01", value="5", source="Telling"
    ),
    "workbench-goal-statistics": (
        Case("{r} {k}D1", desk(_FIGURES, "noord")),
        Case(  # there are no official figures of what is made up
            "{r} {k}D1",
            None,
            desk(_FIGURES, "noord", ok=409),
            {"indicator": "good-health"},
            writes=False,
        ),
    ),
}
