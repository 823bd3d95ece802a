# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house, each a function from one file to what is wrong with it."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
LONGEST_FUNCTION = 59
MADE = {"build", "dist", "vendor", "node_modules", "__pycache__"}
"""Folders whose content is made by a command."""

COMMENTED = {".py", ".html", ".css", ".toml", ".svg", ".yml", ".yaml", ".sh", ".js"}
"""Files that can hold a comment; for the others REUSE.toml speaks."""

TEXTS = COMMENTED | {".md", ".txt", ".json", ".csv", ".po", ".in", ".cfg", ""}


@dataclass(frozen=True)
class File:
    """A file by its path from the root, with its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def suffix(self) -> str:
        return Path(self.path).suffix

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


Rule = Callable[[File], Iterable[str]]


def paths(*patterns: str) -> list[Path]:
    """Return the files of the project that fit, without what commands made."""
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(path for path in found if not _is_made(path.relative_to(ROOT).parts))


def _is_made(parts: tuple[str, ...]) -> bool:
    hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
    return hidden or parts[-1] == ".git" or not MADE.isdisjoint(parts)


def files(*patterns: str) -> list[File]:
    """Return those files with their text."""
    return [
        File(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
        for path in paths(*patterns)
        if path.suffix in TEXTS
    ]


def is_short(file: File) -> Iterable[str]:
    """A file that is read in one sitting."""
    lines = len(file.text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{lines} lines"


def has_short_functions(file: File) -> Iterable[str]:
    """A function that fits a screen."""
    for node in file.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > LONGEST_FUNCTION:
            yield f"{node.name} has {lines} lines"


_WRITES = {"save", "objects", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


def leaves_rows_alone(file: File) -> Iterable[str]:
    """A way in asks services and queries; it knows no rows."""
    for node in file.nodes(ast.Attribute):
        if node.attr in _WRITES:
            yield f"line {node.lineno}: .{node.attr}"


def catches_what_it_knows(file: File) -> Iterable[str]:
    """Who catches everything hides what is broken."""
    for node in file.nodes(ast.ExceptHandler):
        caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        names = {one.id if isinstance(one, ast.Name) else "" for one in caught if one}
        if node.type is None or names & {"Exception", "BaseException"}:
            yield f"line {node.lineno}: a broad except"


_SQL = {"raw", "RawSQL", "extra", "cursor", "execute", "executemany", "executescript", "RunSQL"}


def speaks_no_sql(file: File) -> Iterable[str]:
    """What the ORM says works on both databases."""
    for node in file.nodes(ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in _SQL:
            yield f"line {node.lineno}: {name}"


def holds_no_float(file: File) -> Iterable[str]:
    """Money is whole cents and exact fractions; a float loses what it cannot hold."""
    for node in file.nodes(ast.Constant):
        if isinstance(node.value, float):
            yield f"line {node.lineno}: the float {node.value}"
    for node in file.nodes(ast.Name):
        if node.id in {"float", "round"}:
            yield f"line {node.lineno}: {node.id}"


_EXACT = {"Fraction", "Decimal"}


def divides_exactly(file: File) -> Iterable[str]:
    """Two whole numbers divided make a float, so one of them says that it is a fraction."""
    for node in file.nodes(ast.BinOp, ast.AugAssign):
        names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
        if isinstance(node.op, ast.Div) and names.isdisjoint(_EXACT):
            yield f"line {node.lineno}: a division that may make a float"


_TO_BE_DONE = re.compile(r"\b(?:[T]ODO|[F]IXME|[X]XX)\b")
"""The brackets keep the words themselves out of this file."""


def is_finished(file: File) -> Iterable[str]:
    """What is to be done stands in an issue."""
    yield from _TO_BE_DONE.findall(file.text)


def has_a_name_of_its_own(file: File) -> Iterable[str]:
    """A module is named after what it is about."""
    for part in Path(file.path).with_suffix("").parts:
        if part in {"utils", "util", "helpers", "helper", "common", "misc"}:
            yield part


def says_its_licence(file: File) -> Iterable[str]:
    """REUSE: two lines at the top."""
    top = "\n".join(file.text.splitlines()[:6])
    for tag in ("FileCopyrightText: ", "License-Identifier: EUPL-1.2"):
        if f"SPDX-{tag}" not in top:
            yield f"no SPDX-{tag.strip()}"


_FOREIGN = re.compile(
    r"(?<![\w./-])/[w]ork/|[c]laude|[a]nthropic|[c]hatgpt|\bai [a]ssistant|[l]anguage model"
    r"|[r]egistry\.npmjs|[p]ythonhosted|[a]rtifactory",
    re.IGNORECASE,
)


def is_about_the_product(file: File) -> Iterable[str]:
    """Neither the place where it was written nor a mirror of packages belongs in it."""
    for number, line in enumerate(file.text.splitlines(), 1):
        if found := _FOREIGN.search(line):
            yield f"line {number}: {found[0]}"


def rule_errors(file: File) -> Iterator[str]:
    """Yield the codes with which a file refuses."""
    for node in file.nodes(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == "RuleError" and node.args:
            code = node.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield code.value
