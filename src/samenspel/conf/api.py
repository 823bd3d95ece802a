# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How the REST API behaves and what it says of itself; read by Django's settings."""

from typing import Any

VERSION = "1.0.0-alpha.1"
"""Full version of the API; its first number is that of the address, ``/api/v1``."""

REQUESTS = "600/min"
"""From one address, as counted by one server process."""

DESCRIPTION = """\
Reads the joint agenda of a region: its parties, challenges, goals and measures, every version of
the agenda, what the parties promised and agreed, how it goes, and the ledger of every act. Nothing
can be changed here.

Everything published is open to all. Who is logged in on the pages can also read the open draft
of a region in which they have a role, and the drafts of deals of their own party. People are not
in the API.

Lists are paged. Amounts are whole eurocents, quantities are decimal text, moments are in UTC.
What is unknown is null or empty, never zero. A refusal is `application/problem+json` (RFC 9457).
The language of the API, of its messages and of its documentation is English; the content is in
the language of the region, mostly Dutch.
"""


def rest_framework(*, behind_proxy: bool) -> dict[str, Any]:
    """
    Return the settings of the REST framework.

    Behind a proxy the address of a visitor is the one that the proxy wrote down last.
    """
    return {
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "DEFAULT_PARSER_CLASSES": [],
        "DEFAULT_AUTHENTICATION_CLASSES": ["samenspel.api.callers.Reader"],
        "DEFAULT_PERMISSION_CLASSES": [],  # what may be seen is decided by the queries
        "DEFAULT_THROTTLE_CLASSES": ["samenspel.api.callers.ByAddress"],
        "DEFAULT_THROTTLE_RATES": {"address": REQUESTS},
        "NUM_PROXIES": 1 if behind_proxy else 0,
        "DEFAULT_SCHEMA_CLASS": "samenspel.api.describing.Description",
        "EXCEPTION_HANDLER": "samenspel.api.refusals.refuse",
        "URL_FORMAT_OVERRIDE": None,
    }


def spectacular(*, contact: str) -> dict[str, Any]:
    """Return the settings of the description; *contact* is a mailto: or https: address."""
    return {
        "TITLE": "Samenspel API",
        "DESCRIPTION": DESCRIPTION,
        "VERSION": VERSION,
        "OAS_VERSION": "3.0.3",
        "CONTACT": _contact(contact),
        "LICENSE": {
            "name": "EUPL-1.2",
            "url": "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
        },
        "TAGS": [
            {"name": "api", "description": "Where reading starts."},
            {"name": "regions", "description": "Regions, parties, bodies and words."},
            {"name": "agenda", "description": "Versions of the agenda and what is in them."},
            {
                "name": "deals",
                "description": "Deals, commitments, signatures, and who helps whom.",
            },
            {"name": "funding", "description": "Who pays what, and whether that holds."},
            {
                "name": "councils",
                "description": "Councils, their calendar, and what they are asked.",
            },
            {"name": "progress", "description": "How measures and goals go, and reports of it."},
            {"name": "ledger", "description": "Every act, sealed."},
        ],
        "SCHEMA_PATH_PREFIX": "",
        "POSTPROCESSING_HOOKS": [],
        "PATH_CONVERTER_OVERRIDES": {"api-number": {"type": "integer", "minimum": 1}},
        "SORT_OPERATIONS": False,
        "SORT_OPERATION_PARAMETERS": False,
    }


def _contact(address: str) -> dict[str, str]:
    """Return whom to ask, with everything that the Design Rules want there."""
    found = {
        "name": "Samenspel",
        "url": "https://samenspel.example",
        "email": "api@samenspel.example",
    }
    if address.startswith("mailto:"):
        return {**found, "email": address.removeprefix("mailto:")}
    return {**found, "url": address}
