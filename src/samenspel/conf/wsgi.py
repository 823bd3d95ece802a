# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""The WSGI entry, for granian or any other server."""

import os
from importlib import import_module
from threading import Thread

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.umask(0o077)
# Small sums, many requests: threads of the matrix library would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.conf.settings")

application = get_wsgi_application()
# What the first visitor need not wait for: the addresses, the tables and the drawing of charts.
import_module(settings.ROOT_URLCONF)
warm = import_module("samenspel.web.warm").warm
if settings.DEMO:
    # Who tries it waits for the whole start, so a demonstration warms while it answers.
    Thread(target=warm, daemon=True).start()
else:
    warm()
