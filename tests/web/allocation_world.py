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


def fill(slug, *, whole=True):
    """Put allocations and scenarios in a region; without *whole* only what is a draft."""
    where = {"region": slug, "actor": INSTALLATION, "at": AT}
    draft = AllocationDraft(f"Concept Onthuldraak-{slug}", plan(slug))
    save_allocation(**where, key="V2", draft=draft)
    if not whole:
        return
    for key in ("V1", "V3"):
        save_allocation(**where, key=key, draft=AllocationDraft(f"Bijdrage {key}", plan(slug)))
        freeze_allocation(**where, key=key)
    decide_allocation(**where, key="V3", decision=Decision("Bestuur", date(2026, 2, 1)))
    limited = Changes(limits={f"{slug}-noord": 100})
    kept = ScenarioDraft("V1", f"Bewaard Onthuldraak-{slug}", limited)
    keep_scenario(**where, slug=f"{slug}-bewaard", draft=kept)
    keep_scenario(**where, slug=f"{slug}-open", draft=ScenarioDraft("V1", "Open", limited))
    publish_scenario(**where, slug=f"{slug}-open")


def plan(slug):
    """Return what the two pay: 2.50 per inhabitant in two years."""
    people = {f"{slug}-noord": 1000, f"{slug}-zuid": 500}
    basis = Basis(people, date(2025, 1, 1), "Telling")
    layer = Layer(per(INHABITANTS), rate_cents=2_50, name="Fonds")
    return Scenario(tuple(people), (2026, 2027), (layer,), {INHABITANTS: basis})
