# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The glossary, the models and the Dutch translation use the same words for the same things."""

import csv
import gettext
from collections.abc import Iterator
from io import StringIO

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.db.models import Model
from django.utils import translation
from django.utils.functional import Promise
from pages import DOCS, ROOT

from samenspel.words.labels import ROLES, STATES

FILE = DOCS / "glossary.csv"
CONTEXTS = (
    *("regions", "parties", "agenda", "deals", "funding", "councils"),
    *("delivery", "ledger"),
)
FROM_DJANGO = {"password", "last_login"}

Row = dict[str, str]
ROWS: list[Row] = list(csv.DictReader(StringIO(FILE.read_text(encoding="utf-8"))))
KNOWN = {(row["identifier"], row["english"]) for row in ROWS}


def models() -> list[type[Model]]:
    return [model for context in CONTEXTS for model in apps.get_app_config(context).get_models()]


def named_fields() -> Iterator[tuple[str, str, str]]:
    """Yield model, field and name for people of every field that has one."""
    for model in models():
        for field in model._meta.concrete_fields:
            if isinstance(field.verbose_name, Promise) and field.name not in FROM_DJANGO:
                yield model._meta.model_name, field.name, str(field.verbose_name)


def missing(name: str, english: str) -> bool:
    """Tell whether the glossary does not have *name*, alone or within its model, as *english*."""
    return not {(name, english), (name.rpartition(".")[2], english)} & KNOWN


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def dutch(tmp_path_factory):
    """The Dutch of the file itself, compiled or not."""
    source = ROOT / "src" / "samenspel" / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    compiled = tmp_path_factory.mktemp("dutch") / "django.mo"
    with source.open("rb") as lines, compiled.open("wb") as target:
        write_mo(target, read_po(lines))
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def test_every_model_has_its_word():
    found = [(model._meta.model_name, str(model._meta.verbose_name)) for model in models()]
    assert [one for one in found if one not in KNOWN] == []


def test_every_field_has_its_word():
    found = {f"{model}.{field}": name for model, field, name in named_fields()}
    assert {key: name for key, name in found.items() if missing(key, name)} == {}


def test_every_role_and_state_has_its_word():
    found = [(str(role), str(word)) for role, word in ROLES.items()]
    found += [(str(state), str(words.name)) for state, words in STATES.items()]
    assert [one for one in found if one not in KNOWN] == []


def test_the_dutch_of_the_glossary_is_that_of_the_pages(dutch):
    said = {row["english"]: dutch.gettext(row["english"]) for row in ROWS}
    wrong = {
        row["english"]: (row["dutch"], said[row["english"]])
        for row in ROWS
        if said[row["english"]] not in {row["dutch"], row["english"]}
    }
    assert wrong == {}


def test_what_a_dotted_name_names_exists():
    fields = {
        f"{model._meta.model_name}.{field.name}"
        for model in models()
        for field in model._meta.get_fields()
    }
    dotted = {row["identifier"] for row in ROWS if "." in row["identifier"]}
    assert dotted - fields == set()


def test_every_row_is_whole_and_there_once():
    assert [row for row in ROWS if not all((row["dutch"], row["english"], row["definition"]))] == []
    assert len({row["identifier"] for row in ROWS}) == len(ROWS)


def test_another_word_is_caught():
    assert missing("party.legal_form", "form of law")
    assert not missing("party.legal_form", "legal form")
