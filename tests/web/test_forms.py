# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms: amounts as people type them, records in and out, hostile input, addresses."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from bench import AGENDA, REGION
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.agenda.record import Cost
from samenspel.core.changes import REGION_KINDS
from samenspel.core.limits import MAX_INTEGER
from samenspel.core.problems import Place, Problem
from samenspel.core.record_json import row_digest
from samenspel.regions.queries import Words
from samenspel.web.forms.amounts import (
    cents_to_euros,
    euros_to_cents,
    parse_quantity,
    shown_quantity,
)
from samenspel.web.forms.content import ChallengeForm, GoalForm, HeadingForm, InterestForm
from samenspel.web.forms.facts import PartyForm
from samenspel.web.forms.fields import Count, Day, Text
from samenspel.web.forms.kinds import CONTENT, FACTS, address_of, known_by_of
from samenspel.web.forms.measure import MeasureForm

LABELS = {
    "triangle-side": {"economy": "economie", "education": "onderwijs"},
    "party-kind": {"municipality": "gemeente", "school": "school"},
    "phase": {"idea": "idee"},
}
WORDS = Words(LABELS, {scheme: set(some) for scheme, some in LABELS.items()})
ON = date(2026, 3, 1)
FUND = AGENDA.measures[1]


def form_of(form, data=None, *, item=None, record=REGION, **more):
    return form(data, record=record, words=WORDS, on=ON, item=item, **more)


def data_of(form):
    """Return what a browser would send of a form as it was first shown."""
    data = {}
    for bound in form:
        value = form.fields[bound.name].prepare_value(bound.value())
        if not form.fields[bound.name].disabled and value not in (None, ""):
            data[bound.name] = value
    return data


def again(form, **changes):
    return form_of(type(form), data_of(form) | changes, item=form.item)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("12.500", 12_500_00),
        ("12,500", 12_500_00),
        ("12500,50", 12_500_50),
        ("12500.5", 12_500_50),
        ("€ 1.234.567,89", 1_234_567_89),
        ("1,234,567.89", 1_234_567_89),
        ("12.500,-", 12_500_00),
        (" 12 500 ", 12_500_00),
        ("0,01", 1),
    ],
)
def test_euros_are_read_to_the_cent(text, cents):
    assert euros_to_cents(text) == cents


@pytest.mark.parametrize(
    "text", ["", "veel", "-5", "1,2,3", "12.50.00", "1.2345", "1e5", "0,005", "٣", "12,", "€", "."]
)
def test_what_is_no_amount_is_no_amount(text):
    assert euros_to_cents(text) is None


@pytest.mark.parametrize("language", ["nl", "en"])
@given(st.integers(0, MAX_INTEGER))
def test_an_amount_is_read_back_as_it_is_shown(language, cents):
    with translation.override(language):
        assert euros_to_cents(cents_to_euros(cents)) == cents


@pytest.mark.parametrize("language", ["nl", "en"])
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12)))
def test_a_quantity_is_read_back_as_it_is_shown(language, number):
    with translation.override(language):
        assert parse_quantity(shown_quantity(number)) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("nl", "1.500", "1500"),
        ("nl", "1,500", "1.5"),
        ("nl", "1.5", "1.5"),
        ("en", "1.500", "1.5"),
        ("en", "1,500", "1500"),
        ("nl", "-0,25", "-0.25"),
    ],
)
def test_the_language_decides_which_mark_is_the_decimal_one(language, text, number):
    with translation.override(language):
        assert parse_quantity(text) == Decimal(number)


@pytest.mark.parametrize("kind", CONTENT.values(), ids=CONTENT)
def test_content_that_is_saved_unchanged_stays_the_same(kind):
    item = getattr(AGENDA, f"{kind.kind}s")[-1]
    form = again(form_of(kind.form, item=item))

    assert form.is_valid(), form.errors
    assert form.make() == item
    assert form.cleaned_data["seen"] == row_digest(item)


@pytest.mark.parametrize("kind", FACTS.values(), ids=FACTS)
def test_a_fact_that_is_saved_unchanged_stays_the_same(kind):
    item = getattr(REGION, REGION_KINDS[kind.kind][0])[-1]
    form = again(form_of(kind.form, item=item))

    assert form.is_valid(), form.errors
    assert form.make() == item


@pytest.mark.parametrize("kind", [*CONTENT.values(), *FACTS.values()], ids=[*CONTENT, *FACTS])
def test_a_form_has_every_field_of_its_record(kind):
    shown = set(form_of(kind.form).fields)
    apart = {"costs", "contributions"}
    assert {one.name for one in fields(kind.form.record_type)} - apart <= shown


def test_what_costs_nothing_differs_from_what_is_unknown():
    form = again(
        form_of(MeasureForm, item=FUND), **{"cost-2026-amount": "0", "cost-2027-amount": ""}
    )

    assert form.is_valid()
    assert form.make().costs == (Cost(None, 5_000_00), Cost(2026, 0, "begroting"))


def test_a_source_without_an_amount_is_asked_about():
    form = again(form_of(MeasureForm, item=FUND), **{"cost-2027-source": "raming"})
    assert "cost-2027-amount" in form.errors


def test_a_year_outside_the_period_keeps_its_row():
    item = replace(FUND, costs=(Cost(2019, 100),))
    assert form_of(MeasureForm, item=item).years == [2019, 2026, 2027, None]


def test_a_measure_does_not_offer_to_wait_for_itself():
    choices = dict(form_of(MeasureForm, item=FUND).fields["needs"].choices)
    assert "M1" in choices
    assert "M2" not in choices


def test_a_choice_that_has_ended_stays_until_it_is_taken_away():
    gone = replace(REGION.parties[1], until=date(2026, 1, 1))
    record = replace(REGION, parties=(REGION.parties[0], gone))
    item = AGENDA.measures[0]

    offered = dict(form_of(MeasureForm, record=record).fields["lead"].choices)
    kept = dict(form_of(MeasureForm, record=record, item=item).fields["lead"].choices)

    assert "school" not in offered
    assert kept["school"] == "De School"


def test_a_problem_in_a_row_comes_to_its_own_field():
    form = again(form_of(MeasureForm, item=FUND))
    assert form.is_valid()
    form.take(
        [
            Problem("cost", 2, "amount_cents", "negative-money", (("value", -1),), within=2),
            Problem("contribution", 1, "goal", "duplicate-goal", (("value", 1), ("first", 1)), 2),
            Problem("goal", 1, "title", "empty"),
        ],
        Place("measure", 2),
    )

    assert set(form.errors) == {"cost-2026-amount", "goal-0", "__all__"}


def test_the_code_of_a_thing_never_changes():
    form = again(form_of(GoalForm, item=AGENDA.goals[0]), key="D99")
    assert form.is_valid()
    assert form.make().key == "D1"


def test_line_ends_become_those_of_a_record():
    text = Text("about").clean("een\r\ntwee\rdrie ")
    assert text == "een\ntwee\ndrie"


@pytest.mark.parametrize("text", ["a\0b", "x" * 10**6, "\u202eabc", "a\x07"])
def test_hostile_text_is_refused_in_words(text):
    form = form_of(ChallengeForm, {"key": "O3", "title": "Titel", "why": text})
    assert set(form.errors) == {"why"}
    assert len(str(form.errors)) < 2000


@pytest.mark.parametrize("field", ["baseline", "target"])
@pytest.mark.parametrize("text", ["9" * 10**6, "1" + "0" * 50, "NaN", "Infinity", "1e9", "\0"])
def test_hostile_quantities_are_refused(field, text):
    form = form_of(GoalForm, {"key": "D2", "title": "Titel", field: text})
    assert set(form.errors) == {field}


@pytest.mark.parametrize("text", ["9" * 10**6, "1,5", "veel", "\0"])
def test_hostile_counts_are_refused(text):
    with translation.override("nl"), pytest.raises(forms.ValidationError):
        Count().clean(text)


@pytest.mark.parametrize("text", ["2026-02-30", "x" * 10**5, "0000-00-00", "\0"])
def test_hostile_days_are_refused(text):
    with pytest.raises(forms.ValidationError):
        Day().clean(text)


@pytest.mark.parametrize("year", ["1", "99999999999999999999", "9" * 5000, "-2026", "twee"])
def test_hostile_years_are_refused(year):
    form = form_of(HeadingForm, {"title": "A", "starts_year": year, "ends_year": "2030"})
    assert set(form.errors) == {"starts_year"}


def test_an_unknown_choice_is_refused():
    data = {"party": "nobody", "challenge": "O9", "gets": "iets"}
    assert set(form_of(InterestForm, data).errors) == {"party", "challenge"}


def test_who_acts_for_a_party_cannot_change_what_it_is():
    form = form_of(PartyForm, item=REGION.parties[1], own=True)
    new = form_of(
        PartyForm,
        data_of(form) | {"name": "Anders", "about": "Leert."},
        item=REGION.parties[1],
        own=True,
    )

    assert new.is_valid(), new.errors
    assert new.make() == replace(REGION.parties[1], about="Leert.")


@given(st.text(min_size=1), st.text(min_size=1))
def test_an_address_belongs_to_one_thing(one, other):
    assert known_by_of(address_of(one)) == one
    assert "/" not in address_of(one)
    assert (address_of(one) == address_of(other)) == (one == other)
