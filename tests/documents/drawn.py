# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a PDF, as poppler reads it."""

import re
import shutil
import subprocess

import pytest


def tool(name):
    """Return the path of a tool of poppler; skip where it is not installed."""
    return shutil.which(name) or pytest.skip(f"{name} is not installed")


def asked(name, *flags, pdf):
    """Return what a tool of poppler says of a PDF."""
    command = [tool(name), *flags, "-", *(["-"] if name == "pdftotext" else [])]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


def text_of(pdf):
    """Return the text of a PDF in the order of reading, on one line."""
    return re.sub(r"\s+", " ", asked("pdftotext", pdf=pdf))


def facts_of(pdf):
    """Return what a PDF says of itself."""
    lines = asked("pdfinfo", pdf=pdf).splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}
