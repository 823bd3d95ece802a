# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every page in Dutch, and that the walk sees what is wrong."""

import pytest
from axe_walk import AXE, look, look_at_colours, open_site, walk, walk_in_the_dark
from browsing import Tour, look_at
from every_page import NO_PAGES, Stop
from matrix import routes

DARK = "css/theme-dark"
SHEETS = ("css/theme", DARK, "vendor/nlds", "css/base")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The demonstration, with a region that is still empty."""
    with open_site(tmp_path_factory.mktemp("site")) as served:
        yield served


def test_axe_finds_nothing_and_nothing_sticks_out(chromium, site):
    walk(chromium, site, "nl")


def test_axe_finds_what_is_planted(chromium, site):
    page = "<!doctype html><p>Geen taal, geen titel <img src='/static/samenspel/img/mark.svg'>"
    wide = f"{page}<p>{'W' * 100}"
    tour = Tour(site.url, script=AXE, drawn={"/drawn/bad": wide})
    [(_, wrong)] = look_at(chromium, tour, [Stop("/drawn/bad")], look).values()
    told = " ".join(wrong)
    assert all(name in told for name in ("html-has-lang", "document-title", "image-alt", "sticks"))


def test_in_the_dark_all_can_be_read_too(chromium, site):
    walk_in_the_dark(chromium, site)


def test_what_cannot_be_read_in_the_dark_is_found(chromium, site):
    words = "<font color='#333333'>Donker op donker</font>"
    sheets = "".join(f"<link rel=stylesheet href=/static/samenspel/{one}.css>" for one in SHEETS)
    page = f"<!doctype html><html class='voorbeeld-theme samenspel-theme'>{sheets}<p>{words}"
    drawn = {"/drawn/unread": page, "/drawn/light": page.replace(DARK, "css/theme")}
    tour = Tour(site.url, script=AXE, drawn=drawn, scheme="dark")
    found = look_at(chromium, tour, [Stop(url) for url in drawn], look_at_colours)
    assert found[Stop("/drawn/unread")] == (200, ["color-contrast at font"])
    assert found[Stop("/drawn/light")] == (200, ["the page is light"])


def test_what_is_no_page_is_left_out_of_the_walk_by_name():
    assert set(routes()) >= NO_PAGES
