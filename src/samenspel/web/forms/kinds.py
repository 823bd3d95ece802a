# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be edited with a form: its word in an address, its kind, its form."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.kinds import ACTS
from samenspel.core.rights import Act
from samenspel.web.forms.content import ChallengeForm, GoalForm, InterestForm, LineForm
from samenspel.web.forms.facts import (
    BodyForm,
    InhabitantsForm,
    MunicipalityForm,
    PartyForm,
    SeatForm,
    TermForm,
)
from samenspel.web.forms.measure import MeasureForm
from samenspel.web.forms.record_form import RecordForm
from samenspel.words.labels import KINDS


@dataclass(frozen=True, slots=True)
class Editable:
    """What people edit; ``act`` is what changing it is, ``add`` the words for adding one."""

    slug: str
    kind: str
    form: type[RecordForm]
    act: Act
    add: Promise

    @property
    def one(self) -> str:
        """What one is called, without capital."""
        return str(KINDS[self.kind].one)

    @property
    def many(self) -> str:
        """What more are called, without capital."""
        return str(KINDS[self.kind].many)


def _by_slug(table: Iterable[Editable]) -> dict[str, Editable]:
    return {one.slug: one for one in table}


CONTENT = _by_slug(
    Editable(slug, kind, form, ACTS[kind], add)
    for slug, kind, form, add in (
        ("opgave", "challenge", ChallengeForm, _("Add a challenge")),
        ("programmalijn", "line", LineForm, _("Add a programme line")),
        ("doel", "goal", GoalForm, _("Add a goal")),
        ("maatregel", "measure", MeasureForm, _("Add a measure")),
        ("belang", "interest", InterestForm, _("Add an interest")),
    )
)
"""What an agenda holds."""

FACTS = _by_slug(
    Editable(slug, kind, form, Act.EDIT_PARTY if kind == "party" else Act.EDIT_REGION, add)
    for slug, kind, form, add in (
        ("gemeente", "municipality", MunicipalityForm, _("Add a municipality")),
        ("inwoners", "inhabitants", InhabitantsForm, _("Add a number of inhabitants")),
        ("partij", "party", PartyForm, _("Add a party")),
        ("overleg", "body", BodyForm, _("Add a body")),
        ("zetel", "seat", SeatForm, _("Add a seat")),
        ("begrip", "term", TermForm, _("Add a term")),
    )
)
"""What is kept of a region besides."""


def address_of(known_by: str) -> str:
    """
    Return what a thing is known by as one part of an address, different for each.

    >>> address_of("board/north/chair"), address_of("1/2~50%")
    ('board~north~chair', '1~2%7E50%25')
    """
    return known_by.replace("%", "%25").replace("~", "%7E").replace("/", "~")


def known_by_of(address: str) -> str:
    """Return what a thing is known by from its part of an address."""
    return address.replace("~", "/").replace("%7E", "~").replace("%25", "%")
