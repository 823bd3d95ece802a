# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What the components need and the template language lacks."""

from collections.abc import Sequence

from django import forms, template
from django.forms import widgets
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samenspel.web.parts.targets import Named

register = template.Library()

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea"),
    (forms.RadioSelect, "choices"),
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.FileInput, "file"),
    (widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
)


@register.filter
def choice_kind(field: BoundField) -> str:
    """How a field is laid out: "group" of choices, single "checkbox", or "" for the rest."""
    widget = field.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "group"
    return "checkbox" if isinstance(widget, forms.CheckboxInput) else ""


@register.filter
def dressed(field: BoundField) -> SafeString:
    """The field's input with the design system's class for its kind."""
    widget = field.field.widget
    own = str(widget.attrs.get("class", ""))
    dress = next((name for kind, name in _CLASSES if isinstance(widget, kind)), "")
    return field.as_widget(attrs={"class": f"{dress} {own}".strip()})


@register.simple_tag(takes_context=True)
def named(context: Context, one: Named) -> SafeString:
    """The name of something in the region's own words, with a link where it has a page."""
    dutch = context.get("in_dutch", "")
    if not one.url:
        return format_html("<span{}>{}</span>", dutch, one.title)
    return format_html('<a href="{}"{}>{}</a>', one.url, dutch, one.title)


@register.filter
def at(items: Sequence[object], index: int) -> object:
    """The item at a place in a list, for two lists walked together."""
    return items[index]
