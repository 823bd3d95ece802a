# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Who pays what in the regions of ``world``: noord and zuid share by inhabitants.

V1 is frozen, V3 frozen and decided, V2 a draft that bears the mark of its region; so does the
scenario *bewaard*, that was not published. *open* is for all.
"""

from datetime import UTC, date, datetime

from samenspel.core.funding.what_if import Changes
from samenspel.core.rights import INSTALLATION
from samenspel.core.sharing.keys import INHABITANTS, Basis, per
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.scenario import Scenario
from samenspel.funding.services.allocations import (
    AllocationDraft,
    Decision,
    decide_allocation,
    freeze_allocation,
    save_allocation,
)
from samenspel.funding.services.scenarios import ScenarioDraft, keep_scenario, publish_scenario

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def as_it_is(_field, text):
    """Return a text as it is."""
    return text


def fill(slug, *, whole=True, say=as_it_is):
    """
    Put allocations and scenarios in a region; without *whole* only what is a draft.

    *say* makes of the name of a field and its text what is written in it.
    """
    where = {"region": slug, "actor": INSTALLATION, "at": AT}
    save_allocation(**where, key="V2", draft=_draft(slug, f"Concept Onthuldraak-{slug}", say))
    if not whole:
        return
    for key in ("V1", "V3"):
        save_allocation(**where, key=key, draft=_draft(slug, f"Bijdrage {key}", say))
        freeze_allocation(**where, key=key)
    decided = Decision(say("title", "Bestuur"), date(2026, 2, 1))
    decide_allocation(**where, key="V3", decision=decided)
    limited = Changes(limits={f"{slug}-noord": 100})
    for name in (f"Bewaard Onthuldraak-{slug}", "Open"):
        kept = ScenarioDraft("V1", say("title", name), limited, note=say("about", name))
        address = f"{slug}-{name.split()[0].lower()}"
        keep_scenario(**where, slug=address, draft=kept)
    publish_scenario(**where, slug=f"{slug}-open")


def _draft(slug, title, say):
    return AllocationDraft(say("title", title), plan(slug, say), say("about", title))


def plan(slug, say=as_it_is):
    """Return what the two pay: 2.50 per inhabitant in two years."""
    people = {f"{slug}-noord": 1000, f"{slug}-zuid": 500}
    basis = Basis(people, date(2025, 1, 1), say("source", "Telling"))
    layer = Layer(per(INHABITANTS), rate_cents=2_50, name=say("title", "Fonds"))
    return Scenario(tuple(people), (2026, 2027), (layer,), {INHABITANTS: basis})
