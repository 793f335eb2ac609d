# Every task of the project. `make` alone explains them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules
# Where it is set, every start of the program compiles three hundred files again: the tests start it a thousand times.
unexport PYTHONDONTWRITEBYTECODE

VENV ?= .venv
BIN := $(VENV)/bin
PEERS := $(VENV)/peers
SYNAPSE := $(VENV)/synapse
# The first interpreter that answers and is recent enough.
PYTHON ?= $(shell for p in python3.11 python3 python3.14 python3.13 python3.12 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Words after the target are given to the command: make test ARGS="-k lane -x"
ARGS ?=
# Quick tests run on SQLite and on PostgreSQL, each of the others on one of the two by turns: tests/played_on.py says how.
# DATABASE=both runs all of them on both; sqlite or postgresql keeps to one.
DATABASE ?= turns

.PHONY: help setup install demo chat check test quick faults soak goals bench format lint types lock wheel clean

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: ## Everything needed to work on Boussole, in .venv (does nothing when done)
	@$(MAKE) --silent --jobs=2 $(VENV)/.ready-dev $(SYNAPSE)/.ready

install: $(VENV)/.ready ## What the bot needs, without the tools of the tests: enough for a server

demo: $(VENV)/.ready ## A short tour on a throw-away database, then the conversation if you are at a terminal
	@$(BIN)/boussole demo $(ARGS)

chat: $(VENV)/.ready ## Talk to the bot in this terminal
	@$(BIN)/boussole chat $(ARGS)

check: $(VENV)/.ready ## Prove every pack of content/
	@for pack in content/*/pack.yaml; do $(BIN)/boussole check "$${pack%/pack.yaml}" $(ARGS); done

test: setup ## All tests, on SQLite and PostgreSQL (DATABASE=both: what lasts too), types, lint, layers
	@$(BIN)/python -m pytest --database $(DATABASE) --numprocesses auto --dist worksteal $(ARGS)

quick: setup ## The tests that need no server: on both cores, while you work
	@$(BIN)/python -m pytest -m "not slow" --numprocesses auto --dist worksteal $(ARGS)

# Whatever has a long form or measures a goal says so in its text: nothing is listed here. A test of these may take an
# hour and more (BOUSSOLE_OUTAGE=3600): it is not stuck before two.
MEASURES := build/measures.jsonl
LONG = $(shell grep -rlE 'BOUSSOLE_KILLS|tests.measures import.* record' tests --include='test_*.py' | grep -v /house/)

# What measures how late the loop is (G11) has the machine for itself; the others, which mostly wait, run side by side.
ALONE = $(shell grep -rl '"G11"' tests --include='test_*.py' | grep -v /house/)
RUN_LONG := $(BIN)/python -m pytest --database $(DATABASE) -o faulthandler_timeout=7200

faults: export BOUSSOLE_KILLS ?= 200
faults: export BOUSSOLE_SOAK ?= 300
faults: export BOUSSOLE_MEASURES = $(MEASURES)
faults: setup ## The long runs: hundreds of kills of the real process, minutes without a server; then the goals
	@mkdir -p build && rm -f $(MEASURES); status=0; \
	  $(RUN_LONG) $(ALONE) $(ARGS) || status=$$?; \
	  $(RUN_LONG) $(filter-out $(ALONE),$(LONG)) --numprocesses auto --dist worksteal $(ARGS) || status=$$?; \
	  $(BIN)/python -m tests.measures $(MEASURES); exit $$status

soak: setup ## An hour of ten people a second on both channels and a kill a minute (BOUSSOLE_SOAK=seconds)
	@mkdir -p build; BOUSSOLE_SOAK=$${BOUSSOLE_SOAK:-3600} BOUSSOLE_MEASURES=$(MEASURES) \
	  $(BIN)/python -m pytest -o faulthandler_timeout=7200 tests/channels/matrix/test_soak.py $(ARGS)

goals: setup ## The goals G1 to G21, as the last long runs measured them
	@$(BIN)/python -m tests.measures $(MEASURES)

bench: setup $(PEERS)/.ready ## Measure, beside other bots on Telegram and Matrix; the figures are printed, not judged
	@$(BIN)/python -m benchmarks $(ARGS)

format: setup ## Rewrite the code in the house's form
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

lint: setup ## Lint and layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

types: setup ## Types, strictly
	@$(BIN)/mypy

UV ?= uv
PIN := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links --no-emit-package boussole-ess

lock: ## Pin again every dependency with its hashes (needs uv and a network; UPGRADE=--upgrade takes the newest)
	@$(PIN) $(UPGRADE) --extra build pyproject.toml -o requirements.lock
	@$(PIN) $(UPGRADE) --extra dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock
	@$(PIN) $(UPGRADE) --group bench -o requirements-bench.lock
	@$(PIN) $(UPGRADE) --group synapse -o requirements-synapse.lock

wheel: setup ## Build the wheel into dist/
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean: ## Remove what a run leaves behind, the virtual environment too
	@rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis $(VENV)

# --- Virtual environment ------------------------------------------------------------------------
# `demo` and `chat` need the runtime only; everything else needs the tools too. Both locks agree, so
# that the second installation completes the first.

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# One distribution of the lock is source only (atomicwrites, which matrix-nio needs): what builds it is installed first,
# from the same lock, so that nothing comes without its hash.
$(VENV)/.ready: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what the bot needs into $(VENV)…" >&2
	@sed -n '/^setuptools==/,/[^\\]$$/p' requirements.lock > $(VENV)/builder.lock
	@$(PIP) install --require-hashes -r $(VENV)/builder.lock
	@$(PIP) install --require-hashes --no-build-isolation --use-pep517 -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q bot handlers scheduler storage
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready | $(BIN)/python
	@echo "Installing the tools into $(VENV)…" >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The Matrix homeserver of the tests, apart from ours: tests/synapse looks for it here.
$(SYNAPSE)/.ready: requirements-synapse.lock | $(BIN)/python
	@echo "Installing the homeserver of the tests into $(SYNAPSE)…" >&2
	@test -x $(SYNAPSE)/bin/python || $(BIN)/python -m venv $(SYNAPSE)
	@$(SYNAPSE)/bin/python -m pip --disable-pip-version-check --quiet install --only-binary :all: --require-hashes -r requirements-synapse.lock
	@touch $@

# The bots that `make bench` compares with, apart from ours: benchmarks/bots.py looks for them here.
$(PEERS)/.ready: requirements-bench.lock | $(BIN)/python
	@echo "Installing the peers of the benchmarks into $(PEERS)…" >&2
	@test -x $(PEERS)/bin/python || $(BIN)/python -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-bench.lock
	@touch $@
