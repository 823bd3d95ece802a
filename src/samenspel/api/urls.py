# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Addresses of the REST API, without a trailing slash as the NL GOV API Design Rules want it.

The API is loaded when the first request for it comes: it takes half a second that a page, a
command or the start of the server should not wait for.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, register_converter
from django.utils import translation

LANGUAGE = "en"
"""The API and its messages are in one language, whatever the reader chose for the pages."""


class Slug:
    """What a region, party or body is known by."""

    regex = "[a-z0-9][a-z0-9-]{0,49}"

    def to_python(self, value: str) -> str:
        """Return it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return it as it is."""
        return value


class Key(Slug):
    """What a part of an agenda is known by."""

    regex = "[A-Za-z0-9][A-Za-z0-9-]{0,19}"


class Number:
    """A number of a version or entry, within what every database can compare."""

    regex = "[1-9][0-9]{0,14}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return it written out."""
        return str(value)


register_converter(Slug, "api-slug")
register_converter(Key, "api-key")
register_converter(Number, "api-number")

_REGION = "regions/<api-slug:region>"
_DEAL = f"{_REGION}/deals/<api-slug:slug>"

ROUTES: Mapping[str, str] = {
    "root": "",
    "description": "openapi.json",
    "regions": "regions",
    "region": _REGION,
    "municipalities": f"{_REGION}/municipalities",
    "parties": f"{_REGION}/parties",
    "party": f"{_REGION}/parties/<api-slug:slug>",
    "bodies": f"{_REGION}/bodies",
    "body": f"{_REGION}/bodies/<api-slug:slug>",
    "seats": f"{_REGION}/seats",
    "mandates": f"{_REGION}/mandates",
    "inhabitants": f"{_REGION}/inhabitants",
    "terms": f"{_REGION}/terms",
    "versions": f"{_REGION}/versions",
    "version": f"{_REGION}/versions/<api-number:number>",
    "differences": f"{_REGION}/versions/<api-number:number>/differences",
    "challenges": f"{_REGION}/challenges",
    "challenge": f"{_REGION}/challenges/<api-key:key>",
    "lines": f"{_REGION}/lines",
    "line": f"{_REGION}/lines/<api-key:key>",
    "goals": f"{_REGION}/goals",
    "goal": f"{_REGION}/goals/<api-key:key>",
    "measures": f"{_REGION}/measures",
    "measure": f"{_REGION}/measures/<api-key:key>",
    "interests": f"{_REGION}/interests",
    "orphans": f"{_REGION}/orphans",
    "progress": f"{_REGION}/progress",
    "observations": f"{_REGION}/observations",
    "reports": f"{_REGION}/reports",
    "deals": f"{_REGION}/deals",
    "deal": _DEAL,
    "deal-versions": f"{_DEAL}/versions",
    "deal-version": f"{_DEAL}/versions/<api-number:number>",
    "deal-text": f"{_DEAL}/versions/<api-number:number>/text",
    "deal-differences": f"{_DEAL}/versions/<api-number:number>/differences",
    "deal-signatures": f"{_DEAL}/signatures",
    "deal-withdrawals": f"{_DEAL}/withdrawals",
    "deal-withdrawal": f"{_DEAL}/withdrawals/<api-slug:party>",
    "commitments": f"{_REGION}/commitments",
    "commitment": f"{_REGION}/commitments/<api-key:key>",
    "commitment-steps": f"{_REGION}/commitments/<api-key:key>/steps",
    "commitment-conditions": f"{_REGION}/commitments/<api-key:key>/conditions",
    "overdue": f"{_REGION}/overdue",
    "balances": f"{_REGION}/balances",
    "exchanges": f"{_REGION}/exchanges",
    "funding-sources": f"{_REGION}/funding-sources",
    "funding-lines": f"{_REGION}/funding-lines",
    "funding-gaps": f"{_REGION}/funding-gaps",
    "funding-tests": f"{_REGION}/funding-tests",
    "allocations": f"{_REGION}/allocations",
    "scenarios": f"{_REGION}/scenarios",
    "payments": f"{_REGION}/payments",
    "cash": f"{_REGION}/cash",
    "forecasts": f"{_REGION}/forecasts",
    "sisa-years": f"{_REGION}/sisa-years",
    "councils": f"{_REGION}/councils",
    "calendars": f"{_REGION}/calendars",
    "decision-moments": f"{_REGION}/decision-moments",
    "ledger-entries": f"{_REGION}/ledger-entries",
    "ledger-entry": f"{_REGION}/ledger-entries/<api-number:seq>",
    "ledger-head": f"{_REGION}/ledger-head",
    "ledger-heads": f"{_REGION}/ledger-heads",
}
"""Name of each resource -> its address below ``/api/v1/``."""


def _later(name: str) -> Callable[..., HttpResponseBase]:
    """Return a view that loads the API when it is first asked."""

    def serve(request: HttpRequest, **where: Any) -> HttpResponseBase:
        with translation.override(LANGUAGE):
            from samenspel.api.views import VIEWS

            response = VIEWS[name](request, **where)
        response.headers["Content-Language"] = LANGUAGE
        return response

    serve.csrf_exempt = True  # type: ignore[attr-defined]  # nothing can be written here
    return serve


urlpatterns: list[URLPattern] = [
    path("v1", _later("root")),  # the entry answers with and without the slash of its folder
    *(path(f"v1/{route}", _later(name), name=f"api-{name}") for name, route in ROUTES.items()),
]
