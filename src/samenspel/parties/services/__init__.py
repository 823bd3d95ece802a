# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with parties, with people and their roles, and with log-in links."""

from .links import give_login_link, make_login_link, use_login_link
from .people import add_person, end_mandate, end_role, erase_person, give_mandate, give_role
from .seating import remove_parties, save_parties

__all__ = [
    "add_person",
    "end_mandate",
    "end_role",
    "erase_person",
    "give_login_link",
    "give_mandate",
    "give_role",
    "make_login_link",
    "remove_parties",
    "save_parties",
    "use_login_link",
]
