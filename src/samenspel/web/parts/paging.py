# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Which part of a list is shown."""

import re

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


def page_of(request: HttpRequest, total: int, size: int = 25) -> "Page[int]":
    """
    Return the page of a list of *total* that ``?page=`` asks for.

    Raises:
        Http404: there is no such page.
    """
    asked = request.GET.get("page", "1")
    if not _NUMBER.fullmatch(asked):
        raise Http404
    try:
        return Paginator(range(total), size).page(int(asked))
    except InvalidPage as error:
        raise Http404 from error
