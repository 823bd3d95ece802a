# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""With ``--language nl`` the command line speaks Dutch: what it tells and what it refuses."""

import ast
import re
from pathlib import Path

import click
import pytest

from samenspel import cli
from samenspel.cli.data_words import GIVES, SENTENCES, explain
from samenspel.cli.main import commands, guarded
from samenspel.cli.speaking import ENGLISH, LANGUAGES, speak
from samenspel.sources.cbs import SERIES, SourceError

DUTCH = LANGUAGES[1]
FOLDER = Path(cli.__file__).parent
TELLING = {"Problem", "echo", "confirm", "working", "bar", "counting"}
"""What shows its first argument to people."""

WORD = re.compile(r"(?<![/\w])[A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def _english_after():
    yield
    speak(ENGLISH)


@pytest.fixture
def says(capsys, tmp_path, monkeypatch):
    """Run a command in Dutch on an empty data folder; return what it prints on both streams."""
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def command(*arguments, folder=tmp_path):
        words = [*map(str, arguments), "--language", DUTCH]
        if folder:
            words += ["--data", str(folder)]
        guarded(lambda: commands.main(words, "samenspel", standalone_mode=False))
        printed = capsys.readouterr()
        return printed.out + printed.err

    return command


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("profile", "XX99"), "Fout: Er is geen regio of gemeente met code “XX99”"),
        (("profile", "AM05", "--year", "1990"), "Er zijn geen cijfers voor een profiel van 1990"),
        (("profile", "AM05", "--indicator", "x"), "Er is geen indicator “x” in deze cijfers"),
        (("profile", "GM0153", "--chart", "x"), "Fout: Van deze regio is er geen grafiek 'x'"),
        (("data", "update", "--table", "x"), "“x” is geen code van een tabel"),
        (("data", "update", "--table", "47022NED"), "kunnen niet worden geladen"),
        (("data", "list"), "Bekend bij het CBS:\n  Kerncijfers van gemeenten"),
        (("figures", "import", __file__, "--region", "x"), "er is geen Samenspel in"),
        (("deals", "list", "--region", "x"), "er is geen Samenspel in"),
        (("ledger", "head", "--region", "x"), "er is geen Samenspel in"),
        (("import", __file__), "er is geen Samenspel in"),
        (("backup",), "er is geen Samenspel in"),
    ],
)
def test_a_refusal_is_in_dutch(says, arguments, wanted):
    assert wanted.casefold() in says(*arguments).casefold()


def test_share_and_the_ledger_refuse_in_dutch(says, tmp_path):
    file = tmp_path / "latin.json"
    file.write_bytes(b"\xe9")
    assert says("share", file, folder=None) == f"Fout: {file} is geen tekst in UTF-8.\n"
    told = says("ledger", "verify-receipt", file, folder=None)
    assert told.startswith(f"Fout: In {file} staat geen bewijs")


def test_a_region_that_is_there_answers_in_dutch(started):
    def told(*arguments):
        done = started.run(*arguments, "--language", DUTCH)
        return done.stdout + done.stderr

    assert told("deals", "list", "--region", "nowhere").startswith("Fout: Er is hier geen regio")
    [slug] = re.findall(r"De regio's zijn: (\S+)\.", told("deals", "list", "--region", "nowhere"))
    assert told("deals", "list", "--region", slug) == "Deals: geen\n"
    assert "Fout: Er is al een regio" in told("init", "--region", "AM05")
    assert "Alle regels van het grootboek kloppen." in told("check", "--region", slug)
    assert told("ledger", "verify", "--region", slug).startswith("Alle ")


@pytest.mark.parametrize("code", SENTENCES)
def test_each_failure_of_a_source_has_its_dutch(code):
    english = explain(SourceError(code))
    speak(DUTCH)
    assert explain(SourceError(code)) not in {"", english}


def test_what_is_in_a_series_has_words():
    assert {one.gives for one in SERIES} == set(GIVES)


def test_the_next_command_speaks_english_again(says, capsys):
    says("profile", "XX99")
    guarded(lambda: commands.main(["profile", "XX99"], "samenspel", standalone_mode=False))
    assert capsys.readouterr().err.startswith("Error: There is no region")


def leaves(command, path=()):
    """Yield every command that does something, with its words."""
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from leaves(one, (*path, name))
    else:
        yield path, command


def test_every_command_has_the_flag():
    without = [
        " ".join(path)
        for path, one in leaves(commands)
        if "--language" not in [flag for param in one.params for flag in param.opts]
    ]
    assert without == []


def untranslated(source):
    """Yield the words that a module shows to people without asking for their translation."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in TELLING:
                yield from _own_words(node.args[0])


def _own_words(shown):
    if isinstance(shown, ast.JoinedStr):
        texts = [one.value for one in shown.values if isinstance(one, ast.Constant)]
    else:
        texts = [shown.value] if isinstance(shown, ast.Constant) else []
    yield from (text for text in texts if WORD.search(str(text)))


def test_a_planted_sentence_is_found():
    assert list(untranslated('click.echo(f"Wrote {file}.")')) == ["Wrote "]
    assert list(untranslated('raise Problem("no such thing.")')) == ["no such thing."]
    assert list(untranslated('click.echo(_("Wrote it."))')) == []


def test_every_module_asks_for_the_translation_of_what_it_shows():
    found = {file.name: list(untranslated(file.read_text("utf-8"))) for file in FOLDER.glob("*.py")}
    assert {name: texts for name, texts in found.items() if texts} == {}
