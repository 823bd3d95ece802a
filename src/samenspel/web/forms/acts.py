# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms about versions and about workbooks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.web.forms.fields import Text


class MoveForm(forms.Form):
    """Why a version goes to another state; the note is public."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    note = Text(
        "source",
        required=False,
        label=_("Note"),
        help_text=_("One line for the public ledger, such as the decision. No names of people."),
    )


class FiguresForm(forms.Form):
    """Own figures to load."""

    figures = forms.FileField(
        label=_("File with figures"),
        help_text=_("An xlsx, ods, csv or zipped csv file, at most 10 megabytes."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.zip"}),
    )


class UploadForm(forms.Form):
    """A workbook to take over."""

    workbook = forms.FileField(
        label=_("Workbook"),
        help_text=_("An xlsx, ods, json or zipped csv file, at most 10 megabytes."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.json,.zip"}),
    )
