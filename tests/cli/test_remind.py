# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Reminding by the command: a mail each, once; what is shown first; a mail server that is away."""

import email
import json
import socket
from dataclasses import replace
from email import policy

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from samenspel.cli import remind as command
from samenspel.cli.demo_data import load
from samenspel.cli.problems import Problem
from samenspel.conf.mail import MailServer, mail_server
from samenspel.delivery.models import Ask, Notice
from samenspel.regions.queries import region

AT = "2027-04-01T09:00"


@pytest.fixture
def place(db):
    load(step=lambda: None)
    return region("lindewaard")


class Refusing(BaseEmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, _messages):
        raise OSError(550, "no such box")


class Away(BaseEmailBackend):
    """A mail server that cannot be reached."""

    def open(self):
        raise ConnectionRefusedError(111, "Connection refused")


def send(place, at=AT):
    return command._send(place, command._moment(at), "http://samenspel.example")


def test_everybody_gets_one_mail_for_all_their_measures_and_never_again(place):
    sent = send(place)
    assert len(mail.outbox) == len({one["to"] for one in sent}) == len(sent) == 17
    assert sum(len(one["measures"]) for one in sent) == 24
    assert send(place) == []
    assert len(mail.outbox) == 17
    assert not Notice.objects.filter(sent_at=None).exists()


def test_a_mail_is_text_and_html_in_dutch_with_a_way_to_stop_it(place):
    send(place)
    found = next(one for one in mail.outbox if "roc-de-linde" in one.to[0])
    assert found.subject == "Lindewaard en omstreken: hoe gaat het met uw 3 maatregelen?"
    read = email.message_from_bytes(found.message().as_bytes(), policy=policy.default)
    text, html = (read.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert text.count("/antwoord/") == html.count("/antwoord/") == 3
    assert "Techniekhuis Lindewaard" in text
    assert "http://samenspel.example/antwoord/" in text
    assert read["List-Unsubscribe"].strip().startswith("<http")
    assert read["Auto-Submitted"] == "auto-generated"
    assert "<script" not in html
    assert "src=" not in html


def test_a_server_that_is_away_costs_nobody_a_question(place, settings):
    before = Ask.objects.count()
    settings.EMAIL_BACKEND = f"{__name__}.Away"
    with pytest.raises(Problem, match="cannot be reached"):
        send(place)
    assert Ask.objects.count() == before
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert len(send(place)) == 17


def test_what_a_server_refuses_is_told_and_not_sent_again(place, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert all("no such box" in one["failed"] for one in send(place))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send(place) == []


def test_a_moment_that_is_none_is_refused():
    with pytest.raises(Problem, match="is no moment"):
        command._moment("tomorrow")


def test_the_command_shows_what_is_due_and_sends_nothing(served):
    asked = ("--region", "lindewaard", "--at", AT, "--dry-run", "--json")
    done = served.run("remind", *asked)
    rows = json.loads(done.stdout)
    assert len(rows) == 24
    assert {one["kind"] for one in rows} == {"ask"}
    assert json.loads(served.run("remind", *asked).stdout) == rows


SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("smtp://mail.example", MailServer(SMTP, "mail.example", 25)),
        (
            "smtp+tls://me@mail.example",
            MailServer(SMTP, "mail.example", 587, "me", starts_tls=True),
        ),
        ("smtps://a%40b@m.example:4650", MailServer(SMTP, "m.example", 4650, "a@b", is_tls=True)),
    ],
)
def test_a_mail_server_is_one_address(tmp_path, address, found):
    assert mail_server(address, "pass", tmp_path) == replace(found, password="pass")


def test_without_a_server_mail_goes_to_the_terminal_or_a_folder(tmp_path):
    assert mail_server("console", "", tmp_path).backend.endswith("console.EmailBackend")
    assert mail_server("file", "", tmp_path).folder == str(tmp_path / "mail")


def test_a_real_server_gets_the_mail(place, settings):
    """Spoken to over a socket, as far as a server that hangs up lets it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.getsockname()
        settings.EMAIL_TIMEOUT = 1
        with pytest.raises(Problem, match="Nothing was sent"):
            send(place)
