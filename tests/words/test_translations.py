# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Every sentence for people has its Dutch: none is missing, stale, guessed or with other gaps."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "samenspel"
DUTCH = PACKAGE / "locale" / "nl" / "LC_MESSAGES" / "django.po"
TOOLS = ("xgettext", "msguniq", "msgfmt")
EXTRACTED = {".py", ".html", ".txt"}

GAP = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?\w+")
"""What the program fills in, and the tags around words."""


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """The sentences that the code and the templates of today use."""
    if missing := [tool for tool in TOOLS if shutil.which(tool) is None]:
        reason = f"missing gettext: {', '.join(missing)}"
        required = os.environ.get("SAMENSPEL_TEST_REQUIRE_ALL") == "1"
        pytest.fail(reason) if required else pytest.skip(reason)
    folder = tmp_path_factory.mktemp("words") / "samenspel"
    shutil.copytree(PACKAGE, folder, ignore=_other_files)
    (folder / "locale").mkdir()
    return extracted(folder)


def _other_files(folder: str, names: list[str]) -> list[str]:
    files = [name for name in names if (Path(folder) / name).is_file()]
    return [name for name in files if Path(name).suffix not in EXTRACTED] + ["locale", "vendor"]


def extracted(folder: Path) -> Catalog:
    """Return what ``makemessages`` finds under *folder*, whose translations do not count."""
    command = "from django.core.management import execute_from_command_line as run; run()"
    subprocess.run(
        [sys.executable, "-c", command, "makemessages", "--locale", "nl"],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"},
        check=True,
        capture_output=True,
    )
    return catalog(folder / "locale" / "nl" / "LC_MESSAGES" / "django.po")


def catalog(file: Path) -> Catalog:
    with file.open("rb") as lines:
        return read_po(lines)


def messages(found: Catalog) -> dict[tuple[str | None, str], Message]:
    """Return the sentences by context and text, the heading of the file left out."""
    return {
        (message.context, message.id if isinstance(message.id, str) else message.id[0]): message
        for message in found
        if message.id
    }


def texts(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def faults(message: Message) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    translations = texts(message.string)
    if message.fuzzy:
        yield "is a guess of gettext"
    if not all(translations):
        yield "has no Dutch"
        return
    wanted = [sorted(set(GAP.findall(text))) for text in texts(message.id)]
    for number, translation in enumerate(translations):
        if sorted(set(GAP.findall(translation))) != wanted[min(number, len(wanted) - 1)]:
            yield "has other gaps or tags"
    if texts(message.id)[-1][-1:] in {".", "?", ":"} and translations[-1][-1] not in {
        ".",
        "?",
        ":",
    }:
        yield "does not end as the sentence does"


def test_the_dutch_file_has_what_is_used_and_nothing_else(used):
    dutch, english = messages(catalog(DUTCH)), messages(used)
    assert sorted(map(str, english.keys() - dutch.keys())) == []
    assert sorted(map(str, dutch.keys() - english.keys())) == []


def test_every_sentence_is_translated_with_the_same_gaps():
    wrong = [
        f"{message.id!r} {fault}"
        for message in messages(catalog(DUTCH)).values()
        for fault in faults(message)
    ]
    assert not wrong, "\n".join(wrong)


def test_people_are_addressed_formally():
    familiar = re.compile(r"\b(?:je|jij|jou|jouw)\b", re.IGNORECASE)
    assert familiar.search("Wijzig je wachtwoord.")
    dutch = [text for one in messages(catalog(DUTCH)).values() for text in texts(one.string)]
    assert [text for text in dutch if familiar.search(text)] == []


def test_nothing_obsolete_is_kept():
    assert not catalog(DUTCH).obsolete


def test_gettext_takes_the_file(used):
    command = ["msgfmt", "--check", "--output-file", os.devnull, str(DUTCH)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("Version %(number)s.", ""),
        ("Version %(number)s.", "Versie %(nummer)s."),
        ("See the <a>ledger</a>.", "Zie het grootboek."),
        ("It is closed.", "Dat is afgesloten"),
        (("%(n)s goal", "%(n)s goals"), ("%(n)s doel", "")),
    ],
    ids=["no Dutch", "another gap", "a lost tag", "no full stop", "no plural"],
)
def test_a_planted_fault_is_caught(english, dutch):
    assert list(faults(Message(english, dutch)))


def test_a_guess_is_caught():
    assert list(faults(Message("Region", "Regio", flags={"fuzzy"})))


def test_a_new_sentence_is_found(tmp_path, used):
    (tmp_path / "locale").mkdir()
    (tmp_path / "planted.py").write_text('x = gettext("Never translated.")\n', encoding="utf-8")
    assert (None, "Never translated.") in messages(extracted(tmp_path))


def test_sentences_are_marked_by_a_name_that_gettext_knows():
    renamed = re.compile(r"\bn?gettext(?:_lazy)? as (?!_\b)\w+")
    assert renamed.search("from x import gettext as _now")
    files = sorted(PACKAGE.rglob("*.py"))
    assert [file.name for file in files if renamed.search(file.read_text("utf-8"))] == []
