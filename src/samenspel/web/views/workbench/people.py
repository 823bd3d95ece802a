# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a region: their roles, mandates and log-in. Only the secretariat sees them."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.core.rights import Act, Role
from samenspel.parties import services
from samenspel.parties.queries import assignments, mandates, parties
from samenspel.web.forms.lists import Pairs
from samenspel.web.forms.people import MandateEndForm, MandateForm, PersonForm, RoleEndForm
from samenspel.web.page import Visit
from samenspel.web.parts.people import assigned, known_people, mandated
from samenspel.web.views.workbench.desk import Refusal, attempt, desk, done, show_desk

_METHODS = ["GET", "HEAD", "POST"]

LINK_VALID = timedelta(days=7)
"""How long a log-in link that the secretary hands over can be used."""


@login_required
@require_safe
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who has which role, and the mandates."""
    seen = desk(request, slug, Act.READ_PEOPLE)
    context = {
        "people": assigned(assignments(seen.region.pk, seen.actor), seen.on),
        "mandates": mandated(mandates(seen.region.pk, seen.actor), seen.on),
        "may_manage": seen.may(Act.MANAGE_PEOPLE),
    }
    return show_desk(request, "people", seen, context, nav="workbench-people")


@login_required
@require_http_methods(_METHODS)
def person_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add somebody with a first role, or give a further role to who is known by the address."""
    seen = desk(request, slug, Act.MANAGE_PEOPLE)
    form = PersonForm(_data(request), parties=_parties(seen), on=seen.on)

    def act() -> None:
        values = form.cleaned_data
        with transaction.atomic():
            person = services.add_person(**_who(seen), name=values["name"], email=values["email"])
            services.give_role(
                **_who(seen),
                person_id=person,
                role=Role(values["role"]),
                party=values["party"],
                since=values["since"],
                until=values["until"],
            )

    return _form(request, seen, form, act, _("Add a person"))


@login_required
@require_http_methods(_METHODS)
def role_end(request: HttpRequest, slug: str, role: int) -> HttpResponse:
    """End a role after a day."""
    seen = desk(request, slug, Act.MANAGE_PEOPLE)
    rows = assignments(seen.region.pk, seen.actor).filter(pk=role)
    row = next(iter(assigned(rows, seen.on)), None)
    if row is None:
        raise Http404
    form = RoleEndForm(_data(request), on=seen.on)

    def act() -> None:
        services.end_role(**_who(seen), assignment_id=role, on=form.cleaned_data["on"])

    title = _("End the role of %(name)s") % {"name": row.name or _("an erased person")}
    return _form(request, seen, form, act, title, intro=row.roles[0].name)


@login_required
@require_http_methods(_METHODS)
def mandate_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Record what an organ of a party lets a person promise."""
    seen = desk(request, slug, Act.MANAGE_PEOPLE)
    known = known_people(assignments(seen.region.pk, seen.actor))
    names: Pairs = [(str(pk), name) for pk, name in known.items()]
    form = MandateForm(_data(request), people=names, parties=_parties(seen), on=seen.on)

    def act() -> None:
        values = dict(form.cleaned_data)
        services.give_mandate(**_who(seen), person_id=values.pop("person"), **values)

    return _form(request, seen, form, act, _("Add a mandate"))


@login_required
@require_http_methods(_METHODS)
def mandate_end(request: HttpRequest, slug: str, mandate: int) -> HttpResponse:
    """End a mandate after a day."""
    seen = desk(request, slug, Act.MANAGE_PEOPLE)
    rows = mandates(seen.region.pk, seen.actor).filter(pk=mandate)
    row = next(iter(mandated(rows, seen.on)), None)
    if row is None:
        raise Http404
    form = MandateEndForm(_data(request), on=seen.on)

    def act() -> None:
        services.end_mandate(**_who(seen), mandate_id=mandate, on=form.cleaned_data["on"])

    title = _("End the mandate of %(name)s") % {"name": row.person}
    return _form(request, seen, form, act, title, intro=row.scope)


@login_required
@require_http_methods(_METHODS)
def person_erase(request: HttpRequest, slug: str, person: int) -> HttpResponse:
    """Ask whether a person's data must be erased, and erase them."""
    seen = desk(request, slug, Act.MANAGE_PEOPLE)
    name, refusal = _name(seen, person), None
    if request.method == "POST":
        refusal = attempt(lambda: services.erase_person(**_who(seen), person_id=person))
        if refusal is None:
            return done(request, _("The personal data are erased."), "workbench-people", slug)
    context = {"title": _("Erase %(name)s") % {"name": name}, "refusal": refusal}
    return _show(request, seen, "person_erase", context)


@login_required
@never_cache
@require_http_methods(_METHODS)
def person_link(request: HttpRequest, slug: str, person: int) -> HttpResponse:
    """Ask whether to make a link that logs a person in once; a POST makes it and shows it once."""
    seen = desk(request, slug, Act.MANAGE_PEOPLE)
    context: dict[str, Any] = {"person_name": _name(seen, person), "refusal": None}
    context["title"] = _("Log-in link for %(name)s") % {"name": context["person_name"]}

    def act() -> None:
        secret = services.give_login_link(**_who(seen), person_id=person, valid=LINK_VALID)
        context["link"] = request.build_absolute_uri(reverse("login-link", args=[secret]))

    if request.method == "POST":
        context["refusal"] = attempt(act)
    context["days"] = LINK_VALID.days
    return _show(request, seen, "person_link", context)


def _form(
    request: HttpRequest, seen: Visit, form: Any, act: Any, title: str, intro: str = ""
) -> HttpResponse:
    """Show a form; with a POST that is right, do *act* and go back to the people."""
    refusal = None
    if request.method == "POST":
        refusal = attempt(act) if form.is_valid() else Refusal(400)
        if refusal is None:
            return done(request, _("Saved."), "workbench-people", seen.region.slug)
    context = {"form": form, "refusal": refusal, "title": title, "intro": intro}
    return _show(request, seen, "form", context)


def _show(
    request: HttpRequest, seen: Visit, template: str, context: dict[str, Any]
) -> HttpResponse:
    refusal = context["refusal"]
    back = reverse("workbench-people", args=[seen.region.slug])
    return show_desk(
        request,
        template,
        seen,
        {"back": back, **context},
        nav="workbench-people",
        crumbs=[(back, _("People"))],
        status=refusal.status if refusal else 200,
    )


def _name(seen: Visit, person: int) -> str:
    """Return the name of somebody in the region, or raise Http404."""
    known = known_people(assignments(seen.region.pk, seen.actor))
    if person not in known:
        raise Http404
    return known[person]


def _parties(seen: Visit) -> Pairs:
    return [(one.slug, one.name) for one in parties(seen.region.pk)]


def _who(seen: Visit) -> dict[str, Any]:
    """Return what every act on people is told: where, by whom, when."""
    return {"region": seen.region.slug, "actor": seen.actor, "at": seen.at}


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
