# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What the product leaves alone, because others were hurt by it: see ``docs/THREAT_MODEL.md``.

No connection to elsewhere, no markup that is not escaped, no SQL from text, no code from data.
"""

import re

import pytest
from house import ROOT, files

PRODUCT = ("src/**/*.py", "src/**/*.html")

_NETWORK = r"urllib\.request|urllib3|http\.client|requests|httpx|aiohttp|ftplib|smtplib|socket"
_LOADS_CODE = r"pickle|marshal|shelve|dill|yaml"

DANGERS = {
    "opens a connection": rf"^\s*(?:import|from) (?:{_NETWORK})\b",
    "loads code from data": rf"^\s*(?:import|from) (?:{_LOADS_CODE})\b|\b(?:eval|exec)\(",
    "lets markup through": r"mark_safe|SafeString\(|\|\s*safe\b|autoescape off|safeseq",
    "makes SQL from text": r"\.raw\(|\.extra\(|RawSQL",
    "makes a template from text": r"Template\(|from_string\(|Engine\(",
    "unpacks to the names in an archive": r"\.extractall\(|\.extract\(|unpack_archive",
    "loads from another site": r"(?:src|href)=[\"']?(?:https?:)?//",
}

EXCEPTIONS = {
    ("lets markup through", "src/samenspel/charts/markup.py"): "writes an element tree, escaped",
    ("opens a connection", "src/samenspel/cli/server.py"): "looks whether a port is free",
    ("opens a connection", "src/samenspel/sources/cbs/transport.py"): "fetches figures when asked",
    ("opens a connection", "src/samenspel/sources/cbs/failures.py"): "names what goes wrong there",
    ("lets markup through", "src/samenspel/web/markdown.py"): "cleaned by nh3 in that very line",
}

PLANTS = {
    "opens a connection": "import urllib.request",
    "loads code from data": "from pickle import loads",
    "lets markup through": "{{ party.about|safe }}",
    "makes SQL from text": 'Party.objects.raw("SELECT")',
    "makes a template from text": "Template(text)",
    "unpacks to the names in an archive": "archive.extractall(folder)",
    "loads from another site": '<img src="https://x.example/a.png">',
}


def found(danger, text):
    return [match[0].strip() for match in re.finditer(DANGERS[danger], text, re.MULTILINE)]


@pytest.mark.parametrize("danger", DANGERS)
def test_no_file(danger):
    wrong = {
        file.path: seen
        for file in files(*PRODUCT)
        if (danger, file.path) not in EXCEPTIONS and (seen := found(danger, file.text))
    }
    assert not wrong


@pytest.mark.parametrize("danger", DANGERS)
def test_a_planted_danger_is_found(danger):
    assert found(danger, PLANTS[danger])


def test_no_exception_is_left_over():
    texts = {file.path: file.text for file in files(*PRODUCT)}
    assert all(found(danger, texts[path]) for danger, path in EXCEPTIONS)


def test_every_guard_that_the_threat_model_names_is_there():
    text = (ROOT / "docs/THREAT_MODEL.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", text))
    assert len(named) > 10
    assert {path for path in named if not (ROOT / path).is_file()} == set()
