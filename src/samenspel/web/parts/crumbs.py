# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The way back up from a page within an agenda."""

from django.utils.translation import gettext as _

from samenspel.web.reading import Reading


def crumbs(read: Reading, *more: tuple[str, str]) -> list[dict[str, str]]:
    """Return the agenda, then *more* (address, label)."""
    label = _("Agenda")
    if not read.is_latest:
        label = _("Agenda, version %(number)s") % {"number": read.version.number}
    way = [(read.agenda_url, label), *more]
    return [{"url": url, "label": text} for url, text in way]
