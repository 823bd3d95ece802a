# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The funding plan in the workbench: sources and lines, and what the tests would say."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.deals.text import content_digest
from samenspel.core.funding.co_funding import check_plan
from samenspel.core.funding.lines import FundingLine
from samenspel.core.funding.sources import Source
from samenspel.core.problems import Place
from samenspel.core.rights import Act
from samenspel.deals.queries import commitments
from samenspel.funding import services
from samenspel.funding.queries import (
    LineRow,
    line_row,
    next_line_key,
    next_source_key,
    source,
    sources,
    steps_of_line,
)
from samenspel.web.forms.act_form import ActForm
from samenspel.web.forms.deal_acts import StepForm
from samenspel.web.forms.funding import LineForm, SourceForm
from samenspel.web.page import Visit
from samenspel.web.parts import funding as parts
from samenspel.web.parts.funding_tests import view_findings
from samenspel.web.reading import reading
from samenspel.web.views.funding import money
from samenspel.web.views.workbench.desk import (
    check,
    check_shown,
    desk,
    done,
    own_parties,
    save,
    work,
)
from samenspel.web.views.workbench.paying import ask, home, show
from samenspel.web.views.workbench.promising import METHODS, data, where
from samenspel.words.deals import RUNGS
from samenspel.words.formats import long_date

_LABEL = 60
"""Characters of a commitment that tell which it is."""


@login_required
@require_safe
def funding(request: HttpRequest, slug: str) -> HttpResponse:
    """Show sources and lines, and what the tests of the plan say now."""
    seen = desk(request, slug)
    found = money(seen, reading(request, seen))
    tests = view_findings(check_plan(found.plan, seen.on), found.called)
    own = [one for one in own_parties(seen) if seen.may(Act.EDIT_FUNDING, one)]
    context = {
        "title": _("Funding plan"),
        "up": None,
        "figures": parts.totals(found.plan),
        "asking": [one for one in tests if one.advice],
        "sources": [
            (view, seen.may(Act.EDIT_FUNDING, one.party))
            for view, one in zip(
                parts.view_sources(found.plan.sources.values(), found.called),
                found.plan.sources.values(),
                strict=True,
            )
        ],
        "lines": [
            (view, seen.may(Act.EDIT_FUNDING, row.party))
            for view, row in zip(
                parts.view_lines(found.plan, found.rows, found.called), found.rows, strict=True
            )
        ],
        "may": bool(own) or seen.may(Act.EDIT_FUNDING),
    }
    return show(request, "funding", seen, context)


@login_required
@require_http_methods(METHODS)
def source_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a source of money."""
    seen = desk(request, slug)
    check(seen, Act.EDIT_FUNDING, *own_parties(seen))
    form = SourceForm(data(request), **_common(seen))
    form.initial["key"] = next_source_key(seen.region.pk)

    def act(made: Source, _digest: str) -> None:
        services.save_source(**where(seen), source=made)

    return _saved(request, seen, form, act, {"title": _("Add a source of money")})


@login_required
@require_http_methods(METHODS)
def source_edit(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Change a source of money."""
    seen = desk(request, slug)
    one = _source(seen, key)
    check(seen, Act.EDIT_FUNDING, one.party)
    form = SourceForm(data(request), item=one, **_common(seen))

    def act(made: Source, digest: str) -> None:
        services.save_source(**where(seen), source=made, instead_of=key, seen=digest)

    context = {
        "title": _("Edit “%(title)s”") % {"title": one.name},
        "remove_url": reverse("workbench-funding-source-remove", args=[slug, key]),
    }
    return _saved(request, seen, form, act, context, lambda: _source(seen, key))


@login_required
@require_http_methods(METHODS)
def source_remove(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Ask whether a source must go, and take it away."""
    seen = desk(request, slug)
    one = _source(seen, key)
    check(seen, Act.EDIT_FUNDING, one.party)

    def act() -> None:
        services.remove_source(**where(seen), key=key)

    return _removed(request, seen, content_digest(one), act, one.name)


@login_required
@require_http_methods(METHODS)
def line_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a line to the plan."""
    seen = desk(request, slug)
    check(seen, Act.EDIT_FUNDING, *own_parties(seen))
    form = LineForm(data(request), **_common(seen), **_choices(seen))
    form.initial["key"] = next_line_key(seen.region.pk)

    def act(made: FundingLine, _digest: str) -> None:
        services.save_line(**where(seen), line=made)

    return _saved(request, seen, form, act, {"title": _("Add a line")})


@login_required
@require_http_methods(METHODS)
def line(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Change a line of the plan; shows how far it is too."""
    seen = desk(request, slug)
    row = _line(seen, key)
    check(seen, Act.EDIT_FUNDING, row.party)
    form = LineForm(data(request), item=row.line, **_common(seen), **_choices(seen))

    def act(made: FundingLine, digest: str) -> None:
        services.save_line(**where(seen), line=made, instead_of=key, seen=digest)

    context = {
        "title": _("Edit line %(key)s") % {"key": key},
        "intro": _("How far it is: %(rung)s.") % {"rung": RUNGS[row.rung].name},
        "remove_url": reverse("workbench-funding-line-remove", args=[slug, key]),
    }
    return _saved(request, seen, form, act, context, lambda: _line(seen, key).line)


@login_required
@require_http_methods(METHODS)
def line_remove(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Ask whether a line must go, and take it out of the plan."""
    seen = desk(request, slug)
    row = _line(seen, key)
    check(seen, Act.EDIT_FUNDING, row.party)

    def act() -> None:
        services.remove_line(**where(seen), key=key)

    return _removed(request, seen, content_digest(row.line), act, _("line %(key)s") % {"key": key})


@login_required
@require_http_methods(METHODS)
def line_move(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Put a line that rests on no commitment on another step."""
    seen = desk(request, slug)
    row = _line(seen, key)
    check(seen, Act.EDIT_FUNDING, row.party)
    if row.line.commitment and request.method != "POST":
        raise Http404
    form = StepForm(data(request), now=row.rung, on=seen.on)

    def act() -> None:
        check_shown(form, str(row.rung))
        values = {name: form.cleaned_data[name] for name in ("to", "on", "evidence", "reason")}
        services.move_line(**where(seen), key=key, **values)

    context = {
        "title": _("Put line %(key)s on another step") % {"key": key},
        "intro": _("Now: %(rung)s.") % {"rung": _now(row)},
        "said": _("The step is in the ledger."),
    }
    return ask(request, seen, form, act, context)


def _now(row: LineRow) -> str:
    """Return how far a line is, and since when if that is known."""
    taken = steps_of_line(row.pk)
    name = str(RUNGS[row.rung].name)
    return f"{name}, {long_date(taken[-1].on)}" if taken else name


def _common(seen: Visit) -> dict[str, Any]:
    own = [one for one in own_parties(seen) if seen.may(Act.EDIT_FUNDING, one)]
    mine = None if seen.may(Act.EDIT_FUNDING) else own
    return {"record": work(seen).record, "words": seen.words, "on": seen.on, "mine": mine}


def _choices(seen: Visit) -> dict[str, Any]:
    called = {one.slug: one.name for one in work(seen).record.parties}
    return {
        "sources": [(one.key, f"{one.key} {one.name}") for one in sources(seen.region.pk)],
        "promises": [
            (one.key, f"{one.key} {called.get(one.party, one.party)}: {one.what[:_LABEL]}")
            for one in (row.commitment for row in commitments(seen.region.pk, seen.actor))
        ],
    }


def _source(seen: Visit, key: str) -> Source:
    found = source(seen.region.pk, key)
    if found is None:
        raise Http404
    return found


def _line(seen: Visit, key: str) -> LineRow:
    found = line_row(seen.region.pk, key, seen.actor)
    if found is None:
        raise Http404
    return found


def _saved(
    request: HttpRequest,
    seen: Visit,
    form: SourceForm | LineForm,
    act: Callable[[Any, str], None],
    context: dict[str, Any],
    current: Callable[[], Any] = lambda: None,
) -> HttpResponse:
    refusal = None
    if request.method == "POST":
        refusal = save(form, Place(form.record_kind), act, current)
        if refusal is None:
            return done(request, _("Saved. Everyone can read it at once."), home(seen))
    return show(request, "form", seen, {"form": form, "refusal": refusal, **context})


def _removed(
    request: HttpRequest, seen: Visit, digest: str, act: Callable[[], None], title: str
) -> HttpResponse:
    form = ActForm(data(request), initial={"seen": digest})

    def checked() -> None:
        check_shown(form, digest)
        act()

    context = {
        "title": title,
        "about": _("The ledger keeps that it was removed, and by which role."),
        "digest": digest,
        "said": _("Removed."),
    }
    return ask(request, seen, form, checked, context, template="remove")
