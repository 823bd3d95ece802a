# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""An allocation is drafted, frozen, decided and followed; each act stands on the ledger once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from table import entries, seat, valley_id
from valley import NOON, SECRETARY, acting

from samenspel.core.errors import RuleError
from samenspel.core.funding.allocation import AllocationState
from samenspel.core.funding.what_if import Changes
from samenspel.core.rights import NOBODY
from samenspel.core.sharing.keys import INHABITANTS, Basis, per
from samenspel.core.sharing.layers import Layer
from samenspel.core.sharing.scenario import Scenario
from samenspel.funding import models
from samenspel.funding.queries.allocations import allocation, allocations, scenario, scenarios
from samenspel.funding.services import allocations as acts
from samenspel.funding.services import scenarios as scenario_acts
from samenspel.funding.services.allocations import AllocationDraft, Decision
from samenspel.funding.services.scenarios import ScenarioDraft

pytestmark = pytest.mark.django_db

PEOPLE = {"north": 1000, "south": 500}
PLAN = Scenario(
    tuple(PEOPLE),
    (2027, 2028),
    (Layer(per(INHABITANTS), rate_cents=2_50),),
    {INHABITANTS: Basis(PEOPLE, date(2026, 1, 1), "Count")},
)
DRAFT = AllocationDraft("Contributions", PLAN, "By head.")
DECISION = Decision("Board", date(2026, 2, 1), "https://example.org/1")
LIMIT = Changes(limits={"north": 1_00})
CONTROLLER, READER = acting("controller", "north"), acting("reader")


@pytest.fixture(autouse=True)
def _valley(db):
    seat()


def do(name, actor=SECRETARY, **what):
    module = scenario_acts if "scenario" in name else acts
    return getattr(module, name)(region="valley", actor=actor, at=NOON, **what)


def saved(key="V1", **changed):
    do("save_allocation", key=key, draft=replace(DRAFT, **changed))
    return allocation(valley_id(), key, SECRETARY)


def frozen(key="V1"):
    saved(key)
    do("freeze_allocation", key=key)
    return allocation(valley_id(), key)


def kept(way="", actor=SECRETARY):
    draft = ScenarioDraft("V1", "North pays less", LIMIT, way, "What if.")
    do("keep_scenario", actor, slug="less", draft=draft)


def refused(code, name, *args, **what):
    """The act is refused with this code, and leaves neither row nor entry."""
    before = allocations(valley_id(), SECRETARY), scenarios(valley_id(), SECRETARY), entries()
    with pytest.raises(RuleError) as error:
        do(name, *args, **what)
    assert error.value.code == code
    after = allocations(valley_id(), SECRETARY), scenarios(valley_id(), SECRETARY), entries()
    assert after == before


def last():
    entry = entries()[-1]
    return entry["kind"], entry["object"]


def test_a_draft_is_for_those_with_a_role():
    one = saved()
    assert (one.state, one.digest) == (AllocationState.DRAFT, "")
    assert one.reckoned().found.by_party() == {"north": 5_000_00, "south": 2_500_00}
    assert allocation(valley_id(), "V1", READER) == one
    assert allocations(valley_id(), NOBODY) == []
    assert last() == ("allocation-added", "allocation:V1")


def test_a_frozen_allocation_is_for_all_and_stands_still():
    one = frozen()
    assert one.state is AllocationState.FROZEN
    assert entries()[-1]["details"]["digest"] == one.digest
    refused("allocation-frozen", "save_allocation", key="V1", draft=DRAFT)
    refused("allocation-frozen", "freeze_allocation", key="V1")
    refused("allocation-frozen", "remove_allocation", key="V1")


def test_a_decision_names_who_and_when():
    frozen()
    do("decide_allocation", key="V1", decision=DECISION)
    one = allocation(valley_id(), "V1")
    assert (one.state, one.decided_by) == (AllocationState.DECIDED, "Board")
    assert last() == ("allocation-decided", "allocation:V1")
    refused("allocation-decided", "decide_allocation", key="V1", decision=DECISION)


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("text-missing", {"by": " "}),
        ("text-unfit", {"by": "x" * 301}),
        ("link-unfit", {"link": "javascript:alert(1)"}),
        ("date-in-future", {"on": NOON.date() + timedelta(2)}),
    ],
)
def test_a_decision_that_cannot_be_is_refused(code, changed):
    frozen()
    refused(code, "decide_allocation", key="V1", decision=replace(DECISION, **changed))


def test_a_draft_is_not_decided():
    saved()
    refused("allocation-not-frozen", "decide_allocation", key="V1", decision=DECISION)


def test_a_new_decision_names_the_one_before():
    frozen()
    assert saved("V2", based_on="V1").based_on == "V1"
    draft = replace(DRAFT, based_on="V2")
    refused("allocation-before", "save_allocation", key="V3", draft=draft)
    draft = replace(DRAFT, based_on="V9")
    refused("unknown-allocation", "save_allocation", key="V3", draft=draft)


def test_what_was_changed_after_freezing_is_found():
    one = frozen()
    changed = one.content.replace('"1000"', '"1001"')
    models.Allocation.objects.update(content=changed)
    with pytest.raises(RuleError, match="allocation-damaged"):
        allocation(valley_id(), "V1").reckoned()
    refused("allocation-damaged", "decide_allocation", key="V1", decision=DECISION)


def test_who_saw_an_older_draft_does_not_overwrite():
    seen = saved().seen
    saved(title="Otherwise")
    refused("changed-meanwhile", "save_allocation", key="V1", draft=DRAFT, seen=seen)
    refused("changed-meanwhile", "freeze_allocation", key="V1", seen=seen)
    refused("changed-meanwhile", "remove_allocation", key="V1", seen=seen)


def test_a_removed_draft_does_not_come_back_by_who_saw_it():
    seen = saved().seen
    do("remove_allocation", key="V1", seen=seen)
    refused("changed-meanwhile", "save_allocation", key="V1", draft=DRAFT, seen=seen)


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("text-missing", {"title": ""}),
        ("text-unfit", {"note": "\u202e"}),
        ("unknown-party", {"plan": replace(PLAN, parties=("north", "nobody"))}),
        ("share-basis-missing", {"plan": replace(PLAN, parties=("north", "school"))}),
        ("share-file-not-json", {"game": "no"}),
        ("allocation-game-form", {"game": '{"parties": ["north"], "key": "equal", "amount": 1}'}),
        ("game-incomplete", {"game": '{"parties": ["north", "south"], "cost": {"north": 1}}'}),
        ("unknown-party", {"game": '{"parties": ["nobody"], "cost": {"nobody": 1}}'}),
    ],
)
def test_a_draft_that_cannot_be_is_refused(code, changed):
    refused(code, "save_allocation", key="V1", draft=replace(DRAFT, **changed))


def test_an_incomplete_game_is_refused_by_the_name_of_the_group():
    game = '{"parties": ["north", "south"], "cost": {"north": 1, "south": 1}}'
    with pytest.raises(RuleError) as error:
        saved(game=game)
    assert error.value.params["group"] == ["north", "south"]


def test_codes_are_short():
    refused("code-unfit", "save_allocation", key="not a code", draft=DRAFT)


@pytest.mark.parametrize("actor", [NOBODY, READER, CONTROLLER])
def test_only_the_secretary_writes_and_decides(actor):
    frozen()
    saved("V2")
    refused("not-allowed", "save_allocation", actor, key="V3", draft=DRAFT)
    refused("not-allowed", "freeze_allocation", actor, key="V2")
    refused("not-allowed", "remove_allocation", actor, key="V2")
    refused("not-allowed", "decide_allocation", actor, key="V1", decision=DECISION)


def test_a_draft_goes_with_its_scenarios():
    saved()
    kept()
    do("remove_allocation", key="V1")
    assert (allocations(valley_id(), SECRETARY), scenarios(valley_id(), SECRETARY)) == ([], [])
    assert last() == ("allocation-removed", "allocation:V1")


def test_a_scenario_is_kept_for_those_with_a_role_and_published_for_all():
    frozen()
    kept(way="spread", actor=CONTROLLER)
    one = scenario(valley_id(), "less", READER)
    assert (one.changed, one.way, one.is_public) == (LIMIT, "spread", False)
    found = one.outcome(allocation(valley_id(), "V1"))
    assert found.final.by_party() == {"north": 2_000_00, "south": 5_500_00}
    assert scenario(valley_id(), "less") is None
    do("publish_scenario", slug="less")
    assert scenario(valley_id(), "less").is_public
    assert last() == ("scenario-published", "scenario:less")
    refused("scenario-published", "publish_scenario", slug="less")
    refused("scenario-published", "remove_scenario", slug="less")


def test_a_scenario_on_a_draft_is_not_published():
    saved()
    kept()
    refused("allocation-not-frozen", "publish_scenario", slug="less")


def test_a_scenario_that_was_not_published_goes():
    frozen()
    kept()
    refused("not-allowed", "remove_scenario", READER, slug="less")
    do("remove_scenario", slug="less")
    assert scenarios(valley_id(), SECRETARY) == []


@pytest.mark.parametrize(
    ("code", "slug", "changed"),
    [
        ("code-unfit", "Not An Address", {}),
        ("code-unfit", "vergelijken", {}),
        ("key-taken", "less", {}),
        ("unknown-allocation", "more", {"allocation": "V9"}),
        ("text-missing", "more", {"title": ""}),
        ("what-if-way", "more", {"way": "magic"}),
        ("what-if-nobody", "more", {"changes": Changes(left_out=frozenset(PEOPLE))}),
    ],
)
def test_a_scenario_that_cannot_be_is_refused(code, slug, changed):
    frozen()
    kept()
    draft = replace(ScenarioDraft("V1", "Title", LIMIT), **changed)
    refused(code, "keep_scenario", slug=slug, draft=draft)


def test_an_unknown_scenario_is_refused():
    refused("unknown-scenario", "publish_scenario", slug="none")
    refused("unknown-scenario", "remove_scenario", slug="none")
    refused("not-allowed", "keep_scenario", READER, slug="x", draft=ScenarioDraft("V1", "T", LIMIT))
