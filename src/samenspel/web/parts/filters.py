# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The choices above a list of measures, and what a visitor chose; nothing else gets through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from samenspel.agenda.queries import Wanted


@dataclass(frozen=True, slots=True)
class Choice:
    """One drop-down: ``options`` are (value, label, chosen)."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]

    @property
    def chosen(self) -> str:
        """The chosen value, or nothing."""
        return next((value for value, _label, chosen in self.options if chosen), "")


def choices(asked: QueryDict, offered: Mapping[str, Iterable[tuple[str, str]]]) -> list[Choice]:
    """
    Return a drop-down for each name in ``LABELS``.

    Raises:
        Http404: something was asked that is not offered.
    """
    return [_choice(name, asked.get(name, ""), offered[name]) for name in _WANTED]


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


def _choice(name: str, asked: str, offered: Iterable[tuple[str, str]]) -> Choice:
    options = tuple((value, label, value == asked) for value, label in offered)
    if asked and not any(chosen for _value, _label, chosen in options):
        raise Http404
    return Choice(name, _labels()[name], options)


def _labels() -> dict[str, str]:
    return {
        "opgave": _("Challenge"),
        "lijn": _("Programme line"),
        "fase": _("Phase"),
        "partij": _("Party"),
        "veld": _("Policy field"),
    }
