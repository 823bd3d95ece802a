# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One value has one text, the same as everybody else's RFC 8785; what has none is refused."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum, StrEnum

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from samenspel.core.canonical import (
    DEEPEST,
    LARGEST_INTEGER,
    NotCanonicalError,
    decode,
    encode,
    moment,
)

exact_integers = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
values = st.recursive(
    st.none() | st.booleans() | exact_integers | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


class Colour(StrEnum):
    RED = "red"


class Size(IntEnum):
    SMALL = 1


def nested(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value


@given(values)
@example({"\ufb33": 1, "\U0001f600": 2})
@example("".join(map(chr, range(0x100))))
def test_the_text_is_that_of_an_independent_implementation(value):
    assert encode(value) == rfc8785.dumps(value)


@given(values)
def test_reading_gives_the_value_back(value):
    assert decode(encode(value)) == value


def test_keys_stand_in_the_order_of_the_rfc():
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]

    ordered = list(decode(encode(dict.fromkeys(keys))))

    assert ordered == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_strings_are_written_as_in_the_rfc():
    value = {"string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/", "literals": [None, True]}

    text = '{"literals":[null,true],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'

    assert encode(value).decode() == text


def test_tuples_and_enumerations_are_written_as_what_they_hold():
    assert encode({"a": (Colour.RED, Size.SMALL)}) == b'{"a":["red",1]}'


@pytest.mark.parametrize(
    "value",
    [0.5, 1.0, float("nan"), Decimal(1), date(2026, 1, 1), b"a", {1}, {1: "a"}, {None: 1}],
    ids=repr,
)
def test_what_has_no_canonical_text_is_refused(value):
    with pytest.raises(TypeError, match=r"string|whole number"):
        encode({"deep": [value]})


@pytest.mark.parametrize(
    "value",
    [2**53, -(2**53), "\ud800", {"\udc00": 1}, nested(DEEPEST + 1), nested(10_000)],
    ids=["large", "small", "surrogate", "surrogate key", "deep", "very deep"],
)
def test_what_others_would_read_differently_is_refused(value):
    with pytest.raises(ValueError, match=r"2\^53|surrogate|levels"):
        encode(value)


def test_the_limits_themselves_are_allowed():
    value = [LARGEST_INTEGER, -LARGEST_INTEGER, nested(DEEPEST - 1)]

    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    "text",
    [b' {"a":1}', b'{"a": 1}', b'{"a":1}\n', b'{"b":1,"a":1}', b'"\\u0041"', b'"\\/"', b"-0"],
)
def test_another_text_of_the_same_value_is_not_canonical(text):
    with pytest.raises(NotCanonicalError):
        decode(text)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"1 2",
        b'{"a":1,"a":1}',
        b"1.0",
        b"1e3",
        b"NaN",
        b"-Infinity",
        b"9007199254740992",
        b"1" * 5000,
        b'"\xff"',
        b"\xef\xbb\xbf1",
        b'"\\ud800"',
        b'"\x00"',
        b"[" * 100_000,
        b"[" * 100 + b"]" * 100,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_what_is_no_canonical_value_at_all_is_refused(text):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the reader's own words differ
        decode(text)

    assert not isinstance(refused.value, NotCanonicalError)


def test_a_moment_is_written_in_utc_with_microseconds():
    summer = timezone(timedelta(hours=2))

    assert moment(datetime(2026, 7, 1, 1, 30, tzinfo=summer)) == "2026-06-30T23:30:00.000000Z"
    assert moment(datetime(1, 1, 1, 0, 0, 0, 7, tzinfo=UTC)) == "0001-01-01T00:00:00.000007Z"


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 7, 1))  # noqa: DTZ001 - the naive one is the point
