# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the workbench, for those who are logged in."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from samenspel.web.urls import converters  # noqa: F401 - registers what the addresses use
from samenspel.web.views.workbench import (
    agenda,
    allocations,
    cash,
    commitment_acts,
    commitments,
    council_acts,
    councils,
    deal_acts,
    deals,
    facts,
    figures,
    funding,
    items,
    overview,
    payment_file,
    people,
    plan_file,
    progress,
    progress_acts,
    scenarios,
    sisa,
    versions,
    workbook,
)

_TOP = "werkblad/<slug:slug>/"


def _page(rest: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    return path(_TOP + rest, view, name=f"workbench-{name}")


_AGENDA = [
    _page("agenda/", agenda.agenda, "agenda"),
    _page("agenda/kop/", items.agenda_heading, "agenda-heading"),
    _page("agenda/<slug:kind>/", agenda.agenda_kind, "agenda-kind"),
    _page("agenda/<slug:kind>/nieuw/", items.item_add, "item-add"),
    _page("agenda/<slug:kind>/<str:key>/", items.item_edit, "item"),
    _page("agenda/<slug:kind>/<str:key>/verwijderen/", items.item_remove, "item-remove"),
]

_VERSIONS = [
    _page("versies/", versions.versions_list, "versions"),
    _page("versies/begin/", versions.version_start, "version-start"),
    _page("versies/<number:number>/<slug:state>/", versions.version_move, "version-move"),
]

_FACTS = [
    _page("regio/", facts.region_heading_edit, "region-heading"),
    _page("gegevens/<slug:kind>/", facts.facts, "facts"),
    _page("gegevens/<slug:kind>/nieuw/", facts.fact_add, "fact-add"),
    _page("gegevens/<slug:kind>/<str:fact>/", facts.fact_edit, "fact"),
    _page("gegevens/<slug:kind>/<str:fact>/verwijderen/", facts.fact_remove, "fact-remove"),
]

_PEOPLE = [
    _page("mensen/", people.people, "people"),
    _page("mensen/nieuw/", people.person_add, "person-add"),
    _page("mensen/mandaat/", people.mandate_add, "mandate-add"),
    _page("mensen/mandaat/<int:mandate>/einde/", people.mandate_end, "mandate-end"),
    _page("mensen/rol/<int:role>/einde/", people.role_end, "role-end"),
    _page("mensen/<int:person>/", people.person_change, "person-change"),
    _page("mensen/<int:person>/wissen/", people.person_erase, "person-erase"),
    _page("mensen/<int:person>/link/", people.person_link, "person-link"),
]

_DEALS = [
    _page("afspraken/", deals.deals_list, "deals"),
    _page("afspraken/nieuwe-afspraak/", deals.deal_add, "deal-add"),
    _page("afspraken/nieuwe-toezegging/", commitments.commitment_add, "commitment-add"),
    _page("afspraken/toezegging/<key:key>/", commitments.commitment, "commitment"),
    _page(
        "afspraken/toezegging/<key:key>/wijzigen/", commitments.commitment_edit, "commitment-edit"
    ),
    _page(
        "afspraken/toezegging/<key:key>/verwijderen/",
        commitments.commitment_remove,
        "commitment-remove",
    ),
    _page(
        "afspraken/toezegging/<key:key>/trede/", commitment_acts.commitment_move, "commitment-move"
    ),
    _page(
        "afspraken/toezegging/<key:key>/uitleg/",
        commitment_acts.commitment_explain,
        "commitment-explain",
    ),
    _page(
        "afspraken/toezegging/<key:key>/voorwaarde/<number:number>/",
        commitment_acts.condition_settle,
        "condition-settle",
    ),
]

_DEAL = [
    _page("afspraken/afspraak/<slug:deal>/", deals.deal, "deal"),
    _page("afspraken/afspraak/<slug:deal>/wijzigen/", deals.deal_edit, "deal-edit"),
    _page(
        "afspraken/afspraak/<slug:deal>/toezegging/<key:key>/",
        deals.deal_commitment,
        "deal-commitment",
    ),
    _page("afspraken/afspraak/<slug:deal>/voorleggen/", deal_acts.deal_propose, "deal-propose"),
    _page("afspraken/afspraak/<slug:deal>/intrekken/", deal_acts.deal_retract, "deal-retract"),
    _page("afspraken/afspraak/<slug:deal>/verwijderen/", deal_acts.deal_drop, "deal-drop"),
    _page("afspraken/afspraak/<slug:deal>/tekenen/<slug:party>/", deal_acts.deal_sign, "deal-sign"),
    _page(
        "afspraken/afspraak/<slug:deal>/handtekening-terug/<slug:party>/",
        deal_acts.deal_take_back,
        "deal-take-back",
    ),
    _page(
        "afspraken/afspraak/<slug:deal>/opzeggen/<slug:party>/", deal_acts.deal_leave, "deal-leave"
    ),
]

_COUNCILS = [
    _page("raden/", councils.councils, "councils"),
    _page("raden/regels/", councils.calendar_rules, "calendar-rules"),
    _page("raden/raad/<slug:party>/", councils.council, "council"),
    _page("raden/bestuur/", council_acts.board_day_add, "board-day-add"),
    _page("raden/bestuur/<number:number>/", council_acts.board_day, "board-day"),
    _page(
        "raden/bestuur/<number:number>/vervalt/",
        council_acts.board_day_cancel,
        "board-day-cancel",
    ),
    _page("raden/vraag/", council_acts.moment_add, "moment-add"),
    _page("raden/vraag/<key:key>/", council_acts.moment, "moment"),
    _page("raden/vraag/<key:key>/vervalt/", council_acts.moment_cancel, "moment-cancel"),
    _page("raden/vraag/<key:key>/raad/<slug:party>/", council_acts.position, "position"),
]

_MONEY = [
    _page("geld/", funding.funding, "funding"),
    _page("geld/bestand/", plan_file.plan_file, "funding-file"),
    _page("geld/bestand/voorbeeld/", plan_file.plan_preview, "funding-preview"),
    _page("geld/bestand/overnemen/", plan_file.plan_import, "funding-import"),
    _page("geld/nieuwe-bron/", funding.source_add, "funding-source-add"),
    _page("geld/bron/<key:key>/", funding.source_edit, "funding-source"),
    _page("geld/bron/<key:key>/verwijderen/", funding.source_remove, "funding-source-remove"),
    _page("geld/nieuwe-regel/", funding.line_add, "funding-line-add"),
    _page("geld/regel/<key:key>/", funding.line, "funding-line"),
    _page("geld/regel/<key:key>/verwijderen/", funding.line_remove, "funding-line-remove"),
    _page("geld/regel/<key:key>/trede/", funding.line_move, "funding-line-move"),
]

_VERDELING = "geld/verdeling/<key:allocation>/"
_WHO_PAYS = [
    _page("geld/verdeling/", allocations.allocation_list, "allocations"),
    _page("geld/nieuwe-verdeling/", allocations.allocation_add, "allocation-add"),
    _page(f"{_VERDELING}wijzigen/", allocations.allocation_edit, "allocation-edit"),
    _page(f"{_VERDELING}vastleggen/", allocations.allocation_freeze, "allocation-freeze"),
    _page(f"{_VERDELING}besluit/", allocations.allocation_decide, "allocation-decide"),
    _page(f"{_VERDELING}verwijderen/", allocations.allocation_remove, "allocation-remove"),
    _page(f"{_VERDELING}scenario/", scenarios.scenario_add, "scenario-add"),
    _page(
        "geld/scenario/<slug:scenario>/publiceren/", scenarios.scenario_publish, "scenario-publish"
    ),
    _page(
        "geld/scenario/<slug:scenario>/verwijderen/", scenarios.scenario_remove, "scenario-remove"
    ),
]

_WORKBOOK = [
    _page("werkboek/", workbook.workbook, "workbook"),
    _page("werkboek/voorbeeld/", workbook.workbook_preview, "workbook-preview"),
    _page("werkboek/overnemen/", workbook.workbook_import, "workbook-import"),
    _page("werkboek/<slug:name>/", workbook.workbook_file, "workbook-file"),
]

_FIGURES = [
    _page("cijfers/", figures.figures, "figures"),
    _page("cijfers/voorbeeld/", figures.figures_preview, "figures-preview"),
    _page("cijfers/overnemen/", figures.figures_import, "figures-import"),
    _page("cijfers/<slug:code>/<int:period>/verwijderen/", figures.figure_remove, "figure-remove"),
    _page("cijfers/sjabloon.<slug:kind>", figures.figures_template, "figures-template"),
]

_YEAR = "geld/kas/sisa/<key:key>/<number:year>/"
_CASH = [
    _page("geld/kas/", cash.cash, "cash"),
    _page("geld/kas/kassier/", cash.cashier_set, "cashier"),
    _page("geld/kas/betaling/", cash.payment_add, "payment-add"),
    _page("geld/kas/betaling/<int:payment>/tegenboeken/", cash.payment_correct, "payment-correct"),
    _page("geld/kas/inlezen/", payment_file.payments_file, "payments-file"),
    _page("geld/kas/inlezen/voorbeeld/", payment_file.payments_preview, "payments-preview"),
    _page("geld/kas/inlezen/overnemen/", payment_file.payments_import, "payments-import"),
    _page(
        "geld/kas/inlezen/sjabloon.csv", payment_file.payments_template_file, "payments-template"
    ),
    _page("geld/kas/sisa/<key:key>/kolommen/", sisa.columns, "sisa-columns"),
    _page(_YEAR, sisa.year, "sisa"),
    _page(f"{_YEAR}regel/<key:measure>/", sisa.answer, "sisa-answer"),
    _page(f"{_YEAR}vastzetten/", sisa.lock, "sisa-lock"),
    _page(f"{_YEAR}heropenen/", sisa.reopen, "sisa-reopen"),
]

_PROGRESS = [
    _page("voortgang/", progress.progress, "progress"),
    _page("voortgang/maatregel/<key:key>/<str:period>/", progress_acts.answer, "progress-answer"),
    _page("voortgang/vraag/<int:ask>/intrekken/", progress_acts.link_revoke, "progress-revoke"),
    _page("voortgang/vraag/<int:ask>/nieuwe-link/", progress_acts.link_renew, "progress-link"),
    _page("voortgang/ritme/", progress_acts.schedule, "progress-schedule"),
    _page("voortgang/rapportage/", progress_acts.report, "progress-report"),
    _page("voortgang/doel/<key:key>/meting/", progress_acts.figure, "goal-figure"),
    _page("voortgang/doel/<key:key>/statistiek/", progress_acts.statistics, "goal-statistics"),
]

urlpatterns: list[URLPattern] = [
    path("werkblad/", overview.home, name="workbench"),
    _page("", overview.region, "region"),
    *_AGENDA,
    *_VERSIONS,
    *_FACTS,
    *_PEOPLE,
    *_DEALS,
    *_DEAL,
    *_MONEY,
    *_WHO_PAYS,
    *_CASH,
    *_COUNCILS,
    *_PROGRESS,
    *_WORKBOOK,
    *_FIGURES,
]
