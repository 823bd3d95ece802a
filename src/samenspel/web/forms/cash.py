# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for the cash: a payment, a counter-entry, the cashier, and what a SiSa year asks."""

from collections.abc import Iterator, Sequence
from datetime import date

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.errors import RuleError
from samenspel.core.funding.cash import Direction, Payment, PaymentKind
from samenspel.core.funding.sisa import COMPUTED, NO, YES, Column, ColumnKind
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.fields import Code, Day, Euros, Text, Year
from samenspel.web.forms.lists import Pairs, with_empty
from samenspel.web.forms.people import Data
from samenspel.web.forms.rows import BLANK_ROWS, add_cell
from samenspel.words.cashier import COLUMN_KINDS, DIRECTIONS, PAYMENT_KINDS

_CHOICES = ";"
"""Between the answers that a column lets people choose from."""


class PaymentForm(ActForm):
    """One payment; ``sources``, ``parties`` and ``measures`` are what it may name."""

    direction = forms.TypedChoiceField(
        label=_("Direction"),
        coerce=Direction,
        widget=forms.RadioSelect,
        choices=lambda: [(one.value, capfirst(str(name))) for one, name in DIRECTIONS.items()],
    )
    kind = forms.TypedChoiceField(
        label=_("Kind of payment"),
        coerce=PaymentKind,
        choices=lambda: [(one.value, capfirst(str(name))) for one, name in PAYMENT_KINDS.items()],
        help_text=_("A repayment counts against what was received or paid out before."),
    )
    amount_cents = Euros(label=_("Amount"), help_text=_("In euros, always above zero."))
    day = Day(label=_("Day"))
    year = Year(
        label=_("Counts in year"),
        help_text=_("Usually that of the day; another one for a bill of last year."),
    )
    source = forms.ChoiceField(label=_("Source of money"))
    party = forms.ChoiceField(
        label=_("From or to"),
        required=False,
        help_text=_("Who paid, or was paid. None: somebody who is no party here."),
    )
    measure = forms.ChoiceField(
        label=_("For which measure"),
        required=False,
        help_text=_("None: for the programme itself, or not divided yet."),
    )
    reference = Code(
        "reference",
        label=_("Reference"),
        help_text=_("The number in your books; each is used once."),
    )
    evidence = Text(
        "source",
        label=_("Evidence"),
        help_text=_("Such as bank statement 12. It is public: no names of people."),
    )

    def __init__(
        self, data: Data = None, *, sources: Pairs, parties: Pairs, measures: Pairs, on: date
    ) -> None:
        super().__init__(data, initial={"day": on, "year": on.year})
        for name, pairs in (
            ("source", sources),
            ("party", with_empty(parties)),
            ("measure", with_empty(measures)),
        ):
            field: forms.ChoiceField = self.fields[name]  # type: ignore[assignment]
            field.choices = pairs

    def make(self) -> Payment:
        """Return the payment that was typed in."""
        names = Payment.__dataclass_fields__
        return Payment(**{name: one for name, one in self.cleaned_data.items() if name in names})


class CounterForm(ActForm):
    """A counter-entry: under which reference, when, and why."""

    by = Code("reference", label=_("Reference of the counter-entry"))
    day = Day(label=_("Day"))
    evidence = Text(
        "source",
        label=_("What was wrong"),
        help_text=_("It is public: no names of people."),
    )

    def __init__(self, data: Data = None, *, on: date, suggested: str) -> None:
        super().__init__(data, initial={"day": on, "by": suggested})

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about."""
        name = super().field_of(error)
        return "by" if name == "reference" else name


class CashierForm(ActForm):
    """Which party keeps the cash."""

    party = forms.ChoiceField(label=_("Party"))

    def __init__(self, data: Data = None, *, parties: Pairs, now: str) -> None:
        super().__init__(data, initial={"party": now})
        self.fields["party"].choices = parties  # type: ignore[attr-defined]


class PaymentsFileForm(forms.Form):
    """A file with payments."""

    payments = forms.FileField(
        label=_("File with payments"),
        help_text=_("An xlsx, ods or csv file, at most 10 megabytes."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv"}),
    )


class AnswerForm(ActForm):
    """What a year for SiSa asks of a measure beside the money."""

    def __init__(
        self, data: Data = None, *, columns: Sequence[Column], cells: Sequence[object]
    ) -> None:
        super().__init__(data)
        for column, cell in zip(columns, cells, strict=True):
            if column.kind not in COMPUTED:
                self.fields[f"c-{column.code}"] = _answer_field(column)
                self.initial[f"c-{column.code}"] = cell

    def answers(self) -> dict[str, str]:
        """Return code -> what was typed."""
        return {
            name.removeprefix("c-"): text
            for name, text in self.cleaned_data.items()
            if name.startswith("c-")
        }

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about."""
        return f"c-{error.params.get('column', '')}"


class ColumnsForm(ActForm):
    """The columns of a table: a row for each, and some empty ones."""

    layout = "workbench/sisa_columns_fields.html"

    scheme = forms.CharField(
        label=_("Code of the arrangement"),
        required=False,
        max_length=20,
        help_text=_("As the official list of arrangements has it. Leave it empty when unsure."),
    )

    def __init__(self, data: Data = None, *, columns: Sequence[Column], scheme: str) -> None:
        super().__init__(data, initial={"scheme": scheme})
        self.rows = len(columns) + BLANK_ROWS
        for row in range(self.rows):
            column = columns[row] if row < len(columns) else None
            self._add_row(row, column)

    def _add_row(self, row: int, column: Column | None) -> None:
        kinds = [(one.value, capfirst(str(name))) for one, name in COLUMN_KINDS.items()]
        fields: dict[str, tuple[forms.Field, object]] = {
            "code": (Code("key", label=gettext("Code"), required=False), column and column.code),
            "label": (
                Text("title", label=gettext("Heading"), required=False),
                column and column.label,
            ),
            "kind": (
                forms.TypedChoiceField(
                    label=gettext("Kind"), choices=kinds, coerce=ColumnKind, required=False
                ),
                column and column.kind,
            ),
            "choices": (
                Text("title", label=gettext("To choose from"), required=False),
                column and f"{_CHOICES} ".join(column.choices),
            ),
            "required": (
                forms.BooleanField(label=gettext("Must be answered"), required=False),
                column is None or column.required,
            ),
        }
        for name, (field, value) in fields.items():
            add_cell(self, f"{name}-{row}", field, value)

    def cells(self) -> Iterator[list[BoundField]]:
        """Yield the fields of each row."""
        for row in range(self.rows):
            yield [
                self[f"{name}-{row}"] for name in ("code", "label", "kind", "choices", "required")
            ]

    def columns(self) -> tuple[Column, ...]:
        """Return the columns that were typed in; a row without code is left out."""
        found = self.cleaned_data
        return tuple(
            Column(
                found[f"code-{row}"],
                found[f"label-{row}"],
                found[f"kind-{row}"] or ColumnKind.TEXT,
                _split(found[f"choices-{row}"]),
                found[f"required-{row}"],
            )
            for row in range(self.rows)
            if found[f"code-{row}"]
        )


class ReopenForm(ActForm):
    """Why a locked year is opened again."""

    reason = Text("source", label=_("Reason"), help_text=_("For everyone to read."))


def _answer_field(column: Column) -> forms.Field:
    label = f"{column.code} {column.label}"
    if column.kind is ColumnKind.TEXT:
        return Text("title", label=label, required=False)
    words = {YES: gettext("Yes"), NO: gettext("No")}
    pairs = (
        [*words.items()]
        if column.kind is ColumnKind.YES_NO
        else [(one, one) for one in column.choices]
    )
    return forms.ChoiceField(
        label=label,
        required=False,
        widget=forms.RadioSelect,
        choices=[("", gettext("not answered yet")), *pairs],
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(_CHOICES) if part.strip())
