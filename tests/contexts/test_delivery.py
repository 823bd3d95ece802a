# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Asking, answering and reporting: abuse of links, deputies, corrections, and four whole years."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from owners import ASKED, DUE, KEY, SCHEDULE, STARTS, after, begin, hire, noon, remind, secrets

from samenspel.agenda.services import import_region, move_version
from samenspel.cli.demo_data import example
from samenspel.core.agenda.states import State
from samenspel.core.delivery.progress import Answer, Silence, Status
from samenspel.core.delivery.report import Audience, digest_of, moves
from samenspel.core.delivery.schedule import Reminder
from samenspel.core.delivery.track import Observation, Verdict
from samenspel.core.errors import RuleError
from samenspel.core.rights import INSTALLATION, NOBODY, Actor, Grant, Role
from samenspel.delivery import queries, services
from samenspel.delivery.models import Notice, Progress
from samenspel.ledger.queries import entries, verify_book
from samenspel.parties.queries import assignments
from samenspel.parties.services import end_role
from samenspel.regions.queries import region

pytestmark = pytest.mark.django_db

FINE = Answer(Status.ON_TRACK, "Fine.", 100_00, (("D1", Decimal(10)),))
BOSS = {"region": "valley", "actor": INSTALLATION}


@pytest.fixture
def people():
    return begin()


def pk():
    return region("valley").pk


def answer(secret, at, said=FINE):
    services.answer_by_link(secret=secret, answer=said, key=KEY, at=noon(at))


def refusal(act, *args, **named):
    with pytest.raises(RuleError) as refused:
        act(*args, **named)
    return refused.value.code


def state():
    """Return all that an answer could change."""
    return list(Progress.objects.values()), entries("valley").count()


@pytest.fixture
def asked(people):
    """The links of the first question."""
    return secrets(remind(ASKED))


def spoilt(asked):
    """Name -> what somebody might try instead of the link of M1."""
    number, _hyphen, code = asked["M1"].partition("-")
    other, _hyphen, foreign = asked["M2"].partition("-")
    return {
        "forged": f"{number}-{'0' * 64}",
        "one letter off": asked["M1"][:-1] + ("0" if asked["M1"][-1] != "0" else "1"),
        "code of another measure": f"{number}-{foreign}",
        "number of another measure": f"{other}-{code}",
        "no such number": f"999999-{code}",
        "cut short": asked["M1"][:-3],
        "empty": "",
        "a mail link": services.asking.token(
            services.asking.mail_claim("valley", queries.owner_of("school", pk(), ASKED)), KEY
        ),
    }


def test_a_link_that_was_tampered_with_changes_nothing(asked):
    before = state()
    for name, secret in spoilt(asked).items():
        assert refusal(answer, secret, ASKED) == "link-unknown", name
        assert refusal(queries.opened, secret, key=KEY, at=noon(ASKED)) == "link-unknown", name
    assert refusal(queries.opened, asked["M1"], key=b"other", at=noon(ASKED)) == "link-unknown"
    assert state() == before


def test_a_link_works_until_its_last_day_and_not_after(asked):
    last = after(DUE, SCHEDULE.link_days - 1)
    before = state()
    assert refusal(answer, asked["M1"], after(last, 1)) == "link-expired"
    assert state() == before
    answer(asked["M1"], last)
    assert state() != before


def test_a_link_is_used_up_by_its_answer(asked):
    answer(asked["M1"], ASKED)
    before = state()
    assert refusal(answer, asked["M1"], after(ASKED, 1), replace(FINE, sentence="No")) == (
        "link-answered"
    )
    assert state() == before


def test_an_answer_that_is_refused_leaves_the_link_usable(asked):
    before = state()
    assert refusal(answer, asked["M1"], ASKED, Answer(Status.DELAYED)) == "text-missing"
    assert state() == before
    answer(asked["M1"], ASKED)


def row_of(measure):
    return next(one for one in queries.asks(pk(), INSTALLATION) if one.measure == measure)


def test_a_revoked_link_is_dead_and_a_new_one_replaces_it(asked):
    ask = row_of("M1").pk
    services.revoke_link(**BOSS, ask=ask, at=noon(ASKED))
    assert refusal(answer, asked["M1"], ASKED) == "link-revoked"
    assert refusal(services.revoke_link, **BOSS, ask=ask, at=noon(ASKED)) == "link-revoked"
    new = services.renew_link(**BOSS, ask=ask, at=noon(ASKED), key=KEY)
    assert refusal(answer, asked["M1"], ASKED) == "link-unknown"
    answer(new, ASKED)


def test_a_new_link_serves_to_correct_an_answer(asked):
    answer(asked["M1"], ASKED)
    new = services.renew_link(**BOSS, ask=row_of("M1").pk, at=noon(after(ASKED, 1)), key=KEY)
    answer(new, after(ASKED, 2), replace(FINE, status=Status.DONE))
    _known, rows = queries.answers(pk(), "M1")
    assert [(one.number, one.answer.status) for one in rows] == [
        (1, Status.ON_TRACK),
        (2, Status.DONE),
    ]


def test_who_left_the_post_cannot_answer_any_more(asked, people):
    [role] = [
        one.pk for one in assignments(pk(), INSTALLATION) if one.person_id == people["officer"]
    ]
    end_role(
        region="valley",
        assignment_id=role,
        on=after(ASKED, 1),
        actor=INSTALLATION,
        at=noon(after(ASKED, 1)),
    )
    assert refusal(answer, asked["M1"], after(ASKED, 5)) == "link-not-yours"
    mails = remind(after(ASKED, 5))
    assert [(mail.name, [one.measure for one in mail.questions]) for mail in mails] == [
        ("Sanne", ["M1"])
    ]
    answer(secrets(mails)["M1"], after(ASKED, 6))


def test_only_who_keeps_the_whole_may_ask_revoke_and_freeze(asked):
    officer = Actor("o", (Grant(Role.OFFICER, "school"),))
    ask = row_of("M1").pk
    where = {"region": "valley", "at": noon(ASKED)}
    for actor in (NOBODY, officer):
        assert refusal(services.plan_mail, **where, actor=actor, key=KEY) == "not-allowed"
        assert refusal(services.revoke_link, **where, actor=actor, ask=ask) == "not-allowed"
        assert refusal(services.renew_link, **where, actor=actor, ask=ask, key=KEY) == "not-allowed"
        assert refusal(queries.asks, pk(), actor) == "not-allowed"
        what = {"audience": Audience.STATE, "period": "2026-01"}
        assert refusal(services.freeze_report, **where, actor=actor, **what) == "not-allowed"
    said = {"period": "2026-01", "answer": FINE, "actor": officer}
    services.report_progress(**where, measure="M1", **said)
    assert refusal(services.report_progress, **where, measure="M2", **said) == "not-allowed"


def test_mail_can_be_switched_off_and_on_and_then_nobody_is_asked(people):
    off = remind(ASKED)[0].off
    services.switch_mail(secret=off, off=True, key=KEY, at=noon(ASKED))
    services.switch_mail(secret=off, off=True, key=KEY, at=noon(ASKED))
    assert [one.name for one in remind(after(DUE, -2))] == ["Sanne"]
    services.switch_mail(secret=off, off=False, key=KEY, at=noon(DUE))
    assert {one.name for one in remind(after(DUE, 10))} == {"Otto", "Sanne"}
    assert refusal(services.switch_mail, secret=off[:-1], off=True, key=KEY, at=noon(DUE)) == (
        "link-unknown"
    )


def test_a_mail_that_may_have_gone_is_never_sent_again(people):
    """A crash between writing down and sending: see ``services.asking``."""
    lost = services.plan_mail(**BOSS, at=noon(ASKED), key=KEY)
    assert lost
    assert services.plan_mail(**BOSS, at=noon(ASKED), key=KEY) == []
    assert not Notice.objects.exclude(sent_at=None)
    shown = [one.notices for one in queries.asks(pk(), INSTALLATION)]
    assert all(taken is None for some in shown for _kind, _at, taken, _why in some)
    again = remind(after(DUE, -5))
    assert {one.kind for mail in again for one in mail.questions} == {Reminder.REMIND}


def test_a_failed_mail_says_why(people):
    (mail, *_rest) = services.plan_mail(**BOSS, at=noon(ASKED), key=KEY)
    services.confirm_sent(mail=mail, at=noon(ASKED), failed="no such box")
    assert "no such box" in {one.failed for one in Notice.objects.all()}


def test_the_schedule_keeps_its_periods_once_somebody_was_asked(asked):
    change = {**BOSS, "at": noon(ASKED)}
    services.save_schedule(**change, schedule=replace(SCHEDULE, due_days=20))
    assert refusal(services.save_schedule, **change, schedule=replace(SCHEDULE, months=3)) == (
        "schedule-begun"
    )


def test_silence_is_told_from_the_day_after_the_answer_was_due(asked):
    def silence(on):
        known, rows = queries.answers(pk(), "M1")
        return queries.heard(known, queries.latest_period(known, on), rows, on).silence

    assert silence(after(ASKED, -1)) is Silence.NOT_ASKED
    assert silence(DUE) is Silence.WAITING
    assert silence(after(DUE, 1)) is Silence.OVERDUE
    answer(asked["M1"], after(DUE, 2))
    assert silence(after(DUE, 2)) is Silence.ANSWERED


def observe(on, value, **more):
    found = Observation(on, Decimal(value), None, "Count")
    services.record_observation(**BOSS, goal="D1", observation=replace(found, **more), at=noon(DUE))


def test_a_figure_of_a_day_takes_the_place_of_the_one_before(people):
    observe(date(2026, 3, 31), "4")
    observe(date(2026, 3, 31), "5")
    assert [one.value for one in queries.observations(pk(), "D1")] == [Decimal(5)]
    last = entries("valley", kind="observations-recorded").first()
    assert '"was":{"2026-03-31":"4"}' in last.payload


def test_a_figure_needs_a_source_and_a_day_that_came(people):
    assert refusal(observe, date(2026, 3, 31), "4", source="") == "text-missing"
    assert refusal(observe, after(DUE, 1), "4") == "date-in-future"
    assert refusal(observe, STARTS, "4", margin=Decimal(-1)) == "amount-negative"


def test_statistics_are_not_taken_for_a_region_that_is_made_up(people):
    what = {**BOSS, "goal": "D1", "at": noon(DUE)}
    assert refusal(services.take_statistics, **what, indicator="good-health") == (
        "indicator-without-figures"
    )
    assert refusal(services.take_statistics, **what, indicator="x") == "unknown-indicator"


def freeze(at, period="2026-01", **more):
    return services.freeze_report(
        **BOSS, audience=Audience.STATE, period=period, at=noon(at), **more
    )


def test_a_report_stays_as_it_was_frozen_and_a_correction_says_why(asked):
    answer(asked["M1"], ASKED)
    assert freeze(DUE) == 1
    first = queries.report(pk(), Audience.STATE, "2026-01")
    assert refusal(freeze, DUE) == "text-missing"
    assert refusal(freeze, DUE, reason="Again") == "report-unchanged"
    answer(asked["M2"], after(DUE, 1), Answer(Status.DELAYED, "Later."))
    assert freeze(after(DUE, 2), reason="M2 answered late") == 2
    assert queries.report(pk(), Audience.STATE, "2026-01", 1).text == first.text
    second = queries.report(pk(), Audience.STATE, "2026-01")
    assert (second.row.number, second.before.number) == (2, 1)
    assert digest_of(second.text) == second.row.digest
    [moved] = moves(second.content_before, second.content)
    assert (moved.key, moved.what, moved.was, moved.now) == ("M2", "status", "", "delayed")


def test_a_report_about_a_period_that_is_not_over_is_refused(people):
    assert refusal(freeze, after(ASKED, -1)) == "unknown-period"


def live(until):
    """Let the timer run every third day but for one standstill; return what was mailed to whom."""
    mailed, on = [], STARTS
    while on < until:
        mails = [] if date(2027, 6, 20) < on < date(2027, 8, 20) else remind(on)
        for mail in mails:
            for one in mail.questions:
                mailed.append((mail.name, one.measure, mail.period.code, one.kind))
                if one.measure == "M1":
                    said = (("D1", Decimal(5 * len(mailed))),)
                    answer(one.secret, on, replace(FINE, figures=said))
        on = after(on, 3)
    return mailed


def test_four_years_go_by(people):
    """Mails, answers, figures and reports of eight half years; only the day is an argument."""
    hire("Nora", Role.REPRESENTATIVE, "north", since=date(2027, 3, 1))
    mailed = live(date(2030, 6, 1))
    assert len(mailed) == len(set(mailed))
    periods = [f"{year}-{month}" for year in range(2026, 2030) for month in ("01", "07")]
    first = {(measure, code) for _name, measure, code, kind in mailed if kind is Reminder.ASK}
    assert first == {(measure, code) for measure in ("M1", "M2", "M3") for code in periods}
    asked = [(name, code) for name, measure, code, _kind in mailed if measure == "M2"]
    assert [name for name, code in asked if code == "2026-01"] == ["Sanne"] * 3
    assert [name for name, code in asked if code == "2026-07"] == ["Sanne"] * 3 + ["Nora"]
    assert {name for name, code in asked if code > "2026-07"} == {"Nora"}
    late = [one[3] for one in mailed if one[1:3] == ("M3", "2027-01")]
    assert late == [Reminder.ASK]  # after the standstill once, not three times
    report_all(periods)
    last = queries.report(pk(), Audience.STATE, "2029-07")
    assert last.before.period == "2029-01"
    assert [one.status for one in last.content.measures] == [Status.ON_TRACK, None, None]
    assert last.content.goals[0].verdict is Verdict.ON_TRACK
    assert verify_book("valley") is None


def report_all(periods):
    """Record a figure of the goal for each period, and freeze a report of each."""
    at = date(2030, 6, 1)
    for number, code in enumerate(periods):
        on = date(2026 + (number + 1) // 2, 6 if number % 2 == 0 else 1, 30)
        found = Observation(on, Decimal(10 * (number + 1)), None, "Count")
        services.record_observation(**BOSS, goal="D1", observation=found, at=noon(at))
        freeze(at, code)


def test_a_goal_of_a_real_region_takes_every_year_of_an_official_indicator(db):
    """Twente as it is packaged; its own figures of official municipalities, added up."""
    import_region(record=example("twente-2018-2022"), actor=INSTALLATION, at=noon(STARTS))
    key = example("twente-2018-2022").agenda.goals[0].key
    what = {"region": "twente", "goal": key, "actor": INSTALLATION, "at": noon(STARTS)}
    move_version(
        region="twente", number=1, to=State.RELEASED, note="", actor=INSTALLATION, at=noon(STARTS)
    )
    count = services.take_statistics(**what, indicator="good-health")
    found = queries.observations(region("twente").pk, key)
    assert len(found) == count > 1
    assert all(50 < one.value < 100 and one.on.month == 12 for one in found)
    assert all(one.source for one in found)
    assert services.take_statistics(**what, indicator="good-health") == count
    assert queries.observations(region("twente").pk, key) == found
