# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses to log in and out, and to change a password: of the library only what is needed."""

from allauth.account import views
from django.contrib.auth.decorators import login_required
from django.urls import URLPattern, path

from samenspel.web.views.login import login_link

urlpatterns: list[URLPattern] = [
    path("inloggen/", views.login, name="account_login"),
    path("inloggen/eenmalig/<str:secret>/", login_link, name="login-link"),
    path("inloggen/gesloten/", views.account_inactive, name="account_inactive"),
    path("inloggen/bevestigen/", views.reauthenticate, name="account_reauthenticate"),
    path("uitloggen/", views.logout, name="account_logout"),
    path("wachtwoord/", login_required(views.password_change), name="account_change_password"),
    path("wachtwoord/kiezen/", views.password_set, name="account_set_password"),
]
