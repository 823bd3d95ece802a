# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One page of each kind in English: the same templates, with words of another length."""

import pytest
from axe_walk import open_site, walk
from every_page import one_of_each

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The demonstration, with a region that is still empty."""
    with open_site(tmp_path_factory.mktemp("site")) as served:
        yield served


def test_axe_finds_nothing_and_nothing_sticks_out(chromium, site):
    walk(chromium, site, "en", one_of_each())
