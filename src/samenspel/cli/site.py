# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The address that links lead to when no visitor asked for a page."""

from samenspel.cli.flags import settings


def site() -> str:
    """Return the address that the settings lead people to; with a proxy, its first host name."""
    found = settings()
    if found["https"].value:
        return "https://" + str(found["allowed_hosts"].value).split(",")[0].strip()
    return f"http://{found['host'].value}:{found['port'].value}"
