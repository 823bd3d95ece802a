# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a page tells you to type exists: make targets, commands and their flags."""

import re
import shlex

import click
import pytest
from pages import ROOT, all_pages, quoted_commands, text_of

from samenspel.cli.main import commands

TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
NOT_FOR_PEOPLE_TO_TYPE = {"CHANGELOG.md"}


def wrong(line: str) -> list[str]:
    """Return what in a quoted command does not exist."""
    words = shlex.split(line.replace("...", "").partition(" | ")[0].partition(" > ")[0])
    if words[:1] == ["make"]:
        return [word for word in words[1:] if "=" not in word and word not in TARGETS]
    if words and words[0].rpartition("/")[2] == "samenspel":
        return _wrong_in_samenspel(words[1:])
    return []


def _wrong_in_samenspel(words: list[str]) -> list[str]:
    command: click.Command = commands
    for word in list(words):
        if not isinstance(command, click.Group) or word.startswith("-") or word.isupper():
            break
        if word not in command.commands:
            return [word]
        command = command.commands[word]
        words = words[1:]
    if command.name == "manage":
        return []
    known = {"--help", "-h", "--version"} | {
        name for p in command.params for name in [*p.opts, *p.secondary_opts]
    }
    given = [word.partition("=")[0] for word in words if word.startswith("-")]
    return [flag for flag in given if flag not in known]


PAGES = [page for page in all_pages() if page.name not in NOT_FOR_PEOPLE_TO_TYPE]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_quoted_commands_exist(page):
    faults = {line: wrong(line) for line in quoted_commands(text_of(page))}
    assert {line: fault for line, fault in faults.items() if fault} == {}


def test_the_readme_shows_the_two_commands():
    assert {"make demo", "make test"} <= set(quoted_commands(text_of(ROOT / "README.md")))


@pytest.mark.parametrize(
    "line",
    [
        "make nothing",
        "samenspel nothing",
        "/opt/bin/samenspel serve --nothing",
        "samenspel user no",
    ],
)
def test_a_command_that_does_not_exist_is_caught(line):
    [quoted] = quoted_commands(f"Type:\n\n```sh\n{line}  # says nothing\n```\n")
    assert wrong(quoted)
