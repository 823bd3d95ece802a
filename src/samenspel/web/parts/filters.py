# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The choices above a list of measures, and what a visitor chose; nothing else gets through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.agenda.queries import Wanted


@dataclass(frozen=True, slots=True)
class Choice:
    """One drop-down, and what was chosen in it, if anything."""

    name: str
    label: str
    chosen: str
    options: SafeString


def choices(asked: QueryDict, offered: Mapping[str, Iterable[tuple[str, str]]]) -> list[Choice]:
    """
    Return a drop-down for each thing that measures can be chosen by.

    Raises:
        Http404: something was asked that is not offered.
    """
    return [
        choice(name, label, asked.get(name, ""), offered[name]) for name, label in _labels().items()
    ]


def wanted(chosen: Iterable[Choice]) -> Wanted:
    """Return what to ask the database."""
    return Wanted(**{_WANTED[one.name]: one.chosen for one in chosen})


_WANTED = {
    "opgave": "challenge",
    "lijn": "line",
    "fase": "phase",
    "partij": "party",
    "veld": "policy_field",
}
"""Name in the address -> what is asked."""


def choice(name: str, label: str, asked: str, offered: Iterable[tuple[str, str]]) -> Choice:
    """Return one drop-down. Raise Http404 when *asked* is not offered."""
    known = list(offered)
    if asked and asked not in dict(known):
        raise Http404
    rows = ((value, _SELECTED if value == asked else "", label) for value, label in known)
    options = format_html_join("", '<option value="{}"{}>{}</option>', rows)
    return Choice(name, label, asked, options)


_SELECTED = format_html(" {}", "selected")


def _labels() -> dict[str, str]:
    return {
        "opgave": _("Challenge"),
        "lijn": _("Programme line"),
        "fase": _("Phase"),
        "partij": _("Party"),
        "veld": _("Policy field"),
    }
