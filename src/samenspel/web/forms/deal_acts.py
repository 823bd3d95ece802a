# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for what is done with commitments and deals: a step, a word, a signature, a farewell."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.core.deals.commitment import Outcome
from samenspel.core.deals.ladder import LADDER, Rung
from samenspel.core.deals.signing import Reservation
from samenspel.core.errors import RuleError
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.fields import Day, Text
from samenspel.web.forms.lists import Pairs, with_empty
from samenspel.web.forms.people import Data
from samenspel.web.forms.rows import BLANK_ROWS, add_cell
from samenspel.words.deals import OUTCOMES, RUNGS


class StepForm(ActForm):
    """A step up or down the ladder; ``seen`` is the rung it was on."""

    to = forms.TypedChoiceField(label=_("Goes to"), coerce=Rung, widget=forms.RadioSelect)
    on = Day(help_text=_("The day on which it happened."))
    evidence = Text(
        "evidence",
        required=False,
        help_text=_("Where it can be seen: a decision, a letter, a payment. Needed for a step up."),
    )
    reason = Text("why", required=False, help_text=_("Needed for a step back; it is public."))

    field_order = ("to", "on", "evidence", "reason")

    def __init__(self, data: Data = None, *, now: Rung, on: date) -> None:
        super().__init__(data, initial={"on": on, "seen": str(now)})
        _label(self, on=_("Day"), evidence=_("Evidence"), reason=_("Reason"))
        field: forms.ChoiceField = self.fields["to"]  # type: ignore[assignment]
        field.choices = [
            (step.rung.value, f"{capfirst(str(RUNGS[step.rung].name))}. {RUNGS[step.rung].meaning}")
            for step in LADDER
            if step.rung is not now
        ]

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about."""
        about = {"evidence-missing": "evidence", "reason-missing": "reason"}
        return about.get(error.code, super().field_of(error))


class ExplainForm(ActForm):
    """Why a commitment is past its date."""

    explanation = Text(
        "why",
        label=_("Explanation"),
        help_text=_("It stands beside the commitment, for everyone to read."),
    )


def _outcomes() -> Pairs:
    some = (Outcome.MET, Outcome.FAILED)
    return [(outcome.value, capfirst(str(OUTCOMES[outcome]))) for outcome in some]


class SettleForm(ActForm):
    """What came of a condition."""

    outcome = forms.TypedChoiceField(
        label=_("Outcome"),
        coerce=Outcome,
        widget=forms.RadioSelect,
        choices=_outcomes,
    )
    on = Day(label=_("Day"), help_text=_("The day on which it happened."))
    evidence = Text(
        "evidence", label=_("Evidence"), help_text=_("Where it can be seen, such as a decision.")
    )

    def __init__(self, data: Data = None, *, on: date) -> None:
        super().__init__(data, initial={"on": on, "seen": str(Outcome.OPEN)})


class ReasonForm(ActForm):
    """Why a deal is retracted or left; the reason is public."""

    reason = Text("why", label=_("Reason"), help_text=_("For everyone to read."))

    def __init__(self, data: Data = None, *, seen: str = "") -> None:
        super().__init__(data, initial={"seen": seen})

    def told(self) -> dict[str, Any]:
        """Return the reason, and what its sender saw."""
        return {"reason": self.cleaned_data["reason"], "seen": self.saw()}


class SignForm(ActForm):
    """A signature over what was ``seen``, with what is held back."""

    agrees = forms.BooleanField()

    def __init__(self, data: Data = None, *, seen: str, party: str, commitments: Pairs) -> None:
        super().__init__(data, initial={"seen": seen})
        self.fields["agrees"].label = gettext(
            "%(party)s agrees to the text and the commitments above."
        ) % {"party": party}
        for row in range(BLANK_ROWS):
            of = {"row": row + 1}
            text = Text("why", required=False, label=gettext("Reservation %(row)s") % of)
            text.widget.attrs["rows"] = 3
            clause = Text("name", required=False, label=gettext("Clause, reservation %(row)s") % of)
            about = forms.ChoiceField(
                required=False,
                label=gettext("Commitment, reservation %(row)s") % of,
                choices=with_empty(commitments),
            )
            add_cell(self, f"text-{row}", text)
            add_cell(self, f"clause-{row}", clause)
            add_cell(self, f"commitment-{row}", about)

    def renew(self) -> None:
        """Ask again whether the party agrees: what the page shows may be another text."""
        super().renew()
        self.data = {name: value for name, value in self.data.items() if name != "agrees"}

    def rows(self) -> Iterator[tuple[BoundField, BoundField, BoundField]]:
        """Yield reservation, clause and commitment of each row."""
        for row in range(BLANK_ROWS):
            yield self[f"text-{row}"], self[f"clause-{row}"], self[f"commitment-{row}"]

    def reservations(self) -> list[Reservation]:
        """Return what is held back; a row with any part filled in counts."""
        values = self.cleaned_data
        rows = [
            Reservation(values[f"text-{row}"], values[f"clause-{row}"], values[f"commitment-{row}"])
            for row in range(BLANK_ROWS)
        ]
        return [one for one in rows if one.text or one.clause or one.commitment]

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about: the row with what is missing."""
        for row in range(BLANK_ROWS):
            text, clause, about = (
                self.cleaned_data.get(f"{part}-{row}") for part in ("text", "clause", "commitment")
            )
            if error.code == "text-missing" and not text and (clause or about):
                return f"text-{row}"
            if error.code == "reservation-without-place" and text and not (clause or about):
                return f"clause-{row}"
        return ""


def _label(form: forms.Form, **labels: object) -> None:
    for name, label in labels.items():
        form.fields[name].label = str(label)
