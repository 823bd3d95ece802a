# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that stand in a row of a table: heard by their label, seen by the headings around them."""

from typing import Any

from django import forms

BLANK_ROWS = 3
"""Empty rows after what is there."""


def add_cell(form: forms.Form, name: str, field: Any, value: Any = None) -> None:
    """Add a field to a row."""
    field.widget.attrs["aria-label"] = field.label
    form.fields[name] = field
    form.initial[name] = value
