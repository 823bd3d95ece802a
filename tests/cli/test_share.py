# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel share`` answers without an installation, in two languages, or says what is wrong."""

import json

import pytest

from samenspel.cli.main import commands, guarded

GAME = {
    "parties": ["Almelo", "Borne", "Hengelo"],
    "cost": {
        "Almelo": 100,
        "Borne": 100,
        "Hengelo": 100,
        "Almelo,Hengelo": 110,
        "Almelo,Borne": 200,
        "Borne,Hengelo": 200,
        "Almelo,Borne,Hengelo": 210,
    },
}
PLAN = {
    "parties": ["Almelo", "Hengelo"],
    "key": "inhabitants",
    "rate": 12.5,
    "years": [2018, 2019, 2020, 2021, 2022],
    "basis": {"inhabitants": {"Almelo": 73132, "Hengelo": 81049}},
    "limits": {"Almelo": 5},
}


@pytest.fixture
def share(capsys, tmp_path):
    def run(data, *flags):
        file = tmp_path / "game.json"
        file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        arguments = ["share", str(file), *flags]
        status = guarded(lambda: commands.main(arguments, "samenspel", standalone_mode=False))
        return status, *capsys.readouterr()

    return run


def test_says_who_would_be_cheaper_off_alone(share):
    status, printed, errors = share(GAME)
    assert (status, errors) == (0, "")
    sentence = "Equal shares: Almelo and Hengelo together would be cheaper off alone by €30."
    assert sentence in printed.splitlines()
    assert "Shapley value  Nucleolus" in printed.splitlines()[0]


def test_says_it_in_dutch(share):
    _, printed, _ = share(GAME, "--language", "nl")
    sentence = "Almelo en Hengelo zouden samen, zonder de rest, €\u00a030 goedkoper uit zijn."
    assert f"Gelijke delen: {sentence}" in printed.splitlines()


def test_json_has_shares_in_cents_audits_and_words(share):
    _, printed, _ = share(GAME, "--json")
    found = json.loads(printed)
    assert found["methods"]["nucleolus"]["shares_cents"] == {
        "Almelo": 5500,
        "Borne": 10000,
        "Hengelo": 5500,
    }
    assert found["methods"]["equal"]["audit"]["most_violated"] == {
        "group": ["Almelo", "Hengelo"],
        "gain_cents": 3000,
    }
    assert found["core"]["empty"] is False
    assert len(found["words"]) > 5


def test_a_plan_shows_the_gap_and_ways_to_close_it(share):
    _, printed, _ = share(PLAN)
    assert "There is a gap of €2,742,450." in printed.splitlines()
    assert "Almelo pays €2,742,450 less than it is asked." in printed.splitlines()


def test_a_file_with_the_mark_of_windows_is_read(share):
    status, _, _ = share("\ufeff" + json.dumps(GAME))
    assert status == 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (GAME | {"cost": {"Almelo": 1}}, "“Borne” is missing; in all 6"),
        (GAME | {"cost": GAME["cost"] | {"Hengelo, Almelo": 3}}, "“Almelo, Hengelo” occurs twice"),
        (GAME | {"cost": {"Almelo,Zwolle": 1}}, "“Zwolle”, which is not among"),
        (GAME | {"cost": GAME["cost"] | {"Borne": float("nan")}}, "NaN"),
        (PLAN | {"basis": {"inhabitants": {"Almelo": 0, "Hengelo": 1}}}, "Nobody lives in Almelo"),
        (PLAN | {"rate": -1}, "below zero"),
        ("{", "line 1, column 2"),
        ("[]", "not of the right form"),
    ],
    ids=["incomplete", "twice", "unknown", "nan", "nobody", "negative", "no json", "no object"],
)
def test_what_does_not_hold_ends_with_two_and_one_line(share, data, words):
    status, printed, errors = share(data)
    assert (status, printed) == (2, "")
    assert errors.startswith("Error: ")
    assert errors.count("\n") == 1
    assert words in errors


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b" " * (64 * 1024 * 1024 + 1), "larger than 64 megabytes"),
        (b"\xff\xfe{", "no text in UTF-8"),
    ],
    ids=["huge", "bytes"],
)
def test_a_file_that_cannot_be_read_is_refused(capsys, tmp_path, content, words):
    file = tmp_path / "game.json"
    file.write_bytes(content)
    arguments = ["share", str(file)]
    assert guarded(lambda: commands.main(arguments, "samenspel", standalone_mode=False)) == 2
    assert words in capsys.readouterr().err


def test_needs_no_installation(nowhere, tmp_path):
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(PLAN), encoding="utf-8")
    assert "€2,742,450" in nowhere.says("share", file)
    assert not nowhere.folder.exists()
