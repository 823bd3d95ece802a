# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a secretary reads of the calendar in the terminal, also before anything is decided."""

import json

import icalendar

LINDEWAARD = ("calendar", "lindewaard")
WOULD = (*LINDEWAARD, "--board", "2026-07-03", "--budget", "2027")


def test_it_shows_what_would_follow_from_a_day_of_the_board(served):
    done = served.run(*WOULD)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Budget 2027\n")
    assert "2026-04-10 Draft budget to the councils" in done.stdout
    assert "2026-07-17 Adopted budget to the supervisor" in done.stdout


def test_it_warns_of_a_draft_that_leaves_before_the_framework_memo(served):
    done = served.run(*LINDEWAARD, "--board", "2029-07-06", "--budget", "2030")
    assert done.returncode == 0
    assert "Send the framework memo before the draft budget." in done.stdout


def test_it_shows_the_same_as_json(served):
    made = json.loads(served.run(*WOULD, "--format", "json").stdout)
    assert made[0]["budgetYear"] == 2027
    assert made[0]["lawful"]


def test_what_is_against_the_law_ends_with_one(served):
    done = served.run("calendar", "lindewaard", "--board", "2028-01-14", "--budget", "2028")
    assert done.returncode == 1
    assert "Against the law" in done.stdout


def test_a_feed_is_a_calendar(served):
    done = served.run(*LINDEWAARD, "--format", "ics")
    events = icalendar.Calendar.from_ical(done.stdout).walk("VEVENT")
    assert any("due-2028" in str(event["UID"]) for event in events)


def test_half_a_question_is_refused(served):
    for asked in (("--board", "2026-07-03"), ("--budget", "2027")):
        done = served.run(*LINDEWAARD, *asked)
        assert (done.returncode, done.stdout) == (2, "")
        assert "together" in done.stderr
    done = served.run(*WOULD, "--format", "ics")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_region_without_a_board_says_so(served):
    done = served.run("calendar", "twente")
    assert done.stdout == "No day of the board is known. Give --board and --budget.\n"
