# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever the other side does, a question ends: with the whole answer, or with what is wrong."""

import time

import pytest
from cbs_loading import Asking
from hypothesis import given
from hypothesis import strategies as st

from cbs_server import (
    bombs,
    cuts,
    drips,
    fails,
    hangs_up,
    leads_to,
    misbehaving,
    packs,
    packs_without_end,
    promises_more,
    says,
    stays_silent,
    truncates,
)
from cbs_tables import CODE, KEPT, v4_lists
from samenspel.sources.cbs import CBS, Pace, SourceError, asker, mirror
from samenspel.sources.cbs.addresses import table_code
from samenspel.sources.cbs.answers import parsed
from samenspel.sources.cbs.paging import place_after

OBSERVATIONS = f"/{CODE}/Observations"


@pytest.fixture
def v4():
    """A source that speaks version 4."""
    with misbehaving(v4_lists()) as server:
        yield server


@pytest.fixture
def asking(tmp_path):
    """Who asks, with a folder for what comes in."""
    return Asking(tmp_path / "statistics")


def test_asks_by_its_name_and_for_packed_answers(v4, asking):
    asking.load(v4)

    assert v4.headers[0]["User-Agent"].startswith("samenspel/")
    assert v4.headers[0]["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize(
    "misdeed",
    [
        cuts,
        promises_more,
        truncates,
        hangs_up,
        stays_silent,
        packs_without_end,
        fails(500),
        fails(503),
        fails(429),
    ],
    ids=["cut", "less", "truncated", "hung up", "silent", "no end", "500", "503", "429"],
)
def test_passing_trouble_passes(v4, asking, misdeed):
    v4.misdeeds[OBSERVATIONS] = [misdeed, misdeed]

    assert len(asking.figures(v4)) == KEPT
    assert asking.slept == [0.75, 1.5]


def test_trouble_for_ever_ends_after_five_attempts_with_longer_waits(v4, asking):
    v4.misdeeds[OBSERVATIONS] = [fails(500)] * 99

    assert asking.refusal(v4, "server-error")["status"] == 500
    assert len(v4.paths("/Observations")) == 5
    assert asking.slept[:4] == [0.75, 1.5, 3.0, 6.0]


def test_chance_spreads_the_waits(v4, asking):
    v4.misdeeds[OBSERVATIONS] = [fails(500)] * 2
    asking.chance = 0.0
    asking.load(v4)

    assert asking.slept == [0.5, 1.0]


def test_answer_that_drips_in_is_given_up(v4, asking):
    v4.misdeeds[OBSERVATIONS] = [drips]

    assert len(asking.figures(v4)) == KEPT
    assert len(asking.slept) == 1


@pytest.mark.parametrize("wait", ["42", "Mon, 30 Jun 2031 10:00:42 GMT"])
def test_wait_that_is_asked_for_is_kept(v4, asking, wait):
    v4.misdeeds[OBSERVATIONS] = [fails(429, Retry_After=wait)]
    asking.load(v4)

    assert asking.slept == [42.0]


def test_too_long_a_wait_is_left_to_people(v4, asking):
    v4.misdeeds[OBSERVATIONS] = [fails(503, Retry_After="86400")]

    assert asking.refusal(v4, "come-back-later")["seconds"] == 86400
    assert asking.slept == []


@pytest.mark.parametrize("wait", ["soon", "-5", "", "٣", "9" * 99])
def test_strange_wait_does_no_harm(v4, asking, wait):
    v4.misdeeds[OBSERVATIONS] = [fails(503, Retry_After=wait.encode().decode("latin-1"))]

    assert len(wait) > 9 or asking.load(v4).is_new
    assert len(wait) < 9 or asking.refusal(v4, "come-back-later")


@pytest.mark.parametrize(
    ("misdeed", "code"),
    [
        (fails(404), "missing"),
        (fails(403), "refused"),
        (fails(301, Location="https://elsewhere.example/x"), "moved"),
        (says(b"<html>Log in</html>", Content_Type="text/html"), "not-json"),
        (says(b"{}", Content_Encoding="br"), "not-json"),
        (says(b"[]"), "unexpected-answer"),
        (says(b'{"value": {}}'), "unexpected-answer"),
        (says(b'{"value": [1]}'), "unexpected-answer"),
        (bombs, "too-large"),
        (says(b" " * 2_000_000), "too-large"),
    ],
)
def test_lasting_trouble_is_not_asked_again(v4, asking, misdeed, code):
    v4.misdeeds[OBSERVATIONS] = [misdeed]

    asking.refusal(v4, code)
    assert len(v4.paths("/Observations")) == 1
    assert asking.slept == []


def test_where_a_source_moved_to_is_told_and_not_followed(v4, asking):
    v4.misdeeds[f"/{CODE}/Properties"] = [fails(301, Location="https://new.example/odata")]

    assert asking.refusal(v4, "moved")["place"] == "new.example"


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"value": NaN}', b"\xff\xfe", b'{"a":' + b"1" * 9999]
)
def test_json_that_is_none_does_no_harm(v4, asking, body):
    v4.misdeeds[OBSERVATIONS] = [says(body)]

    assert len(asking.figures(v4)) == KEPT


def test_answer_that_would_fill_the_memory_is_refused():
    with pytest.raises(SourceError, match="too-large"):
        parsed(b'{"value": [' + b"[]," * 2_000_000 + b"0]}")


def test_packed_answers_are_unpacked(v4, asking):
    v4.misdeeds[OBSERVATIONS] = [packs]

    assert len(asking.figures(v4)) == KEPT
    assert asking.slept == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("{url}/x?$skip=0", "endless-pages"),
        ("?$skip=0", "endless-pages"),
        ("{url}/x?$skip=19", "gap-between-pages"),
        ("{url}/x?$skip=-1", "unexpected-answer"),
        ("{url}/x", "unexpected-answer"),
        ("https://elsewhere.example/x?$skip=18", "foreign-address"),
        ("//169.254.169.254/x?$skip=18", "foreign-address"),
        ("file:///etc/passwd?$skip=18", "foreign-address"),
    ],
)
def test_next_page_that_leads_astray_is_refused(v4, asking, link, code):
    v4.misdeeds[OBSERVATIONS] = [leads_to(link.format(url=v4.url))]

    asking.refusal(v4, code)
    assert len(v4.paths("/Observations")) == 1
    assert not v4.paths("/x")


def test_pages_without_end_come_to_an_end(v4, asking):
    v4.page_size = 9
    v4.misdeeds[OBSERVATIONS] = [leads_to(f"?$skip={place}") for place in (9, 9, 9)]

    asking.refusal(v4, "endless-pages")


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_place_of_the_next_page_always_lies_further_on(link, before, received):
    answer = {"@odata.nextLink": link}
    try:
        place = place_after("https://a.example/b", str(before or ""), received, answer)
    except (SourceError, ValueError):
        return
    assert not link if place == "" else before < int(place) <= received


def test_without_a_network_it_says_so_at_once(asking):
    with pytest.raises(SourceError, match="no-network"):
        asking.load_from(mirror("https://no-such-host.invalid/odata"))
    assert asking.slept == []


def test_server_that_is_not_there_is_told(v4, asking):
    v4.server_close()

    asking.refusal(v4, "unreachable")
    assert len(asking.slept) == 8


def test_no_other_host_is_ever_asked():
    get = asker(CBS.origins, Pace(time.sleep, lambda: 0.0, time.monotonic))
    for address in (
        "https://elsewhere.example/x",
        "http://datasets.cbs.nl/x",
        "file:///etc/passwd",
    ):
        with pytest.raises(SourceError, match="foreign-address"):
            get(address)


def test_only_https_of_cbs_is_asked_by_default():
    assert CBS.origins == {"https://datasets.cbs.nl", "https://opendata.cbs.nl"}


@pytest.mark.parametrize(
    "address",
    [
        "http://mirror.example/odata",
        "ftp://mirror.example",
        "file:///etc/passwd",
        "https://me:secret@mirror.example",
        "https://mirror.example/?x=1",
        "https://mirror.example/#x",
        "https:///odata",
        "http://127.0.0.1.nip.example",
        "mirror.example",
        "",
    ],
)
def test_address_of_a_mirror_is_https_and_plain(address):
    with pytest.raises(SourceError, match="source-address"):
        mirror(address)


@pytest.mark.parametrize(
    "address", ["https://m.example/odata/", "http://[::1]:80", "http://localhost:1/x"]
)
def test_mirror_may_be_elsewhere_or_here(address):
    assert mirror(address).v4 == address.rstrip("/")


@pytest.mark.parametrize(
    "code", ["", "..", "../../x", "85984NED/..", "85984 NED", "NED85984", "8" * 21]
)
def test_code_of_a_table_is_no_path(code):
    with pytest.raises(SourceError, match="table-code"):
        table_code(code)
