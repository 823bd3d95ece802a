# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of every page: axe finds nothing, and nothing sticks out at 320 pixels."""

from contextlib import contextmanager
from pathlib import Path

from browsing import Tour, look_at
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils.translation import override
from every_page import Stop, one_of_each

from served import run_python, serving_demo

AXE = (Path(__file__).parents[2] / "build/testing/axe.min.js").read_text(encoding="utf-8")
TEMPLATES = Path(get_template("base.html").origin.name).parent
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

COLOURS = ["color-contrast", "link-in-text-block"]

RUN = """
async only => {
  const found = await axe.run({runOnly: only, resultTypes: ["violations"]});
  return found.violations.map(one => one.id + " at " + one.nodes.map(n => n.target).join(", "));
}
"""

GROUND = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)"
DARKEST = 3 * 40

EMPTY_REGION = """
import django; django.setup()
from django.utils import timezone
from samenspel.agenda.services import import_region
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import INSTALLATION
import_region(record=RegionRecord("leeg", "Leeg", "own"), actor=INSTALLATION, at=timezone.now())
"""


async def look(page, response):
    """Return what is wrong on a page, wide and narrow."""
    wrong = [f"wide: {one}" for one in await page.evaluate(RUN, TAGS)]
    await page.set_viewport_size({"width": 320, "height": 900})
    out = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if out > 0:
        wrong.append(f"narrow: sticks out {out} pixels")
    if await page.evaluate("document.documentElement.lang === 'nl'"):  # the same in English
        wrong += [f"narrow: {one}" for one in await page.evaluate(RUN, TAGS)]
    return response.status, wrong


async def look_at_colours(page, response):
    """Return where the colours of a page cannot be told apart, and whether it is dark at all."""
    wrong = await page.evaluate(RUN, COLOURS)
    if sum(await page.evaluate(GROUND)) > DARKEST:
        wrong.append("the page is light")
    return response.status, wrong


def drawn(language):
    """Return address -> page of what a visitor gets when something is wrong; asking takes long."""
    names = sorted({path.name for path in TEMPLATES.glob("[0-9]*.html")} | {"account/lockout.html"})
    request = RequestFactory().get("/")
    with override(language):
        return {f"/drawn/{name}": render_to_string(name, request=request) for name in names}


@contextmanager
def open_site(folder):
    """Yield the demonstration, with a region that is still empty."""
    with serving_demo(folder) as served:
        run_python(EMPTY_REGION, served.environment)
        yield served


def walk(chromium, site, language, chosen):
    """See the chosen pages in a language, and what a visitor gets when something is wrong."""
    pages = drawn(language)
    wanted = [*chosen, *(Stop(url) for url in pages)]
    tour = Tour(site.url, language, _links(site, wanted), AXE, pages)
    _nothing_wrong(look_at(chromium, tour, wanted, look), wanted)


def walk_in_the_dark(chromium, site):
    """See the colours of one page of each kind, and of a few forms that come back."""
    pages = drawn("nl")
    wanted = [*one_of_each(), *(Stop(url) for url in pages)]
    tour = Tour(site.url, "nl", _links(site, wanted), AXE, pages, scheme="dark")
    _nothing_wrong(look_at(chromium, tour, wanted, look_at_colours), wanted)


def _links(site, wanted):
    return {role: site.login_link(role) for role in {stop.role for stop in wanted} - {""}}


def _nothing_wrong(found, wanted):
    assert {stop: status for stop, (status, _) in found.items()} == {
        stop: stop.status for stop in wanted
    }
    wrong = [f"{stop}: {one}" for stop, (_, told) in found.items() for one in told]
    assert not wrong, "\n".join(wrong)
