# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The money of the example regions, replayed act by act like their deals."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files

from samenspel.cli.demo_allocations import ALLOCATION_ACTS
from samenspel.cli.demo_cash import CASH_ACTS
from samenspel.cli.demo_deals import DealAct, Facts, Replay
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.text import revived
from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source
from samenspel.funding import services

_PARTS = ("geldplan", "verdeling", "kas")
"""Endings of the files beside an example that hold acts about money; a missing one is empty."""


def funding_acts(region: str) -> list[DealAct]:
    """Return what happens to the money of an example region, file by file."""
    folder = files("samenspel.data").joinpath("examples")
    found = [folder.joinpath(f"{region}-{part}.json") for part in _PARTS]
    return [
        DealAct(date.fromisoformat(one.pop("day")), one.pop("act"), one.pop("by", ""), one)
        for file in found
        if file.is_file()
        for one in json.loads(file.read_text("utf-8"))["acts"]
    ]


def perform(replay: Replay, act: DealAct) -> None:
    """Do one act about money or, when it is none, about deals."""
    if do := _ACTS.get(act.name):
        do(act, replay.rights(act))
    else:
        replay.perform(act)


def _source(act: DealAct, rights: Facts) -> None:
    services.save_source(source=revived(Source, act.facts["source"]), **rights)


def _line(act: DealAct, rights: Facts) -> None:
    services.save_line(line=revived(FundingLine, act.facts["line"]), **rights)


def _step(act: DealAct, rights: Facts) -> None:
    facts = dict(act.facts)
    to, on = Rung(facts.pop("to")), date.fromisoformat(facts.pop("on"))
    services.move_line(to=to, on=on, **facts, **rights)


_ACTS: Mapping[str, Callable[[DealAct, Facts], None]] = {
    "source": _source,
    "line": _line,
    "line-step": _step,
    **ALLOCATION_ACTS,
    **CASH_ACTS,
}
