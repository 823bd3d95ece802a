# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in: by password, by a link that works once, and what guessing leads to."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from bench import PASSWORD
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from samenspel.parties.models import Account, LoginLink
from samenspel.parties.services import make_login_link
from samenspel.web.accounts import client_address

LOGIN = "/inloggen/"
WORK = "/werkblad/"


@pytest.fixture
def account(bench):
    """The secretary, with a password."""
    found = Account.objects.get(email="secretary@dal.example")
    found.set_password(PASSWORD)
    found.save()
    return found


def link_for(bench, role="reader", valid=timedelta(hours=1)):
    secret = make_login_link(person_id=bench.people[role], at=timezone.now(), valid=valid)
    return f"/inloggen/eenmalig/{secret}/"


def log_in(client, password=PASSWORD, email="secretary@dal.example", **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def is_logged_in(client):
    return client.get(WORK).status_code == 200


# By password.


def test_a_password_opens_the_workbench(account, client):
    answer = log_in(client, email="Secretary@Dal.example ")
    assert (answer.status_code, answer.url) == (302, WORK)
    assert is_logged_in(client)


@pytest.mark.parametrize("email", ["secretary@dal.example", "nobody@dal.example"])
def test_a_wrong_password_says_no_more_than_that(account, client, email):
    page = log_in(client, "iets anders 123", email).content.decode()
    assert not is_logged_in(client)
    assert "secretary@dal.example" not in page.replace(f'value="{email}"', "")


def test_a_closed_account_stays_out(account, client):
    account.is_active = False
    account.save()
    answer = log_in(client)
    assert answer.url == "/inloggen/gesloten/"
    assert client.get(answer.url).status_code == 200
    assert not is_logged_in(client)


def test_after_ten_wrong_passwords_the_door_is_shut_for_that_address(account, client):
    answers = [log_in(client, f"gok {number}").status_code for number in range(10)]
    assert answers == [200] * 9 + [429]
    assert "gok" not in AccessAttempt.objects.get().post_data

    locked = log_in(client)

    assert locked.status_code == 429
    assert "<h1>" in locked.content.decode()
    assert not is_logged_in(client)


def test_another_address_is_not_shut_out_with_it(account, client):
    for number in range(11):
        log_in(client, f"gok {number}", "nobody@dal.example")
    assert log_in(client).status_code == 302


def test_a_link_still_works_when_the_door_is_shut(account, bench, client):
    for number in range(11):
        log_in(client, f"gok {number}")
    client.post(link_for(bench, "secretary"))
    assert is_logged_in(client)


@pytest.mark.parametrize(
    "next_url",
    ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "javascript:alert(1)", "\0"],
)
def test_nobody_is_sent_elsewhere_after_logging_in(account, client, next_url):
    answer = log_in(client, next=next_url)
    assert answer.url == WORK


def test_who_asked_for_a_page_comes_there(account, client):
    wanted = client.get("/werkblad/dal/agenda/").url
    assert client.post(wanted, {"login": account.email, "password": PASSWORD}).status_code == 302
    assert log_in(Client(), next="/werkblad/dal/agenda/").url == "/werkblad/dal/agenda/"


@pytest.mark.parametrize("login", ["a\0b@dal.example", "x" * 10**6, "geen adres", ""])
def test_hostile_addresses_are_refused(account, client, login):
    assert log_in(client, email=login).status_code in {200, 400}
    assert log_in(client, "x" * 10**5).status_code in {200, 400}
    assert not is_logged_in(client)


def test_logging_out_ends_the_session(account, client):
    log_in(client)
    assert client.get("/uitloggen/").status_code == 200
    assert is_logged_in(client)
    assert client.post("/uitloggen/").status_code == 302
    assert not is_logged_in(client)


def test_nobody_signs_up(client):
    for name in ("account_signup", "account_email", "account_reset_password"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_the_forms_of_log_in_need_their_token(account):
    client = Client(enforce_csrf_checks=True)
    assert log_in(client).status_code == 403


# By a link that works once.


def test_a_link_that_is_only_looked_at_is_not_used(bench, client):
    link = link_for(bench)
    for _ in range(3):
        page = client.get(link)
        assert page.status_code == 200
    assert "Naam reader" in page.content.decode()
    assert "Het Dal" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert not is_logged_in(client)


def test_a_link_logs_in_once(bench, client):
    link = link_for(bench)
    answer = client.post(link)
    assert (answer.status_code, answer.url) == (302, WORK)
    assert is_logged_in(client)
    assert Client().post(link).status_code == 410
    assert Client().get(link).status_code == 410


@pytest.mark.parametrize("secret", ["x", "x" * 5000, "%00", "%F0%9F%92%A9", "..%2Fx"])
def test_a_made_up_link_is_refused(bench, client, secret):
    answer = client.get(f"/inloggen/eenmalig/{secret}/")
    assert answer.status_code in {404, 410}
    assert client.post(f"/inloggen/eenmalig/{secret}/").status_code in {404, 410}


def test_a_link_ends_with_its_time_and_with_the_account(bench, client):
    late = link_for(bench, valid=timedelta(seconds=-1))
    closed = link_for(bench, "analyst")
    Account.objects.filter(email="analyst@dal.example").update(is_active=False)
    assert client.post(late).status_code == 410
    assert client.post(closed).status_code == 410
    assert not is_logged_in(client)


def test_a_link_takes_over_from_who_was_logged_in(bench, client):
    client.force_login(Account.objects.get(email="officer@dal.example"))
    old = client.session.session_key
    client.post(link_for(bench, "reader"))
    assert client.session.session_key != old
    assert client.get("/werkblad/").context["user"].email == "reader@dal.example"


def test_a_link_needs_its_button(bench):
    client = Client(enforce_csrf_checks=True)
    assert client.post(link_for(bench)).status_code == 403
    assert LoginLink.objects.get().used_at is None


# Choosing a password.


def test_who_came_by_link_chooses_a_password(bench, client):
    client.post(link_for(bench, "reader"))
    assert client.get("/wachtwoord/").url == "/wachtwoord/kiezen/"
    client.post("/wachtwoord/kiezen/", {"password1": PASSWORD, "password2": PASSWORD})
    assert log_in(Client(), email="reader@dal.example").status_code == 302


@pytest.mark.parametrize("new", ["kort", "password1234", "secretary@dal.example"])
def test_a_weak_password_is_refused(account, client, new):
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    answer = client.post("/wachtwoord/", data)
    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_a_password_is_changed_by_who_knows_the_old_one(account, client):
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    new = {"password1": "een heel nieuwe ketel", "password2": "een heel nieuwe ketel"}
    assert client.post("/wachtwoord/", {"oldpassword": "fout", **new}).status_code == 200
    assert client.post("/wachtwoord/", {"oldpassword": PASSWORD, **new}).status_code == 302
    assert log_in(Client(), "een heel nieuwe ketel").status_code == 302


@pytest.mark.parametrize(
    ("https", "header", "expected"),
    [
        (False, "203.0.113.9", "127.0.0.1"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "invented, 203.0.113.9", "203.0.113.9"),
        (True, "", "127.0.0.1"),
    ],
)
def test_only_our_own_proxy_is_believed(settings, rf, https, header, expected):
    settings.HTTPS = https
    request = rf.get("/", headers={"X-Forwarded-For": header})
    assert client_address(request) == expected


def test_a_visitor_changes_no_password(client, db):
    assert client.get("/wachtwoord/").url == "/inloggen/?next=/wachtwoord/"
    assert client.get("/wachtwoord/kiezen/").url == "/inloggen/?next=/wachtwoord/kiezen/"
