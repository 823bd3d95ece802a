# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Co-financing holds or not by named tests, with the figures and the lines that decide."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.deals.commitment import Amount, Commitment, Kind
from samenspel.core.deals.ladder import Rung
from samenspel.core.funding.co_funding import TESTS, check_plan
from samenspel.core.funding.findings import Verdict
from samenspel.core.funding.lines import Entry
from samenspel.core.funding.own_share import dropping_out, falling_away, own_share
from samenspel.core.funding.plan import Plan, total, without
from samenspel.core.funding.sources import Source, SourceKind

MILLION = 100_000_000
DAY = date(2026, 3, 1)
HALF = 5000

RIJK = Source(
    "G1",
    "Regio Deal",
    SourceKind.NATIONAL,
    available_cents=22_500_000_00,
    most_share=HALF,
    least_own_share=HALF,
)
TOWNS = Source("G2", "Municipalities", SourceKind.MUNICIPALITY)
SPUK = Source("G3", "Grant by way of the province", SourceKind.PROVINCE, from_national=True)
KIND = Source("G4", "In kind", SourceKind.IN_KIND)
EU = Source("G5", "ESF", SourceKind.EU)


def entry(line, source, cents, **more):
    given = {"rung": Rung.ADOPTED, "measure": "M1", "beside": "G1", "party": "north"} | more
    return Entry(line, source, cents, **given)


REGIO_DEAL = Plan(
    {one.key: one for one in (RIJK, TOWNS, SPUK, KIND, EU)},
    (
        entry("R1", "G1", 22_500_000_00, beside="", party=""),
        entry("R2", "G2", 21_000_000_00, party="south"),
        entry("R3", "G3", 4_000_000_00, party="province"),
    ),
)
"""The textbook deal: the Rijk 22.5 million, the region 25 million, of which 4 million a SPUK."""


def found(plan, code, on=DAY):
    return [one for one in check_plan(plan, on) if one.code == code]


def only(plan, code, on=DAY):
    (one,) = found(plan, code, on)
    return one


def plan(*entries, **more):
    return replace(REGIO_DEAL, entries=entries, **more)


def test_money_of_the_rijk_makes_the_textbook_deal_fall_short():
    verdict = only(REGIO_DEAL, "own-share")

    assert verdict.verdict is Verdict.FAILED
    assert verdict.lines == ("R3",)
    figures = {
        name: verdict.figures[name]
        for name in ("beside_cents", "national_cents", "counting_cents", "needed_cents")
    }
    assert [cents // 100 for cents in figures.values()] == [
        25_000_000,
        4_000_000,
        21_000_000,
        22_500_000,
    ]
    assert verdict.figures["short_cents"] == 1_500_000_00


def test_money_of_the_rijk_is_named_as_an_error_by_itself():
    verdict = only(REGIO_DEAL, "national-counted")

    assert (verdict.verdict, verdict.lines) == (Verdict.FAILED, ("R3",))
    assert verdict.figures["national_cents"] == 4_000_000_00


def test_the_same_money_of_the_region_itself_is_enough():
    towns = [replace(one, source="G2") if one.line == "R3" else one for one in REGIO_DEAL.entries]

    assert only(plan(*towns), "own-share").verdict is Verdict.PASSED
    assert only(plan(*towns), "national-counted").verdict is Verdict.PASSED


def test_less_is_no_failure_where_a_reason_to_deviate_was_agreed():
    sources = REGIO_DEAL.sources | {"G1": replace(RIJK, deviation="A vulnerable region.")}

    verdict = only(replace(REGIO_DEAL, sources=sources), "own-share")

    assert (verdict.verdict, verdict.asks) == (Verdict.NOTE, False)


def test_money_of_the_rijk_may_count_beside_money_of_the_union():
    one = plan(entry("R1", "G5", MILLION, beside=""), entry("R2", "G3", MILLION, beside="G5"))

    assert own_share(one, replace(EU, least_own_share=HALF)).short_cents == 0
    assert only(one, "national-counted").verdict is Verdict.PASSED


def test_one_cent_too_little_is_too_little():
    exact = plan(entry("R1", "G1", 1, beside=""), entry("R2", "G2", 22_500_000_00))
    short = plan(entry("R1", "G1", 1, beside=""), entry("R2", "G2", 22_500_000_00 - 1))

    assert only(exact, "own-share").verdict is Verdict.PASSED
    assert only(short, "own-share").figures["short_cents"] == 1


def test_what_is_given_in_kind_counts_with_evidence_only():
    kind = entry("R2", "G4", 22_500_000_00, in_kind=True)
    proven = replace(kind, evidence="1,000 hours at 22,500; time sheets")

    assert only(plan(kind), "own-share").lines == ("R2",)
    assert only(plan(kind), "in-kind-unproven").verdict is Verdict.FAILED
    assert only(plan(proven), "own-share").verdict is Verdict.PASSED
    assert only(plan(proven), "in-kind-unproven").verdict is Verdict.PASSED


def test_a_party_that_drops_out_is_told_with_the_figures_before_and_after():
    enough = plan(entry("R1", "G2", 20_000_000_00), entry("R2", "G2", 5_000_000_00, party="south"))

    ((now, then),) = dropping_out(enough, "south")

    assert (now.verdict, then.verdict) == (Verdict.PASSED, Verdict.FAILED)
    assert then.figures["short_cents"] == 2_500_000_00
    assert dropping_out(enough, "nobody") == []


def test_what_rests_on_a_commitment_that_falls_away_is_told_from_its_day_on():
    whole = plan(
        entry("R1", "G2", 20_000_000_00, year=2026, commitment="T1"),
        entry("R2", "G2", 5_000_000_00, year=2027, commitment="T1"),
    )

    ((_now, then),) = falling_away(whole, {"T1"}, date(2026, 7, 1))

    assert then.figures["short_cents"] == 2_500_000_00
    assert falling_away(whole, {"T2"}, date(2026, 7, 1)) == []


def test_a_promise_without_a_decision_is_told_by_party():
    loose = [entry("R1", "G2", 5, rung=Rung.PLEDGED), entry("R2", "G2", 7, rung=Rung.COVERED)]

    verdict = only(plan(*loose, entry("R3", "G2", 9)), "no-council-decision")

    assert (verdict.verdict, verdict.about) == (Verdict.WARNING, "party:north")
    assert (verdict.figures["cents"], verdict.lines) == (12, ("R1", "R2"))


def test_what_was_only_mentioned_waits_for_no_council():
    mentioned = plan(entry("R1", "G2", 5, rung=Rung.MENTIONED))

    assert only(mentioned, "no-council-decision").verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("on", "verdict"),
    [(date(2026, 11, 14), Verdict.PASSED), (date(2026, 11, 15), Verdict.WARNING)],
)
def test_money_that_is_not_in_a_closed_budget_is_flagged(on, verdict):
    next_year = plan(entry("R1", "G2", 5, year=2027, rung=Rung.PLEDGED))

    assert only(next_year, "budget-closed", on).verdict is verdict


def test_money_in_the_budget_is_in_time():
    covered = plan(entry("R1", "G2", 5, year=2027, rung=Rung.COVERED))

    assert only(covered, "budget-closed", date(2027, 1, 1)).verdict is Verdict.PASSED


def test_a_source_that_ends_before_the_year_of_a_line_fails():
    sources = REGIO_DEAL.sources | {"G2": replace(TOWNS, ends_on=date(2028, 12, 31))}
    late = plan(entry("R1", "G2", 5, year=2028), entry("R2", "G2", 7, year=2029), sources=sources)

    verdict = only(late, "source-over")

    assert (verdict.verdict, verdict.lines) == (Verdict.FAILED, ("R2",))


def test_a_source_pays_no_more_than_its_part_of_the_cost():
    costs = {"M1": {2026: 40_000_000_00}}
    half = plan(entry("R1", "G1", 20_000_000_00, beside=""), costs=costs)
    more = plan(entry("R1", "G1", 20_000_000_01, beside=""), costs=costs)

    assert only(half, "most-share").verdict is Verdict.PASSED
    assert only(more, "most-share").verdict is Verdict.FAILED


PROMISE = Commitment(
    "T1",
    "north",
    "measure:M1",
    Kind.MONEY,
    "Money",
    amounts=(Amount(2026, 100), Amount(2027, 50)),
)


def resting(line, cents, year=2026, beside="G1"):
    return entry(line, "G2", cents, year=year, beside=beside, commitment="T1")


def test_a_commitment_is_used_for_its_whole_but_not_for_a_cent_more():
    whole = plan(resting("R1", 60), resting("R2", 40), commitments={"T1": PROMISE})
    more = plan(resting("R1", 60), resting("R2", 41), commitments={"T1": PROMISE})

    assert only(whole, "over-commitment").verdict is Verdict.PASSED
    verdict = only(more, "over-commitment")
    assert (verdict.verdict, verdict.lines) == (Verdict.FAILED, ("R1", "R2"))
    assert (verdict.figures["used_cents"], verdict.figures["there_cents"]) == (101, 100)


def test_a_commitment_without_money_in_a_year_has_none_to_give():
    used = plan(resting("R1", 1, year=2030), commitments={"T1": PROMISE})

    assert only(used, "over-commitment").figures["year"] == 2030


def test_the_same_euro_of_a_commitment_beside_two_sources_is_caught():
    twice = plan(resting("R1", 100), resting("R2", 100, beside="G5"), commitments={"T1": PROMISE})

    assert only(twice, "same-euro").verdict is Verdict.FAILED
    assert only(twice, "over-commitment").verdict is Verdict.PASSED, "said once"


def test_a_commitment_may_be_divided_over_two_sources():
    divided = plan(resting("R1", 60), resting("R2", 40, beside="G5"), commitments={"T1": PROMISE})

    assert only(divided, "same-euro").verdict is Verdict.PASSED


def test_equal_amounts_beside_two_sources_are_asked_about():
    alike = plan(entry("R1", "G2", 9, year=2026), entry("R2", "G2", 9, year=2026, beside="G5"))

    assert only(alike, "same-euro-maybe").verdict is Verdict.WARNING


def test_a_source_and_a_cost_hold_no_more_than_the_whole():
    sources = REGIO_DEAL.sources | {"G2": replace(TOWNS, available_cents=10)}
    over = plan(entry("R1", "G2", 11, year=2026), sources=sources, costs={"M1": {2026: 10}})

    assert only(over, "over-source").verdict is Verdict.FAILED
    assert only(over, "over-cost").verdict is Verdict.FAILED


def test_leverage_is_all_money_for_each_euro_of_the_region():
    verdict = only(REGIO_DEAL, "leverage")

    assert verdict.figures["own_cents"] == 21_000_000_00
    assert verdict.figures["per_euro_cents"] == 47_500_000_00 * 100 // 21_000_000_00


def test_every_test_speaks_of_every_plan_even_of_an_empty_one():
    assert [one.code for one in check_plan(Plan(), DAY)] == list(TESTS)
    assert {one.verdict for one in check_plan(Plan(), DAY)} == {Verdict.PASSED}


CENTS = st.integers(0, 10**12)
ENTRIES = st.lists(
    st.builds(
        Entry,
        line=st.text("ABC", min_size=1, max_size=3),
        source=st.sampled_from(["G1", "G2", "G3", "G4"]),
        cents=CENTS,
        rung=st.sampled_from(Rung),
        year=st.sampled_from([None, 2026, 2027]),
        party=st.sampled_from(["north", "south"]),
        beside=st.sampled_from(["", "G1"]),
        in_kind=st.booleans(),
        evidence=st.sampled_from(["", "proof"]),
    ),
    max_size=8,
    unique_by=lambda one: (one.line, one.year),
)


@given(ENTRIES)
def test_what_counts_never_includes_money_of_the_rijk_nor_more_than_is_there(entries):
    share = own_share(plan(*entries), RIJK)
    counting = total(share.counting)

    assert counting == total(share.beside) - total(share.national) - total(share.unproven)
    assert {one.source for one in share.counting} <= {"G2", "G4"}
    assert share.short_cents == max(0, 22_500_000_00 - counting)


@given(ENTRIES, st.sampled_from(["north", "south"]))
def test_a_party_that_leaves_never_makes_the_own_share_larger(entries, party):
    whole = plan(*entries)

    assert total(own_share(without(whole, party), RIJK).counting) <= total(
        own_share(whole, RIJK).counting
    )


@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_lines_says_nothing_about_the_own_share(entries, chance):
    mixed = list(entries)
    chance.shuffle(mixed)

    before, after = only(plan(*entries), "own-share"), only(plan(*mixed), "own-share")
    assert (before.verdict, before.figures) == (after.verdict, after.figures)
