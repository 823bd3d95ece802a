# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for the facts of a region: its parties, bodies, seats, municipalities and words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.core.region_record import (
    Body,
    Inhabitants,
    Member,
    Party,
    RegionRecord,
    Seat,
    Term,
)
from samenspel.web.forms.content import source_field
from samenspel.web.forms.fields import Choice, Code, Count, Day, Text, Year
from samenspel.web.forms.record_form import RecordForm

_UNTIL = _("The first day on which it no longer holds.")
_ADDRESS = _("Small letters, digits and hyphens, such as roc-de-linde. It stays the same.")


class RegionHeadingForm(RecordForm):
    """Name, introduction and source of a region."""

    record_kind, record_type = "region", RegionRecord

    title = Text("title")
    summary = Text("summary", required=False, help_text=_("Shown on top of the region's page."))
    source = source_field()


class PartyForm(RecordForm):
    """A party; ``own`` is for who acts for it and may change only what it says of itself."""

    record_kind, record_type = "party", Party
    fixed = frozenset({"slug"})

    name = Text("name")
    slug = Code("slug", help_text=_ADDRESS)
    kind = Choice(of="party-kind")
    municipality = Choice(of="member", required=False, help_text=_("Only for a municipality."))
    legal_form = Text("legal_form", required=False)
    about = Text("about", required=False, help_text=_("What the party stands for, in its words."))
    website = Text("website", required=False, help_text=_("Begins with https://."))
    since = Day(required=False)
    until = Day(required=False, help_text=_UNTIL)
    source = source_field()

    field_order = ("name", "slug", "kind", "municipality")

    def __init__(self, *args: Any, own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            for name in _WHAT_IT_IS:
                self.fields[name].disabled = True


_WHAT_IT_IS = ("slug", "name", "kind", "municipality", "since", "until")


class BodyForm(RecordForm):
    """A table where parties meet."""

    record_kind, record_type = "body", Body
    fixed = frozenset({"slug"})

    name = Text("name")
    slug = Code("slug", help_text=_ADDRESS)
    about = Text("about", required=False)
    source = source_field()


class SeatForm(RecordForm):
    """A party's place in a body."""

    record_kind, record_type = "seat", Seat

    body = Choice(of="body")
    party = Choice(of="party")
    title = Text("title", required=False, help_text=_("Such as chair, alderman or member."))
    votes = Count(required=False, help_text=_("Leave empty when it was not agreed."))
    since = Day(required=False)
    until = Day(required=False, help_text=_UNTIL)


class MunicipalityForm(RecordForm):
    """A municipality in the region."""

    record_kind, record_type = "member", Member
    fixed = frozenset({"code"})

    code = Code("code", help_text=_("GM and four digits, such as GM0141."))
    name = Text("name")
    since = Day(required=False)
    until = Day(required=False, help_text=_UNTIL)


class InhabitantsForm(RecordForm):
    """How many people live in a municipality."""

    record_kind, record_type = "inhabitants", Inhabitants
    fixed = frozenset({"municipality", "year"})

    municipality = Choice(of="member")
    year = Year(help_text=_("On 1 January of this year."))
    people = Count()
    source = source_field()


class TermForm(RecordForm):
    """One word of a classification."""

    record_kind, record_type = "term", Term
    fixed = frozenset({"scheme", "code"})

    scheme = Choice(of="scheme")
    code = Code("code", help_text=_("Small letters, digits and hyphens. It stays the same."))
    label_nl = Text("label_nl")
    label_en = Text("label_en")
    valid_from = Day(required=False)
    valid_until = Day(required=False, help_text=_UNTIL)
