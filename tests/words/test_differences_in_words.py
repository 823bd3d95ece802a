# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Differences read as a councillor would tell them, in both languages."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from samenspel.core.agenda.differences import differences
from samenspel.core.agenda.record import (
    AgendaRecord,
    Challenge,
    Contribution,
    Cost,
    Goal,
    Interest,
    Line,
    Measure,
)
from samenspel.core.region_record import Party, Term
from samenspel.words.differences import sentences
from samenspel.words.names import labels_of, party_names, titles_of

MEASURE = Measure(
    "M7", "Leerwerkbedrijf techniek", lead="roc", line="L1", costs=(Cost(2027, 180_000_00),)
)
AGENDA = AgendaRecord(
    "Agenda Lindewaard",
    2026,
    2029,
    challenges=(Challenge("C1", "Te weinig technici"),),
    lines=(Line("L1", "Techniek"), Line("L2", "Zorg")),
    goals=(Goal("G1", "Meer leerlingen", target=Decimal(1200), target_year=2029),),
    measures=(MEASURE,),
    interests=(Interest("roc", "C1", gets="leerlingen"),),
)
NAMES = {"roc": "ROC De Linde", "lindewaard": "gemeente Lindewaard"}
SUBJECT = "easure M7 “Leerwerkbedrijf techniek”"


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def told(new: AgendaRecord) -> list[str]:
    return sentences(differences(AGENDA, new), NAMES, titles_of(AGENDA, new))


def told_of_measure(**values: object) -> list[str]:
    return told(replace(AGENDA, measures=(replace(MEASURE, **values),)))


def told_of_goal(**values: object) -> list[str]:
    return told(replace(AGENDA, goals=(replace(AGENDA.goals[0], **values),)))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"costs": (Cost(2027, 250_000_00),)},
            f"M{SUBJECT} now costs €250,000 in 2027; that was €180,000.",
        ),
        (
            {"costs": (Cost(2027, 180_000_00), Cost(2028, 50))},
            f"M{SUBJECT} now has an amount for 2028: €0.50.",
        ),
        ({"costs": ()}, f"M{SUBJECT} no longer has an amount for 2027; it was €180,000."),
        (
            {"costs": (Cost(2027, 180_000_00), Cost(None, 100))},
            f"M{SUBJECT} now has an amount for the whole period: €1.",
        ),
        (
            {"lead": "lindewaard"},
            f"The lead of m{SUBJECT} moves from ROC De Linde to gemeente Lindewaard.",
        ),
        ({"lead": ""}, f"The lead of m{SUBJECT} is no longer ROC De Linde; there is none now."),
        (
            {"line": "L2"},
            f"The programme line of m{SUBJECT} moves from L1 “Techniek” to L2 “Zorg”.",
        ),
        (
            {"starts_on": date(2026, 9, 1)},
            f"The start date of m{SUBJECT} is now 1 September 2026; it was not given before.",
        ),
        (
            {"partners": ("lindewaard", "new-party")},
            f"Added to the partners of m{SUBJECT}: gemeente Lindewaard, new-party.",
        ),
        (
            {"title": "Leerbedrijf"},
            "Measure M7 “Leerbedrijf” was called “Leerwerkbedrijf techniek” before.",
        ),
        ({"about": "x" * 200}, f"The description of m{SUBJECT} was written; there was none."),
        (
            {"about": "Nieuw"},
            f"The description of m{SUBJECT} is now “Nieuw”; it was not given before.",
        ),
    ],
)
def test_change_of_a_measure(values, sentence):
    assert told_of_measure(**values) == [sentence]


def test_change_of_a_goal_is_told_in_numbers_and_years():
    goal = "goal G1 “Meer leerlingen”"

    assert told_of_goal(target=Decimal("1500.5"), target_year=2030) == [
        f"The target of {goal} goes from 1,200 to 1,500.5.",
        f"The year of the target of {goal} goes from 2029 to 2030.",
    ]
    assert told_of_goal(target=None) == [f"The target of {goal} is no longer given; it was 1,200."]


def test_contribution_names_its_goal():
    assert told_of_measure(contributions=(Contribution("G1", Decimal(40)),)) == [
        f"Added to the goals of m{SUBJECT}: G1 “Meer leerlingen”.",
        f"M{SUBJECT} is now expected to add 40 to goal G1 “Meer leerlingen”.",
    ]


def test_things_that_come_go_and_get_another_code():
    new = replace(
        AGENDA,
        lines=(Line("L2", "Zorg"), Line("L3", "Wonen")),
        measures=(replace(MEASURE, key="M8", line="L2"),),
    )

    assert told(new) == [
        "New: programme line L3 “Wonen”.",
        "Dropped: programme line L1 “Techniek”.",
        "Measure M8 “Leerwerkbedrijf techniek” had the code M7 before.",
        (
            "The programme line of measure M8 “Leerwerkbedrijf techniek” moves "
            "from L1 “Techniek” to L2 “Zorg”."
        ),
    ]


def test_interest_is_told_by_party_and_challenge():
    interests = (Interest("roc", "C1", gets="geld", brings="docenten"), Interest("lindewaard"))

    assert told(replace(AGENDA, interests=interests)) == [
        "ROC De Linde in challenge C1 “Te weinig technici” now gets “geld”; that was “leerlingen”.",
        "ROC De Linde in challenge C1 “Te weinig technici” now brings “docenten”.",
        "New: gemeente Lindewaard in the agenda as a whole.",
    ]


def test_long_text_is_not_repeated():
    old = replace(AGENDA, challenges=(replace(AGENDA.challenges[0], why="a\nb"),))
    new = replace(AGENDA, challenges=(replace(AGENDA.challenges[0], why="a\nc"),))

    assert sentences(differences(old, new), NAMES) == [
        "The reason of challenge C1 “Te weinig technici” was rewritten."
    ]
    assert sentences(differences(old, AGENDA), NAMES) == [
        "The reason of challenge C1 “Te weinig technici” was taken out."
    ]


def test_agenda_itself():
    assert told(replace(AGENDA, title="Agenda 2", ends_year=2030)) == [
        "The agenda was called “Agenda Lindewaard” before.",
        "The last year of the agenda goes from 2029 to 2030.",
    ]


def test_amounts_follow_the_language():
    with override("nl"):
        [sentence] = told_of_measure(costs=(Cost(2027, 250_000_00),))

    assert "€\u00a0250.000" in sentence
    assert "€\u00a0180.000" in sentence


def test_terms_are_said_by_their_label():
    terms = [Term("phase", "idea", "Idee", "Idea"), Term("phase", "plan", "Plan", "Plan")]
    old = replace(AGENDA, measures=(replace(MEASURE, phase="idea"),))
    new = replace(AGENDA, measures=(replace(MEASURE, phase="plan"),))

    [sentence] = sentences(differences(old, new), NAMES, labels_of(terms))
    assert sentence == f"The phase of m{SUBJECT} moves from Idea to Plan."
    with override("nl"):
        assert labels_of(terms)["phase", "idea"] == "Idee"


def test_without_titles_keys_stand_alone():
    [sentence] = sentences(
        differences(AGENDA, replace(AGENDA, measures=(replace(MEASURE, line="L2"),))), {}
    )
    assert sentence == f"The programme line of m{SUBJECT} moves from L1 to L2."


def test_text_of_others_is_never_a_template():
    [sentence] = told_of_measure(title="100% %(evil)s")

    assert sentence.startswith("Measure M7 “100% %(evil)s” was called")


def test_party_names_are_taken_by_slug():
    assert party_names([Party("roc", "ROC De Linde", "college")]) == {"roc": "ROC De Linde"}
