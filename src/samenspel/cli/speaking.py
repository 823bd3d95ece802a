# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The language of the command line: that of ``--language``, which every command has.

Flags, ``--help`` and what is wrong with how a command was typed are English; what a command tells,
also when it refuses, is in the language that was chosen. Sentences of the command line itself come
from the catalogue without Django, so that what needs no installation starts at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations, translation
from importlib.resources import files

import click

LANGUAGES = ("en", "nl")
ENGLISH = LANGUAGES[0]
_CHOSEN: ContextVar[str] = ContextVar("language of the command line", default=ENGLISH)


def speak(language: str) -> None:
    """Let the command line be in a language from here on."""
    _CHOSEN.set(language)


def chosen() -> str:
    """Return the language of the command line."""
    return _CHOSEN.get()


def _(sentence: str) -> str:
    """Return a sentence in the language of the command line."""
    return _catalogue(chosen()).gettext(sentence)


def gettext_noop(sentence: str) -> str:
    """Mark a sentence that is translated where it is said."""
    return sentence


def number(value: int) -> str:
    """Return a whole number with its thousands apart."""
    return f"{value:,}" if chosen() == ENGLISH else f"{value:,}".replace(",", ".")


def give_language_flag(command: click.Command) -> None:
    """Give a command, or all below it, the flag ``--language``, unless it has one of that name."""
    if isinstance(command, click.Group):
        for one in command.commands.values():
            give_language_flag(one)
    elif all(one.name != "language" for one in command.params):
        command.params.append(_flag())


@contextmanager
def speaking() -> Iterator[None]:
    """Let words for people be in that language too, with no more of Django than translations."""
    from django.apps import apps
    from django.conf import settings
    from django.utils.translation import override

    if not settings.configured:
        settings.configure(USE_I18N=True, LANGUAGE_CODE=ENGLISH, LOCALE_PATHS=[_folder()])
    if not apps.ready:
        apps.populate([])
    with override(chosen()):
        yield


def _flag() -> click.Option:
    return click.Option(
        ["--language"],
        type=click.Choice(LANGUAGES),
        default=ENGLISH,
        show_default=True,
        is_eager=True,
        expose_value=False,
        callback=lambda _context, _flag, language: speak(language),
        help="Language of what the command tells.",
    )


@cache
def _catalogue(language: str) -> NullTranslations:
    return translation("django", _folder(), [language], fallback=True)


def _folder() -> str:
    return str(files("samenspel").joinpath("locale"))
