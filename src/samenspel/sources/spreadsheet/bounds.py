# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""How large a spreadsheet may be: far beyond any region's workbook, far below what hurts."""

MAX_FILE = 10 * 2**20
"""Bytes of a file as it arrives."""

MAX_UNPACKED = 32 * 2**20
"""Bytes of all its parts that are read, counted while they unpack."""

MAX_PARTS = 500
"""Entries in the archive."""

MAX_RATIO = 400
"""Times that a part may grow when it unpacks, once it is larger than a megabyte."""

MAX_ELEMENTS = 1_000_000
"""XML elements in all parts together."""

MAX_DEPTH = 64
"""XML elements within each other."""

MAX_NAMES = 1000
"""Different names of XML elements and attributes in one part; each stays in memory."""

MAX_ATTRIBUTES = 100
"""Of one XML element; a parser that compares each with each would never end."""

MAX_MARKUP = 2**18
"""Bytes between one ``<`` and the next: one tag with its attributes and the text after it."""

MAX_SIGNS = 1_000_000
"""Braces, brackets and commas in JSON."""

MAX_SHEETS = 40
MAX_ROWS = 10_050
MAX_COLUMNS = 60
"""A cell with content beyond these is refused; empty cells may lie anywhere."""

MAX_AREA = 1_000_000
"""Cells of all sheets together, each counted as the rectangle around its content."""

MAX_TEXT = 10_000_000
"""Characters of all cells together, each repeated or shared text counted as often as it shows."""
