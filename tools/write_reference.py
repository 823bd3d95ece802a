# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Write the pages of docs/reference that follow from tables in the code.

``python tools/write_reference.py`` writes them; ``--check`` writes nothing and ends with status 1
when a page is not what the code says. Same code, same bytes.
"""

import argparse
import inspect
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

PAGES = Path(__file__).resolve().parent.parent / "docs" / "reference"
HEAD = """<!--
SPDX-FileCopyrightText: 2026 The Samenspel authors
SPDX-License-Identifier: EUPL-1.2
Written by tools/write_reference.py: change the code, then run it.
-->
"""

if not settings.configured:  # no installation is needed for words
    settings.configure(USE_I18N=False)

from samenspel.api.urls import ROUTES  # noqa: E402 - words need the line above
from samenspel.cli.config import config  # noqa: E402
from samenspel.cli.main import commands  # noqa: E402
from samenspel.core import acts, rights  # noqa: E402
from samenspel.core.agenda import kinds, states  # noqa: E402
from samenspel.core.deals import ladder, overdue  # noqa: E402
from samenspel.core.deals import states as deal_states  # noqa: E402
from samenspel.core.options import OPTIONS, Option  # noqa: E402
from samenspel.sources.workbook.layout import Column, SheetLayout, Value  # noqa: E402
from samenspel.sources.workbook.sheets import SHEETS  # noqa: E402
from samenspel.words.acts import act_label  # noqa: E402
from samenspel.words.calendar_terms import calendar_page  # noqa: E402
from samenspel.words.deals import DEAL_STATES, ESCALATIONS, RUNGS  # noqa: E402
from samenspel.words.errors import ERRORS  # noqa: E402
from samenspel.words.labels import ACTS, KINDS, ROLES, STATES  # noqa: E402
from samenspel.words.problems import PROBLEMS  # noqa: E402
from samenspel.words.workbook import CELL_PROBLEMS as _CELLS  # noqa: E402

Lines = Iterator[str]


def settings_page() -> Lines:
    """Every setting of an installation."""
    yield "# Settings"
    yield (
        "A flag goes before an environment variable, a variable before the settings file "
        "(`samenspel.toml` in the data folder), the file before the default. `samenspel config` "
        "shows each value with where it came from. In the file a setting stands under its name: "
        '`port = 8080`, `contact = "mailto:privacy@gemeente.example"`.'
    )
    flags = {parameter.name for parameter in config.params}
    rows = (
        [f"`{o.name}`", _flag(o, flags), f"`{o.variable}`", _default(o), o.about] for o in OPTIONS
    )
    yield table(("Setting", "Flag", "Variable", "Default", "What it is"), rows)
    yield (
        f"Never shown: {_listed(o.name for o in OPTIONS if o.secret)}. Give it in the "
        "environment, or in a settings file that only its owner can read."
    )


def _flag(option: Option, flags: Iterable[str | None]) -> str:
    return f"`--{option.name.replace('_', '-')}`" if option.name in flags else "none"


def _default(option: Option) -> str:
    if option.name == "data":
        return "`~/.local/share/samenspel`"
    if isinstance(option.default, bool):
        return f"`{str(option.default).lower()}`"
    return f"`{option.default}`" if option.default != "" else "empty"


def commands_page() -> Lines:
    """Every command with its arguments and flags."""
    yield "# Commands"
    yield (
        "`samenspel --help` and `samenspel COMMAND --help` say the same. A command ends with "
        "status 0 when it did what was asked, 1 when it found something wrong, and 2 when it could "
        "not be done so; the reason is on stderr, with what to do. What works on an installation "
        "takes `--data` and `--settings` (see [Settings](settings.md)), not repeated below."
    )
    yield from _group(commands, "samenspel")


def _group(group: click.Group, path: str) -> Lines:
    for name, command in sorted(group.commands.items()):
        yield f"{'#' * len(f'# {path}'.split())} {path} {name}"
        yield clean(command.help)
        arguments = [p.human_readable_name for p in command.params if isinstance(p, click.Argument)]
        if isinstance(command, click.Group):
            yield from _group(command, f"{path} {name}")
            continue
        yield f"```\n{' '.join([path, name, '[FLAGS]', *arguments])}\n```"
        options = [p for p in command.params if isinstance(p, click.Option)]
        rows = [[_flags(o), _help(o)] for o in options if o.name not in {"data", "settings"}]
        if rows:
            yield table(("Flag", "Meaning"), rows)


def _flags(option: click.Option) -> str:
    names = " / ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    if isinstance(option.type, click.Choice):
        return f"{names} " + ", ".join(f"`{one}`" for one in option.type.choices)
    return names


def _help(option: click.Option) -> str:
    return " ".join(filter(None, [option.help, "Required." if option.required else ""]))


def rules_page() -> Lines:
    """Every refusal."""
    yield "# Refusals"
    yield (
        "An act that a rule refuses changes nothing. It carries one of these codes, which stay the "
        "same, and says this sentence, on a page, on the command line and in the API alike. Words "
        "in italics are filled in."
    )
    yield table(("Code", "What it says"), _sentences(ERRORS))


def problems_page() -> Lines:
    """Everything that can be wrong with a record."""
    yield "# Problems in a record"
    yield (
        "A form, a workbook, a file of JSON and the API are checked by the same rules, and all at "
        "once: nothing is written until nothing is wrong. Each problem has a place (sheet, row and "
        "column, or field), one of these codes, and this sentence."
    )
    yield table(("Code", "What it says"), _sentences(PROBLEMS))


def _sentences(words: Mapping[str, Promise | str]) -> Iterator[list[str]]:
    for code, sentence in sorted(words.items()):
        yield [f"`{code}`", re.sub(r"%\((\w+)\)s", r"*\1*", str(sentence))]


def ledger_kinds_page() -> Lines:
    """Every kind of entry in the ledger."""
    yield "# Kinds of entry in the ledger"
    yield (
        "Every act is one entry. What an entry holds, and what it proves, is in "
        "[Digest and ledger](../methods/digest-and-ledger.md)."
    )
    rows = ([f"`{kind}`", act_label(kind)] for kind in sorted(acts.LEDGER_KINDS))
    yield table(("Kind", "What happened"), rows)


def rights_page() -> Lines:
    """Who may do what."""
    yield "# Rights"
    yield (
        "Everything published is open to all, without log-in. The table is about drafts, people "
        "and change: **region** means everything in the region, **own** what belongs to the party "
        "for which the role was given, no that the role does not allow it."
    )
    heads = ("May", *(str(ROLES[role]) for role in rights.Role))
    rows = (
        [str(ACTS[act]), *(_scope(rights.RIGHTS[act].get(role)) for role in rights.Role)]
        for act in rights.Act
    )
    yield table(heads, rows)
    yield "In code, on the ledger and in `samenspel user add --role` the roles and acts are called:"
    yield table(("Role", "Code"), ([str(ROLES[one]), f"`{one}`"] for one in rights.Role))
    yield table(("Act", "Code"), ([str(ACTS[one]), f"`{one}`"] for one in rights.Act))
    yield (
        "Signing also takes a mandate of that party, at that moment. The draft of a deal is read "
        "by the parties in it. Whoever fulfils a condition may say that it was met or not."
    )
    yield "What in an agenda is changed by which act:"
    rows = ([str(KINDS[kind].one), f"`{act}`"] for kind, act in kinds.ACTS.items())
    yield table(("What", "Act"), rows)
    yield (
        "With **own**, a measure belongs to the party that leads it: whoever acts for that party "
        "may change all of it and remove it. A partner may change the rest, but not "
        f"{', '.join(f'`{name}`' for name in sorted(kinds.LEADS_ALONE))}, and may not remove it."
    )


def _scope(scope: rights.Scope | None) -> str:
    return f"**{scope}**" if scope else "no"


def api_page() -> Lines:
    """Every address of the API."""
    yield "# Addresses of the API"
    yield (
        "Below `/api/v1`; all are read with GET. What each asks and answers, field by field, is in "
        "the description that every installation serves at `/api/v1/openapi.json`. How to read it "
        "is in [Use the API](../howto/use-the-api.md)."
    )
    rows = ([f"`/{_address(route)}`", name.replace("-", " ")] for name, route in ROUTES.items())
    yield table(("Address", "What"), rows)


def _address(route: str) -> str:
    return re.sub(r"<[^:>]+:(\w+)>", r"{\1}", route)


def states_page() -> Lines:
    """The life of an agenda version, of a version of a deal, and of a commitment."""
    yield "# States"
    yield "## A version of the agenda"
    yield (
        "A region has one agenda, in numbered versions; each version is in one of these states. "
        "There is one draft at a time. What leaves draft stands still, frozen with its digest; "
        "going back to draft lifts that, adoption makes it final."
    )
    yield _drawn(states.NEXT_STATES)
    flags = {"Content may change": states.EDITABLE, "In force": states.IN_FORCE}
    yield _lives(STATES, states.NEXT_STATES, flags)
    yield "## A version of a deal"
    yield (
        "The first version is the deal itself, each later one an amendment. What is proposed "
        "stands still, and its digest is what the parties sign. One version is in force, and one "
        "open, at a time. The calendar alone ends a deal or lets it lapse. What the rules mean is "
        "in [Deals](../methods/deals.md)."
    )
    yield _drawn(deal_states.NEXT_STATES)
    public = set(deal_states.DealState) - deal_states.PRIVATE
    flags = {
        "Everyone can read it": public,
        "Can be signed": deal_states.SIGNABLE,
        "A signature can be taken back": deal_states.TAKES_BACK,
        "A party can give notice": deal_states.LEAVABLE,
    }
    yield _lives(DEAL_STATES, deal_states.NEXT_STATES, flags)
    yield "## A commitment"
    yield (
        "A commitment climbs one ladder. A step up may skip rungs and has its day and, where the "
        "table says so, its evidence; a step down is an act of its own and has its reason."
    )
    rungs = [step.rung for step in ladder.LADDER]
    yield _drawn({now: {after} for now, after in pairwise(rungs)})
    flags = {"Needs evidence": ladder.NEEDS_EVIDENCE, "Can be late": overdue.CAN_BE_OVERDUE}
    yield _lives(RUNGS, {}, flags)
    yield "Past its last day without evidence, a commitment is late in public, and then:"
    rows = (
        [str(one.after_days), str(ESCALATIONS[one.step].name), str(ESCALATIONS[one.step].meaning)]
        for one in overdue.ESCALATION
    )
    yield table(("From day", "Step", "Meaning"), rows)


def _drawn(following: Mapping[Any, Collection[Any]]) -> str:
    """Draw a table of states; it begins with the first. Mermaid knows no hyphen in a name."""
    first = next(iter(following))
    steps = [
        f"    {now} --> {after}"
        for now in following
        for after in type(first)
        if after in following[now]
    ]
    lines = [line.replace("-", "_").replace("__>", "-->") for line in steps]
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *lines, "```"])


def _lives(
    words: Mapping[Any, Any],
    following: Mapping[Any, Collection[Any]],
    flags: Mapping[str, Collection[Any]],
) -> str:
    """Return the table of states with what may follow each, and which of *flags* hold."""
    rows = []
    for state, said in words.items():
        after = [str(words[one].name) for one in words if one in following.get(state, ())]
        rows.append(
            [str(said.name), f"`{state}`", str(said.meaning)]
            + ([", ".join(after) or "nothing"] if following else [])
            + ["yes" if state in holds else "no" for holds in flags.values()]
        )
    may = ["May become"] if following else []
    return table(("State", "Code", "Meaning", *may, *flags), rows)


def workbook_page() -> Lines:
    """Every sheet and column of the workbook."""
    yield "# The workbook"
    yield (
        "A region as a spreadsheet: one sheet per kind of thing, headings in row 1, help in row 2, "
        "data from row 3. How to work with it is in [Keep a region in a workbook]"
        "(../howto/workbook.md). On reading, the English name of a sheet or heading is understood "
        "as well. Columns in **bold** need a value in every row."
    )
    for sheet in SHEETS:
        yield f"## {sheet.name} ({sheet.english})"
        yield sheet.about
        heads = ("Heading", "English", "Field", "Holds", "Help")
        yield table(heads, (_column(sheet, one) for one in sheet.columns))
    yield "## What can be wrong with a file or a cell"
    yield (
        "Besides the [problems in a record](problems.md). Nothing is taken over until nothing is "
        "wrong; all problems are told at once, up to 200."
    )
    both = {code: f"{wrong} Expected: {expected}." for code, (wrong, expected) in _CELLS.items()}
    yield table(("Code", "What it says"), _sentences(both))


def _column(sheet: SheetLayout, column: Column) -> list[str]:
    target = sheet.target_of(column)
    named = f", names a {KINDS[target].one}" if target else ""
    words = ", ".join(f"`{word}`" for _, word in column.choices)
    heading = f"**{column.heading}**" if sheet.is_required(column) else column.heading
    holds = f"one of {words}" if words else f"{VALUES[sheet.value_of(column)]}{named}"
    return [heading, column.english, f"`{column.field}`", holds, column.help]


VALUES = {
    Value.CODE: "a code",
    Value.CODES: "codes, with `;` or a line break between",
    Value.LINE: "text",
    Value.PARAGRAPHS: "text, line breaks allowed",
    Value.WHOLE: "a whole number",
    Value.DECIMAL: "a number",
    Value.MONEY: "an amount in euros and cents",
    Value.DATE: "a date",
    Value.FLAG: "`ja` or `nee`",
}


WRITERS: dict[str, Callable[[], Lines]] = {
    "settings.md": settings_page,
    "commands.md": commands_page,
    "api.md": api_page,
    "rules.md": rules_page,
    "problems.md": problems_page,
    "ledger-kinds.md": ledger_kinds_page,
    "rights.md": rights_page,
    "states.md": states_page,
    "calendar.md": lambda: calendar_page(table),
    "workbook.md": workbook_page,
}


def pages() -> dict[str, str]:
    """Return name of page -> its text, in English."""
    with translation.override("en"):
        return {name: HEAD + "\n\n".join(write()) + "\n" for name, write in WRITERS.items()}


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("<", "&lt;").replace("|", "\\|")


def clean(text: str | None) -> str:
    """Return a docstring as paragraphs without line ends of its own."""
    paragraphs = inspect.cleandoc(text or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def main() -> int:
    """Write or check; return the exit status."""
    parser = argparse.ArgumentParser(description="Write the reference pages that follow from code.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; status 1 when outdated"
    )
    only_check = parser.parse_args().check
    outdated = [name for name, text in pages().items() if _is_other(PAGES / name, text)]
    for name in outdated:
        print(f"docs/reference/{name} {'is outdated' if only_check else 'written'}")
        if not only_check:
            (PAGES / name).write_text(pages()[name], encoding="utf-8")
    return int(only_check and bool(outdated))


def _is_other(page: Path, text: str) -> bool:
    return not page.is_file() or page.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main())
