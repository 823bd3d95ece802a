# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Text that can be drawn.

The renderer ends the whole process at a character that XML does not allow, so none may reach it.
"""

import re
from collections.abc import Mapping
from typing import Any

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def fit(text: str) -> str:
    """Return a text with what XML does not allow as U+FFFD."""
    return _UNFIT.sub(_REPLACEMENT, text)


def all_fit(part: Any) -> Any:
    """Return data as for JSON with every text and key in it fit."""
    if isinstance(part, str):
        return fit(part)
    if isinstance(part, Mapping):
        return {fit(key): all_fit(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [all_fit(one) for one in part]
    return part
