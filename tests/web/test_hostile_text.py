# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever people type stays text: nothing runs, no link leads astray, no page breaks."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from browsing import Tour, look_at
from django.test import Client
from django.urls import reverse
from every_page import EMPTY, NO_PAGES, SIGNERS, Stop
from hostile_world import PAYLOADS
from matrix import NOWHERE
from matrix_table import ROUTES
from world import HOME, region

from samenspel.core.checks import check
from samenspel.core.problems import RecordError
from samenspel.web.forms.people import MandateForm
from served import environment_of, run, run_python, serving

WATCH = """
window.broken = [];
window.alert = window.confirm = window.prompt = text => window.broken.push(`dialog: ${text}`);
document.addEventListener("securitypolicyviolation", event => {
  window.broken.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
INSPECT = """
() => {
  const every = [...document.querySelectorAll("*")];
  const live = every.filter(one =>
    ["SCRIPT", "IFRAME", "OBJECT", "EMBED", "BASE", "STYLE", "FRAME"].includes(one.tagName)
    || one.hasAttribute("style")
    || one.getAttributeNames().some(name => name.startsWith("on")));
  const links = every.flatMap(one => ["href", "src", "action", "formaction"].map(n => one[n]))
    .filter(one => typeof one === "string" && one !== "")
    .map(one => one.split(":")[0].toLowerCase());
  return {
    broken: window.broken,
    live: live.map(one => one.outerHTML.slice(0, 200)),
    schemes: [...new Set(links)],
    out: document.documentElement.scrollWidth - innerWidth,
    shown: document.body.innerText.includes("alert(1)"),
  };
}
"""
ASKED = '"><script>alert(13)</script>'
REFLECTED = [
    f"/{HOME}/agenda/?partij={ASKED}",
    f"/{HOME}/agenda/?versie={ASKED}",
    f"/{HOME}/agenda/?page={ASKED}",
    f"/{HOME}/grootboek/?over=measure:{ASKED}",
    f"/{HOME}/grootboek/?soort={ASKED}&voor={ASKED}",
    f"/{HOME}/maatregelen/{ASKED}/",
    f"/{ASKED}/",
    f"/inloggen/?next={ASKED}",
    "/inloggen/?next=javascript:alert(14)",
    f"/inloggen/eenmalig/{ASKED}/",
    f"/werkblad/{HOME}/agenda/maatregel/{ASKED}/",
    f"/werkblad/{HOME}/agenda/maatregel/?page={ASKED}",
]
"""Addresses with ill will in the question itself."""


FOUL_LINKS = [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ftp://x.example/",
    "file:///etc/passwd",
    "//x.example/",
    "x.example",
    "https:x.example",
    "https://goed@x.example/",
]
"""What is no address of a website, or one of somebody else than it seems."""

PLANTED = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p style='display:none'>",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe srcdoc=x></iframe>",
    f"<p>{'W' * 200}",
]
"""What the walk must see."""

BUILD = "import django; django.setup(); import hostile_world as world; world.main()"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of a server with nothing but ill will, and the names of what is there."""
    folder = tmp_path_factory.mktemp("hostile")
    environment = environment_of(folder) | {"PYTHONPATH": str(Path(__file__).parent)}
    run("manage", "migrate", environment=environment).check_returncode()
    told = json.loads(run_python(BUILD, environment))
    with serving("serve", "--port", "0", environment=environment) as url:
        yield url, told


async def look(page, response):
    """Return what a page holds that it must not, wide and narrow."""
    seen = await page.evaluate(INSPECT)
    await page.set_viewport_size({"width": 320, "height": 900})
    return seen | await page.evaluate(INSPECT) | {"status": response.status}


def stops(names):
    """Return every page as nobody and as a secretary, and every form with ill will typed in it."""
    found = [Stop(url, role) for url in REFLECTED for role in ("", "secretary")]
    for route, cases in ROUTES.items():
        if route in NO_PAGES or route.startswith(("api-", "/api", "account_logout")):
            continue
        for url in {case.url(route, names) for case in cases if case.reads not in (None, NOWHERE)}:
            inside, signs = route.startswith("workbench"), route in SIGNERS
            who = "representative" if signs else "secretary"
            found += [Stop(url, who), *([] if inside else [Stop(url)])]
            is_form = route in EMPTY and route not in {"account_set_password", "account_login"}
            if is_form and not (signs and url.endswith("-zuid/")):  # the signer is of noord
                found.append(Stop(url, who, sent="ill"))
    return found


def faults(seen):
    """Yield what is wrong with a page."""
    yield from (*seen["broken"], *seen["live"])
    yield from (f"a link to {one}" for one in set(seen["schemes"]) - {"http", "https", "mailto"})
    if seen["status"] >= 500:
        yield f"gives {seen['status']}"
    if seen["out"] > 0:
        yield f"sticks out {seen['out']} pixels at 320"


@pytest.mark.browser
def test_no_text_comes_to_life(chromium, site):
    url, told = site
    links = {who: f"{url}/inloggen/eenmalig/{key}/" for who, key in told["links"].items()}
    tour = Tour(url, links=links, script=WATCH, sent={"ill": " ".join(PAYLOADS)})
    found = look_at(chromium, tour, stops(told["names"]), look)
    wrong = [f"{stop}: {one}" for stop, seen in found.items() for one in faults(seen)]
    assert not wrong, "\n".join(wrong)
    assert sum(seen["shown"] for seen in found.values()) > len(found) / 2


@pytest.mark.browser
def test_what_comes_to_life_is_seen(chromium, site):
    drawn = {f"/drawn/{number}": f"<!doctype html>{one}" for number, one in enumerate(PLANTED)}
    tour = Tour(site[0], script=WATCH, drawn=drawn)
    found = look_at(chromium, tour, [Stop(url) for url in drawn], look)
    assert [drawn[stop.url] for stop, seen in found.items() if not list(faults(seen))] == []


@pytest.mark.parametrize("link", FOUL_LINKS)
def test_a_website_is_an_address_on_the_web(link):
    record = region(HOME)
    party = replace(record.parties[0], website=link)
    with pytest.raises(RecordError) as caught:
        check(replace(record, parties=(party, *record.parties[1:])))
    assert "website" in {problem.field for problem in caught.value.problems}


@pytest.mark.parametrize("link", FOUL_LINKS[:6])
def test_the_decision_behind_a_mandate_is_on_the_web(link):
    form = MandateForm({"link": link}, people=[], parties=[], on=date(2026, 1, 1))
    assert "link" in form.errors


@pytest.mark.django_db
@pytest.mark.parametrize("link", ["//x.example/", "https://x.example/", "javascript:alert(1)", ""])
def test_nobody_is_sent_to_another_site(link):
    answer = Client().post(reverse("set-language"), {"language": "en", "next": link})
    assert answer["Location"] == "/"
