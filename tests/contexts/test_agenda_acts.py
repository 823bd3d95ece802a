# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with an agenda, by whom, and what the ledger remembers of it."""

from dataclasses import replace

import pytest
from valley import AGENDA, NOON, REGION, SECRETARY, acting

from samenspel.agenda import queries
from samenspel.agenda.services import (
    import_region,
    move_version,
    preview_region,
    remove_fact,
    remove_item,
    save_fact,
    save_heading,
    save_item,
    save_region_heading,
    start_version,
)
from samenspel.core.agenda.record import Cost, Goal, Interest, Measure
from samenspel.core.agenda.states import State
from samenspel.core.errors import RuleError
from samenspel.core.problems import RecordError
from samenspel.core.record_json import agenda_digest
from samenspel.core.region_record import Party
from samenspel.core.rights import INSTALLATION, NOBODY
from samenspel.ledger.queries import links, verify_book

pytestmark = pytest.mark.django_db


def acts():
    return [(link.payload["kind"], link.payload["object"]) for link in links("valley")]


def draft():
    return queries.region_record("valley", actor=SECRETARY).agenda


def save(item, actor=SECRETARY, instead_of="", number=1):
    save_item(
        region="valley", number=number, item=item, actor=actor, at=NOON, instead_of=instead_of
    )


def adopt(number=1):
    for state in (State.CONSULTATION, State.RELEASED, State.ADOPTED):
        move_version(region="valley", number=number, to=state, actor=SECRETARY, at=NOON)


def refused(code, act, *args, **kwargs):
    """The act is refused with this code, and leaves neither row nor entry."""
    before = queries.region_record("valley", actor=SECRETARY), acts()
    with pytest.raises(RuleError) as error:
        act(*args, **kwargs)
    assert error.value.code == code
    assert before == (queries.region_record("valley", actor=SECRETARY), acts())


def test_a_region_is_read_back_as_it_was_imported(valley):
    assert queries.region_record("valley", actor=SECRETARY) == REGION


def test_importing_the_same_again_changes_nothing(valley):
    before = acts()

    assert import_region(record=REGION, actor=INSTALLATION, at=NOON).changes_nothing
    assert acts() == before


def test_a_preview_writes_nothing(valley):
    new = replace(REGION, title="Dale", agenda=replace(AGENDA, title="Other"))

    assert not preview_region(record=new, actor=SECRETARY).changes_nothing
    assert queries.region_record("valley", actor=SECRETARY) == REGION


def test_an_import_without_an_agenda_leaves_the_agenda(valley):
    import_region(record=replace(REGION, title="Dale", agenda=None), actor=SECRETARY, at=NOON)

    assert draft() == AGENDA


def test_only_the_installation_starts_a_region(db):
    with pytest.raises(RuleError, match="unknown-region"):
        import_region(record=REGION, actor=SECRETARY, at=NOON)


def test_an_import_that_does_not_hold_writes_nothing(valley):
    wrong = replace(REGION, agenda=replace(AGENDA, measures=(Measure("M1", "", lead="nobody"),)))

    with pytest.raises(RecordError) as error:
        import_region(record=wrong, actor=SECRETARY, at=NOON)
    assert len(error.value.problems) > 1
    assert draft() == AGENDA


def test_a_measure_is_changed_and_the_ledger_knows_which_fields(valley):
    save(replace(AGENDA.measures[0], title="Centre", phase="idea"), instead_of="M1")

    last = list(links("valley"))[-1].payload
    assert draft().measures[0].title == "Centre"
    assert (last["kind"], last["object"]) == ("measure-changed", "measure:M1")
    assert last["details"] == {"fields": ["phase", "title"], "version": 1}
    assert last["role"] == "secretary"


def test_what_a_draft_says_is_not_on_the_ledger(valley):
    save(replace(AGENDA.measures[0], about="A hush-hush plan"), instead_of="M1")

    assert "hush" not in str([link.payload for link in links("valley")])


def test_a_measure_may_get_another_key(valley):
    save(replace(AGENDA.measures[1], key="M9"), instead_of="M2")

    assert [measure.key for measure in draft().measures] == ["M1", "M9"]


def test_a_key_is_given_once(valley):
    refused("key-taken", save, Measure("M2", "Again"))
    refused("unknown-item", save, Measure("M7", "New"), instead_of="M6")


def test_what_others_refer_to_cannot_go(valley):
    with pytest.raises(RecordError):
        remove_item(
            region="valley", number=1, kind="measure", known_by="M1", actor=SECRETARY, at=NOON
        )


def test_a_thing_is_removed(valley):
    remove_item(region="valley", number=1, kind="measure", known_by="M2", actor=SECRETARY, at=NOON)

    assert [measure.key for measure in draft().measures] == ["M1"]
    assert acts()[-1] == ("measure-removed", "measure:M2")


def test_a_party_changes_its_own_measure_only(valley):
    officer = acting("officer", "school")

    save(replace(AGENDA.measures[1], title="Our fund"), officer, instead_of="M2")
    refused("not-allowed", save, Measure("M3", "Not ours", lead="north"), officer)
    refused("not-allowed", save, replace(AGENDA.measures[1], partners=()), officer, "M2")


@pytest.mark.parametrize(
    "changed",
    [
        {"key": "M9"},
        {"lead": "school"},
        {"partners": ("school", "north")},
        {"costs": (Cost(2026, 1),)},
        {"costs": ()},
    ],
)
def test_a_partner_does_not_change_what_is_for_the_lead(valley, changed):
    """A partner is in a measure by consent of who leads it, and pays no other's bill."""
    fund, partner = AGENDA.measures[1], acting("officer", "school")

    refused("not-allowed", save, replace(fund, **changed), partner, "M2")
    assert draft().measures[1] == fund


def test_only_the_lead_removes_a_measure(valley):
    where = {"region": "valley", "number": 1, "kind": "measure", "known_by": "M2", "at": NOON}

    refused("not-allowed", lambda: remove_item(**where, actor=acting("officer", "school")))
    remove_item(**where, actor=acting("officer", "north"))


def test_only_the_lead_adds_a_measure(valley):
    new = Measure("M3", "New", lead="north", partners=("school",))

    refused("not-allowed", save, new, acting("officer", "school"))
    save(new, acting("officer", "north"))


@pytest.mark.parametrize("role", ["clerk", "councillor", "analyst", "reader"])
def test_who_reads_does_not_write(valley, role):
    refused("not-allowed", save, Goal("D2", "Mine"), acting(role, "north"))
    refused("not-allowed", save, Goal("D2", "Mine"), NOBODY)


def test_an_interest_is_its_partys_own(valley):
    save(Interest("school", "O1", gets="pupils"), acting("representative", "school"))

    assert draft().interests[-1].gets == "pupils"
    refused("not-allowed", save, Interest("north", gets="x"), acting("representative", "school"))


def test_the_heading_is_changed_apart_from_the_content(valley):
    save_heading(
        region="valley",
        number=1,
        heading=replace(AGENDA, title="New title", measures=()),
        actor=SECRETARY,
        at=NOON,
    )

    assert draft() == replace(AGENDA, title="New title")


def test_a_version_that_left_draft_is_frozen_with_its_digest(valley):
    adopt()

    (version,) = queries.versions("valley")
    assert version.digest == agenda_digest(AGENDA)
    assert version.adopted_at == NOON
    assert acts()[-1] == ("version-adopted", "version:1")
    refused("version-frozen", save, Goal("D2", "Late"))


def test_a_version_moves_only_along_the_table(valley):
    refused(
        "state-not-allowed",
        move_version,
        region="valley",
        number=1,
        to=State.EXECUTION,
        actor=SECRETARY,
        at=NOON,
    )


def test_a_new_version_starts_from_the_last(valley):
    adopt()

    assert start_version(region="valley", actor=SECRETARY, at=NOON) == 2
    assert queries.region_record("valley", actor=SECRETARY, number=2).agenda == AGENDA
    refused("draft-open", start_version, region="valley", actor=SECRETARY, at=NOON)


def test_an_import_after_adoption_opens_a_new_draft(valley):
    adopt()
    import_region(
        record=replace(REGION, agenda=replace(AGENDA, title="Next")), actor=SECRETARY, at=NOON
    )

    assert [(v.number, v.state) for v in queries.versions("valley", SECRETARY)] == [
        (2, State.DRAFT),
        (1, State.ADOPTED),
    ]


def test_a_draft_is_seen_by_its_own_region_only(valley):
    assert queries.current_version("valley") is None
    assert queries.current_version("valley", acting("reader")).number == 1
    with pytest.raises(RuleError, match="unknown-version"):
        queries.region_record("valley", number=1)


def test_the_version_in_force_stands_above_a_later_draft(valley):
    adopt()
    start_version(region="valley", actor=SECRETARY, at=NOON)

    assert queries.current_version("valley", SECRETARY).number == 1
    assert queries.draft("valley", SECRETARY).number == 2


def test_a_party_says_what_it_is_about_but_not_what_it_is(valley):
    own = acting("representative", "school")
    school = REGION.parties[1]
    change = {"region": "valley", "kind": "party", "actor": own, "at": NOON}

    save_fact(item=replace(school, about="We teach"), instead_of="school", **change)
    refused("not-allowed", save_fact, item=replace(school, name="X"), instead_of="school", **change)
    refused("not-allowed", save_fact, item=Party("new", "New", "school"), **change)
    assert acts()[-1] == ("party-changed", "party:school")


def test_a_party_that_the_agenda_names_cannot_go(valley):
    with pytest.raises(RecordError):
        remove_fact(region="valley", kind="party", known_by="school", actor=SECRETARY, at=NOON)


def test_a_party_in_an_older_version_cannot_go(valley):
    adopt()
    without = replace(
        AGENDA,
        lines=(),
        goals=(),
        measures=(Measure("M2", "Fund", lead="north"),),
    )
    import_region(record=replace(REGION, agenda=without), actor=SECRETARY, at=NOON)
    gone = replace(REGION, parties=REGION.parties[:1], agenda=without)

    refused("still-in-use", import_region, record=gone, actor=SECRETARY, at=NOON)


def test_the_region_speaks_of_itself(valley):
    save_region_heading(
        region="valley", title="Dale", summary="Green", source="", actor=SECRETARY, at=NOON
    )

    entry = list(links("valley"))[-1].payload
    assert entry["kind"] == "region-changed"
    assert entry["details"]["fields"]["title"] == ["Valley", "Dale"]


def test_every_act_is_on_an_unbroken_ledger(valley):
    save(Goal("D2", "Another"))
    adopt()

    assert verify_book("valley") is None
    assert acts()[0] == ("region-started", "region")


def test_a_dropped_draft_is_never_public_and_nobody_builds_on_it(valley):
    adopt()
    start_version(region="valley", actor=SECRETARY, at=NOON)
    save(Goal("D9", "A wild idea"), number=2)
    move_version(region="valley", number=2, to=State.DROPPED, actor=SECRETARY, at=NOON)
    start_version(region="valley", actor=SECRETARY, at=NOON)

    assert [version.number for version in queries.versions("valley")] == [1]
    assert queries.region_record("valley", actor=SECRETARY, number=3).agenda == AGENDA


def test_what_was_shown_does_not_become_a_draft_again(valley):
    move_version(region="valley", number=1, to=State.CONSULTATION, actor=SECRETARY, at=NOON)
    refused(
        "state-not-allowed",
        move_version,
        region="valley",
        number=1,
        to=State.DRAFT,
        actor=SECRETARY,
        at=NOON,
    )


def test_a_new_draft_builds_on_what_is_being_discussed(valley):
    adopt()
    start_version(region="valley", actor=SECRETARY, at=NOON)
    save(Goal("D9", "An idea"), number=2)
    move_version(region="valley", number=2, to=State.CONSULTATION, actor=SECRETARY, at=NOON)
    start_version(region="valley", actor=SECRETARY, at=NOON)

    goals = queries.region_record("valley", actor=SECRETARY, number=3).agenda.goals
    assert [goal.key for goal in goals] == ["D1", "D9"]
