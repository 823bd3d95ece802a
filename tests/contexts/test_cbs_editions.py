# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A download goes on where it broke off, an edition is whole or not there, newer ones are found."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from cbs_loading import Asking

from cbs_server import fails, misbehaving
from cbs_tables import CODE, KEPT, MODIFIED, v3_lists, v4_lists
from samenspel.sources.cbs import (
    SERIES,
    SourceError,
    editions,
    newest_codes,
    newest_in_catalogue,
    observations,
)
from samenspel.sources.cbs.editions import stamp
from samenspel.sources.cbs.part_file import PartFile
from samenspel.sources.cbs.records import Observation, Page

OBSERVATIONS = f"/{CODE}/Observations"
HEADING = {"table": CODE}


@pytest.fixture
def server():
    """A source with the invented table in three pages."""
    with misbehaving(v4_lists()) as found:
        found.page_size = 7
        yield found


@pytest.fixture
def asking(tmp_path):
    """Who asks."""
    return Asking(tmp_path / "statistics")


@pytest.fixture
def broken(server, asking):
    """The same after a download that broke off at the third page."""
    server.misdeeds[OBSERVATIONS] = [lambda handler, answer: handler.send(answer)] * 2
    server.misdeeds[OBSERVATIONS] += [fails(500)] * 5
    asking.refusal(server, "server-error")
    server.asked.clear()
    return server


def part_of(asking):
    return asking.store / CODE / ".part-v4"


def places(server):
    """Return the places in the list that were asked for."""
    return [one.partition("$skip=")[2] for one in server.paths("/Observations")]


def page(code, after="", **more):
    return Page((Observation("M", (code,), None),), 1, after, **more)


def test_download_goes_on_where_it_broke_off(broken, asking):
    assert len(asking.figures(broken)) == KEPT
    assert places(broken) == ["14"]
    assert asking.told[-2:] == [(14, 18), (18, 18)]
    assert not part_of(asking).exists()


@pytest.mark.parametrize("lost", [1, 300])
def test_end_of_what_came_in_that_was_lost_is_asked_again(broken, asking, lost):
    whole = part_of(asking).read_bytes()
    part_of(asking).write_bytes(whole[:-lost])

    assert len(asking.figures(broken)) == KEPT
    assert places(broken) == ["7", "14"]


def test_what_came_in_and_was_changed_is_asked_again(broken, asking):
    whole = part_of(asking).read_text()
    part_of(asking).write_text(whole.replace("18000000", "18000001"))

    assert len(asking.figures(broken)) == KEPT
    assert places(broken) == ["", "7", "14"]


@pytest.mark.parametrize("content", ["", "\n", "garbage\n", "\ud800"])
def test_garbage_in_the_place_of_what_came_in_is_thrown_away(broken, asking, content):
    part_of(asking).write_bytes(content.encode("utf-8", "surrogatepass"))

    assert len(asking.figures(broken)) == KEPT
    assert places(broken) == ["", "7", "14"]


def test_what_came_in_of_an_earlier_state_is_thrown_away(broken, asking):
    broken.lists[f"/{CODE}/Properties"]["Modified"] = MODIFIED.replace("06", "07")

    assert len(asking.figures(broken)) == KEPT
    assert places(broken) == ["", "7", "14"]


def test_table_that_was_renewed_meanwhile_is_not_mixed(server, asking):
    newer = server.lists[f"/{CODE}/Properties"] | {"Modified": MODIFIED.replace("06", "07")}
    server.misdeeds[OBSERVATIONS] = [
        lambda handler, answer: (
            server.lists.update({f"/{CODE}/Properties": newer}) or handler.send(answer)
        )
    ]

    asking.refusal(server, "changed-meanwhile")
    assert editions(asking.store) == ()
    assert not part_of(asking).exists()


def test_table_that_has_not_changed_is_left_alone(server, asking):
    first = asking.load(server)
    server.asked.clear()
    again = asking.load(server)

    assert (first.is_new, again.is_new) == (True, False)
    assert again.edition == first.edition
    assert server.asked == [f"/{CODE}/Properties"]


def test_newer_state_comes_beside_the_older(server, asking):
    asking.load(server)
    server.lists[f"/{CODE}/Properties"]["Modified"] = MODIFIED.replace("06", "07")
    asking.load(server)

    found = [one.table.about.edition for one in editions(asking.store)]
    assert found == ["20310630T0200", "20310730T0200"]


def test_edition_with_other_regions_is_loaded_again(server, asking):
    about = asking.load(server).edition.folder / "about.json"
    about.write_text(about.read_text().replace('"LD"', '"XX"'))

    assert asking.load(server).is_new
    assert len(editions(asking.store)) == 1


def test_refused_figures_leave_nothing_that_looks_like_an_edition(server, asking):
    server.lists[OBSERVATIONS].append(server.lists[OBSERVATIONS][0] | {"Value": 1})
    asking.refusal(server, "contradiction")

    assert editions(asking.store) == ()
    assert not (asking.store / CODE / "20310630T0200").exists()


def test_remains_of_a_killed_process_are_no_edition(server, asking):
    folder = asking.load(server).edition.folder
    shutil.copytree(folder, folder.with_name(".new-20310730T0200"))

    assert len(editions(asking.store)) == 1


def test_figures_that_were_changed_by_hand_are_refused(server, asking):
    edition = asking.load(server).edition
    file = edition.folder / "figures.csv"
    file.write_text(file.read_text().replace("25100", "25101"))

    with pytest.raises(SourceError, match="edition-damaged"):
        next(observations(edition))


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", '{"dimensions": 1}'])
def test_damaged_description_is_refused(server, asking, content):
    (asking.load(server).edition.folder / "about.json").write_text(content)

    with pytest.raises(SourceError, match="edition-damaged"):
        editions(asking.store)


def test_description_that_cannot_be_opened_is_refused(server, asking):
    file = asking.load(server).edition.folder / "about.json"
    file.unlink()
    file.mkdir()

    with pytest.raises(SourceError, match="edition-damaged"):
        editions(asking.store)


def test_folder_can_be_looked_at_while_an_edition_makes_way(server, asking):
    folder = asking.load(server).edition.folder

    def replace_often():
        for _time in range(3000):
            folder.rename(folder.with_name(".old")).rename(folder)

    with ThreadPoolExecutor(1) as other:
        replaced = other.submit(replace_often)
        while not replaced.done():
            stamp(asking.store)
    assert len(stamp(asking.store)) == 1


def test_edition_is_read_as_it_was_written(server, asking):
    loaded = asking.load(server).edition

    assert editions(asking.store) == (loaded,)
    assert json.loads((loaded.folder / "about.json").read_text())["sha256"] == loaded.sha256


def test_table_with_too_many_rows_or_pages_is_given_up(tmp_path):
    part = PartFile(tmp_path / "part", HEADING)
    with pytest.raises(SourceError, match="too-many-rows"):
        part.add(replace(page("a"), received=3_000_000))
    part.progress = replace(part.progress, pages=1000)
    with pytest.raises(SourceError, match="endless-pages"):
        part.add(page("a"))


def test_part_file_says_how_far_it_is(tmp_path):
    PartFile(tmp_path / "part", HEADING).add(page("a", after="1", total=2))
    again = PartFile(tmp_path / "part", HEADING)
    again.add(page("b"))
    last = PartFile(tmp_path / "part", HEADING)

    assert (last.progress.pages, last.progress.received, last.progress.done) == (2, 2, True)
    assert [codes for _, codes, _, _ in last.figures()] == [("a",), ("b",)]


def test_newest_table_of_each_kind_is_known():
    assert newest_codes() == ("86165NED", "86247NED", "83582NED")
    assert all(one.tables and one.gives for one in SERIES)


@pytest.mark.parametrize("lists", [v4_lists(), v3_lists()], ids=["version 4", "version 3"])
def test_newer_years_are_found_in_the_catalogue_by_title(asking, lists):
    with misbehaving(lists) as server:
        found = newest_in_catalogue(asking.services(server))

    assert found == (CODE, "99002NED", "83582NED")


def test_catalogue_that_fails_in_both_versions_is_told(asking, server):
    server.lists = {}
    with pytest.raises(SourceError, match="missing"):
        newest_in_catalogue(asking.services(server))
