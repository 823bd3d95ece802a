# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The one form of a refusal: ``application/problem+json``, RFC 9457.

Nothing here loads the API itself, so that the middleware stays light.
"""

from http import HTTPStatus

MEDIA_TYPE = "application/problem+json"


def problem(status: int, detail: str = "") -> dict[str, object]:
    """Return the body of a refusal: what the Design Rules ask for, and nothing else."""
    meaning = HTTPStatus(status)
    return {
        "status": status,
        "title": meaning.phrase,
        "detail": detail or f"{meaning.description or meaning.phrase}.",
    }
