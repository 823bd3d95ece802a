# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms about people, their roles and mandates."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samenspel.web.forms.fields import Day, Euros, Text
from samenspel.web.forms.lists import Pairs, with_empty
from samenspel.words.labels import ROLES

Data = Mapping[str, Any] | None
"""What was typed, None when the form is shown for the first time."""

_UNTIL = _("The last day; leave empty when there is no end yet.")


class WebAddress(forms.URLField):
    """An address on the web; Django's own would take ftp too."""

    default_validators = [URLValidator(schemes=["http", "https"])]


class PersonForm(forms.Form):
    """Somebody with a first role."""

    name = Text("name", label=_("Name"))
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("To log in with. Who has a role elsewhere logs in with the same address."),
    )
    role = forms.ChoiceField(label=_("Role"))
    party = forms.ChoiceField(
        label=_("Party"), required=False, help_text=_("Leave empty for a role in the whole region.")
    )
    since = Day(label=_("Since"))
    until = Day(label=_("Until"), required=False, help_text=_UNTIL)

    def __init__(self, data: Data = None, *, parties: Pairs, on: date) -> None:
        super().__init__(data, initial={"since": on})
        roles = [(str(role), capfirst(str(name))) for role, name in ROLES.items()]
        _choices(self, role=with_empty(roles), party=with_empty(parties))


class RoleEndForm(forms.Form):
    """The last day of a role."""

    on = Day(label=_("Last day"), help_text=_("On this day the role still holds."))

    def __init__(self, data: Data = None, *, on: date) -> None:
        super().__init__(data, initial={"on": on})


class MandateEndForm(RoleEndForm):
    """The last day of a mandate."""

    on = Day(label=_("Last day"), help_text=_("On this day the mandate still holds."))


class MandateForm(forms.Form):
    """What a party lets a person promise."""

    person = forms.TypedChoiceField(label=_("Person"), coerce=int)
    party = forms.ChoiceField(label=_("Party"))
    organ = Text("name", label=_("Decided by"), help_text=_("Such as college of B and W."))
    decided_on = Day(label=_("Decided on"))
    scope = Text("about", label=_("For what"))
    limit_cents = Euros(
        label=_("Up to, in euros"), required=False, help_text=_("Leave empty without a limit.")
    )
    link = WebAddress(
        label=_("Web address of the decision"),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )
    since = Day(label=_("Since"))
    until = Day(label=_("Until"), required=False, help_text=_UNTIL)

    def __init__(self, data: Data = None, *, people: Pairs, parties: Pairs, on: date) -> None:
        super().__init__(data, initial={"since": on})
        _choices(self, person=with_empty(people), party=with_empty(parties))


def _choices(form: forms.Form, **pairs: Pairs) -> None:
    for name, choices in pairs.items():
        field: Any = form.fields[name]
        field.choices = choices
