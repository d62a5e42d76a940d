# What a newcomer types: `make run`, `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup run test ui check lint types bench evaluate browser docs lock clean
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false
export DAGSTER_HOME ?= $(CURDIR)/.dagster

help:
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: $(VENV)/.installed ## install what the project needs into .venv
$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if v >= (3, 11) else "On Record needs Python 3.11 or newer, and this is %d.%d: make PYTHON=/path/to/python3.11 ..." % v)'
	@echo "setting up $(VENV) (once; a minute or so)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --requirement requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

run: setup ## load seeds/articles, publish, and show what is in the warehouse
	@$(BIN)/onrecord load

test: setup browser ## every test
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --benchmark-disable

ui: setup ## the Dagster UI and its daemon at http://localhost:3000, or at PORT=...
	@PORT=$(or $(PORT),3000) $(BIN)/onrecord prepare
	@$(BIN)/dg dev --port $(or $(PORT),3000)

check: lint types test ## what CI runs

lint: setup ## style
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## types
	@$(BIN)/mypy

bench: setup ## speed, against named baselines
	@$(BIN)/python -m pytest tests -m benchmark_suite -s -o addopts="--import-mode=importlib"

evaluate: setup ## accuracy, on the golden sets
	@$(BIN)/onrecord evaluate

docs: setup ## write down again what tests hold the documents to: the graph, the answers in the README
	@$(BIN)/python -m tests.orchestration.graph
	@$(BIN)/python -m tests.integration.readme

browser: ## the browser that one test drives
	@sh tests/browser/install.sh

lock: ## pin what pyproject.toml asks for
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-annotate --no-header --generate-hashes --group dev pyproject.toml -o requirements.lock

clean: ## remove what was built; the articles and the published warehouse stay
	rm -rf $(VENV) .dagster warehouse/build warehouse/data_docs .mypy_cache .ruff_cache .pytest_cache .hypothesis
