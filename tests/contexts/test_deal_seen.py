# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What changed since somebody saw it is not done: the check is made where nobody else acts."""

from dataclasses import replace

import pytest
from table import DAY, DRAFT, HOURS, TERMS, act, conclude, propose, refused

from samenspel.core.deals.ladder import Rung
from samenspel.core.deals.text import NO_DRAFT, content_digest

pytestmark = pytest.mark.django_db

OLD = "0" * 64


def test_a_step_from_another_rung_is_refused(table):
    what = {"key": "T1", "to": Rung.COVERED, "on": DAY, "evidence": "The budget"}
    refused("changed-meanwhile", "move_commitment", seen="pledged", **what)
    act("move_commitment", seen="mentioned", **what)


def test_another_commitment_than_was_seen_is_not_removed(table):
    refused("changed-meanwhile", "remove_commitment", key="T2", seen=OLD)
    act("remove_commitment", key="T2", seen=content_digest(HOURS))


def test_another_draft_than_was_seen_is_not_dropped(table):
    act("save_deal", draft=DRAFT)
    act("save_deal", draft=replace(DRAFT, terms=replace(TERMS, notice_days=1)))
    refused("changed-meanwhile", "drop_deal", seen=content_digest(DRAFT))


def test_a_dropped_draft_does_not_come_back_by_who_saw_it(table):
    act("save_deal", draft=DRAFT)
    act("drop_deal", seen=content_digest(DRAFT))
    refused("changed-meanwhile", "save_deal", draft=DRAFT, seen=content_digest(DRAFT))
    act("save_deal", draft=DRAFT, seen=NO_DRAFT)


def test_another_proposal_than_was_seen_is_not_retracted(table):
    digest = propose()
    refused("changed-meanwhile", "retract_deal", reason="A fault", seen=OLD)
    act("retract_deal", reason="A fault", seen=digest)


def test_nobody_leaves_over_other_consequences_than_they_saw(table):
    conclude(table)
    what = {"party": "north", "reason": "A cut"}
    refused("changed-meanwhile", "withdraw", table["north"], seen=OLD, **what)
    seen = act("withdraw", table["north"], **what).digest
    assert len(seen) == len(OLD)
