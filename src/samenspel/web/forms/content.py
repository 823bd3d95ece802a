# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for the content of an agenda, measures excepted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.record import AgendaRecord, Challenge, Goal, Interest, Line
from samenspel.web.forms.fields import Choice, Choices, Code, Quantity, Text, Year
from samenspel.web.forms.record_form import RecordForm


def code_field() -> Code:
    """Return the field for the code that a thing in the agenda is known by."""
    help_text = _("Short, such as M7. It stays the same from version to version.")
    return Code("key", help_text=help_text)


def source_field() -> Text:
    """Return the field for where something comes from."""
    return Text("source", required=False, help_text=_("Where this can be checked."))


class HeadingForm(RecordForm):
    """Title, period and introduction of the agenda."""

    record_kind, record_type = "agenda", AgendaRecord

    title = Text("title")
    starts_year = Year()
    ends_year = Year()
    about = Text("about", required=False)
    source = source_field()


class ChallengeForm(RecordForm):
    """A challenge: why, shown by what, on which sides of the triangle."""

    record_kind, record_type = "challenge", Challenge
    fixed = frozenset({"key"})

    key = code_field()
    title = Text("title")
    why = Text("why", required=False, help_text=_("Why can no party do this alone?"))
    evidence = Text("evidence", required=False, help_text=_("The figures that show it."))
    sides = Choices(of="triangle-side")
    policy_fields = Choices(of="policy-field")
    source = source_field()


class LineForm(RecordForm):
    """A programme line."""

    record_kind, record_type = "line", Line
    fixed = frozenset({"key"})

    key = code_field()
    title = Text("title")
    about = Text("about", required=False)
    lead = Choice(of="party", required=False)
    source = source_field()


class GoalForm(RecordForm):
    """A goal: an indicator from a baseline to a target."""

    record_kind, record_type = "goal", Goal
    fixed = frozenset({"key"})

    key = code_field()
    title = Text("title", help_text=_("What is true when the goal is reached."))
    challenge = Choice(of="challenge", required=False)
    line = Choice(of="line", required=False)
    owner = Choice(of="party", required=False, help_text=_("The party that answers for it."))
    indicator = Text("indicator", required=False, help_text=_("What is counted or measured."))
    unit = Text("unit", required=False, help_text=_("Such as people, homes or percent."))
    baseline = Quantity(required=False, help_text=_("The value at the start."))
    baseline_year = Year(required=False)
    target = Quantity(required=False)
    target_year = Year(required=False)
    source = source_field()


class InterestForm(RecordForm):
    """What a party gets from and brings to a challenge."""

    record_kind, record_type = "interest", Interest

    party = Choice(of="party")
    challenge = Choice(
        of="challenge", required=False, help_text=_("Leave empty for the agenda as a whole.")
    )
    gets = Text("gets", required=False)
    brings = Text("brings", required=False)
    source = source_field()

    def clean(self) -> dict[str, object] | None:
        """Ask for at least one of the two."""
        values = super().clean() or self.cleaned_data
        if not self.errors and not (values.get("gets") or values.get("brings")):
            raise forms.ValidationError(_("Say what the party gets, what it brings, or both."))
        return values
