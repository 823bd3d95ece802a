# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""``samenspel config`` shows each value with where it came from."""

import json

import pytest


def setting(place, name, *flags, **environment):
    rows = json.loads(place.says("config", "--json", *flags, **environment))
    return next((row["value"], row["origin"]) for row in rows if row["name"] == name)


@pytest.fixture
def filed(nowhere):
    nowhere.folder.mkdir()
    (nowhere.folder / "samenspel.toml").write_text("port = 8001\nhttps = true\n")
    return nowhere


def test_default_comes_last(nowhere):
    assert setting(nowhere, "port") == (8000, "default")


def test_file_goes_before_default(filed):
    assert setting(filed, "port") == (8001, "file")


def test_environment_goes_before_file(filed):
    assert setting(filed, "port", SAMENSPEL_PORT="8002") == (8002, "environment")


def test_flag_goes_before_environment(filed):
    assert setting(filed, "port", "--port", "8003", SAMENSPEL_PORT="8002") == (8003, "flag")


def test_empty_variable_counts_as_not_set(filed):
    assert setting(filed, "port", SAMENSPEL_PORT="") == (8001, "file")


def test_named_settings_file_goes_instead_of_that_in_the_folder(filed, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text("port = 9000\n")

    assert setting(filed, "port", "--settings", other) == (9000, "file")
    assert setting(filed, "https", SAMENSPEL_SETTINGS=str(other)) == (False, "default")


def test_secrets_are_not_shown(nowhere):
    url = "postgresql://me:hunter2@db.example/samenspel"

    assert setting(nowhere, "database_url", DATABASE_URL=url) == ("***", "environment")
    assert "hunter2" not in nowhere.says("config", DATABASE_URL=url)


def test_secret_that_does_not_fit_is_not_shown_either(nowhere):
    assert "hunter2" not in nowhere.refuses("config", DATABASE_URL="mysql://me:hunter2@db/x")


def test_text_names_value_origin_and_variable(filed):
    text = filed.says("config")

    assert "port = 8001   (file)" in text
    assert "SAMENSPEL_PORT: Port to listen on" in text


def test_config_makes_nothing(nowhere):
    nowhere.says("config")

    assert not nowhere.folder.exists()
