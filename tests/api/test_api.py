# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the API tells, page by page, and to whom."""

from dataclasses import fields
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.db import connection

from samenspel.agenda.queries import agenda_record, visible_version
from samenspel.agenda.queries.api import FILTERS
from samenspel.agenda.services import import_region
from samenspel.api import content, regions
from samenspel.core.agenda import record as records
from samenspel.core.canonical import decode
from samenspel.core.region_record import Body, Party, RegionRecord, Term
from samenspel.core.rights import INSTALLATION
from samenspel.ledger.queries import head

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, tzinfo=UTC)
HERE = "/regions/lindewaard"
KINDS = ["challenge", "line", "goal", "measure", "interest"]


def results(response):
    assert response.status_code == 200, response.content
    return response.json()["results"]


def keys(response, name="key"):
    return [row[name] for row in results(response)]


def walk(api, path, size, who=""):
    """Return the rows of all pages, following ``next`` from the first to the last."""
    page = api(path, {"pageSize": size}, who).json()
    rows = page["results"]
    while page["next"]:
        page = api(page["next"].partition("/api/v1")[2], None, who).json()
        assert 0 < len(page["results"]) <= size
        rows += page["results"]
    return rows


def test_reading_starts_at_the_entry(api):
    entry = api("").json()
    assert entry["regions"] == "http://testserver/api/v1/regions"
    assert api("/").json() == entry


def test_the_regions_are_told_with_where_their_parts_can_be_read(api):
    rows = results(api("/regions"))
    assert [row["slug"] for row in rows] == ["twente", "lindewaard"]
    assert rows[1]["fictional"] is True
    for address in rows[1]["links"].values():
        assert api(address.partition("/api/v1")[2]).status_code == 200


def test_a_region_is_the_same_alone_as_in_the_list(api):
    assert api(HERE).json() == results(api("/regions"))[1]


@pytest.mark.parametrize("kind", KINDS)
def test_content_is_the_record_itself_whatever_the_size_of_a_page(api, kind):
    version = visible_version("lindewaard", 1)
    record = getattr(agenda_record(version.pk), f"{kind}s")
    rows = walk(api, f"{HERE}/{kind}s", 3)
    name = "party" if kind == "interest" else "key"
    assert [row[name] for row in rows] == [getattr(one, name) for one in record]


@pytest.mark.parametrize(
    ("shape", "record"),
    [(regions.Party, Party), (regions.Body, Body), (regions.Term, Term)]
    + [
        (getattr(content, kind), getattr(records, kind))
        for kind in ("Challenge", "Line", "Goal", "Measure", "Interest", "Cost", "Contribution")
    ],
    ids=lambda value: value.__name__,
)
def test_no_field_of_a_record_is_forgotten(shape, record):
    shown = {field.source for field in shape().fields.values() if field.source != "*"}
    assert {field.name for field in fields(record)} == shown - {None}


def test_a_measure_is_told_whole(api):
    row = api(f"{HERE}/measures/M1").json()
    assert row["startsOn"] == "2026-01-01"
    assert row["costs"][0] == {"year": 2026, "amountCents": 145_000_000, "source": ""}
    assert row["contributions"][1] == {"goal": "D2", "amount": "1.5", "note": ""}
    assert row in results(api(f"{HERE}/measures"))


def test_what_is_unknown_is_null_and_not_zero(api):
    goals = results(api("/regions/twente/goals"))
    assert {row["target"] for row in goals} == {None}


def test_a_thing_has_the_address_it_is_read_at(api):
    for part in ("parties", "bodies", "challenges", "lines", "goals", "versions", "ledger-entries"):
        row = results(api(f"{HERE}/{part}", {"pageSize": 1}))[0]
        assert api(row["url"].partition("/api/v1")[2]).json() == row


def test_an_address_in_another_version_names_that_version(api):
    row = results(api(f"{HERE}/goals", {"version": 1}))[0]
    assert row["url"].endswith("/goals/D1?version=1")
    assert api(row["url"].partition("/api/v1")[2]).json() == row


@pytest.mark.parametrize(
    ("part", "chosen", "expected"),
    [
        ("measures", {"lead": "roc-de-linde"}, lambda row: row["lead"] == "roc-de-linde"),
        ("measures", {"partner": "lindewaard"}, lambda row: "lindewaard" in row["partners"]),
        ("measures", {"challenge": "O1"}, lambda row: "O1" in row["challenges"]),
        ("measures", {"line": "L2"}, lambda row: row["line"] == "L2"),
        ("measures", {"phase": "idea"}, lambda row: row["phase"] == "idea"),
        (
            "measures",
            {"goal": "D1"},
            lambda row: "D1" in [one["goal"] for one in row["contributions"]],
        ),
        ("goals", {"challenge": "O2"}, lambda row: row["challenge"] == "O2"),
        ("goals", {"line": "L1"}, lambda row: row["line"] == "L1"),
        ("goals", {"owner": "roc-de-linde"}, lambda row: row["owner"] == "roc-de-linde"),
        ("lines", {"lead": "lindewaard"}, lambda row: row["lead"] == "lindewaard"),
        ("interests", {"party": "roc-de-linde"}, lambda row: row["party"] == "roc-de-linde"),
        ("interests", {"challenge": "O1"}, lambda row: row["challenge"] == "O1"),
        ("parties", {"kind": "municipality"}, lambda row: row["kind"] == "municipality"),
        ("terms", {"scheme": "phase"}, lambda row: row["scheme"] == "phase"),
        ("seats", {"party": "roc-de-linde"}, lambda row: row["party"] == "roc-de-linde"),
        (
            "seats",
            {"body": "bestuurlijk-overleg"},
            lambda row: row["body"] == "bestuurlijk-overleg",
        ),
        ("versions", {"state": "execution"}, lambda row: row["state"] == "execution"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict | str) else "",
)
def test_a_filter_keeps_exactly_what_fits(api, part, chosen, expected):
    everything = results(api(f"{HERE}/{part}", {"pageSize": 100}))
    found = results(api(f"{HERE}/{part}", {"pageSize": 100, **chosen}))
    assert found == [row for row in everything if expected(row)]


def test_filters_together_narrow_and_are_kept_in_the_next_page(api):
    page = api(f"{HERE}/measures", {"challenge": "O1", "pageSize": 1}).json()
    assert "challenge=O1" in page["next"]
    assert page["count"] < 25


def test_every_filter_of_the_queries_can_be_asked():
    for kind, filters in FILTERS.items():
        assert set(filters) <= set(content.RESOURCES[f"{kind}s"].query().fields)


def test_municipalities_are_those_of_the_day(api):
    rows = results(api("/regions/twente/municipalities", {"on": "2020-01-01"}))
    assert len(rows) == 14
    assert sum(row["people"] or 0 for row in results(api(f"{HERE}/municipalities"))) == 312_480


def test_beyond_the_last_page_there_is_nothing(api):
    page = api(f"{HERE}/goals", {"page": 1_000_000}).json()
    assert (page["count"], page["results"], page["next"]) == (12, [], None)


def test_a_region_without_an_agenda_has_empty_lists(api):
    import_region(record=RegionRecord("leeg", "Leeg", "own"), actor=INSTALLATION, at=AT)
    page = api("/regions/leeg/goals").json()
    assert (page["version"], page["count"], page["results"]) == (None, 0, [])
    assert api("/regions/leeg/goals/D1").status_code == 404
    assert results(api("/regions/leeg/versions")) == []


@pytest.mark.parametrize("who", ["", "reader of another region"])
def test_a_draft_does_not_exist_for_who_may_not_read_it(api, who):
    assert keys(api(f"{HERE}/versions", None, who), "number") == [1]
    assert api(f"{HERE}/versions/2", None, who).status_code == 404
    assert api(f"{HERE}/versions/1/differences", {"since": 2}, who).status_code == 404
    assert api(f"{HERE}/versions/2/differences", {"since": 1}, who).status_code == 404
    for kind in KINDS:
        assert api(f"{HERE}/{kind}s", {"version": 2}, who).status_code == 404


@pytest.mark.parametrize("who", ["", "reader of another region"])
def test_a_hidden_version_is_refused_in_the_words_of_one_that_is_not_there(api, who):
    hidden, absent = (api(f"{HERE}/versions/{number}", None, who) for number in (2, 99))
    assert hidden.content == absent.content


@pytest.mark.parametrize("who", ["officer", "officer of another party"])
def test_who_has_a_role_in_the_region_reads_its_draft(api, who):
    assert keys(api(f"{HERE}/versions", None, who), "number") == [2, 1]
    assert api(f"{HERE}/versions/2", None, who).json()["state"] == "draft"
    assert api(f"{HERE}/measures", {"version": 2}, who).json()["version"] == 2
    assert results(api(f"{HERE}/versions/2/differences", {"since": 1}, who))


def test_what_is_in_a_draft_only_is_not_found_by_others(api):
    drafted = set(keys(api(f"{HERE}/measures", {"version": 2, "pageSize": 100}, "officer")))
    [new, *_] = drafted - set(keys(api(f"{HERE}/measures", {"pageSize": 100})))
    assert api(f"{HERE}/measures/{new}", {"version": 2}, "officer").status_code == 200
    assert api(f"{HERE}/measures/{new}").status_code == 404


def test_the_current_version_is_the_one_in_force_for_everyone(api):
    assert {api(f"{HERE}/goals", None, who).json()["version"] for who in ("", "officer")} == {1}


def test_differences_tell_what_was_and_what_is(api):
    rows = results(api(f"{HERE}/versions/2/differences", {"since": 1}, "officer"))
    changes = {row["change"] for row in rows}
    assert {"added", "dropped", "changed"} <= changes
    changed = next(row for row in rows if row["change"] == "changed" and row["kind"] == "measure")
    names = {"field", "of", "was", "now", "added", "removed"}
    assert {frozenset(one) for one in changed["changes"]} == {frozenset(names)}


def test_differences_are_since_the_version_before_unless_asked_otherwise(api):
    asked = api(f"{HERE}/versions/2/differences", {"since": 1}, "officer")
    assert api(f"{HERE}/versions/2/differences", None, "officer").content == asked.content
    assert results(api(f"{HERE}/versions/1/differences", {"since": 1})) == []
    assert api(f"{HERE}/versions/1/differences").status_code == 404


def test_entries_of_the_ledger_come_oldest_first_and_all(api):
    rows = walk(api, f"{HERE}/ledger-entries", 7)
    assert [row["seq"] for row in rows] == list(range(1, head("lindewaard").seq + 1))


def test_an_entry_can_be_verified_from_what_is_told(api):
    previous = "0" * 64
    for row in walk(api, "/regions/twente/ledger-entries", 100):
        text, seq = row["sealedText"], row["seq"]
        sealed = f'{{"payload":{text},"previous":"{row["previous"]}","seq":{seq}}}'
        assert row["digest"] == sha256(sealed.encode()).hexdigest()
        assert row["previous"] == previous
        assert decode(text.encode())["kind"] == row["kind"]
        previous = row["digest"]
    assert api("/regions/twente/ledger-head").json()["digest"] == previous


def test_the_ledger_is_chosen_by_kind_and_object(api):
    rows = results(api(f"{HERE}/ledger-entries", {"kind": "version-adopted"}))
    assert [row["object"] for row in rows] == ["version:1"]
    rows = results(api(f"{HERE}/ledger-entries", {"object": "measure:M1"}))
    assert {row["object"] for row in rows} == {"measure:M1"}


def test_no_name_or_address_of_a_person_is_told_anywhere(api, installation):
    pages = [api(f"{HERE}/{part}", None, "officer") for part in regions.PARTS]
    text = b"".join(page.content for page in pages)
    for who, account in installation.items():
        assert who.encode() not in text
        assert account.email.encode() not in text


@pytest.mark.parametrize(
    ("path", "statements"),
    [
        ("/regions", 1),
        ("/regions/lindewaard/parties", 2),
        ("/regions/lindewaard/versions", 2),
        ("/regions/lindewaard/goals", 5),
        ("/regions/lindewaard/measures", 10),
        ("/regions/lindewaard/measures/M1", 8),
        ("/regions/lindewaard/ledger-entries", 2),
    ],
)
def test_an_answer_takes_so_many_statements(api, path, statements):
    seen = []

    def watch(execute, sql, params, many, context):
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        api(path)
    assert len(seen) == statements, seen


def test_what_hangs_loose_mandates_and_inhabitants_can_be_read(api):
    assert {"code", "kind", "key", "title"} == set(
        api("/regions/lindewaard/orphans").json()["results"][0]
    )
    assert api("/regions/lindewaard/inhabitants").json()["results"][0]["people"]
    for one in api("/regions/lindewaard/mandates").json()["results"]:
        assert "person" not in one


def test_a_frozen_version_tells_where_its_text_is(api, client):
    version = api("/regions/lindewaard/versions/1").json()
    text = client.get(version["textUrl"].replace("http://testserver", "")).content

    assert sha256(text).hexdigest() == version["digest"]
