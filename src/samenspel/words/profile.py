# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The profile of a region in plain sentences, each with its figures and how certain they are."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.core.profile.report import (
    Figure,
    Growth,
    Profile,
    Scale,
    SectorJobs,
    Standout,
    Subject,
    Work,
)
from samenspel.sources.statistics import editions, indicators
from samenspel.words import certainty
from samenspel.words.figures import (
    decimal,
    indicator_name,
    percent,
    quotient,
    sector_name,
    short_value,
    signed,
    value_text,
)
from samenspel.words.formats import number
from samenspel.words.places import REGION_KINDS

MUCH = 3.0
"""Usual differences from which on a difference is called large."""

REASONS: dict[str, Promise] = {
    "not-published": gettext_lazy("This figure was not published for this place."),
    "median-of-parts": gettext_lazy(
        "Medians of municipalities give no median of a region; see the municipalities."
    ),
    "median-of-country": gettext_lazy("Medians of municipalities give no median of the country."),
    "part-unknown": gettext_lazy("For part of the region this figure is unknown."),
    "not-added-up": gettext_lazy(
        "By its rule this figure is not added up; see the municipalities."
    ),
    "no-inhabitants": gettext_lazy(
        "The inhabitants of a municipality are unknown, so there is no mean."
    ),
    "jobs-by-corop-only": gettext_lazy(
        "Jobs are published by COROP region only, and this region is not made of whole ones. "
        "It lies in: %(corop)s."
    ),
    "no-jobs-yet": gettext_lazy("There are no jobs of so early a year."),
}
"""Code of what is missing -> why."""

STATUSES: dict[str, Promise] = {
    "definite": gettext_lazy("definite"),
    "provisional": gettext_lazy("provisional"),
    "not-stated": gettext_lazy("not stated whether definite"),
}

LEVELS: dict[str, Promise] = {
    "part-of-country": gettext_lazy("Parts of the country"),
    "province": gettext_lazy("Provinces"),
    "corop": gettext_lazy("COROP regions"),
    "labour-market-region": gettext_lazy("Labour market regions"),
    "municipality": gettext_lazy("Municipalities"),
}
"""Levels of the country, from coarse to fine."""


def kind_name(kind: str) -> str:
    """Return the name of a kind of region, the municipality included."""
    return _("Municipality") if kind == "municipality" else str(REGION_KINDS.get(kind, kind))


def kind_and_size(one: Subject) -> str:
    """Return what kind of region it is, and of how many municipalities when it is no one itself."""
    kind = kind_name(one.kind)
    return kind if one.kind == "municipality" else f"{kind}, {size(len(one.municipalities))}"


def reason(code: str, work: Work | None = None) -> str:
    """Return why something is missing; empty when nothing is."""
    if not code:
        return ""
    corop = ", ".join(f"{one.name} ({one.code})" for one in work.corop) if work else ""
    return str(REASONS[code]) % {"corop": corop}


def country_reason(one: Figure) -> str:
    """Return why there is no figure of the country; empty when there is one."""
    return reason("median-of-country") if one.country is None else ""


def standout(one: Standout, found: Profile) -> str:
    """Return in a sentence how a region stands out, and how certain that is."""
    if one.is_sector:
        return _of_sector(one, next(job for job in found.work.sectors if job.code == one.code))
    return _of_indicator(one, next(figure for figure in found.figures if figure.code == one.code))


def _of_indicator(one: Standout, figure: Figure) -> str:
    known = {
        "name": indicator_name(one.code),
        "value": value_text(one.code, figure.value),
        "country": short_value(one.code, one.country),
        "similar": short_value(one.code, one.similar),
        "low": short_value(one.code, figure.low),
        "high": short_value(one.code, figure.high),
    }
    says = [_difference(one.score, alone=one.similar is None)]
    if figure.counted and known["low"] != known["high"]:
        says.append(
            _("With 95%% certainty it lies between %(low)s and %(high)s.")
            if certainty.holds_its_value(figure)
            else _(
                "So few are counted here that chance plays a part: with 95%% certainty it really "
                "lies between %(low)s and %(high)s."
            )
        )
    return " ".join(says) % known


def _difference(score: float, *, alone: bool) -> str:
    """Return the sentence that fits how far and to which side a figure lies."""
    above, much = score > 0, abs(score) >= MUCH
    if alone:
        return {
            (True, True): _("%(name)s: %(value)s, far above the country (%(country)s)."),
            (True, False): _("%(name)s: %(value)s, above the country (%(country)s)."),
            (False, True): _("%(name)s: %(value)s, far below the country (%(country)s)."),
            (False, False): _("%(name)s: %(value)s, below the country (%(country)s)."),
        }[above, much]
    return {
        (True, True): _(
            "%(name)s: %(value)s, far above the country (%(country)s) and regions like it "
            "(%(similar)s)."
        ),
        (True, False): _(
            "%(name)s: %(value)s, above the country (%(country)s) and regions like it "
            "(%(similar)s)."
        ),
        (False, True): _(
            "%(name)s: %(value)s, far below the country (%(country)s) and regions like it "
            "(%(similar)s)."
        ),
        (False, False): _(
            "%(name)s: %(value)s, below the country (%(country)s) and regions like it "
            "(%(similar)s)."
        ),
    }[above, much]


def _of_sector(one: Standout, job: SectorJobs) -> str:
    return _(
        "%(name)s: its share of the jobs is %(quotient)s times that in the country; with 95%% "
        "certainty between %(low)s and %(high)s times."
    ) % {
        "name": sector_name(one.code),
        "quotient": quotient(one.value),
        "low": quotient(job.lq_low),
        "high": quotient(job.lq_high),
    }


def nothing_stands_out() -> str:
    """Return what is said of a region without anything special."""
    return _(
        "Nothing stands out for certain: in no figure does this region differ from the country and "
        "from regions like it by more than regions usually do."
    )


def held_against(found: Profile) -> str:
    """Return what the region is compared with, in a sentence."""
    peers = str(LEVELS[found.subject.peers])
    if not peers.startswith("COROP"):
        peers = peers.lower()
    if found.subject.kind == found.subject.peers:
        return _("Compared with the country and with: %(peers)s.") % {"peers": peers}
    return _("A region of your own, compared with the country and with: %(peers)s.") % {
        "peers": str(peers).lower()
    }


def one_sided(krugman: float | None) -> str:
    """Return how one-sided the jobs of a region are, in a sentence."""
    if krugman is None:
        return ""
    return _(
        "One-sidedness (Krugman index) is %(index)s on a scale of 0 to 2: %(part)s of the jobs "
        "would have to move to another sector to have the make-up of the rest of the country."
    ) % {"index": decimal(krugman, 2), "part": percent(krugman / 2)}


def special_sector() -> str:
    """Return when a sector is called special."""
    return _(
        "Special: the share is almost certainly more than a quarter larger than in the country, "
        "or more than a fifth smaller."
    )


def estimate(work: Work) -> str:
    """Return that jobs are an estimate, or nothing when CBS counted them."""
    if work.is_exact or work.reason:
        return ""
    return _(
        "An estimate: jobs are published by COROP region, and were divided by inhabitants. Of an "
        "average inhabitant %(fit)s of the COROP region lies in this region."
    ) % {"fit": percent(work.fit)}


def grown(one: Growth) -> str:
    """Return where the change of jobs in a period came from, in a sentence."""
    if one.change is None:
        return ""
    return _(
        "%(since)s to %(until)s: %(change)s jobs. Growth as in the country would have given "
        "%(national)s; the sectors that are here make a difference of %(sector)s; the rest, "
        "%(regional)s, is of the region itself."
    ) % {
        "since": one.since,
        "until": one.until,
        "change": signed(one.change),
        "national": signed(one.national),
        "sector": signed(one.by_sector),
        "regional": signed(one.regional),
    }


def distance() -> str:
    """Return how the distance between regions is to be read, in a sentence."""
    return _("Distance 0 is the same make-up; two regions at random are some 1.4 apart.")


def level(one: Scale) -> str:
    """Return the name of a level with its number of groups."""
    return f"{LEVELS[one.level]} ({number(one.groups)})"


def grows(found: Iterable[Scale]) -> str:
    """Return how differences grow over the levels, in a sentence; empty when there are none."""
    shares = {one.level: one.between_share for one in found if one.between_share is not None}
    if "province" not in shares or "corop" not in shares:
        return ""
    return _(
        "Of all differences between municipalities, %(province)s shows between provinces and "
        "%(corop)s between COROP regions; the rest lies between neighbours within a region."
    ) % {"province": percent(shares["province"]), "corop": percent(shares["corop"])}


def by_chance(found: Iterable[Scale]) -> str:
    """Return what random groups would show at each level, in a sentence; empty for none."""
    shares = [
        f"{LEVELS[one.level]} {percent(one.by_chance)}"
        for one in found
        if one.by_chance is not None
    ]
    if not shares:
        return ""
    return _("As many random groups of municipalities would show: %(shares)s.") % {
        "shares": ", ".join(shares)
    }


def variables(codes: Iterable[str]) -> str:
    """Return the names of indicators in a row."""
    return "; ".join(indicator_name(code) for code in codes)


def source(code: str, period: int) -> str:
    """Return source, table and year of a figure with its status."""
    edition = editions()[code, period]
    status = str(STATUSES.get(edition.status, edition.status))
    return f"{edition.source}, {edition.edition} ({edition.table}), {status}"


def borders() -> str:
    """Return where the borders on a map come from."""
    return _("Borders: CBS and Kadaster, simplified (CC BY 4.0).")


def is_provisional(code: str, period: int) -> bool:
    """Tell whether a figure may still change."""
    return editions()[code, period].status == "provisional"


def weighed(code: str) -> str:
    """Return that a regional figure is an approximation, when its denominator is a stand-in."""
    one = indicators()[code]
    if one.weight_basis != "proxy":
        return ""
    return _("approximation: weighed by %(weight)s") % {"weight": indicator_name(one.weight)}


def size(count: int) -> str:
    """Return how many municipalities there are."""
    return ngettext("%(count)s municipality", "%(count)s municipalities", count) % {"count": count}
