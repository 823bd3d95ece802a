# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How a rule says no."""


class RuleError(Exception):
    """
    An act that a rule refuses.

    ``code`` is stable and kebab-case; its sentence for people stands in ``words.errors``.
    ``params`` are the values that the sentence names.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}" if self.params else self.code
