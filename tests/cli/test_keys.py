# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The keys are made once, also when several processes start together."""

from concurrent.futures import ProcessPoolExecutor

import pytest

from samenspel.conf.keys import secret_key, signing_key
from samenspel.core.errors import RuleError


def test_made_once_and_kept(tmp_path):
    folder = tmp_path / "data"
    key = secret_key(folder)

    assert secret_key(folder) == key
    assert len(key) >= 50
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret-key"]


def test_processes_that_start_together_agree(tmp_path):
    with ProcessPoolExecutor(8) as pool:
        for number in range(5):
            keys = set(pool.map(secret_key, [tmp_path / str(number)] * 16))
            assert len(keys) == 1


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 60])
def test_damaged_key_is_refused(tmp_path, content):
    (tmp_path / "secret-key").write_bytes(content)

    with pytest.raises(RuleError, match="secret-key-damaged"):
        secret_key(tmp_path)


def test_the_signing_key_is_made_once_and_for_its_owner_alone(tmp_path):
    key = signing_key(tmp_path)

    assert signing_key(tmp_path) == key
    assert len(key) == 32
    assert (tmp_path / "signing-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 64, b"g" * 64])
def test_a_damaged_signing_key_is_refused(tmp_path, content):
    (tmp_path / "signing-key").write_bytes(content)

    with pytest.raises(RuleError, match="signing-key-damaged"):
        signing_key(tmp_path)
