# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""A form for an act that rules may refuse: what they say stands with the field it is about."""

from django import forms

from samenspel.core.errors import RuleError
from samenspel.words.errors import explain


class ActForm(forms.Form):
    """A form that takes what a rule says; ``seen`` tells what its sender saw."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def saw(self) -> str:
        """Return what its sender saw; something that nothing is when that was left out."""
        return self.cleaned_data["seen"] or "-"

    def refused(self, error: RuleError) -> bool:
        """Put what a rule refused with the field it is about; tell whether there is one."""
        name = self.field_of(error)
        if name in self.fields:
            self.add_error(name, explain(error))
        return name in self.fields

    def field_of(self, error: RuleError) -> str:
        """Return the field that a refusal is about; empty when it names none."""
        return str(error.params.get("field", ""))

    def renew(self) -> None:
        """Let the next try be about what is there now, which the page shows."""
        self.data = {**self.data, "seen": self.initial.get("seen", "")}
