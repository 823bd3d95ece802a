# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for councils, the rules of their calendar, days of the board, and what is asked."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.calendar.asked import BOARD_EVENTS, ONE_PAGE
from samenspel.core.calendar.forms import LegalForm
from samenspel.core.calendar.given import Agreed
from samenspel.core.calendar.moments import Outcome, Question, Status
from samenspel.core.calendar.rules import Before, Event
from samenspel.core.calendar.rules import Days as DaysFrom
from samenspel.core.errors import RuleError
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.days import Days, Recesses
from samenspel.web.forms.fields import Code, Count, Day, Text, Year
from samenspel.web.forms.lists import Pairs, with_empty
from samenspel.web.forms.rows import BLANK_ROWS, add_cell
from samenspel.words.calendar import EVENTS, FORMS, OUTCOMES, QUESTIONS, STATUSES

_PARTS = ("event", "days", "of", "years", "month", "day", "basis", "council")
_YEARS = ("-1", "0", "1")


def _pairs(words: Any, only: Sequence[Any] = ()) -> Pairs:
    return [(str(one), capfirst(str(words[one]))) for one in only or words]


class CalendarRulesForm(ActForm):
    """In what form the region works together, what was agreed, and when no council meets."""

    form = forms.TypedChoiceField(
        label=_("Form of cooperation"),
        coerce=LegalForm,
        choices=lambda: _pairs(FORMS),
        help_text=_("Only forms under the Wgr have terms by law."),
    )
    mixed = forms.BooleanField(label=_("A province takes part too"), required=False)
    least = Count(
        label=_("Fewest meetings in time"),
        help_text=_("With fewer meetings of a council before the last day, we warn."),
    )
    most = Count(
        label=_("Most decisions in a meeting"),
        help_text=_("With more of them on one evening, we warn."),
    )
    recess = Recesses(
        label=_("Recess of all councils"),
        help_text=_("A line for each: first day, last day, name. Such as 2026-07-11 2026-08-23."),
    )

    def __init__(
        self, *args: Any, agreed: Sequence[Agreed], councils: Pairs, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = len(agreed) + BLANK_ROWS
        for row in range(self.rows):
            self._add_row(row, agreed[row] if row < len(agreed) else None, councils)

    def terms(self) -> Iterator[tuple[BoundField, ...]]:
        """Yield the fields of each row."""
        for row in range(self.rows):
            yield tuple(self[f"{part}-{row}"] for part in _PARTS)

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing in a row that was begun."""
        super().clean()
        for row in range(self.rows):
            told = {part: self.cleaned_data.get(f"{part}-{row}") for part in _PARTS}
            fixed = told["month"] is not None and told["day"] is not None
            if told["event"] and not (fixed or (told["days"] is not None and told["of"])):
                self.add_error(
                    f"days-{row}", gettext("Give days and from what, or a day of the year.")
                )
            if told["event"] and not told["basis"]:
                self.add_error(f"basis-{row}", gettext("Say where this was agreed."))
        return self.cleaned_data

    def agreed(self) -> list[Agreed]:
        """Return the terms; a row without what it is for does not count."""
        return [one for row in range(self.rows) if (one := self._agreed(row))]

    def _agreed(self, row: int) -> Agreed | None:
        told = {part: self.cleaned_data[f"{part}-{row}"] for part in _PARTS}
        if not told["event"]:
            return None
        term: Before | DaysFrom
        if told["days"] is not None:
            term = DaysFrom(told["days"], Event(told["of"]))
        else:
            term = Before(int(told["years"] or -1), told["month"], told["day"])
        return Agreed(Event(told["event"]), term, told["basis"], told["council"])

    def _add_row(self, row: int, one: Agreed | None, councils: Pairs) -> None:
        of = {"row": row + 1}
        events = with_empty(_pairs(EVENTS))
        years = with_empty([(year, _YEAR_WORDS[year]) for year in _YEARS])  # type: ignore[misc]
        fields: dict[str, Any] = {
            "event": forms.ChoiceField(choices=events, label=gettext("For what, row %(row)s") % of),
            "days": forms.IntegerField(label=gettext("Days, row %(row)s") % of),
            "of": forms.ChoiceField(choices=events, label=gettext("From what, row %(row)s") % of),
            "years": forms.ChoiceField(choices=years, label=gettext("Year, row %(row)s") % of),
            "month": forms.IntegerField(
                min_value=1, max_value=12, label=gettext("Month, row %(row)s") % of
            ),
            "day": forms.IntegerField(
                min_value=1, max_value=31, label=gettext("Day of the month, row %(row)s") % of
            ),
            "basis": Text("name", label=gettext("Where it was agreed, row %(row)s") % of),
            "council": forms.ChoiceField(
                choices=with_empty(councils), label=gettext("Asked by, row %(row)s") % of
            ),
        }
        there = _parts(one) if one else {}
        for part, field in fields.items():
            field.required = False
            if isinstance(field, forms.IntegerField):
                field.widget.attrs["class"] = "utrecht-textbox tiny"
            add_cell(self, f"{part}-{row}", field, there.get(part))

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about; of a row of fields, the first."""
        name = super().field_of(error)
        return "event-0" if name == "agreed" else name


_YEAR_WORDS = {"-1": _("the year before"), "0": _("the budget year"), "1": _("the year after")}


def _parts(one: Agreed) -> dict[str, Any]:
    term = one.term
    told: dict[str, Any] = {"event": one.event, "basis": one.basis, "council": one.council}
    if isinstance(term, DaysFrom):
        return told | {"days": term.days, "of": term.of}
    return told | {"years": str(term.years), "month": term.month, "day": term.day}


class CouncilForm(ActForm):
    """When a council meets, and where its clerk is."""

    name = Text("name", label=_("Name"))
    office = Text(
        "name",
        label=_("Clerk's office"),
        required=False,
        help_text=_("How to reach it; not the name of a person. Everyone can read it."),
    )
    meetings = Days(
        label=_("Meetings"),
        help_text=_("A line for each day, such as 2026-09-24. What you take away is cancelled."),
    )
    recess = Recesses(
        label=_("Recess of this council alone"),
        help_text=_("A line for each: first day, last day, name."),
    )


class BoardDayForm(ActForm):
    """A meeting of the board."""

    on = Day(label=_("Day"))
    about = forms.ChoiceField(
        label=_("Decides on"),
        required=False,
        choices=lambda: with_empty(_pairs(EVENTS, BOARD_EVENTS)),
        help_text=_("From the day on which it adopts a budget, all other dates follow."),
    )
    budget_year = Year(label=_("Budget year"), required=False)
    body = forms.ChoiceField(label=_("Who meets"), required=False)
    note = Text("name", label=_("Note"), required=False)

    def __init__(self, *args: Any, bodies: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.choices = with_empty(bodies)


class MomentForm(ActForm):
    """What all councils are asked."""

    key = Code("code", label=_("Code"))
    title = Text("name", label=_("Title"))
    question = forms.TypedChoiceField(
        label=_("What is asked"), coerce=Question, choices=lambda: _pairs(QUESTIONS)
    )
    about = forms.ChoiceField(label=_("About what"), required=False)
    sends_on = Day(label=_("Goes to the councils on"))
    last_on = Day(
        label=_("Last day to answer"),
        required=False,
        help_text=_("Leave it empty for the day that law or agreement gives."),
    )
    basis = Text(
        "name",
        label=_("Legal basis"),
        required=False,
        help_text=_("Leave it empty for that of the law or agreement."),
    )
    cover = Text(
        "about",
        label=_("Cover note"),
        required=False,
        help_text=_(
            "One page: why now, what we ask, what changes, what it costs a municipality. Every "
            "council gets the same."
        ),
    )

    def __init__(self, *args: Any, subjects: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["about"]
        field.choices = with_empty(subjects)
        self.fields["cover"].widget.attrs.update({"rows": 12, "maxlength": ONE_PAGE})


class PositionForm(ActForm):
    """How far one council is with what it is asked."""

    status = forms.TypedChoiceField(
        label=_("How far"),
        coerce=Status,
        choices=lambda: _pairs(STATUSES),
        widget=forms.RadioSelect,
    )
    sent_on = Day(label=_("Sent on"), required=False)
    decides_on = Day(
        label=_("Decides on"),
        required=False,
        help_text=_("The meeting of the council, to come or held."),
    )
    outcome = forms.TypedChoiceField(
        label=_("Outcome"),
        required=False,
        coerce=Outcome,
        empty_value=None,
        choices=lambda: with_empty(_pairs(OUTCOMES)),
    )
    note = Text(
        "about",
        label=_("Note"),
        required=False,
        help_text=_("What the council said, in short. Everyone can read it."),
    )
    link = forms.URLField(
        label=_("Web address of the decision"),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )
    last_on = Day(
        label=_("Own last day"),
        required=False,
        help_text=_("Only if it differs from that of the other councils."),
    )


class CancelForm(ActForm):
    """Why something is taken back."""

    reason = Text("name", label=_("Reason"), help_text=_("For everyone to read."))
