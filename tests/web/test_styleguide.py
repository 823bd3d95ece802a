# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The style guide shows every component: accessible, without inline style, down to 320 pixels."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.test import RequestFactory
from styleguide import context

AXE = Path(__file__).parents[2] / "build/testing/axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ORIGIN = "http://samenspel.test"
POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TEMPLATES = Path(get_template("styleguide.html").origin.name).parent


@pytest.fixture(scope="module")
def html():
    request = RequestFactory().get("/")
    return get_template("styleguide.html").render(context(), request)


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("needs Chromium (apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--disable-gpu"])


def answer(route, html):
    """Nothing leaves the machine: the page is *html*, its style sheets come from here."""
    path = urlsplit(route.request.url).path
    if path == "/":
        headers = {"Content-Security-Policy": POLICY}
        route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)
    else:
        route.fulfill(path=finders.find(path.removeprefix("/static/")))


@pytest.fixture(scope="module", params=[1280, 390, 320])
def page(request, browser, html):
    """The style guide in a window of each width."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.errors = []
    page.on("console", lambda m: page.errors.append(m.text) if m.type == "error" else None)
    page.route("**/*", lambda route: answer(route, html))
    page.goto(ORIGIN + "/")
    page.evaluate("document.fonts.ready.then(() => true)")
    yield page
    page.close()


def test_every_component_is_shown():
    """In the style guide itself, or inside a component that it shows."""
    everything = [TEMPLATES / "styleguide.html", *(TEMPLATES / "components").glob("*.html")]
    text = "".join(path.read_text(encoding="utf-8") for path in everything)
    for component in (TEMPLATES / "components").glob("*.html"):
        assert f'include "components/{component.name}"' in text


def test_every_component_says_what_it_takes():
    for component in (TEMPLATES / "components").glob("*.html"):
        assert "{% comment %}" in component.read_text(encoding="utf-8"), component.name


def test_no_inline_style_or_script(html):
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", html)


def test_numbers_in_drawings_have_a_decimal_point(html):
    """A Dutch comma in a width would leave a bar undrawn."""
    widths = re.findall(r'<rect class="\w+__fill" width="([^"]*)"', html)
    assert "33.75" in widths
    assert all(re.fullmatch(r"[\d.]+", width) for width in widths)


@pytest.mark.browser
def test_axe_finds_nothing(page):
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert [violation["id"] for violation in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.browser
def test_nothing_sticks_out_and_the_policy_is_kept(page):
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate("document.fonts.check('16px Noto Sans')")
    assert page.errors == []


@pytest.mark.browser
def test_the_skip_link_shows_on_focus_and_leads_to_the_content(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.browser
def test_on_paper_there_is_no_navigation(page):
    page.emulate_media(media="print")
    hidden = page.locator(".region-nav, .page-header__tools, .utrecht-breadcrumb-nav, form")
    assert not any(hidden.nth(i).is_visible() for i in range(hidden.count()))
    assert page.locator("h1").is_visible()
    page.emulate_media(media="screen")


GROUND = """
() => {
  const {backgroundColor, colorScheme} = getComputedStyle(document.documentElement);
  return [backgroundColor, colorScheme];
}
"""


@pytest.mark.browser
def test_in_the_dark_axe_finds_nothing_and_paper_stays_white(page):
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(GROUND) == ["rgb(15, 23, 33)", "light dark"]
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: tags})", ["color-contrast"])
    assert [violation["id"] for violation in found["violations"]] == []
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(GROUND) == ["rgb(255, 255, 255)", "light only"]
    page.emulate_media(media="screen", color_scheme="light")
