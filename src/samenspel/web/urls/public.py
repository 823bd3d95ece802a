# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses that need no log-in. What is fixed comes first: ``core.limits.RESERVED_SLUGS``."""

from django.urls import URLPattern, path

from samenspel.web.urls import allocations as who_pays
from samenspel.web.urls import cash, converters  # noqa: F401 - registers what the addresses use
from samenspel.web.views import (
    agenda,
    answer,
    balance,
    calendar_feeds,
    challenge,
    commitment,
    council,
    councils,
    country,
    deal,
    deals,
    funding,
    goal,
    heads,
    home,
    installation,
    ledger,
    measure,
    open_data,
    parties,
    party,
    profile,
    profile_chart,
    progress,
    region,
    versions,
)

_INSTALLATION: list[URLPattern] = [
    path("", home.home, name="home"),
    path("kaart/country.<slug:kind>", country.chart, name="country-chart"),
    path("over/", installation.about, name="about"),
    path("toegankelijkheid/", installation.accessibility, name="accessibility"),
    path("privacy/", installation.privacy, name="privacy"),
    path("antwoord/<str:secret>/", answer.answer, name="progress-answer"),
    path("post/<str:secret>/", answer.mail, name="mail-switch"),
    path("taal/", installation.set_language, name="set-language"),
    path(".well-known/security.txt", installation.security_txt, name="security-txt"),
    path("robots.txt", installation.robots, name="robots"),
]

_AGENDA: list[URLPattern] = [
    path("<slug:slug>/", region.region, name="region"),
    path("<slug:slug>/agenda/", agenda.agenda, name="agenda"),
    path("<slug:slug>/agenda/wat-mist/", agenda.missing, name="orphans"),
    path("<slug:slug>/agenda/versies/", versions.versions, name="versions"),
    path("<slug:slug>/agenda/versies/<number:number>/", agenda.version, name="version"),
    path(
        "<slug:slug>/agenda/versies/<number:number>/tekst.json",
        versions.text,
        name="version-text",
    ),
    path(
        "<slug:slug>/agenda/versies/<number:old>/verschil/<number:new>/",
        versions.difference,
        name="version-difference",
    ),
    path("<slug:slug>/opgaven/<key:key>/", challenge.challenge, name="challenge"),
    path("<slug:slug>/doelen/<key:key>/", goal.goal, name="goal"),
    path("<slug:slug>/maatregelen/<key:key>/", measure.measure, name="measure"),
]

_DEALS: list[URLPattern] = [
    path("<slug:slug>/afspraken/", deals.deals, name="deals"),
    path("<slug:slug>/afspraken/halen-en-brengen/", balance.balance, name="balance"),
    path("<slug:slug>/afspraken/toezeggingen/<key:key>/", commitment.commitment, name="commitment"),
    path("<slug:slug>/afspraken/<slug:deal>/", deal.deal, name="deal"),
    path(
        "<slug:slug>/afspraken/<slug:deal>/versies/<number:number>/",
        deal.version,
        name="deal-version",
    ),
    path(
        "<slug:slug>/afspraken/<slug:deal>/versies/<number:number>/tekst.json",
        deal.text,
        name="deal-text",
    ),
    path(
        "<slug:slug>/afspraken/<slug:deal>/versies/<number:number>/<slug:party>/bewijs.json",
        deal.receipt,
        name="deal-receipt",
    ),
    path(
        "<slug:slug>/afspraken/<slug:deal>/versies/<number:number>/<slug:party>/bewijs.pdf",
        deal.receipt_pdf,
        name="deal-receipt-pdf",
    ),
]

_COUNCILS: list[URLPattern] = [
    path("<slug:slug>/kalender.ics", calendar_feeds.region, name="region-calendar"),
    path("<slug:slug>/raden/", councils.councils, name="councils"),
    path("<slug:slug>/raden/vraag/<key:key>/", councils.moment, name="moment"),
    path("<slug:slug>/raden/<slug:party>/", council.council, name="council"),
    path(
        "<slug:slug>/raden/<slug:party>/kalender.ics",
        calendar_feeds.council,
        name="council-calendar",
    ),
]

_MONEY: list[URLPattern] = [
    path("<slug:slug>/geld/", funding.funding, name="funding"),
    *who_pays.urlpatterns,
    *cash.urlpatterns,
]

_PROGRESS: list[URLPattern] = [
    path("<slug:slug>/voortgang/", progress.progress, name="progress"),
    path("<slug:slug>/voortgang/<report:code>/", progress.report, name="progress-report"),
    path(
        "<slug:slug>/voortgang/<report:code>/versies/<number:number>/",
        progress.report,
        name="progress-report-version",
    ),
    path(
        "<slug:slug>/voortgang/<report:code>/versies/<number:number>/rapportage.<slug:kind>",
        progress.report_file,
        name="progress-report-file",
    ),
    path("<slug:slug>/doelen/<key:key>/grafiek/goal.<slug:kind>", goal.chart, name="goal-chart"),
]

_REGION: list[URLPattern] = [
    path("<slug:slug>/profiel/", profile.profile, name="profile"),
    path("<slug:slug>/profiel/profiel.<slug:kind>", profile.file, name="profile-file"),
    path(
        "<slug:slug>/profiel/grafiek/<slug:name>.<slug:kind>",
        profile_chart.chart,
        name="profile-chart",
    ),
    path("<slug:slug>/profiel/eigen-cijfers.csv", profile.own_figures_file, name="own-figures"),
    path("<slug:slug>/partijen/", parties.parties, name="parties"),
    path("<slug:slug>/partijen/<slug:party>/", party.party, name="party"),
    path("<slug:slug>/grootboek/", ledger.ledger, name="ledger"),
    path("<slug:slug>/grootboek/export.jsonl", ledger.export, name="ledger-export"),
    path("<slug:slug>/grootboek/kop.json", heads.newest, name="ledger-signed-head"),
    path("<slug:slug>/grootboek/koppen.atom", heads.feed, name="ledger-feed"),
    path(
        "<slug:slug>/grootboek/<entry:seq>/bewijs.json",
        heads.receipt,
        name="ledger-receipt",
    ),
    path("<slug:slug>/open-data/", open_data.open_data, name="open-data"),
    path("<slug:slug>/open-data/dcat.jsonld", open_data.dcat, name="dcat"),
    path("<slug:slug>/open-data/<slug:name>.<slug:kind>", open_data.file, name="open-data-file"),
]

urlpatterns: list[URLPattern] = [
    *_INSTALLATION,
    *_AGENDA,
    *_DEALS,
    *_MONEY,
    *_COUNCILS,
    *_PROGRESS,
    *_REGION,
]
