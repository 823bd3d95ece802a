# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of an address with a meaning."""

from django.urls import register_converter


class VersionNumber:
    """The number of a version, within bounds."""

    regex = "[1-9][0-9]{0,5}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the text."""
        return str(value)


class EntryNumber(VersionNumber):
    """The number of an entry in the ledger, within what every database can compare."""

    regex = "[1-9][0-9]{0,14}"


class Key:
    """The code of something in an agenda."""

    regex = "[A-Za-z0-9][A-Za-z0-9-]{0,19}"

    def to_python(self, value: str) -> str:
        """Return the code."""
        return value

    def to_url(self, value: str) -> str:
        """Return the text."""
        return value


class ReportCode(Key):
    """A report: the period it is about and for whom it is."""

    regex = "[0-9]{4}-(?:0[1-9]|1[0-2])-[a-z]{1,20}"


register_converter(ReportCode, "report")
register_converter(VersionNumber, "number")
register_converter(EntryNumber, "entry")
register_converter(Key, "key")
