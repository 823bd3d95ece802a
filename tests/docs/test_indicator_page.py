# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The page on the indicators is what the packaged tables say."""

import runpy

from pages import DOCS, ROOT, text_of

from samenspel.sources.statistics import indicators


def test_the_page_follows_from_the_tables():
    writer = runpy.run_path(str(ROOT / "tools" / "write_indicators.py"))
    page = text_of(DOCS / "reference" / "indicators.md")
    assert page == writer["page"](), "run tools/write_indicators.py"
    assert all(f"| `{code}` |" in page for code in indicators())
