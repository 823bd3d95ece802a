# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How the command line says that something cannot be done: one sentence, and what to do."""

import click


class Problem(click.ClickException):
    """What the person at the terminal can mend; ``main`` prints it and ends with status 2."""

    exit_code = 2
