# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms about how things go: an owner's answer, a figure of a goal, the schedule, a report."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.delivery.progress import Answer, Status
from samenspel.core.delivery.report import Audience
from samenspel.core.delivery.schedule import MONTHS, Schedule
from samenspel.core.errors import RuleError
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.fields import Count, Day, Euros, Quantity, Text
from samenspel.web.forms.lists import Pairs, with_empty
from samenspel.web.forms.people import Data
from samenspel.words.delivery import AUDIENCES, STATUSES, added, unit_of_change, with_capital


class Aim(NamedTuple):
    """A goal that a measure adds to, with what it is expected to add in all."""

    key: str
    title: str
    unit: str
    expected: Decimal | None


def _statuses() -> Pairs:
    return [
        (one.value, f"{with_capital(word.name)}: {word.meaning}") for one, word in STATUSES.items()
    ]


class AnswerForm(ActForm):
    """How a measure goes, in a minute."""

    status = forms.TypedChoiceField(
        label=_("How does it go?"), coerce=Status, widget=forms.RadioSelect, choices=_statuses
    )
    sentence = Text(
        "why",
        required=False,
        label=_("In one sentence"),
        help_text=_("Everyone can read it. Name no people. Needed unless it is on track or done."),
    )
    spent_cents = Euros(
        required=False,
        label=_("Spent so far, in euros"),
        help_text=_("By all parties together, since the beginning. Leave empty if unknown."),
    )

    def __init__(
        self, data: Data = None, *, aims: Sequence[Aim], last: Answer | None = None
    ) -> None:
        super().__init__(data, initial=_initial(last))
        self.fields["sentence"].widget.attrs["rows"] = 3
        self._goals = [one.key for one in aims]
        for one in aims:
            label = gettext("Added so far to: %(goal)s") % {"goal": one.title}
            field = Quantity(required=False, label=label, help_text=_hint(one))
            self.fields[f"figure-{one.key}"] = field

    def answer(self) -> Answer:
        """Return what was filled in."""
        values = self.cleaned_data
        figures = tuple(
            (goal, values[f"figure-{goal}"])
            for goal in self._goals
            if values.get(f"figure-{goal}") is not None
        )
        return Answer(values["status"], values["sentence"], values["spent_cents"], figures)

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about."""
        if error.code == "figure-unfit":
            return f"figure-{error.params['goal']}"
        return super().field_of(error)


def _initial(last: Answer | None) -> dict[str, object]:
    """Return what was said last, except how it goes: that is asked anew."""
    if last is None:
        return {}
    figures = {f"figure-{goal}": value for goal, value in last.figures}
    return {"spent_cents": last.spent_cents, **figures}


def _hint(one: Aim) -> str:
    unit = unit_of_change(one.unit)
    said = gettext("In %(unit)s, since the beginning.") % {"unit": unit} if unit else ""
    if one.expected is None:
        return said
    expected = added(one.expected, one.unit)
    return f"{said} " + gettext("Expected in all: %(expected)s.") % {"expected": expected}


class ObservationForm(ActForm):
    """A figure of a goal, by hand."""

    on = Day(label=_("Day"), help_text=_("The day that the figure is of; of a year 31 December."))
    value = Quantity(label=_("Value"))
    margin = Quantity(
        required=False,
        label=_("Margin"),
        help_text=_("Half the width of the 95% interval, when the source gives it."),
    )
    source = Text("title", label=_("Source"), help_text=_("Where everyone can find it."))

    def __init__(self, data: Data = None, *, on: date, unit: str) -> None:
        super().__init__(data, initial={"on": on})
        if unit:
            self.fields["value"].help_text = gettext("In %(unit)s.") % {"unit": unit}


class StatisticsForm(ActForm):
    """An official indicator whose figures become those of a goal."""

    indicator = forms.ChoiceField(label=_("Indicator"))

    def __init__(self, data: Data = None, *, indicators: Pairs) -> None:
        super().__init__(data)
        field: forms.ChoiceField = self.fields["indicator"]  # type: ignore[assignment]
        field.choices = with_empty(indicators)


class ScheduleForm(ActForm):
    """How often owners are asked."""

    starts_on = Day(label=_("First day of the first period"))
    months = forms.TypedChoiceField(
        label=_("Months in a period"),
        coerce=int,
        choices=[(months, str(months)) for months in MONTHS],
    )
    due_days = Count(label=_("Days to answer"))
    remind_days = Count(label=_("Remind so many days before"))
    late_days = Count(label=_("Remind so many days after"))
    link_days = Count(label=_("Days after the date that a link still works"))

    def __init__(self, data: Data = None, *, known: Schedule | None, on: date) -> None:
        schedule = known or Schedule(date(on.year, 1, 1))
        super().__init__(data, initial=asdict(schedule))

    def schedule(self) -> Schedule:
        """Return what was filled in."""
        names = ("starts_on", "months", "due_days", "remind_days", "late_days", "link_days")
        return Schedule(*(self.cleaned_data[name] for name in names))


class ReportForm(ActForm):
    """A report to freeze."""

    audience = forms.TypedChoiceField(
        label=_("For whom"),
        coerce=Audience,
        widget=forms.RadioSelect,
        choices=lambda: [(one.value, with_capital(AUDIENCES[one].name)) for one in Audience],
    )
    period = forms.ChoiceField(label=_("Period"))
    reason = Text(
        "why",
        required=False,
        label=_("Reason of the correction"),
        help_text=_("Needed when this report was frozen before; everyone can read it."),
    )

    def __init__(self, data: Data = None, *, periods: Pairs) -> None:
        super().__init__(data)
        field: forms.ChoiceField = self.fields["period"]  # type: ignore[assignment]
        field.choices = periods
        self.fields["reason"].widget.attrs["rows"] = 3
