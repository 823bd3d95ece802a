# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a visitor sees when something is wrong: a page of the house, and nothing of the inside."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client
from django.urls import path

from samenspel.conf.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500"]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

INSIDE = "het geheim van de smid"


def failing(error):
    """Return a view that fails."""

    def view(_request):
        raise error(INSIDE)

    return view


ERRORS = {400: SuspiciousOperation, 403: PermissionDenied, 404: Http404, 500: ZeroDivisionError}

urlpatterns = [
    *(path(f"fout/{status}/", failing(error)) for status, error in ERRORS.items()),
    *urlpatterns,
]


@pytest.mark.parametrize("status", ERRORS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_error_has_a_page_in_the_language_of_the_visitor(status, language):
    client = Client(raise_request_exception=False)
    client.cookies["django_language"] = language
    response = client.get(f"/fout/{status}/")
    html = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}"' in html
    assert html.count("<h1>") == 1
    assert INSIDE not in html


def test_a_form_without_its_token_is_refused_in_the_same_style():
    response = Client(enforce_csrf_checks=True).post("/taal/", {"language": "en"})
    assert response.status_code == 403
    assert 'class="brand"' in response.content.decode()


def test_the_page_for_our_own_fault_asks_nothing_of_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        Client(raise_request_exception=False).get("/fout/500/")
