#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

# Renews the lock files. What is built with and what is run are subsets of dev.txt, so that one
# environment can hold them all; bench.txt adds the peers that the formulas are measured against.
# What is locked stays so, unless given --upgrade.
set -eu
upgrade=${1:-}

lock() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
        --custom-compile-command "make lock" "$@"
}

lock $upgrade --extra dev pyproject.toml requirements/build.in requirements/node.in -o requirements/dev.txt
lock -c requirements/dev.txt pyproject.toml -o requirements/run.txt
lock -c requirements/dev.txt requirements/build.in -o requirements/build.txt
lock -c requirements/dev.txt requirements/node.in -o requirements/node.txt
lock -c requirements/dev.txt --extra bench pyproject.toml -o requirements/bench.txt
