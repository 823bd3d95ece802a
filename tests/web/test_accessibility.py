# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every page in Dutch, and that the walk sees what is wrong."""

import pytest
from axe_walk import AXE, look, open_site, walk
from browsing import Tour, look_at
from every_page import NO_PAGES, Stop, stops
from matrix import routes

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The demonstration, with a region that is still empty."""
    with open_site(tmp_path_factory.mktemp("site")) as served:
        yield served


def test_axe_finds_nothing_and_nothing_sticks_out(chromium, site):
    walk(chromium, site, "nl", stops())


def test_axe_finds_what_is_planted(chromium, site):
    page = "<!doctype html><p>Geen taal, geen titel <img src='/static/samenspel/img/mark.svg'>"
    wide = f"{page}<p>{'W' * 100}"
    tour = Tour(site.url, script=AXE, drawn={"/drawn/bad": wide})
    [(_, wrong)] = look_at(chromium, tour, [Stop("/drawn/bad")], look).values()
    told = " ".join(wrong)
    assert all(name in told for name in ("html-has-lang", "document-title", "image-alt", "sticks"))


def test_what_is_no_page_is_left_out_of_the_walk_by_name():
    assert set(routes()) >= NO_PAGES
