# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The renderer in a server: its first charts may be asked for by several threads at once."""

import subprocess
import sys

FIRST_CHARTS = """
import os, sys
from concurrent.futures import ThreadPoolExecutor
from samenspel.charts import render
from samenspel.charts.look import SCHEMA

import vl_convert
sys.setswitchinterval(1e-6)
text = '{"$schema": "%s", "mark": "point", "width": %d}'
with ThreadPoolExecutor(8) as threads:
    drawn = list(threads.map(lambda n: render._drawn(text % (SCHEMA, n)), range(1, 9)))
print(len(drawn), os.environ.get(render.FONTS))
"""


def test_threads_that_start_the_renderer_do_not_disturb_each_other():
    done = subprocess.run(
        [sys.executable, "-c", FIRST_CHARTS], capture_output=True, text=True, check=False
    )
    assert done.stdout == "8 None\n", done.stderr
