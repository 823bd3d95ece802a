# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""To what something is promised: its title and its page, as far as the visitor may see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from samenspel.agenda.queries import titles
from samenspel.web.page import Visit
from samenspel.web.reading import Reading, links

_IN_AGENDA = ("measure", "goal")


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name and, when it can be seen, a page."""

    title: str
    url: str = ""


def view_targets(
    seen: Visit, read: Reading | None, wanted: Iterable[str], deals: Mapping[str, str]
) -> dict[str, Named]:
    """Return target -> its name; two statements at most. *deals* are titles by slug."""
    keys: dict[str, list[str]] = {}
    for one in dict.fromkeys(wanted):
        kind, _colon, key = one.partition(":")
        keys.setdefault(kind, []).append(key)
    found = {one: Named(one.partition(":")[2]) for kind in keys for one in _whole(kind, keys)}
    for kind in _IN_AGENDA if read else ():
        if kind in keys and read:
            to = links(read)
            for key, title in titles(read.version.pk, kind, keys[kind]).items():
                found[f"{kind}:{key}"] = Named(title, to.to(kind, key))
    for key in keys.get("deal", ()):
        if key in deals:
            found[f"deal:{key}"] = Named(deals[key], reverse("deal", args=[seen.region.slug, key]))
    return found


def _whole(kind: str, keys: Mapping[str, list[str]]) -> list[str]:
    return [f"{kind}:{key}" for key in keys[kind]]
