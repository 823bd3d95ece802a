# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a commitment: a step on the ladder, a condition settled, why it is late."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samenspel.core.deals.commitment import Outcome
from samenspel.core.rights import Act
from samenspel.deals import services
from samenspel.web.forms.deal_acts import ExplainForm, SettleForm, StepForm
from samenspel.web.page import Visit
from samenspel.web.views.workbench.commitments import get_condition, short
from samenspel.web.views.workbench.desk import check, desk
from samenspel.web.views.workbench.promising import (
    METHODS,
    ask,
    data,
    get_commitment,
    to_commitment,
    where,
)
from samenspel.words.deals import RUNGS


@login_required
@require_http_methods(METHODS)
def commitment_move(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Put a commitment on another rung."""
    seen = desk(request, slug)
    row = get_commitment(seen, key)
    check(seen, Act.EDIT_COMMITMENT, row.commitment.party)
    form = StepForm(data(request), now=row.rung, on=seen.on)

    def act() -> None:
        values = {name: form.cleaned_data[name] for name in ("to", "on", "evidence", "reason")}
        services.move_commitment(**where(seen), key=key, seen=form.saw(), **values)

    now = _("Now: %(rung)s.") % {"rung": RUNGS[row.rung].name}
    context = {
        "title": _("Put commitment %(key)s on another step") % {"key": key},
        "intro": f"{short(row.commitment).rstrip('.')}. {now}",
        "said": _("The step is in the ledger."),
    }
    return _ask(request, seen, key, form, act, context)


@login_required
@require_http_methods(METHODS)
def commitment_explain(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Say why a commitment is past its date."""
    seen = desk(request, slug)
    row = get_commitment(seen, key)
    check(seen, Act.EDIT_COMMITMENT, row.commitment.party)
    form = ExplainForm(data(request), initial={"explanation": row.explanation})

    def act() -> None:
        text = form.cleaned_data["explanation"]
        services.explain_overdue(**where(seen), key=key, text=text)

    context = {
        "title": _("Explain why commitment %(key)s is late") % {"key": key},
        "intro": short(row.commitment),
        "said": _("The explanation stands beside the commitment."),
    }
    return _ask(request, seen, key, form, act, context)


@login_required
@require_http_methods(METHODS)
def condition_settle(request: HttpRequest, slug: str, key: str, number: int) -> HttpResponse:
    """Say what came of a condition."""
    seen = desk(request, slug)
    row, text = get_condition(seen, key, number)
    condition = row.commitment.conditions[number - 1]
    check(seen, Act.EDIT_COMMITMENT, *filter(None, (row.commitment.party, condition.party)))
    form = SettleForm(data(request), on=seen.on)

    def act() -> None:
        values = {name: form.cleaned_data[name] for name in ("outcome", "on", "evidence")}
        services.settle_condition(**where(seen), key=key, number=number, **values)

    context = {
        "title": _("What came of condition %(number)s of commitment %(key)s?")
        % {"number": number, "key": key},
        "intro": text,
        "said": _("The outcome is in the ledger."),
    }
    if condition.outcome is not Outcome.OPEN and request.method != "POST":
        raise Http404
    return _ask(request, seen, key, form, act, context)


def _ask(
    request: HttpRequest,
    seen: Visit,
    key: str,
    form: Any,
    act: Callable[[], object],
    context: dict[str, Any],
) -> HttpResponse:
    return ask(request, seen, form, act, {"up": (to_commitment(seen, key), key), **context})
