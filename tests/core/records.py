# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""Records to test with: one small region by hand, and sound ones without end."""

from datetime import date
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from samenspel.core.agenda.record import (
    AgendaRecord,
    Challenge,
    Contribution,
    Cost,
    Goal,
    Interest,
    Line,
    Measure,
)
from samenspel.core.region_record import (
    TRIANGLE,
    Body,
    Inhabitants,
    Member,
    Party,
    RegionRecord,
    Seat,
    Term,
)

few = settings(max_examples=30, deadline=None)
"""For properties of whole records, which take long to make up."""


def small_agenda() -> AgendaRecord:
    """Return an agenda in which every kind occurs."""
    return AgendaRecord(
        title="Agenda Lindewaard",
        starts_year=2026,
        ends_year=2029,
        challenges=(
            Challenge("C1", "Te weinig technici", sides=("education",), policy_fields=("work",)),
            Challenge("C2", "Vergrijzing", why="Meer zorg,\nminder handen.", sides=("economy",)),
        ),
        lines=(Line("L1", "Techniek", lead="roc"),),
        goals=(
            Goal(
                key="G1",
                title="Meer leerlingen techniek",
                challenge="C1",
                line="L1",
                owner="roc",
                indicator="leerlingen",
                unit="per jaar",
                baseline=Decimal(1200),
                baseline_year=2025,
                target=Decimal("1500.5"),
                target_year=2029,
            ),
        ),
        measures=(
            Measure(
                key="M1",
                title="Leerwerkbedrijf",
                line="L1",
                challenges=("C1", "C2"),
                lead="roc",
                partners=("lindewaard",),
                phase="idea",
                starts_on=date(2026, 9, 1),
                ends_on=date(2028, 8, 31),
                sides=("education", "labour-market"),
                costs=(Cost(None, 5_000_00), Cost(2027, 250_000_00, "begroting")),
                contributions=(Contribution("G1", Decimal("0.5"), "geschat"),),
            ),
            Measure("M2", "Zij-instroom", challenges=("C1",), needs=("M1",)),
        ),
        interests=(
            Interest("roc", "C1", gets="leerlingen", brings="docenten"),
            Interest("lindewaard", gets="banen"),
        ),
    )


def small_region() -> RegionRecord:
    """Return a sound region in which every kind occurs."""
    return RegionRecord(
        slug="lindewaard",
        title="Regio Lindewaard",
        kind="own",
        fictional=True,
        summary="Water en techniek.",
        terms=(
            Term("party-kind", "municipality", "Gemeente", "Municipality"),
            Term("party-kind", "college", "Mbo", "College", date(2000, 1, 1)),
            Term("policy-field", "work", "Werk", "Work"),
            Term("phase", "idea", "Idee", "Idea"),
        ),
        members=(Member("GM0001", "Lindewaard", date(2020, 1, 1)),),
        inhabitants=(Inhabitants("GM0001", 2025, 41_000, "CBS"),),
        parties=(
            Party("lindewaard", "Gemeente Lindewaard", "municipality", "GM0001"),
            Party("roc", "ROC De Linde", "college", website="https://roc.example/over"),
        ),
        bodies=(Body("board", "Bestuurlijk overleg"),),
        seats=(Seat("board", "roc", "lid", votes=1, until=date(2030, 1, 1)), Seat("board", "roc")),
        agenda=small_agenda(),
    )


lines = st.sampled_from(["a", "Zorg & welzijn", "<b>é", '\'s "Gravenhage"', "€ 1", "𝄞", "=1+1"])
paragraphs = st.sampled_from(["", "één regel", "twee\nregels\n", "\ttab", "-1", "a  b", "𝄞\\n"])
days = st.none() | st.dates(date(1900, 1, 1), date(2200, 12, 31))
years = st.integers(1900, 2200)
amounts = st.none() | st.integers(-(10**9), 10**9).map(lambda number: Decimal(number) / 1000)
cents = st.integers(0, 10**11)
keys = st.sampled_from([letter + digit for letter in "ABx" for digit in "123456"])


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Return a strategy for a list of *values* without repeats."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), unique=True, max_size=3).map(tuple)


def one_of(values: list[str]) -> st.SearchStrategy[str]:
    """Return a strategy for one of *values* or nothing."""
    return st.sampled_from(["", *values])


@st.composite
def measures(draw: st.DrawFn, key: str, goals: list[str], known: dict[str, list[str]]) -> Measure:
    """Return a measure that names only what is in *known*."""
    first, last = sorted(draw(st.tuples(years, years)))
    costs = draw(st.dictionaries(st.none() | years, cents, max_size=3))
    return Measure(
        key=key,
        title=draw(lines),
        about=draw(paragraphs),
        line=draw(one_of(known["lines"])),
        challenges=draw(some(known["challenges"])),
        lead=draw(one_of(known["parties"])),
        partners=draw(some(known["parties"])),
        starts_on=draw(st.sampled_from([None, date(first, 2, 1)])),
        ends_on=draw(st.sampled_from([None, date(last, 3, 1)])),
        sides=draw(some(list(TRIANGLE))),
        costs=tuple(Cost(year, amount) for year, amount in costs.items()),
        contributions=tuple(
            Contribution(goal, draw(amounts), draw(st.just("") | lines))
            for goal in draw(some(goals))
        ),
    )


@st.composite
def agendas(draw: st.DrawFn, parties: tuple[str, ...] = ("roc", "linde")) -> AgendaRecord:
    """Return a sound agenda of these parties."""
    first, last = sorted(draw(st.tuples(years, years)))
    known = {
        kind: draw(st.lists(keys, unique=True, max_size=4))
        for kind in ("challenges", "lines", "goals", "measures")
    } | {"parties": list(parties)}
    pairs = [(party, challenge) for party in parties for challenge in ("", *known["challenges"])]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=4)) if pairs else []
    return AgendaRecord(
        title=draw(lines),
        starts_year=first,
        ends_year=last,
        about=draw(paragraphs),
        challenges=tuple(
            Challenge(key, draw(lines), draw(paragraphs), sides=draw(some(list(TRIANGLE))))
            for key in known["challenges"]
        ),
        lines=tuple(
            Line(key, draw(lines), lead=draw(one_of(known["parties"]))) for key in known["lines"]
        ),
        goals=tuple(
            Goal(
                key,
                draw(lines),
                challenge=draw(one_of(known["challenges"])),
                owner=draw(one_of(known["parties"])),
                baseline=draw(amounts),
                target=draw(amounts),
                target_year=draw(st.none() | years),
            )
            for key in known["goals"]
        ),
        measures=tuple(draw(measures(key, known["goals"], known)) for key in known["measures"]),
        interests=tuple(Interest(*pair, draw(paragraphs), draw(paragraphs)) for pair in chosen),
    )


@st.composite
def regions(draw: st.DrawFn) -> RegionRecord:
    """Return a sound region."""
    slugs = draw(st.lists(keys.map(str.lower), unique=True, max_size=3))
    return RegionRecord(
        slug="region-" + draw(keys).lower(),
        title=draw(lines),
        kind="own",
        fictional=draw(st.booleans()),
        summary=draw(paragraphs),
        terms=(Term("party-kind", "college", draw(lines), draw(lines)),),
        members=(Member("GM0001", draw(lines), draw(days)),),
        inhabitants=tuple(
            Inhabitants("GM0001", year, draw(st.integers(0, 10**6)))
            for year in draw(st.lists(years, unique=True, max_size=3))
        ),
        parties=tuple(
            Party(slug, draw(lines), "college", about=draw(paragraphs)) for slug in slugs
        ),
        agenda=draw(st.none() | agendas(tuple(slugs))),
    )
