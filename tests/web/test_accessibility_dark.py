# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One page of each kind in the dark; a file of its own, so that it is walked beside the light."""

import pytest
from axe_walk import AXE, look_at_colours, open_site, walk_in_the_dark
from browsing import Tour, look_at
from every_page import Stop

DARK = "css/theme-dark"
SHEETS = ("css/theme", DARK, "vendor/nlds", "css/base")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The demonstration, with a region that is still empty."""
    with open_site(tmp_path_factory.mktemp("site")) as served:
        yield served


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
