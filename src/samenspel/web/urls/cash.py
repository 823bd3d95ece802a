# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the cash, of SiSa and of each municipality's money."""

from django.urls import URLPattern, path

from samenspel.web.urls import converters  # noqa: F401 - registers what the addresses use
from samenspel.web.views import cash, municipality_money

_TOP = "<slug:slug>/geld/"
_SISA = f"{_TOP}kas/sisa/<key:source>/<number:year>/"

urlpatterns: list[URLPattern] = [
    path(f"{_TOP}kas/", cash.cash, name="cash"),
    path(_SISA, cash.sisa, name="sisa"),
    path(f"{_SISA}sisa.<slug:kind>", cash.sisa_file, name="sisa-file"),
    path(f"{_SISA}<number:number>/tekst.json", cash.sisa_text, name="sisa-text"),
    path(f"{_TOP}gemeenten/", municipality_money.municipalities_money, name="municipalities-money"),
    path(
        f"{_TOP}gemeenten/<slug:party>/",
        municipality_money.municipality_money,
        name="municipality-money",
    ),
]
