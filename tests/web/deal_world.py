# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Deals and commitments in the regions of ``world``: what is public, and drafts that bear marks.

Of T11 (noord) and T12 (zuid) each waits for the other and is late; T13 and T14 were only
mentioned, by noord and by zuid. T15 is bound by *deal*, which both signed; *plan* is on the table,
and so is *aanbod*, which noord signed; *wens* is a draft. What only noord and the secretariat may
read bears ``onthuldraak-<region>deal``, what only zuid and they may read
``onthuldraak-<region>zuid``.
"""

from datetime import UTC, date, datetime

from samenspel.core.deals.commitment import Commitment, Condition, Kind
from samenspel.core.deals.deal import DealDraft, Terms
from samenspel.core.deals.ladder import Rung
from samenspel.core.rights import INSTALLATION, Actor, Grant, Role
from samenspel.deals import services
from samenspel.parties.queries import reference_of
from samenspel.parties.services import add_person, give_mandate, give_role

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
SINCE = date(2020, 1, 1)


def as_it_is(_field, text):
    """Return a text as it is."""
    return text


def fill(slug, k, *, whole=True, say=as_it_is):
    """
    Put deals and commitments in a region; without *whole* only what is a draft.

    *say* makes of the name of a field and its text what is written in it.
    """
    for one in (3, 4):
        party, mark = ("noord", "deal") if one == 3 else ("zuid", "zuid")
        said = f"Genoemd Onthuldraak-{slug}{mark}"
        _promise(slug, Rung.MENTIONED, _commitment(slug, f"{k}T1{one}", party, say("what", said)))
    wish = f"Wens Onthuldraak-{slug}deal"
    _save(slug, "wens", DealDraft(_terms(slug, wish, say), (f"{k}T13",)))
    if whole:
        for one, party, other in ((1, "noord", "zuid"), (2, "zuid", "noord")):
            _promise(slug, Rung.PLEDGED, _waiting(slug, f"{k}T1{one}", (party, other), say))
        _promise(
            slug, Rung.PLEDGED, _commitment(slug, f"{k}T15", "noord", say("what", "Een lokaal"))
        )
        signers = {party: _signer(slug, party) for party in ("noord", "zuid")}
        _sign(slug, "deal", DealDraft(_terms(slug, "Deal", say), (f"{k}T15",)), signers)
        _sign(slug, "aanbod", DealDraft(_terms(slug, "Aanbod", say)), {"noord": signers["noord"]})
        _save(slug, "plan", DealDraft(_terms(slug, "Plan", say)))
        services.propose_deal(**_where(slug), slug=f"{slug}-plan")


def _sign(slug, name, draft, signers):
    """Propose a deal, and let *signers* sign it for their parties."""
    _save(slug, name, draft)
    digest = services.propose_deal(**_where(slug), slug=f"{slug}-{name}")
    for party, actor in signers.items():
        where = _where(slug) | {"actor": actor}
        what = {"slug": f"{slug}-{name}", "party": f"{slug}-{party}", "digest": digest}
        services.sign_deal(**where, **what)


def _signer(slug, party):
    """Return somebody who may sign for a party."""
    of = f"{slug}-{party}"
    email = f"tekenaar@{of}.example"
    person = add_person(**_where(slug), name=f"Tekenaar van {of}", email=email)
    give_role(**_where(slug), person_id=person, role=Role.REPRESENTATIVE, party=of, since=SINCE)
    decided = {"organ": "College", "decided_on": SINCE, "scope": "Tekenen", "since": SINCE}
    give_mandate(**_where(slug), person_id=person, party=of, **decided)
    return Actor(reference_of(person), (Grant(Role.REPRESENTATIVE, of),))


def _save(slug, name, draft):
    services.save_deal(**_where(slug), slug=f"{slug}-{name}", draft=draft)


def _promise(slug, rung, commitment):
    services.save_commitment(**_where(slug), commitment=commitment, rung=rung)


def _terms(slug, title, say):
    parties = (f"{slug}-noord", f"{slug}-zuid")
    return Terms(say("title", title), say("about", "## 1. Samen"), parties, notice_days=30)


def _commitment(slug, key, party, what, **more):
    target = f"measure:{key[0]}M1"
    return Commitment(key, f"{slug}-{party}", target, Kind.KNOWLEDGE, what, **more)


def _waiting(slug, key, who, say):
    """Return a commitment of the first of *who* that waits for the other, and is late."""
    party, other = who
    condition = Condition(say("name", f"Als {other} meedoet"), party=f"{slug}-{other}")
    more = {"ends_on": date(2026, 6, 30), "conditions": (condition,)}
    more["in_return"] = say("gets", "Een les terug")
    return _commitment(slug, key, party, say("what", "Een vak"), **more)


def _where(slug):
    return {"region": slug, "actor": INSTALLATION, "at": AT}
