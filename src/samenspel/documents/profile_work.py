# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What a region lives on, as a part of its document."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from samenspel.core.profile.report import Profile
from samenspel.documents.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Items,
    Notice,
    Picture,
    Table,
    Text,
    picked,
    row,
    table,
)
from samenspel.words import profile as words
from samenspel.words import profile_rows as rows
from samenspel.words import relatedness


def working(one: Profile, drawn: Mapping[str, Picture]) -> Iterator[Block]:
    """Yield the jobs, where their growth came from, and what lies near; or why there are none."""
    work = one.work
    yield Heading(_("What it lives on"))
    if work.reason:
        yield Text(words.reason(work.reason, work))
        return
    if estimate := words.estimate(work):
        yield Notice(estimate)
    yield _jobs(one)
    yield Text(words.special_sector(), quiet=True)
    yield Text(words.one_sided(work.krugman))
    if growth := rows.growth_told(one):
        yield Heading(_("Where growth came from"), 2)
        yield Items(tuple(map(Cell, growth)))
    yield from picked(drawn, "jobs", "growth")  # high, so after what may stand below the table
    if growth:
        yield _growth(one)
    yield Heading(_("What lies near to it"), 2)
    yield Items(tuple(map(Cell, relatedness.told(work.related))))
    yield Text(relatedness.caution(), quiet=True)
    yield Text(f"{_('Source:')} {words.source(rows.JOBS, work.year)}", quiet=True)


def _jobs(one: Profile) -> Table:
    caption = _(
        "Jobs of employees in December %(year)s; times the country says how many times the "
        "country's share a sector has here"
    ) % {"year": one.work.year}
    heads = (
        Column(_("Sector"), width=1),
        Column(_("Jobs"), number=True),
        Column(_("Share"), number=True),
        Column(_("Times the country"), number=True),
        Column(_("With 95%% certainty") % {}, number=True),
    )
    found = (
        row(
            f"{job.name} ({_('special')})" if job.special else job.name,
            job.jobs,
            job.share,
            job.quotient,
            job.certain,
        )
        for job in rows.sector_rows(one)
    )
    return table(caption, heads, found)


def _growth(one: Profile) -> Table:
    heads = (
        Column(_("Sector"), width=1),
        Column(_("Period")),
        Column(_("Change"), number=True),
        Column(_("As the country"), number=True),
        Column(_("As the sector"), number=True),
        Column(_("Of the region"), number=True),
    )
    found = (
        row(part.name, part.period, part.change, part.national, part.sector, part.regional)
        for part in rows.growth_rows(one)
    )
    return table(_("By sector"), heads, found)
