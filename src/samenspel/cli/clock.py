# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The clock, for commands that run before Django is there."""

from datetime import date, datetime


def today() -> date:
    """Return the day it is where this machine stands."""
    return datetime.now().astimezone().date()  # noqa: TID251 - the clock, before Django is there
