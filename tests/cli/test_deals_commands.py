# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a secretary or controller reads of deals in the terminal."""

import json
from hashlib import sha256

import pytest

REGION = ("--region", "lindewaard")
PACT = "werk-en-techniek"


@pytest.fixture
def says(served):
    def run(*arguments):
        done = served.run("deals", *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def refused(served, *arguments):
    done = served.run("deals", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    return done.stderr


def test_list_names_state_signatures_and_whom_it_waits_for(says):
    told = says("list", *REGION)
    assert told.startswith("Deals: 3\n")
    assert "in force, 9 of 9 signed; left by werkgevers-lindewaard" in told
    assert "waiting for hallerdijk, lindewaard," in told


def test_list_as_json(says):
    rows = json.loads(says("list", *REGION, "--json"))
    assert [row["state"] for row in rows] == ["in-force", "proposed", "draft"]


def test_show_tells_the_text_how_far_each_commitment_is_and_who_held_what_back(says):
    told = says("show", PACT, *REGION)
    assert "## 6. Veranderen en weggaan" in told
    assert "T13 waterschap-linde-en-aa" in told
    assert "reservation on T8" in told
    assert "leaves on 2027-03-20" in told


def test_show_as_json_holds_every_version(says):
    data = json.loads(says("show", PACT, *REGION, "--json"))
    assert [one["number"] for one in data["versions"]] == [1, 2]
    assert len(data["versions"][0]["signatures"]) == 9
    assert data["rungs"]["T12"] == "accounted"


def test_a_deal_that_is_not_there_is_told(served):
    assert "has no deal 'geen'" in refused(served, "show", "geen", *REGION)


def test_overdue_tells_since_when_and_why(says):
    told = says("overdue", *REGION)
    assert told.startswith("Past their date: 1\n")
    assert "since 2026-09-30" in told
    assert "17 december 2026" in told


def test_overdue_as_json_names_no_row_of_the_database(says):
    (late,) = json.loads(says("overdue", *REGION, "--json"))
    assert late["commitment"] == "T8"
    assert "pk" not in late


def test_nothing_is_overdue_in_twente(says):
    assert says("overdue", "--region", "twente") == "Past their date: none\n"


def test_balance_shows_what_each_party_brings_and_gets(says):
    lines = says("balance", *REGION).splitlines()
    assert lines[0].split() == ["party", "brings", "gets"]
    assert any(line.startswith("lindewaard") and "€3,700,000" in line for line in lines)


def test_balance_as_json_adds_up(says):
    data = json.loads(says("balance", *REGION, "--json"))
    for name in ("cents", "hours"):
        sides = [
            sum(one[side][name] or 0 for one in data["parties"].values())
            for side in ("brings", "gets")
        ]
        cells = sum(cell[name] or 0 for cell in data["cells"])
        assert sides == [cells, cells]


def test_a_receipt_holds_what_was_signed_and_is_checked_without_the_ledger(served, says, tmp_path):
    file = tmp_path / "receipt.json"
    says("receipt", PACT, "hallerdijk", *REGION, "--output", str(file))
    entry = json.loads(json.loads(file.read_text())["entry"])["payload"]
    text = json.loads(file.read_text())["text"]

    assert entry["details"]["digest"] == sha256(text.encode()).hexdigest()
    assert served.run("ledger", "verify-receipt", str(file)).returncode == 0
    file.write_text(file.read_text().replace("zestien", "twintig"))
    assert served.run("ledger", "verify-receipt", str(file)).returncode == 1


def test_a_receipt_to_read_is_a_pdf_in_the_language_asked(served, tmp_path):
    file = tmp_path / "receipt.pdf"
    asked = ("--format", "pdf", "--language", "nl", "--output", str(file))
    done = served.run("deals", "receipt", PACT, "hallerdijk", *REGION, *asked)

    assert (done.returncode, done.stderr) == (0, "")
    made = file.read_bytes()
    assert made.startswith(b"%PDF-")
    assert b"<dc:language><rdf:Bag><rdf:li>nl</rdf:li>" in made


def test_a_receipt_is_of_the_latest_version_that_the_party_signed(says):
    both = [
        says("receipt", PACT, "roc-de-linde", *REGION, *more) for more in ((), ("--version", "1"))
    ]
    entries = [json.loads(json.loads(one)["entry"])["payload"] for one in both]
    assert [one["details"]["version"] for one in entries] == [2, 1]


def test_who_has_not_signed_has_no_receipt(served):
    arguments = ("receipt", "starterswoningen", "lindewaard", *REGION)
    assert "lindewaard has not signed" in refused(served, *arguments).lower()


def test_deals_are_exported_as_tables(served, tmp_path):
    file = tmp_path / "deals.json"
    done = served.run("export", *REGION, "--deals", "--output", str(file))

    assert done.stdout == f"Wrote {file}.\n"
    assert {one["deal"] for one in json.loads(file.read_text())["deals"]} == {
        PACT,
        "starterswoningen",
    }


def test_a_version_of_the_agenda_is_none_of_the_deals(served):
    done = served.run("export", *REGION, "--deals", "--version", "1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--version is of the agenda" in done.stderr


def test_check_asks_what_hangs_loose_between_agenda_and_promises(served):
    done = served.run("check", *REGION, "--json")
    found = {(one["code"], one["key"]) for one in json.loads(done.stdout)["deals"]}

    assert ("commitment-overdue", "T8") in found
    assert ("measure-without-commitment", "M13") in found
