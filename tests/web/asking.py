# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Asks as anybody, and tells what came of it: the answer, what it wrote, which marks it bears."""

import re
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from cash_world import payment
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from form_fields import Fields
from funding_world import new_source, plan_file
from world import AWAY, CODES, HOME, MARKS, REGIONS, SECRETARY, VISITORS, region

from samenspel.agenda.services import keep_preview
from samenspel.core.own_figures import OwnFigure, plain
from samenspel.core.record_json import dumps
from samenspel.sources.own_figures import written
from samenspel.sources.payment_files import COLUMNS
from samenspel.web.views.workbench.payment_file import plain as payment_plain
from samenspel.web.views.workbench.plan_file import kept

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
_ASIDE = {"django_session", "ledger_treehead"}
"""What may be written when somebody only looks: their session, and once an hour a signed head."""

_WRITES = re.compile(
    rf"\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b(?!.*\b(?:{'|'.join(sorted(_ASIDE))})\b)", re.DOTALL
)

_COUNT = "(SELECT count(*) FROM {})"
_HEAD = (
    "(SELECT digest FROM ledger_entry"
    " WHERE book_id = (SELECT id FROM ledger_book WHERE slug = '{}') ORDER BY seq DESC LIMIT 1)"
)


class Browser(RequestFactory):
    """Django's test client without its copies of every context, which cost more than the page."""

    def __init__(self, *, checks=False):
        super().__init__()
        self.handler = ClientHandler(enforce_csrf_checks=checks)

    def request(self, **environ):
        """Return the answer."""
        return self.handler(self._base_environ(**environ))


class Asking:
    """One browser in the hands of whoever asks; every visitor has a session in both regions."""

    def __init__(self, world, at):
        self.world = world
        self.browser = Browser()
        self.forms = {}
        self.sessions = {
            (visitor, slug): _session(world.accounts[visitor.mark], slug, at)
            for visitor in VISITORS[1:]
            for slug in (HOME, AWAY)
        }

    def ask(self, visitor, slug, url, data=None, method=""):
        """
        Return the answer to a GET, to a POST of *data* or by another method.

        Added to it are ``written``, the statements that wrote (see ``_ASIDE``), and ``text_of_it``.
        """
        cache.clear()  # the API counts requests there
        cookies = self.browser.cookies
        cookies.clear()
        if (visitor, slug) in self.sessions:
            cookies[settings.SESSION_COOKIE_NAME] = self.sessions[visitor, slug]
        with writing() as statements:
            send = getattr(self.browser, method or ("get" if data is None else "post"))
            response = send(url, data)
            response.text_of_it = text_of(response)
        response.written = statements
        return response

    def form(self, case, route, slug):
        """Return what a form in a region would send, filled in by its secretary."""
        names = self.world.names[slug]
        if case.upload and route == "workbench-figures":
            return {"figures": SimpleUploadedFile("cijfers.csv", written([own_figure(slug)], {}))}
        if case.upload and route == "workbench-payments-file":
            name = "betalingen.csv"
            return {"payments": SimpleUploadedFile(name, payments_file(slug, names["k"]))}
        if case.upload and route == "workbench-funding-file":
            return {"plan": SimpleUploadedFile("plan.ods", plan_file(slug, names["k"]))}
        if case.upload:
            text = dumps(region(slug)).replace("Waar het om gaat.", "Anders.")
            return {"workbook": SimpleUploadedFile("werkboek.json", text.encode())}
        filled = {name: _filled(value, names) for name, value in case.fill.items()}
        return self.fields(case, route, slug).values | filled

    def fields(self, case, route, slug):
        """
        Return the fields of a form in a region, asked for once.

        As its secretary gets it, or else the first other who does.
        """
        url = case.url(case.page or route, self.world.names[slug])
        if url not in self.forms:
            pages = (self.ask(one, slug, url) for one in (SECRETARY[slug], *VISITORS[1:]))
            found = next((page.text_of_it for page in pages if page.status_code == 200), "")
            self.forms[url] = Fields(found)
        return self.forms[url]


def _filled(value, names):
    """Return what is typed in a field, or the boxes that are ticked."""
    if isinstance(value, str):
        return value.format(**names)
    return [one.format(**names) for one in value]


def _session(account, slug, at):
    """Return the key of a session that is logged in and has a workbook of a region waiting."""
    client = Client()
    client.force_login(account, BACKEND)
    session = client.session
    token = keep_preview(record=region(slug), account_id=account.pk, at=at)
    session["workbook"] = {"region": slug, "token": token}
    session["figures"] = {
        "region": slug,
        "until": (at + timedelta(hours=1)).isoformat(),
        "figures": plain([own_figure(slug)]),
    }
    until = (at + timedelta(hours=1)).isoformat()
    session["plan"] = kept(slug, until, [new_source(slug, REGIONS[slug])], [])
    session["payments"] = {
        "region": slug,
        "until": (at + timedelta(hours=1)).isoformat(),
        "payments": [payment_plain(payment(slug, REGIONS[slug], "nieuw"))],
    }
    session.save()
    return session.session_key


def payments_file(slug, k):
    """Return a csv file with one new payment for M1."""
    row = ["b1", "1-6-2025", "betaald", "termijn", f"{k}G9", f"{slug}-zuid", f"{k}M1", "2025"]
    lines = (";".join(one.heading for one in COLUMNS), ";".join([*row, "12,50", "Afschrift"]))
    return "\r\n".join(lines).encode()


def own_figure(slug):
    """Return a figure of a region's own."""
    place = f"{CODES[slug]}1"
    return OwnFigure(
        "mbo", 2025, "Mbo", "%", "neutral", "mean", "DUO", "CC0", values=((place, "12.5"),)
    )


@contextmanager
def writing():
    """Yield a list that fills with the statements that write, but for ``_ASIDE``."""
    found = []

    def watch(execute, sql, params, many, context):
        if _WRITES.match(sql):
            found.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


@contextmanager
def undone():
    """Undo whatever is written within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def digest():
    """Return how many rows every table has but for ``_ASIDE``, and the last entries."""
    tables = {model._meta.db_table for model in apps.get_models()} - _ASIDE
    counts = [_COUNT.format(table) for table in sorted(tables)]
    heads = [_HEAD.format(slug) for slug in REGIONS]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(counts + heads))
        return cursor.fetchone()


def text_of(response):
    """Return everything in an answer as text: headers, cookies, content, what is in an archive."""
    data = b"".join(response) if response.streaming else response.content
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            data = b"\n".join(archive.read(name) for name in archive.namelist())
    text = data.decode(response.charset or "utf-8", errors="replace")
    return "\n".join([text, *map(str, response.headers.items()), str(response.cookies)])


def marks(response):
    """Return the marks that an answer bears."""
    return set(MARKS.findall(response.text_of_it.lower()))
