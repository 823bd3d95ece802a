# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Changes every free text in a record, whatever fields there are now or later."""

from dataclasses import replace

from samenspel.core.check_references import REFERENCES
from samenspel.core.record_schema import Shape, fields_of, kind_of

_CODES = {"slug", "key", "code", "scheme", "kind", "municipality", "website"}
"""Fields of text of which the rules say what it must look like."""


def free_texts(kind):
    """Return the names of the fields of *kind* in which people write what they like."""
    taken = _CODES | REFERENCES.get(kind, {}).keys()
    texts = (one.name for one in fields_of(kind) if one.shape is Shape.TEXT)
    return [name for name in texts if name not in taken]


def with_texts(row, text):
    """Return *row*, and all rows within it, with ``text(kind, field, value)`` as each free text."""
    kind = kind_of(row)
    new = {name: text(kind, name, getattr(row, name)) for name in free_texts(kind)}
    for field in fields_of(kind):
        value = getattr(row, field.name)
        if field.shape is Shape.ROWS:
            new[field.name] = tuple(with_texts(one, text) for one in value)
        elif field.shape is Shape.ROW and value is not None:
            new[field.name] = with_texts(value, text)
    return replace(row, **new)
