# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A prepared query answers what Django's own query answers, whatever the values."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenspel.agenda.models import Agenda, Version
from samenspel.prepared import Prepared, PreparedIn
from samenspel.regions.models import Region, Term

pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


def terms(slug):
    rows = Term.objects.filter(region__slug=slug).order_by("position")
    return rows.values_list("code", "valid_from", "region__fictional")


PREPARED = Prepared(terms)


@pytest.fixture
def region():
    made = Region.objects.create(slug="dal", title="Dal", kind="own", fictional=True)
    first = Term(region=made, position=0, scheme="phase", code="a", valid_from=date(2026, 2, 3))
    Term.objects.bulk_create([first, Term(region=made, position=1, scheme="phase", code="b")])
    return made


def test_values_come_back_converted_as_django_does(region):
    assert PREPARED("dal") == list(terms("dal"))
    assert PREPARED("dal")[0] == ("a", date(2026, 2, 3), True)


@pytest.mark.parametrize("many", [0, 1, 3, 512, 1100])
def test_a_list_of_keys_of_any_length_is_answered_once(region, many):
    rows = [
        Term(region=region, position=at + 2, scheme="phase", code=f"c{at}") for at in range(many)
    ]
    keys = [one.pk for one in Term.objects.bulk_create(rows)]
    ask = PreparedIn(lambda some: Term.objects.filter(pk__in=some).order_by("pk").values_list("pk"))
    assert ask(keys) == [(key,) for key in keys]


def test_json_and_moments_come_back_converted(region):
    agenda, at = Agenda.objects.create(region=region), datetime(2026, 1, 2, 3, 4, 5, 6, UTC)
    rest = {"title": "x", "starts_year": 2026, "ends_year": 2027, "summary": {"een": [1]}}
    Version.objects.create(agenda=agenda, number=7, state_since=at, **rest)
    asked = Prepared(
        lambda pk, number: Version.objects.filter(agenda=pk, number=number).values_list(
            "number", "state_since", "summary"
        )
    )
    assert asked(agenda.pk, 7) == [(7, at, {"een": [1]})]
    assert asked(agenda.pk, 8) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(WORDS | st.sampled_from(["dal", "value-2147483000", "%s", "' OR 1=1 --"]))
def test_any_text_is_only_a_value(region, slug):
    assert PREPARED(slug) == list(terms(slug))


def test_each_call_is_one_statement(region, django_assert_num_queries):
    PREPARED("dal")
    with django_assert_num_queries(1):
        PREPARED("dal")


def test_a_query_that_leaves_its_value_out_is_refused():
    asked = Prepared(lambda _slug: Region.objects.values_list("slug"))
    with pytest.raises(TypeError, match="each of its values"):
        asked("dal")


def test_a_query_that_changes_its_value_is_refused():
    asked = Prepared(lambda slug: Region.objects.filter(slug=slug.upper()).values_list("slug"))
    with pytest.raises(TypeError, match="each of its values"):
        asked(json.dumps("dal"))
