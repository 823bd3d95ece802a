# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
What every page of the workbench starts and ends with.

First who visits and whether they may, then the page with its own navigation. What services refuse
is shown where it was asked, with a status that says the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.agenda.queries import VersionFacts, region_part, region_record, versions
from samenspel.core.agenda.kinds import Item, find
from samenspel.core.agenda.record import AgendaRecord, Challenge, Interest
from samenspel.core.agenda.states import State
from samenspel.core.errors import RuleError
from samenspel.core.problems import Place, RecordError
from samenspel.core.region_record import RegionRecord
from samenspel.core.rights import Act
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.record_form import RecordForm
from samenspel.web.page import Visit, content_language, visit
from samenspel.words.errors import explain
from samenspel.words.problems import explain_problem, where

Crumbs = Sequence[tuple[str, str]]
"""(address, words) of the pages above this one, below the region's own desk."""

_REFUSED = 409
_TOLD = 10
"""Problems elsewhere that are told at once."""

_STATUS = {
    **dict.fromkeys(("not-allowed", "person-elsewhere"), 403),
    **dict.fromkeys(("unknown-mandate", "unknown-person", "unknown-role"), 404),
}


_BELOW = dict.fromkeys(("workbench-allocations", "workbench-cash"), "workbench-funding")
"""Page -> the item of the navigation that it is found under."""


def desk(request: HttpRequest, slug: str, act: Act = Act.READ_DRAFT, *parties: str) -> Visit:
    """
    Return the visit of somebody who may do *act* to what is of *parties*; first line of a view.

    Raises:
        Http404: there is no such region.
        PermissionDenied: the visitor has no role here, or none that lets them.
    """
    seen = visit(request, slug)
    check(seen, act, *parties)
    return seen


def check(seen: Visit, act: Act, *parties: str) -> None:
    """Raise PermissionDenied unless the visitor may do *act* to what belongs to *parties*."""
    if not (seen.may(Act.READ_DRAFT) and seen.may(act, *parties)):
        raise PermissionDenied


def own_parties(seen: Visit) -> tuple[str, ...]:
    """Return the parties that the visitor acts for."""
    return tuple(dict.fromkeys(grant.party for grant in seen.actor.grants if grant.party))


@dataclass(frozen=True, slots=True)
class Work:
    """The record that is worked on: with the open draft, else with the latest version."""

    record: RegionRecord
    version: VersionFacts | None

    @property
    def agenda(self) -> AgendaRecord:
        """The content of the version, nothing when there is none."""
        return self.record.agenda or AgendaRecord("", 0, 0)

    @property
    def number(self) -> int:
        """The number of the version, 0 when there is none."""
        return self.version.number if self.version else 0

    @property
    def is_open(self) -> bool:
        """Whether the content of the agenda can be changed."""
        return self.version is not None and self.version.state is State.DRAFT

    def name(self, item: Item) -> str:
        """Return how people call a thing: its title, or whose interest in what it is."""
        if not isinstance(item, Interest):
            return item.title
        party = next((one.name for one in self.record.parties if one.slug == item.party), "")
        about = find(self.agenda, "challenge", item.challenge)
        title = about.title if isinstance(about, Challenge) else _("the agenda as a whole")
        return f"{party}: {title}"


def work(seen: Visit) -> Work:
    """Return what there is to work on."""
    known = versions(seen.region.slug, seen.actor)
    version = next((one for one in known if one.state is State.DRAFT), next(iter(known), None))
    if version is None:
        return Work(region_part(seen.region.slug), None)
    record = region_record(seen.region.slug, actor=seen.actor, number=version.number)
    return Work(record, version)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done; ``conflict``: what is saved now beside what was typed."""

    status: int
    text: str = ""
    lines: Sequence[str] = ()
    conflict: Sequence[Mapping[str, str]] = ()


def attempt(act: Callable[[], object]) -> Refusal | None:
    """Do *act*; return why a rule or the rest of the record refused it, None when it is done."""
    try:
        act()
    except RuleError as error:
        return Refusal(_STATUS.get(error.code, _REFUSED), explain(error))
    except RecordError as error:
        told = [f"{where(one)}. {explain_problem(one)}" for one in error.problems[:_TOLD]]
        return Refusal(_REFUSED, _("The rest of the record does not allow it."), lines=told)
    return None


def save(
    form: RecordForm,
    place: Place,
    act: Callable[[Any, str], object],
    current: Callable[[], Any],
) -> Refusal | None:
    """
    Let *act* save what is in *form*, given the record and the digest of what was seen.

    *place* is where the record stands, *current* returns what is saved now. What is wrong goes to
    the fields; the answer is None when all is saved.
    """
    if not form.is_valid():
        return Refusal(400)
    try:
        act(form.make(), form.cleaned_data["seen"] or "-")
    except RecordError as error:
        form.take(error.problems, place)
        return Refusal(400)
    except RuleError as error:
        if form.refused(error):
            return Refusal(400)
        refusal = Refusal(_STATUS.get(error.code, _REFUSED), explain(error))
        now = current() if error.code == "changed-meanwhile" else None
        return refusal if now is None else replace(refusal, conflict=form.show_conflict(now))
    return None


def submit(form: ActForm, act: Callable[[], object]) -> Refusal | None:
    """Do *act* when *form* is right; what is wrong goes to the fields. None when it is done."""
    if not form.is_valid():
        return Refusal(400)
    try:
        act()
    except RuleError as error:
        if form.refused(error):
            return Refusal(400)
        form.renew()
        return Refusal(_STATUS.get(error.code, _REFUSED), explain(error))
    return None


def check_shown(form: ActForm, now: str) -> None:
    """Raise ``RuleError("changed-meanwhile")`` when what was shown is no longer what is *now*."""
    if form.cleaned_data["seen"] != now:
        raise RuleError("changed-meanwhile")


def done(request: HttpRequest, text: str, name: str, *args: object) -> HttpResponseRedirect:
    """Say that something is done, on the page where the visitor goes on; *name* or an address."""
    messages.success(request, text)
    return HttpResponseRedirect(resolve_url(name, *args))


def show_desk(  # noqa: PLR0913 - a page: its template, content, and place among the others
    request: HttpRequest,
    template: str,
    seen: Visit,
    context: Mapping[str, Any],
    *,
    nav: str = "",
    crumbs: Crumbs = (),
    status: int = 200,
) -> HttpResponse:
    """Render a page of the workbench; *nav* names the item of the navigation it belongs to."""
    slug = seen.region.slug
    top = [(reverse("workbench"), _("Workbench"))]
    if nav != "workbench-region":
        top.append((reverse("workbench-region", args=[slug]), seen.region.title))
    whole = {
        "region": seen.region,
        "visit": seen,
        "nav": _navigation(seen, nav),
        "in_dutch": content_language(),
        "crumbs": [{"url": url, "label": label} for url, label in [*top, *crumbs]],
        **context,
    }
    return render(request, f"workbench/{template}.html", whole, status=status)


def _navigation(seen: Visit, current: str) -> list[dict[str, object]]:
    items = [
        ("workbench-region", _("Overview"), True),
        ("workbench-agenda", _("Agenda"), True),
        ("workbench-versions", _("Versions"), True),
        ("workbench-deals", _("Deals"), True),
        ("workbench-progress", _("Progress"), True),
        ("workbench-funding", _("Money"), True),
        ("workbench-councils", _("Councils"), True),
        ("workbench-people", _("People"), seen.may(Act.READ_PEOPLE)),
        ("workbench-workbook", _("Workbook"), True),
        ("workbench-figures", _("Own figures"), True),
    ]
    slug, here = seen.region.slug, _BELOW.get(current, current)
    return [
        {"url": reverse(name, args=[slug]), "label": label, "current": name == here}
        for name, label, shown in items
        if shown
    ]
