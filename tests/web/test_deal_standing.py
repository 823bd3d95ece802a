# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Public pages tell where a deal really stands: who has not signed, who would have most votes."""

from dataclasses import replace
from datetime import date

import pytest
from bench import edit
from deal_table import DRAFT, MONEY, TERMS, browser, empower, promise, propose

from samenspel.core.deals.commitment import Amount
from samenspel.core.deals.rules import Rule, RuleKind, Weight
from samenspel.parties.models import Party

PAGE, LIST = "/dal/afspraken/praktijk/", "/dal/afspraken/"
DEAL = "/werkblad/dal/afspraken/afspraak/praktijk/"
LEAVE = DEAL + "opzeggen/school/"
THREE = ("noord", "school", "club")


@pytest.fixture
def table(bench):
    """The small region with a third party, and somebody to sign for the school and the club."""
    north = Party.objects.get(slug="noord")
    club = {"slug": "club", "name": "De Club", "kind": "school", "position": 9}
    Party.objects.create(region_id=north.region_id, **club)
    promise()
    for party in ("school", "club"):
        empower(bench, party)
    return bench


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sign(client, party):
    assert edit(client, f"{DEAL}tekenen/{party}/", agrees="on").status_code == 302


def by_two(bench, **terms):
    """Let the school and the club sign a deal of three, of which that is enough."""
    rule = terms.pop("rule", Rule(RuleKind.AT_LEAST, at_least=2))
    less = replace(MONEY, amounts=(Amount(2026, 1_00),))
    draft = replace(DRAFT, terms=replace(TERMS, parties=THREE, rule=rule, **terms), changes=(less,))
    propose(draft)
    school = bench.client("representative")
    sign(school, "school")
    sign(browser("club"), "club")
    return school


def by_votes(bench):
    """Let all three sign a deal of 2, 2 and 1 votes."""
    votes = [Weight(party, weight) for party, weight in zip(THREE, (2, 2, 1), strict=True)]
    empower(bench, "noord")
    school = by_two(bench, rule=Rule(RuleKind.WEIGHTED_MAJORITY, tuple(votes)))
    sign(browser("noord"), "noord")
    return school


def test_what_its_party_has_not_signed_stands_as_it_was_beside_what_is_proposed(table, client):
    by_two(table)
    shown = text(client, PAGE)
    promised = shown.partition('id="T1"')[2].partition("</article>")[0]
    assert "€ 650" in promised.partition("Voorgesteld, nog niet afgesproken:")[0]
    assert "gaat van € 300" in promised or "was € 250" in promised
    assert "<dd>€ 650</dd>" in shown

    empower(table, "noord")
    sign(browser("noord"), "noord")
    assert "Voorgesteld, nog niet" not in text(client, PAGE)


def test_a_proposal_that_nobody_signed_in_time_says_so(table, client):
    propose(replace(DRAFT, terms=replace(TERMS, ends_on=date(2026, 3, 2))))
    assert "door niemand" in text(client, LIST)
    shown = text(client, PAGE)
    assert "Geen partij had dit voorstel getekend" in shown
    assert "onbekend" not in shown.partition('id="text"')[0]


def test_a_municipality_that_would_have_most_votes_is_named_before_and_after(table, client):
    school = by_votes(table)
    assert "opnieuw worden verdeeld" not in text(client, PAGE)

    preview = text(school, LEAVE)
    assert "zou alleen meer dan de helft hebben" in preview
    assert edit(school, LEAVE, reason="De raad wil niet.").status_code == 302
    shown = text(client, PAGE)
    assert "De stemmen moeten opnieuw worden verdeeld." in shown
    assert shown.index("Gemeente Noord") < shown.index("heeft alleen meer dan de helft")


def test_until_then_another_amendment_is_refused_in_words(table):
    school = by_votes(table)
    edit(school, LEAVE, reason="De raad wil niet.")
    secretary = table.client("secretary")
    edit(secretary, DEAL + "wijzigen/", title="Anders")
    answer = edit(secretary, DEAL + "voorleggen/")
    assert answer.status_code == 409
    assert "verdeel in deze wijziging de stemmen opnieuw" in answer.content.decode()


def test_leaving_without_notice_says_that_it_is_at_once(table):
    school = by_two(table, notice_days=0)
    assert "de partij is meteen vrij" in text(school, LEAVE)
