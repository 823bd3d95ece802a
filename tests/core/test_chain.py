# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain shows every change made after the fact, at the place where it was made."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.canonical import LARGEST_INTEGER
from samenspel.core.chain import (
    GENESIS,
    LONGEST_LINE,
    START,
    Fault,
    Head,
    Link,
    Reason,
    Verdict,
    examine,
    parse_head,
    parse_line,
    read,
    seal,
    to_line,
    verify,
)

atoms = (
    st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | st.text(max_size=9)
)
payloads = st.dictionaries(st.text(max_size=5), atoms | st.lists(atoms, max_size=3), max_size=3)


def chain_of(items, after=START):
    links = []
    for seq, item in enumerate(items, start=after.seq + 1):
        links.append(seal(seq, links[-1].digest if links else after.digest, item))
    return links


def head_of(links):
    return Head(links[-1].seq, links[-1].digest) if links else START


def chains(min_size=1):
    return st.lists(payloads, min_size=min_size, max_size=8).map(chain_of)


def place_in(links, data, leave=0):
    """Draw an index of *links*, not among the last *leave*."""
    return data.draw(st.integers(0, len(links) - 1 - leave))


@given(chains(min_size=0))
def test_an_untouched_chain_holds_and_leads_to_its_head(links):
    assert examine(links, head_of(links)) == Verdict(head_of(links), None)


@given(chains(), st.data(), payloads)
def test_a_chain_that_grew_still_holds_against_an_older_head(links, data, payload):
    index = place_in(links, data)

    assert verify(links, head_of(links[:index])) is None


@given(chains(), st.data())
def test_a_changed_field_is_found_at_its_own_entry(links, data):
    index = place_in(links, data)
    link = links[index]
    links[index] = data.draw(
        st.sampled_from(
            [
                replace(link, payload={**link.payload, "slipped in": 1}),
                replace(link, seq=link.seq + 1),
                replace(link, previous="f" * 64),
                replace(link, digest="f" * 64),
            ]
        )
    )

    assert examine(links) == Verdict(head_of(links[:index]), Fault(index + 1, Reason.CHANGED))


@given(chains(min_size=2), st.data())
def test_a_dropped_entry_is_found_at_its_own_place(links, data):
    index = place_in(links, data, leave=1)
    del links[index]

    assert verify(links) == Fault(index + 1, Reason.DROPPED)


@given(chains(min_size=2), st.data())
def test_swapped_entries_are_found_at_the_first_of_the_two(links, data):
    first = place_in(links, data, leave=1)
    second = data.draw(st.integers(first + 1, len(links) - 1))
    links[first], links[second] = links[second], links[first]

    assert verify(links) == Fault(first + 1, Reason.REORDERED)


@given(chains(), st.data())
def test_a_copied_entry_is_found_where_it_was_put(links, data):
    source = place_in(links, data)
    target = data.draw(st.integers(source + 1, len(links)))
    links.insert(target, links[source])

    assert verify(links) == Fault(target + 1, Reason.INSERTED)


@given(chains(), st.data(), payloads)
def test_a_forged_entry_in_between_is_found_by_the_number_it_took(links, data, payload):
    index = place_in(links, data)
    before = head_of(links[:index])
    links.insert(index, seal(index + 1, before.digest, {**payload, "forged": True}))

    assert verify(links) == Fault(index + 2, Reason.INSERTED)


@given(chains(), st.data(), payloads, st.integers(1, 20))
def test_an_entry_forged_without_knowing_its_place_is_found_there(links, data, payload, seq):
    index = place_in(links, data)
    forged = seal(seq, "e" * 64, payload)

    fault = verify([*links[:index], forged, *links[index:]])

    assert fault is not None
    assert fault.seq == index + 1


@given(chains(min_size=2), st.data())
def test_an_entry_sealed_anew_no_longer_joins_to_the_next(links, data):
    index = place_in(links, data, leave=1)
    links[index] = seal(index + 1, links[index].previous, {"another": "history"})

    assert verify(links) == Fault(index + 2, Reason.UNLINKED)


def test_a_chain_that_does_not_begin_at_the_beginning_is_found():
    assert verify([seal(1, "a" * 64, {})]) == Fault(1, Reason.UNLINKED)


@given(chains(), st.data())
def test_a_cut_tail_shows_only_against_a_published_head(links, data):
    index = place_in(links, data)

    assert verify(links[:index]) is None
    assert verify(links[:index], head_of(links)) == Fault(index + 1, Reason.CUT_OFF)


@given(chains(), st.data())
def test_history_sealed_anew_shows_only_against_a_published_head(links, data):
    index = place_in(links, data)
    anew = [*links[:index], *chain_of([{"new": n} for n in range(9)], head_of(links[:index]))]

    assert verify(anew) is None
    assert verify(anew, head_of(links)) == Fault(len(links), Reason.FORKED)


@pytest.mark.parametrize("seq", [0, -1])
def test_a_number_before_the_first_is_found(seq):
    assert verify([seal(seq, GENESIS, {})]) == Fault(1, Reason.INSERTED)


@pytest.mark.parametrize("value", [0.1, "\ud800", 2**60])
def test_a_payload_that_cannot_be_sealed_counts_as_changed(value):
    assert verify([Link(1, GENESIS, {"a": value}, "f" * 64)]) == Fault(1, Reason.CHANGED)


@given(chains(min_size=0))
def test_an_export_reads_back_as_the_same_chain(links):
    assert list(read(map(to_line, links))) == links


@given(chains(), st.data())
def test_any_changed_byte_of_an_export_is_found_in_its_own_line(links, data):
    text = b"".join(map(to_line, links))
    offset = data.draw(st.integers(0, len(text) - 1))
    likely = st.sampled_from(b'0123456789abcdef"{}[],:\\\n')
    other = data.draw((likely | st.integers(0, 255)).filter(lambda byte: byte != text[offset]))
    forged = text[:offset] + bytes([other]) + text[offset + 1 :]

    fault = verify(read(BytesIO(forged)))

    assert fault is not None
    assert fault.seq == text[:offset].count(b"\n") + 1


@given(chains(), st.data())
def test_an_export_cut_anywhere_is_found_against_its_head(links, data):
    text = b"".join(map(to_line, links))
    cut = text[: data.draw(st.integers(0, len(text) - 1))]

    fault = verify(read(BytesIO(cut)), head_of(links))

    assert fault is not None
    assert fault.seq == cut.count(b"\n") + 1


LINE = to_line(seal(1, GENESIS, {"a": 1}))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (LINE[:-1], Reason.NOT_CANONICAL),
        (LINE[:-1] + b"\r\n", Reason.NOT_CANONICAL),
        (LINE.replace(b":1", b": 1"), Reason.NOT_CANONICAL),
        (b"", Reason.MALFORMED),
        (LINE[:-20], Reason.MALFORMED),
        (b"\n", Reason.MALFORMED),
        (b"[1]\n", Reason.MALFORMED),
        (LINE.replace(b'"seq":1', b'"seq":1,"seq":1'), Reason.MALFORMED),
        (LINE.replace(b'"seq":1', b'"seq":1,"tail":1'), Reason.MALFORMED),
        (LINE.replace(b',"seq":1', b""), Reason.MALFORMED),
        (LINE.replace(b'"seq":1', b'"seq":0'), Reason.MALFORMED),
        (LINE.replace(b'"seq":1', b'"seq":true'), Reason.MALFORMED),
        (LINE.replace(b'{"a":1}', b"[1]"), Reason.MALFORMED),
        (LINE.replace(b'{"a":1}', b'{"a":1.5}'), Reason.MALFORMED),
        (LINE.replace(GENESIS.encode(), b"0" * 63), Reason.MALFORMED),
        (LINE.replace(GENESIS.encode(), b"A" * 64), Reason.MALFORMED),
        (b"[" * LONGEST_LINE + b"\n", Reason.MALFORMED),
    ],
    ids=lambda case: repr(case[-24:]) if isinstance(case, bytes) else str(case),
)
def test_a_line_that_is_no_sealed_entry_is_a_fault(line, reason):
    assert verify(read([line])) == Fault(1, reason)


def test_a_line_may_be_as_long_as_the_limit_and_no_longer():
    room = LONGEST_LINE - len(to_line(seal(1, GENESIS, {"a": ""})))

    parse_line(to_line(seal(1, GENESIS, {"a": "x" * room})))
    with pytest.raises(ValueError, match="more than"):
        parse_line(to_line(seal(1, GENESIS, {"a": "x" * (room + 1)})))


def test_a_head_is_written_and_read_as_one_word():
    head = head_of(chain_of([{"a": 1}, {"a": 2}]))

    assert parse_head(str(head)) == head
    assert parse_head(str(START)) == START


@pytest.mark.parametrize(
    "text",
    ["", "1", f"x:{GENESIS}", f"-1:{'a' * 64}", f"1:{GENESIS}", f"0:{'a' * 64}", f"²:{'a' * 64}"],
)
def test_what_is_no_head_is_refused(text):
    with pytest.raises(ValueError, match=r"head|digest"):
        parse_head(text)
