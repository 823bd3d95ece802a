# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for what is done with allocations and scenarios: a decision, a name to keep."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.fields import Code, Day, Text


class DecideForm(ActForm):
    """Who decided, when, and where to read it."""

    decided_by = Text("title")
    on = Day()
    decision_link = forms.URLField(required=False, max_length=1000, assume_scheme="https")

    def __init__(self, data: Any, *, on: date) -> None:
        super().__init__(data, initial={"on": on})
        self.fields["decided_by"].label = _("Decided by")
        self.fields["decided_by"].help_text = _("A board or council, not a person.")
        self.fields["on"].label = _("Decided on")
        self.fields["decision_link"].label = _("Where the decision can be read")


class KeepForm(ActForm):
    """The name under which a scenario is kept."""

    title = Text("title")
    slug = Code("slug")
    note = Text("about", required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["title"].label = _("Title")
        self.fields["slug"].label = _("Address")
        self.fields["slug"].help_text = _("Small letters, digits and hyphens; it stays.")
        self.fields["note"].label = _("Note")
        self.fields["note"].help_text = _("What this shows, and what is assumed.")
