# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Words in either language for commands that need no installation."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let sentences be in a language, with no more of Django than its translations."""
    from django.apps import apps
    from django.conf import settings
    from django.utils import translation

    if not settings.configured:
        locale = str(files("samenspel").joinpath("locale"))
        settings.configure(USE_I18N=True, LANGUAGE_CODE="en", LOCALE_PATHS=[locale])
    if not apps.ready:
        apps.populate([])
    with translation.override(language):
        yield
