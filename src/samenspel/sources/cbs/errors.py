# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong between us and a source of statistics; ``cli.data_words`` says it to people."""


class SourceError(Exception):
    """
    A source that cannot be used as it answers; asking again will not help.

    ``code`` is stable and kebab-case, ``params`` are the values that its sentence names.
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class PassingError(SourceError):
    """The same, but asking again may help; ``wait`` is how many seconds the source asks for."""

    wait: float | None = None
