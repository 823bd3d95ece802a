# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The main tasks with nothing but the keyboard: Tab, Enter and typing, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

pytestmark = pytest.mark.browser

TOP = "/werkblad/lindewaard/"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
FARTHEST = 250
"""Steps of the Tab key within which everything on a page lies."""

SEEN = """
() => {
  const box = document.activeElement.getBoundingClientRect();
  const style = getComputedStyle(document.activeElement);
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return inside && (style.outlineStyle !== "none" || style.boxShadow !== "none");
}
"""
"""Whether what has the focus is in sight and looks as if it has."""


@pytest.fixture
def page(chromium, served) -> Iterator[Page]:
    """A page of a browser without a pointer, on the demonstration."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        opened = browser.new_page(
            base_url=served.url,
            viewport={"width": 1000, "height": 700},
            reduced_motion="reduce",  # what scrolls slowly is out of sight for a moment
        )
        opened.set_default_timeout(20_000)
        yield opened
        browser.close()


def reach(page, selector):
    """Press Tab until what *selector* names has the focus; every stop on the way can be seen."""
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            assert page.evaluate(SEEN), selector
            return
    pytest.fail(f"the Tab key does not come to {selector}")


def press(page, selector):
    """Go to a link or button, and press Enter on it."""
    reach(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow(page, address):
    press(page, f'main a[href="{address}"], header a[href="{address}"]')


def write(page, field, text):
    """Go to a field, and type over what is in it."""
    reach(page, f"#{field}")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def send(page):
    press(page, "main form button[type=submit]")


@pytest.fixture
def desk(page, served):
    """The workbench, for who came in by a link with the keyboard."""
    page.goto(served.login_link("secretary"))
    send(page)
    expect(page).to_have_url(re.compile("/werkblad/$"))
    return page


def test_the_first_stop_is_the_way_to_the_content(page):
    page.goto("/lindewaard/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_measure_is_edited(desk):
    follow(desk, TOP + "agenda/")
    follow(desk, TOP + "agenda/maatregel/M1/")
    before = desk.input_value("#id_title")
    write(desk, "id_title", "Techniekhuis met de hand")
    write(desk, "id_cost-2027-amount", "980.000,50")
    send(desk)
    expect(desk.locator("main")).to_contain_text("Techniekhuis met de hand")

    follow(desk, TOP + "agenda/maatregel/M1/")
    assert desk.input_value("#id_cost-2027-amount") == "980.000,50"
    write(desk, "id_title", before)
    write(desk, "id_cost-2027-amount", "980.000")
    send(desk)
    expect(desk.locator("main")).to_contain_text(before)


def test_a_goal_is_added_and_removed(desk):
    follow(desk, TOP + "agenda/doel/nieuw/")
    goal = desk.input_value("#id_key")
    write(desk, "id_title", "Iedereen kan met het toetsenbord werken")
    desk.keyboard.press("Enter")
    expect(desk.locator("main")).to_contain_text("Iedereen kan met het toetsenbord werken")

    follow(desk, f"{TOP}agenda/doel/{goal}/")
    follow(desk, f"{TOP}agenda/doel/{goal}/verwijderen/")
    send(desk)
    expect(desk.locator("main")).not_to_contain_text("Iedereen kan met het toetsenbord werken")


def test_a_box_is_ticked_and_what_is_wrong_is_one_step_away(desk):
    desk.goto(TOP + "agenda/maatregel/nieuw/")
    write(desk, "id_key", "niet goed")
    reach(desk, "#id_sides input")
    desk.keyboard.press("Space")
    send(desk)
    press_error = 'main [role="alert"] a[href="#id_title"]'
    reach(desk, press_error)
    desk.keyboard.press("Enter")
    desk.keyboard.type("Een titel")
    assert desk.input_value("#id_title") == "Een titel"
    assert desk.locator("#id_sides input").first.is_checked()


def test_a_version_goes_out_and_a_new_draft_begins(desk):
    follow(desk, TOP)
    follow(desk, TOP + "versies/")
    follow(desk, TOP + "versies/3/consultatie/")
    write(desk, "id_note", "Ter inzage")
    send(desk)
    press(desk, f"main form[action='{TOP}versies/begin/'] button")
    expect(desk).to_have_url(re.compile(f"{TOP}agenda/"))


def test_logging_out(desk):
    press(desk, "header form[action='/uitloggen/'] button")
    desk.goto("/werkblad/")
    expect(desk).to_have_url(re.compile("/inloggen/"))


def test_a_deal_is_read_and_signed(page, served):
    page.goto(served.login_link("representative"))
    send(page)
    deals = TOP + "afspraken/"
    follow(page, deals + "afspraak/starterswoningen/tekenen/lindewaard/")
    digest = page.input_value("input[name=seen]")
    write(page, "id_text-0", "Niet zonder besluit van de raad")
    write(page, "id_clause-0", "4. Besluiten")
    send(page)
    reach(page, 'main [role="alert"] a[href="#id_agrees"]')
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    send(page)
    expect(page).to_have_url(re.compile(f"{deals}afspraak/starterswoningen/(#.*)?$"))
    expect(page.locator("main")).to_contain_text("Niet zonder besluit van de raad")
    assert digest in page.content()

    reach(page, 'main a[href$="/lindewaard/bewijs.json"]')
    follow(page, deals + "afspraak/starterswoningen/handtekening-terug/lindewaard/")
    write(page, "id_reason", "De raad besloot anders")
    send(page)
    expect(page.locator("main")).to_contain_text("De handtekening is teruggenomen")
