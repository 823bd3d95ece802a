# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""One rule for which value of a setting counts, and what fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.core.errors import RuleError
from samenspel.core.options import OPTIONS, resolve

BY_NAME = {option.name: option for option in OPTIONS}


def value_of(name, text):
    return resolve({name: text}, {}, {}, {})[name].value


@pytest.mark.parametrize(("text", "value"), [("TRUE", True), ("1", True), ("no", False)])
def test_yes_and_no_have_several_words(text, value):
    assert value_of("https", text) is value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("https", "maybe"),
        ("port", "65536"),
        ("port", "-1"),
        ("port", "8e3"),
        ("port", "٨٠٠٠"),
        ("workers", "0"),
        ("language", "fr"),
        ("contact", "call me"),
        ("database_url", "sqlite:///x"),
    ],
)
def test_value_that_does_not_fit_is_refused(name, text):
    with pytest.raises(RuleError, match="setting-invalid"):
        value_of(name, text)


@pytest.mark.parametrize(("name", "given_value"), [("port", True), ("https", 1), ("host", 5)])
def test_file_must_use_the_type_of_the_setting(name, given_value):
    with pytest.raises(RuleError, match="setting-invalid"):
        resolve({}, {}, {name: given_value}, {})


@pytest.mark.parametrize("name", ["prot", "settings"])
def test_unknown_name_in_the_file_is_refused(name):
    with pytest.raises(RuleError, match="setting-unknown"):
        resolve({}, {}, {name: "x"}, {})


@given(st.permutations(["flag", "environment", "file"]), st.integers(0, 3))
def test_the_nearest_source_counts(order, count):
    given_by = {origin: 1000 + place for place, origin in enumerate(order[:count])}
    found = resolve(
        {"port": given_by.get("flag")},
        {"SAMENSPEL_PORT": str(given_by.get("environment", ""))},
        {"port": given_by["file"]} if "file" in given_by else {},
        {},
    )["port"]

    nearest = [one for one in ("flag", "environment", "file") if one in given_by]
    expected = (given_by[nearest[0]], nearest[0]) if nearest else (8000, "default")
    assert (found.value, found.origin) == expected


@given(st.sampled_from(sorted(BY_NAME)), st.text())
def test_any_text_gives_the_type_of_the_setting_or_a_refusal(name, text):
    try:
        value = value_of(name, text)
    except RuleError:
        return
    assert type(value) is type(BY_NAME[name].default)
