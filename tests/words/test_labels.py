# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything the code can say has words: states, roles, acts, kinds, fields, orphans, refusals."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

import samenspel
from samenspel.core.acts import LEDGER_KINDS
from samenspel.core.agenda.orphans import CHECKS, Orphan
from samenspel.core.agenda.states import NEXT_STATES, State
from samenspel.core.check_references import REFERENCES
from samenspel.core.errors import RuleError
from samenspel.core.record_schema import KINDS as RECORD_KINDS
from samenspel.core.record_schema import fields_of
from samenspel.core.rights import Act, Role
from samenspel.words import labels
from samenspel.words.acts import act_label
from samenspel.words.errors import ERRORS, explain
from samenspel.words.orphans import WORDS, advice, says


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def test_every_state_role_and_act_has_words():
    assert set(labels.STATES) == set(State) == set(NEXT_STATES)
    assert set(labels.ROLES) == set(Role)
    assert set(labels.ACTS) == set(Act)


def test_every_kind_and_classification_has_a_name():
    named = {target for fields in REFERENCES.values() for target in fields.values()}

    assert set(RECORD_KINDS) | named <= set(labels.KINDS)


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_field_has_a_name(kind):
    for field in fields_of(kind):
        assert {field.name, f"{kind}.{field.name}"} & set(labels.FIELDS), field.name


def test_labels_begin_with_a_capital():
    assert labels.kind_label("line") == "Programme line"
    assert labels.field_label("party", "kind") == "Kind of party"
    assert labels.field_label("party", "colour") == "colour"


def test_every_check_has_a_heading_a_sentence_and_advice():
    assert set(CHECKS) == set(WORDS) == set(labels.ORPHANS)


def test_orphan_is_said_by_key_and_title_and_a_party_by_name():
    goal = Orphan("goal-without-owner", "goal", "G1", "Meer techniek")
    party = Orphan("party-unbalanced", "party", "roc", "roc")

    assert says(goal, {}) == "Nobody owns goal G1 “Meer techniek”."
    assert says(party, {"roc": "ROC De Linde"}).startswith("ROC De Linde gets something")
    assert advice("goal-without-owner") == "Agree which party answers for it."


def test_every_kind_of_entry_has_a_label():
    assert all(act_label(kind) for kind in LEDGER_KINDS)
    assert act_label("measure-changed") == "Measure changed"
    assert act_label("role-given") == "Role given"


def test_every_act_of_the_services_is_a_kind_of_entry():
    files = Path(samenspel.__file__).parent.glob("*/services*/**/*.py")
    files = [*files, *Path(samenspel.__file__).parent.glob("*/services.py")]
    said = re.compile(r'"([a-z-]+-(?:started|moved|adopted|added|erased|given))"')
    found = {kind for path in files for kind in said.findall(path.read_text("utf-8"))}

    assert found
    assert found <= LEDGER_KINDS


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            RuleError("state-not-allowed", now=State.DRAFT, wanted=State.ADOPTED),
            (
                "A version that is draft cannot become adopted. "
                "The page of the version shows which steps are open."
            ),
        ),
        (
            RuleError("not-allowed", act=Act.EDIT_MEASURE),
            (
                "You have no right to change a measure here. "
                "Ask the programme secretary of the region."
            ),
        ),
        (
            RuleError("role-needs-party", role=Role.CLERK),
            "The role of council clerk belongs to a party. Choose the party.",
        ),
        (
            RuleError("period-backward", since=date(2027, 1, 1), until=date(2026, 1, 1)),
            (
                "The period ends on 1 January 2026, before it begins on 1 January 2027. "
                "Choose a later end."
            ),
        ),
        (
            RuleError("unknown-region", asked="AM5", nearest=("AM05 Twente", "AM04 X")),
            "There is no region “AM5” here. Did you mean AM05 Twente, AM04 X?",
        ),
        (
            RuleError("unknown-region", region="twnte", known="lindewaard, twente"),
            "There is no region “twnte” here. Known here: lindewaard, twente.",
        ),
        (RuleError("unknown-region", region="x", known=""), "There is no region “x” here."),
        (
            RuleError("unknown-party", party="a\x1b[31mb"),
            "There is no party “a\ufffd[31mb” in this region.",
        ),
    ],
)
def test_refusal_is_said_in_plain_words(error, sentence):
    assert explain(error) == sentence


def test_missing_param_leaves_a_gap_and_no_crash():
    assert all(explain(RuleError(code)) for code in ERRORS)
