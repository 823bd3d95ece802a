# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The form for a measure, with a row for the costs of each year and for each goal it serves."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.agenda.record import AgendaRecord, Contribution, Cost, Measure
from samenspel.core.problems import Place, Problem
from samenspel.web.forms.content import code_field, source_field
from samenspel.web.forms.fields import Choice, Choices, Day, Euros, Quantity, Text
from samenspel.web.forms.record_form import RecordForm
from samenspel.words.formats import euro, number

_BLANK_ROWS = 3
_WHOLE = "whole"

CostRow = tuple[str, BoundField, BoundField]
GoalRow = tuple[BoundField, BoundField, BoundField]


class MeasureForm(RecordForm):
    """A measure."""

    record_kind, record_type = "measure", Measure
    fixed = frozenset({"key"})
    layout = "workbench/measure_fields.html"

    key = code_field()
    title = Text("title")
    about = Text("about", required=False, help_text=_("What will be done, in plain words."))
    lead = Choice(of="party", required=False, help_text=_("The party that takes the lead."))
    partners = Choices(of="party")
    phase = Choice(of="phase", required=False)
    starts_on = Day(required=False)
    ends_on = Day(required=False)
    challenges = Choices(of="challenge")
    line = Choice(of="line", required=False)
    sides = Choices(of="triangle-side")
    policy_fields = Choices(of="policy-field")
    needs = Choices(of="measure", help_text=_("Measures that must come first."))
    source = source_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measure = self.item or Measure("", "")
        self._leave_out_itself(measure.key)
        self.years = _years(self.whole.agenda, measure)
        self.goal_rows = len(measure.contributions) + min(_BLANK_ROWS, len(self.lists["goal"]))
        self._add_costs({cost.year: cost for cost in measure.costs})
        self._add_contributions(measure.contributions)

    def costs(self) -> Iterator[CostRow]:
        """Yield the row of each year: its name, the amount and the source."""
        for year in self.years:
            name = gettext("Whole period, not split") if year is None else str(year)
            yield name, self[_cost("amount", year)], self[_cost("source", year)]

    def contributions(self) -> Iterator[GoalRow]:
        """Yield the rows for goals: goal, amount and note."""
        for row in range(self.goal_rows):
            yield self[f"goal-{row}"], self[f"goal-{row}-amount"], self[f"goal-{row}-note"]

    def clean(self) -> dict[str, Any] | None:
        """Ask for the other half of what is half filled in."""
        super().clean()
        for year in self.years:
            if self._given(_cost("source", year)) and not self._given(_cost("amount", year)):
                self.add_error(_cost("amount", year), _("Type the amount of this source."))
        for row in range(self.goal_rows):
            more = self._given(f"goal-{row}-amount") or self._given(f"goal-{row}-note")
            if more and not self._given(f"goal-{row}"):
                self.add_error(f"goal-{row}", _("Choose the goal that this is about."))
        return self.cleaned_data

    def make(self) -> Measure:
        """Return the measure that was typed in."""
        measure: Measure = super().make()
        values = self.cleaned_data
        costs = [  # in the order in which they are read back: the whole period first
            Cost(year, values[_cost("amount", year)], values[_cost("source", year)])
            for year in (None, *self.years[:-1])
            if values[_cost("amount", year)] is not None
        ]
        rows = [
            Contribution(values[name], values[f"{name}-amount"], values[f"{name}-note"])
            for name in (f"goal-{row}" for row in range(self.goal_rows))
            if values[name]
        ]
        return replace(measure, costs=tuple(costs), contributions=tuple(rows))

    def told(self, name: str, value: Any) -> str:
        """Return a value as people read it, costs and contributions too."""
        if isinstance(value, Cost):
            of = str(value.year) if value.year else gettext("whole period")
            return f"{of}: {euro(value.amount_cents)}" + (
                f" ({value.source})" if value.source else ""
            )
        if isinstance(value, Contribution):
            goal = self.labels["goal"].get(value.goal, value.goal)
            amount = f": {number(value.amount)}" if value.amount is not None else ""
            return goal + amount + (f" ({value.note})" if value.note else "")
        return super().told(name, value)

    def _leave_out_itself(self, key: str) -> None:
        needs: Any = self.fields["needs"]
        needs.choices = [pair for pair in needs.choices if pair[0] != key]

    def _given(self, name: str) -> bool:
        return self.cleaned_data.get(name) not in (None, "")

    def _add_costs(self, there: dict[int | None, Cost]) -> None:
        for year in self.years:
            of = str(year) if year else gettext("the whole period")
            cost = there.get(year)
            amount = Euros(required=False, label=gettext("Costs in euros, %(year)s") % {"year": of})
            source = Text(
                "source",
                required=False,
                label=gettext("Source of the costs, %(year)s") % {"year": of},
            )
            self._add_cell(_cost("amount", year), amount, cost.amount_cents if cost else None)
            self._add_cell(_cost("source", year), source, cost.source if cost else "")

    def _add_contributions(self, there: tuple[Contribution, ...]) -> None:
        for row in range(self.goal_rows):
            part = there[row] if row < len(there) else Contribution("")
            params = {"row": row + 1}
            goal = Choice(of="goal", required=False, label=gettext("Goal %(row)s") % params)
            amount = Quantity(
                required=False, label=gettext("Contribution to goal %(row)s") % params
            )
            note = Text("note", required=False, label=gettext("Note on goal %(row)s") % params)
            self._add_cell(f"goal-{row}", goal, part.goal)
            self._fill(f"goal-{row}", goal)
            self._add_cell(f"goal-{row}-amount", amount, part.amount)
            self._add_cell(f"goal-{row}-note", note, part.note)

    def _add_cell(self, name: str, field: Any, value: Any) -> None:
        """Add a field that stands in a row; its label is heard, the headings around it are seen."""
        field.widget.attrs["aria-label"] = field.label
        self.fields[name] = field
        self.initial[name] = value

    def _field_of(self, problem: Problem, place: Place) -> str | None:
        if problem.within != place.row or problem.kind not in {"cost", "contribution"}:
            return super()._field_of(problem, place)
        if problem.kind == "cost":
            cost = self.make().costs[problem.row - 1]
            return _cost("source" if problem.field == "source" else "amount", cost.year)
        goals = [row for row in range(self.goal_rows) if self.cleaned_data.get(f"goal-{row}")]
        ending = {"amount": "-amount", "note": "-note"}.get(problem.field, "")
        return f"goal-{goals[problem.row - 1]}{ending}"


def _cost(part: str, year: int | None) -> str:
    return f"cost-{year or _WHOLE}-{part}"


def _years(agenda: AgendaRecord | None, measure: Measure) -> list[int | None]:
    """Return the years of the agenda and of what is there already, then the whole period."""
    period = range(agenda.starts_year, agenda.ends_year + 1) if agenda else range(0)
    known = {cost.year for cost in measure.costs if cost.year is not None}
    return [*sorted(known | {*period}), None]
