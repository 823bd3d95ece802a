# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of an installation."""

from django.urls import URLPattern, URLResolver, include, path

handler400 = "samenspel.web.views.errors.bad_request"
handler403 = "samenspel.web.views.errors.forbidden"
handler404 = "samenspel.web.views.errors.not_found"
handler500 = "samenspel.web.views.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("samenspel.api.urls")),
    path("", include("samenspel.web.urls")),
]
