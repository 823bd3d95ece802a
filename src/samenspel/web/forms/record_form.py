# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
A form whose fields carry the names of a frozen record, and that makes that record.

Services check the record as a whole; what they find wrong comes back to the fields it is about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from samenspel.core.problems import Place, Problem
from samenspel.core.record_json import row_digest
from samenspel.core.region_record import RegionRecord
from samenspel.regions.queries import Words
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.fields import Choice, Choices
from samenspel.web.forms.lists import Lists, all_labels, lists, with_chosen, with_empty
from samenspel.words.formats import long_date, number
from samenspel.words.labels import field_label
from samenspel.words.problems import explain_problem, where

_MANY = 24
"""Boxes to tick that fit on a page without a frame that scrolls."""


class RecordForm(ActForm):
    """
    Edits one record, or makes a new one when ``item`` is None.

    ``record_kind`` is how it is called in problems and labels; ``fixed`` are fields that never
    change once the thing is there, because others refer to it by them; ``layout`` is the template
    that sets out the fields.
    """

    record_kind: ClassVar[str]
    record_type: ClassVar[type]
    fixed: ClassVar[frozenset[str]] = frozenset()
    layout: ClassVar[str] = "components/form.html"

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        record: RegionRecord,
        words: Words,
        on: date,
        item: Any = None,
    ) -> None:
        self.item = item
        self.whole = record
        self.lists: Lists = lists(record, words, on)
        self.labels = all_labels(record, words)
        super().__init__(data, initial=self._initial())
        self._dress()

    def make(self) -> Any:
        """Return the record that was typed in; what the form does not show stays as it was."""
        known = {field.name for field in fields(self.record_type)}
        values = {
            name: self._as_record(name, value)
            for name, value in self.cleaned_data.items()
            if name in known
        }
        return replace(self.item, **values) if self.item else self.record_type(**values)

    def take(self, problems: Iterable[Problem], place: Place) -> None:
        """Put each problem with the field it is about; *place* is where this record stands."""
        found = [(problem, self._field_of(problem, place)) for problem in problems]
        for problem, name in found:
            text = explain_problem(problem)
            self.add_error(name, text if name else f"{where(problem)}. {text}")

    def show_conflict(self, now: Any) -> list[dict[str, str]]:
        """Return what is saved now beside what was typed, and let the next try replace it."""
        mine = self.make()
        data = self.data.copy() if hasattr(self.data, "copy") else dict(self.data)
        data["seen"] = self.digest(now)
        self.data = data
        typed = self.parts(mine)
        return [
            {
                "field": field_label(self.record_kind, name),
                "now": self.told(name, value),
                "mine": self.told(name, typed[name]),
            }
            for name, value in self.parts(now).items()
            if value != typed[name]
        ]

    def digest(self, item: Any) -> str:
        """Return by what to tell whether a record is still what was seen."""
        return row_digest(item)

    def parts(self, item: Any) -> dict[str, Any]:
        """Return field -> value of all that is set side by side when somebody was earlier."""
        return {field.name: getattr(item, field.name) for field in fields(item)}

    def told(self, name: str, value: Any) -> str:
        """Return a value as people read it."""
        if value is None or value in ("", ()):
            return _("(empty)")
        if isinstance(value, tuple):
            return "; ".join(self.told(name, one) for one in value)
        if isinstance(value, date):
            return long_date(value)
        if isinstance(value, Decimal):
            return number(value)
        labels = self.labels.get(getattr(self.base_fields.get(name), "of", ""), {})
        return labels.get(str(value), str(value))

    def _initial(self) -> dict[str, Any]:
        if self.item is None:
            return {}
        return {**self.parts(self.item), "seen": self.digest(self.item)}

    def _dress(self) -> None:
        for name, field in self.fields.items():
            if field.label is None:
                field.label = field_label(self.record_kind, name)
            if self.item is not None and name in self.fixed:
                field.disabled = True
            if isinstance(field, Choice | Choices):
                self._fill(name, field)

    def _fill(self, name: str, field: Choice | Choices) -> None:
        before = self.initial.get(name) or ()
        chosen = [before] if isinstance(before, str) else list(before)
        pairs = with_chosen(self.lists[field.of], chosen, self.labels[field.of])
        field.choices = with_empty(pairs) if isinstance(field, Choice) else pairs
        if isinstance(field, Choices) and len(pairs) > _MANY:
            field.widget.attrs["class"] = "many"

    def _as_record(self, name: str, value: Any) -> Any:
        """Return a cleaned value as the record holds it; a list in its old order, then the new."""
        if not isinstance(value, list):
            return value
        before = self.initial.get(name) or ()
        kept = [one for one in before if one in value]
        return (*kept, *(one for one in value if one not in kept))

    def _field_of(self, problem: Problem, place: Place) -> str | None:
        """Return the field that *problem* is about, None when it is elsewhere."""
        mine = problem.place == place and problem.field in self.fields
        return problem.field if mine else None
