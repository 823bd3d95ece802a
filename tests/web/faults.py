# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with answers, told together: each fault once, with everybody for whom it is."""

import re

from asking import marks


class Faults:
    """Faults found so far; a test ends with ``assert not wrong.found, str(wrong)``."""

    def __init__(self):
        self.found = {}

    def add(self, visitor, *what):
        """Note one fault."""
        self.found.setdefault(" ".join(map(str, what)), []).append(visitor.name)

    def status(self, visitor, asked, answer, expected):
        """Note an answer with another status than *expected*."""
        if answer.status_code != expected:
            found = f"gives {answer.status_code} and not {expected}"
            self.add(visitor, asked, found, reason(answer))

    def leaks(self, visitor, asked, answer, seen):
        """Note each mark in an answer that is not among those that may be *seen*."""
        for mark in sorted(marks(answer) - seen):
            self.add(visitor, asked, "shows", mark)

    def writes(self, visitor, asked, answer):
        """Note whatever an answer wrote."""
        for statement in answer.written:
            self.add(visitor, asked, "writes", statement)

    def __str__(self):
        return "\n".join(f"{what}: {', '.join(who)}" for what, who in self.found.items())


def reason(answer):
    """Return what a page says is wrong."""
    found = re.findall(r'role="alert".*?</(?:div|ul)>|<h1>.*?</h1>', answer.text_of_it, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>|\s+", " ", " ".join(found)).split())
