# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pays what in the example regions: allocations and scenarios, replayed act by act."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from samenspel.agenda.queries import region_part
from samenspel.cli.demo_deals import DealAct, Facts
from samenspel.core.funding.what_if import read_changes
from samenspel.core.sharing.request import read_plan
from samenspel.funding.services.allocations import (
    AllocationDraft,
    Decision,
    decide_allocation,
    freeze_allocation,
    save_allocation,
)
from samenspel.funding.services.scenarios import ScenarioDraft, keep_scenario, publish_scenario


def _allocation(act: DealAct, rights: Facts) -> None:
    facts = act.facts
    plan = dict(facts["plan"]) | _inhabitants(rights["region"], facts)
    draft = AllocationDraft(
        facts["title"],
        read_plan(json.dumps(plan)),
        facts.get("note", ""),
        facts.get("based_on", ""),
        json.dumps(facts["game"]) if "game" in facts else "",
    )
    save_allocation(key=facts["key"], draft=draft, **rights)


def _inhabitants(region: str, facts: Facts) -> dict[str, Any]:
    """Return the inhabitants of the parties on 1 January of the year that is asked."""
    year, record = facts["counted"], region_part(region)
    rows = {one.municipality: one for one in record.inhabitants if one.year == year}
    codes = {one.slug: one.municipality for one in record.parties}
    found = {slug: rows[codes[slug]] for slug in facts["plan"]["parties"]}
    sources = sorted({one.source for one in found.values()})
    return {
        "basis": {"inhabitants": {slug: one.people for slug, one in found.items()}},
        "sources": {
            "inhabitants": {"on": f"{date(year, 1, 1)}", "source": "; ".join(sources)},
        },
    }


def _freeze(act: DealAct, rights: Facts) -> None:
    freeze_allocation(key=act.facts["key"], **rights)


def _decide(act: DealAct, rights: Facts) -> None:
    facts = act.facts
    decision = Decision(facts["decided_by"], date.fromisoformat(facts["on"]))
    decide_allocation(key=facts["key"], decision=decision, **rights)


def _scenario(act: DealAct, rights: Facts) -> None:
    facts = act.facts
    draft = ScenarioDraft(
        facts["allocation"],
        facts["title"],
        read_changes(json.dumps(facts["changes"])),
        facts.get("way", ""),
        facts.get("note", ""),
    )
    keep_scenario(slug=facts["slug"], draft=draft, **rights)
    if facts.get("publish", True):
        publish_scenario(slug=facts["slug"], **rights)


ALLOCATION_ACTS: Mapping[str, Callable[[DealAct, Facts], None]] = {
    "allocation": _allocation,
    "freeze": _freeze,
    "decide": _decide,
    "scenario": _scenario,
}
