# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""What is drawn in a process beside this one is the same, and it goes when it is done."""

import json
import subprocess
import sys

DRAW = """
import json, sys
from contextlib import nullcontext
from samenspel.charts.beside import drawing_beside
with drawing_beside() if sys.argv[1] == "beside" else nullcontext():
    from samenspel.charts import render
    found = render._drawn(json.dumps(render.FIRST | {"mark": "point", "data": {"values": [{}]}}))
    started = render._started.cache_info().currsize
print(json.dumps([found, started]))
"""


def drawn(where):
    command = [sys.executable, "-c", DRAW, where]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_it_is_drawn_by_the_other_process_and_is_the_same():
    (here, started_here), (there, started_there) = drawn("here"), drawn("beside")
    assert here == there
    assert here.startswith("<svg")
    assert (started_here, started_there) == (1, 0)
