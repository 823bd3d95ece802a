# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The form for a commitment: who promises what, to what, on which conditions, by whose decision."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.deals.commitment import Amount, Commitment, Condition, Decision, Kind
from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.text import content_digest
from samenspel.core.errors import RuleError
from samenspel.web.forms.fields import Choice, Choices, Code, Count, Day, Euros, Text, Year
from samenspel.web.forms.lists import Pairs, with_chosen, with_empty
from samenspel.web.forms.people import WebAddress
from samenspel.web.forms.record_form import RecordForm
from samenspel.web.forms.rows import BLANK_ROWS, add_cell
from samenspel.words.deals import COMMITMENT_KINDS, RUNGS
from samenspel.words.formats import euro, long_date

Groups = Sequence[tuple[str, Pairs]]
"""Headings with what can be chosen under each."""

_DECISION = ("organ", "decided_on", "link")


def _kinds() -> Pairs:
    return [(kind.value, capfirst(str(name))) for kind, name in COMMITMENT_KINDS.items()]


def _first_rungs() -> Pairs:
    return [
        (rung.value, f"{capfirst(str(RUNGS[rung].name))}. {RUNGS[rung].meaning}")
        for rung in (Rung.MENTIONED, Rung.PLEDGED)
    ]


class CommitmentForm(RecordForm):
    """
    A commitment, as it will be or as an amendment would make it.

    ``targets`` are what something can be promised to, ``mandates`` those whose decision can be
    taken over. ``mine`` are the parties for which one may promise, None for all. An ``amended`` one
    keeps its party and its step.
    """

    record_kind, record_type = "commitment", Commitment
    fixed = frozenset({"key"})
    layout = "workbench/commitment_fields.html"

    key = Code("key", help_text=_("Short, such as T7. It stays the same."))
    party = Choice(of="party")
    target = forms.ChoiceField(label=_("To what"))
    kind = forms.TypedChoiceField(coerce=Kind, choices=_kinds)
    what = Text("about", help_text=_("What the party will do, in plain words."))
    starts_on = Day(required=False)
    ends_on = Day(
        required=False, help_text=_("After this day it is overdue, unless it is paid or done.")
    )
    hours = Count(required=False, help_text=_("Over the whole period."))
    valuation_cents = Euros(required=False, help_text=_("What it is worth, in euros."))
    valuation_evidence = Text(
        "about", required=False, help_text=_("On what the valuation rests, such as a price list.")
    )
    helps = Choices(
        of="party", help_text=_("Nobody chosen: whoever leads the measure or owns the goal.")
    )
    in_return = Text("gets", required=False, help_text=_("What the party gets for it."))
    mandate = forms.TypedChoiceField(
        label=_("Decision of a mandate"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Takes over who decided and when. Else fill it in below."),
    )
    organ = Text("name", required=False, help_text=_("Such as college of B and W."))
    decided_on = Day(label=_("Decided on"), required=False)
    link = WebAddress(
        label=_("Web address of the decision"),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )
    rung = forms.TypedChoiceField(
        label=_("How far it is"), coerce=Rung, choices=_first_rungs, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        targets: Groups,
        mandates: Sequence[tuple[str, str]] = (),
        mine: Sequence[str] | None = None,
        amended: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer(targets, mandates, mine)
        for name in _left_out(there=self.item is not None, amended=amended, mandates=mandates):
            del self.fields[name]
        self.fields["party"].disabled = amended
        one = self.item
        self._add_amounts(one.amounts if one else ())
        self._add_conditions(one.conditions if one else ())

    def amounts(self) -> Iterator[tuple[BoundField, BoundField]]:
        """Yield year and amount of each row."""
        for row in range(self.amount_rows):
            yield self[f"year-{row}"], self[f"amount-{row}"]

    def conditions(self) -> Iterator[tuple[BoundField, ...]]:
        """Yield text, party, who else and day of each row."""
        for row in range(self.condition_rows):
            yield tuple(self[f"condition-{row}-{part}"] for part in ("text", "party", "who", "due"))

    def clean(self) -> dict[str, Any] | None:
        """Ask for the other half of what is half filled in."""
        super().clean()
        for row in range(self.amount_rows):
            if self._given(f"amount-{row}") and not self._given(f"year-{row}"):
                self.add_error(f"year-{row}", _("Type the year of this amount."))
        for row in range(self.condition_rows):
            rest = any(self._given(f"condition-{row}-{part}") for part in ("party", "who", "due"))
            if rest and not self._given(f"condition-{row}-text"):
                self.add_error(f"condition-{row}-text", _("Say what the condition is."))
        if any(map(self._given, _DECISION)) and not self._given("mandate"):
            for name in _DECISION[:2]:
                if name not in self.errors and not self._given(name):
                    self.add_error(name, _("Give who decided, and when."))
        return self.cleaned_data

    def make(self) -> Commitment:
        """Return the commitment that was typed in."""
        one: Commitment = super().make()
        values = self.cleaned_data
        amounts = [
            Amount(values[f"year-{row}"], values[f"amount-{row}"])
            for row in range(self.amount_rows)
            if values[f"amount-{row}"] is not None
        ]
        conditions = [
            Condition(*(values[f"{name}-{part}"] for part in ("text", "party", "who", "due")))
            for name in (f"condition-{row}" for row in range(self.condition_rows))
            if values[f"{name}-text"]
        ]
        organ, on, link = (values[name] for name in _DECISION)
        return replace(
            one,
            amounts=tuple(sorted(amounts, key=lambda one: one.year)),
            conditions=tuple(conditions),
            decided=Decision(organ, on, link) if organ and on else None,
        )

    def digest(self, item: Commitment) -> str:
        """Return by what to tell whether a commitment is still what was seen."""
        return content_digest(item)

    def parts(self, item: Commitment) -> dict[str, Any]:
        """Return field -> value, the decision in its parts."""
        found = super().parts(item)
        decided = found.pop("decided")
        return found | {name: getattr(decided, name, None) for name in _DECISION}

    def told(self, name: str, value: Any) -> str:
        """Return a value as people read it, amounts and conditions too."""
        if isinstance(value, Amount):
            return f"{value.year}: {euro(value.amount_cents)}"
        if isinstance(value, Condition):
            who = self.labels["party"].get(value.party, value.who)
            due = long_date(value.due_on) if value.due_on else ""
            return f"{value.text} ({', '.join(filter(None, (who, due)))})"
        if isinstance(value, Kind):
            return str(COMMITMENT_KINDS[value])
        if isinstance(value, int):
            return euro(value) if name.endswith("_cents") else str(value)
        if name == "target":
            return self.target_names.get(str(value), str(value))
        return super().told(name, value)

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about; of a row of fields, its first."""
        name = super().field_of(error)
        if name == "amounts":
            return self._amount_of(error.params.get("year"))
        if name in {"conditions", "who"}:
            return self._condition_of(error.code)
        return {"unknown-party": "party", "unknown-target": "target"}.get(error.code, name)

    def _amount_of(self, year: object) -> str:
        rows = range(self.amount_rows)
        found = (row for row in rows if year and self.cleaned_data.get(f"year-{row}") == year)
        row = next(found, None)
        return "amount-0" if row is None else f"year-{row}"

    def _condition_of(self, code: str) -> str:
        for row in range(self.condition_rows):
            name = f"condition-{row}"
            who = self._given(f"{name}-party") or self._given(f"{name}-who")
            if code == "condition-without-who" and self._given(f"{name}-text") and not who:
                return f"{name}-party"
        return "condition-0-text"

    def _given(self, name: str) -> bool:
        return self.cleaned_data.get(name) not in (None, "")

    def _offer(
        self, targets: Groups, mandates: Sequence[tuple[str, str]], mine: Sequence[str] | None
    ) -> None:
        fields: dict[str, Any] = self.fields
        self.target_names: dict[str, str] = {
            value: label for _head, pairs in targets for value, label in pairs
        }
        chosen = [self.initial["target"]] if self.initial.get("target") else []
        lost = with_chosen([], [one for one in chosen if one not in self.target_names], {})
        fields["target"].choices = [*with_empty(lost), *(group for group in targets if group[1])]
        fields["mandate"].choices = with_empty(list(mandates))
        if mine is not None:
            own = [pair for pair in fields["party"].choices if pair[0] in {"", *mine}]
            fields["party"].choices = own if len(mine) > 1 else own[1:]

    def _add_amounts(self, there: Sequence[Amount]) -> None:
        agenda = self.whole.agenda
        period = range(agenda.starts_year, agenda.ends_year + 1) if agenda else range(0)
        known = {one.year: one.amount_cents for one in there}
        years = [*sorted({*known, *period}), *([None] * BLANK_ROWS)]
        self.amount_rows = len(years)
        for row, year in enumerate(years):
            of = {"row": row + 1}
            year_of = Year(required=False, label=gettext("Year, row %(row)s") % of)
            amount = Euros(required=False, label=gettext("Amount in euros, row %(row)s") % of)
            add_cell(self, f"year-{row}", year_of, year)
            add_cell(self, f"amount-{row}", amount, known.get(year) if year else None)

    def _add_conditions(self, there: Sequence[Condition]) -> None:
        self.condition_rows = len(there) + BLANK_ROWS
        for row in range(self.condition_rows):
            one = there[row] if row < len(there) else Condition("")
            of = {"row": row + 1}
            text = Text("name", required=False, label=gettext("Condition %(row)s") % of)
            party = Choice(
                of="party", required=False, label=gettext("Who fulfils condition %(row)s") % of
            )
            who = Text("name", required=False, label=gettext("Who else, condition %(row)s") % of)
            due = Day(required=False, label=gettext("By when, condition %(row)s") % of)
            add_cell(self, f"condition-{row}-text", text, one.text)
            add_cell(self, f"condition-{row}-party", party, one.party)
            self._fill(f"condition-{row}-party", party)
            add_cell(self, f"condition-{row}-who", who, one.who)
            add_cell(self, f"condition-{row}-due", due, one.due_on)


def _left_out(*, there: bool, amended: bool, mandates: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the fields that are not asked: the first step of what is there already, and so on."""
    if there:
        yield "rung"
    if amended or not mandates:
        yield "mandate"
