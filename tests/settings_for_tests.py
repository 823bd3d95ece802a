# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
The settings of an installation, in a scratch folder of this process.

Set before the settings load and inherited by every command that a test starts, so that no test
reaches the home or the database of whoever runs it.
"""

import atexit
import os
import shutil
import tempfile

_FOLDER = tempfile.mkdtemp(prefix="samenspel-test-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)

KEPT = ("SAMENSPEL_TEST_", "SAMENSPEL_SHARED_DATA")
for name in list(os.environ):
    if name.startswith("SAMENSPEL_") and not name.startswith(KEPT):
        del os.environ[name]
os.environ["SAMENSPEL_DATA"] = _FOLDER
os.environ["HOME"] = _FOLDER
os.umask(0o077)

from samenspel.conf.settings import *  # noqa: E402, F403 - only now is it safe to read them

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing to protect
