# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""In the dark: no colour of the light is left, all can be read, and paper stays white."""

import re
from collections import defaultdict

import pytest

from colours import COLOUR, CSS, STATIC, colour, contrast, dark, light, set_to, sheet, tokens

HUES = ("rood", "oranje", "geel", "groen", "blauw", "grijs", "violet")
STEPS = (50, 100, 200, 300, 400, 500, 600, 700)
MODES = {"light": light, "dark": dark}
PAIRS = [(400, 50), (400, 100), (500, 100), (500, 200), (600, 200), (700, 200)]
"""Steps of one hue that stand on each other as text and its ground."""

SHEETS = sorted(CSS.glob("*.css"))


def step(of, hue, number):
    return colour(of, f"--voorbeeld-kleuren-{hue}-{number}")


def reached():
    """Return every token that a page can use, through others or by itself."""
    text = "".join(map(sheet, [*SHEETS, STATIC / "vendor/nlds.css"]))
    rules = re.sub(r"--[\w-]+\s*:[^;{}]*", "", text)  # what is not itself the making of a token
    through = defaultdict(set)
    for name, value in set_to(text):
        through[name] |= named(value)
    found, fresh = set(), named(rules)
    while fresh:
        found |= fresh
        fresh = set().union(*(through[one] for one in fresh)) - found
    return found


def named(text):
    return set(re.findall(r"var\(\s*(--[\w-]+)", text))


def test_every_colour_that_a_page_can_reach_has_one_for_the_dark():
    known, anew = light(), tokens("css/theme-dark.css")
    colours = {one for one in reached() if COLOUR.match(known.get(one, ""))}
    assert len(colours) > 30
    assert colours - anew.keys() == set()


def test_colours_are_written_out_in_the_themes_only():
    for path in SHEETS:
        if not path.name.startswith("theme"):
            assert COLOUR.findall(sheet(path)) == [], path.name


def test_the_dark_sets_nothing_that_the_light_does_not_know():
    assert tokens("css/theme-dark.css").keys() - light().keys() == set()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("hue", HUES)
def test_text_on_its_own_wash_and_on_the_page_can_be_read(mode, hue):
    of = MODES[mode]()
    page = colour(of, "--voorbeeld-kleuren-wit")
    for number in (400, 500, 600, 700):
        assert contrast(step(of, hue, number), page) >= 4.5, number
    for text, ground in PAIRS:
        assert contrast(step(of, hue, text), step(of, hue, ground)) >= 4.5, (text, ground)


@pytest.mark.parametrize("hue", HUES)
@pytest.mark.parametrize("mode", MODES)
def test_steps_go_away_from_the_page(mode, hue):
    of = MODES[mode]()
    page = colour(of, "--voorbeeld-kleuren-wit")
    away = [contrast(step(of, hue, number), page) for number in STEPS]
    assert away == sorted(away)


def test_the_focus_ring_stands_out_in_the_dark():
    of = dark()
    ring, page = of["--basis-focus-background-color"], of["--voorbeeld-kleuren-wit"]
    assert contrast(ring, page) >= 3
    assert contrast(ring, of["--basis-focus-color"]) >= 4.5


@pytest.mark.parametrize("name", ["base.html", "400.html", "500.html"])
def test_a_page_asks_for_the_dark_sheet_on_a_dark_screen_only(name):
    text = (STATIC.parents[1] / "templates" / name).read_text(encoding="utf-8")
    [media] = re.findall(r"css/theme-dark\.css' %}\" media=\"([^\"]*)\"", text)
    assert media == "screen and (prefers-color-scheme: dark)"
    assert '<meta name="color-scheme" content="light dark">' in text
