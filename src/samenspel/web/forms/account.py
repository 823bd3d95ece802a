# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms to log in and to set a password: the library's rules, the house's words."""

from typing import Any

from allauth.account import forms as library
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _


class _Plain:
    """Labels beside the fields instead of texts in them, which vanish while people type."""

    labels: dict[str, Any] = {}
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label, field.help_text = self.labels[name], ""
        if "password1" in self.fields:
            self.fields["password1"].help_text = " ".join(
                map(str, password_validators_help_texts())
            )


class LoginForm(_Plain, library.LoginForm):  # type: ignore[misc]  # the library has no types
    """E-mail address and password."""

    labels = {"login": _("E-mail address"), "password": _("Password")}


class ChangePasswordForm(_Plain, library.ChangePasswordForm):  # type: ignore[misc]  # idem
    """The password of now, and a new one twice."""

    labels = {
        "oldpassword": _("Your password now"),
        "password1": _("New password"),
        "password2": _("New password once more"),
    }


class SetPasswordForm(_Plain, library.SetPasswordForm):  # type: ignore[misc]  # idem
    """A first password, twice."""

    labels = {"password1": _("Password"), "password2": _("Password once more")}


class ReauthenticateForm(_Plain, library.ReauthenticateForm):  # type: ignore[misc]  # idem
    """The password once more, before something that matters."""

    labels = {"password": _("Password")}
