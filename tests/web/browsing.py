# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Looks at many pages in one browser, a few at a time."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from playwright.async_api import async_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AT_ONCE = 3
PATIENCE = 30_000
"""Milliseconds."""

SEND = """
text => {
  const form = [...document.querySelectorAll("main form")].at(-1);
  for (const one of form.elements) {
    if (["text", "email", "password", "textarea", "url"].includes(one.type)) one.value = text;
    if (one.type === "date") one.value = "";
    if (one.tagName === "SELECT") one.value = "";
    if (one.type === "checkbox") one.checked = false;
  }
  form.noValidate = true;
  form.requestSubmit();
}
"""
"""Fills *text* in wherever people type, and nothing in all else."""


@dataclass(frozen=True)
class Tour:
    """
    Where to look, and how.

    *links* are role -> a link that logs in once; *script* runs in each page before all else;
    *drawn* are address -> a page that is not asked of the site; *sent* what is typed in a form,
    by the name that a stop has for it; *scheme* whether people ask for light or dark colours.
    """

    site: str
    language: str = "nl"
    links: Mapping[str, str] = field(default_factory=dict)
    script: str = ""
    drawn: Mapping[str, str] = field(default_factory=dict)
    sent: Mapping[str, str] = field(default_factory=lambda: {"empty": ""})
    scheme: str = "light"


def look_at(chromium, tour, stops, look):
    """Return stop -> what ``look(page, response)`` says of it."""
    job = _walk(chromium, tour, stops, look)
    with ThreadPoolExecutor(1) as apart:  # other tests may have a loop in this thread
        return apart.submit(asyncio.run, job).result()


async def _walk(chromium, tour, stops, look):
    found, waiting = {}, asyncio.Queue()
    for stop in stops:
        waiting.put_nowait(stop)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        contexts = {}
        for role in sorted({stop.role for stop in stops}):
            contexts[role] = await _context(browser, tour, tour.links.get(role))
        workers = (_work(contexts, tour, waiting, look, found) for _ in range(AT_ONCE))
        await asyncio.gather(*workers)
        await browser.close()
    return found


async def _context(browser, tour, link):
    """Return a window of somebody who came in by *link*, if any."""
    context = await browser.new_context(
        base_url=tour.site,
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
        color_scheme=tour.scheme,
    )
    context.set_default_timeout(PATIENCE)
    language = {"name": "django_language", "value": tour.language, "url": tour.site}
    await context.add_cookies([language])
    page = await context.new_page()
    await page.goto("/inloggen/")  # once, so that all pages share one token against forgery
    if link:
        await page.goto(link)
        await page.click("main form button[type=submit]")
        await page.wait_for_url("**/werkblad/")
    await page.close()
    await context.add_init_script(tour.script)
    for url, html in tour.drawn.items():
        await context.route(tour.site + url, partial(_draw, html))
    return context


async def _draw(html, route):
    policy = {
        "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:"
    }
    await route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=policy)


async def _work(contexts, tour, waiting, look, found):
    """Look at one page after the other, as long as there are any."""
    pages = {}
    while not waiting.empty():
        stop = waiting.get_nowait()
        if stop.role not in pages:
            pages[stop.role] = await contexts[stop.role].new_page()
        page = pages[stop.role]
        page.set_default_timeout(PATIENCE)
        await page.set_viewport_size({"width": 1280, "height": 900})
        response = await page.goto(stop.url)
        if stop.sent:
            async with page.expect_navigation() as navigation:
                await page.evaluate(SEND, tour.sent[stop.sent])
            response = await navigation.value
        found[stop] = await look(page, response)
