# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2

# Needs Python 3.11 or newer and make; uv is used when it is there. Every command makes what it
# needs in $(VENV) and keeps it up to date with the lock files.
#
#   make demo PYTHON=python3.12    another Python
#   make test ARGS="tests/core"    part of the tests
#   make demo ARGS="--port 0"      flags for the command

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
ARGS ?=

RUN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
HAS_NODE := $(shell node -e 'process.exit(+process.versions.node.split(".")[0] < 20)' 2>/dev/null && \
	command -v npm 2>/dev/null)
NODE_LOCK := $(if $(HAS_NODE),,requirements/node.txt)
SOURCES := pyproject.toml hatch_build.py $(wildcard assets/*) \
	$(wildcard src/samenspel/locale/*/LC_MESSAGES/django.po)

ifdef UV
INSTALL = $(UV) pip install --quiet --python $(RUN)/python
MAKE_ENVIRONMENT = $(UV) venv --quiet --clear --python $(PYTHON) $(VENV)
else
INSTALL = $(RUN)/python -m pip install --quiet --disable-pip-version-check
MAKE_ENVIRONMENT = $(PYTHON) -m venv --clear $(VENV)
endif

.PHONY: help demo test lint types lock messages package clean

help: ## Show this
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp ## Show the example regions in a browser
	@$(RUN)/samenspel demo $(ARGS)

test: $(VENV)/dev.stamp ## Run all tests on SQLite, then on PostgreSQL when this machine has it
	@$(RUN)/python tools/run_tests.py $(ARGS)

lint: $(VENV)/dev.stamp ## Check style, import contracts and licences
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/lint-imports
	$(RUN)/reuse lint --quiet

types: $(VENV)/dev.stamp ## Check types
	$(RUN)/mypy

lock: ## Renew the lock files (needs uv); ARGS=--upgrade takes newer versions
	@test -n "$(UV)" || { echo "make lock needs uv: https://docs.astral.sh/uv/" >&2; exit 2; }
	sh tools/lock.sh $(ARGS)

messages: $(VENV)/dev.stamp ## Bring the translation files up to date (needs gettext)
	cd src/samenspel && ../../$(RUN)/samenspel manage makemessages --locale nl --no-wrap --no-location --no-obsolete --ignore 'static/*'
	$(INSTALL) --no-deps --no-build-isolation --editable .

package: $(VENV)/dev.stamp ## Build the wheel and the source distribution
	$(RUN)/python -m build --no-isolation

clean: ## Remove what these commands made, the environment included
	rm -rf $(VENV) build dist

# An environment that fits the lock files is kept; another is made anew.
$(VENV)/made.stamp: requirements/run.txt requirements/build.txt requirements/node.txt requirements/dev.txt
	@test -n "$(PYTHON)" || { echo "Samenspel needs Python 3.11 or newer; name one: make ... PYTHON=/path/to/python" >&2; exit 2; }
	@echo "Making the environment $(VENV)" >&2
	@$(MAKE_ENVIRONMENT) || { echo "Could not make it. On Debian: apt install python3-venv" >&2; exit 2; }
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp $(SOURCES)
	@echo "Installing Samenspel" >&2
	@$(INSTALL) --require-hashes $(foreach lock,requirements/run.txt requirements/build.txt $(NODE_LOCK),-r $(lock))
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@echo "Installing what the tests need" >&2
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@
