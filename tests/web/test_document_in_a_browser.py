# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile as one HTML file, opened in a browser: accessible, and nothing sticks out."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from axe_walk import AXE, look
from browsing import FLAGS
from django.utils import translation
from playwright.async_api import async_playwright

from samenspel.documents.html import report_html
from samenspel.documents.profile import Asked, profile_document
from samenspel.sources.profile_columns import years
from samenspel.sources.profiles import profile, scales, subject_of

pytestmark = pytest.mark.browser

SHOWN = "income-per-inhabitant"


def html_of(*codes):
    """Return the document of some regions in Dutch."""
    found = tuple(profile(subject_of(code), years()[-1]) for code in codes)
    with translation.override("nl"):
        asked = Asked(found, scales(SHOWN, years()[-1]), SHOWN)
        return report_html(profile_document(asked, made=date(2026, 11, 24)))


async def looked(chromium, file):
    """Return what is wrong with a file in a browser, and what it wanted from elsewhere."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        page = await browser.new_page(viewport={"width": 1280, "height": 900})
        asked = []
        page.on("request", lambda one: asked.append(one.url))
        await page.add_init_script(AXE)
        response = await page.goto(file.as_uri())
        _status, wrong = await look(page, response)
        await browser.close()
    return wrong, [one for one in asked if not one.startswith(("data:", file.as_uri()))]


@pytest.mark.parametrize("codes", [("AM05",), ("AM05", "AM06", "AM25")], ids=len)
def test_a_document_opens_accessible_and_alone(chromium, tmp_path, codes):
    file = tmp_path / "profiel.html"
    file.write_text(html_of(*codes), encoding="utf-8")
    with ThreadPoolExecutor(1) as apart:
        wrong, elsewhere = apart.submit(asyncio.run, looked(chromium, file)).result()
    assert (wrong, elsewhere) == ([], [])
