# The commands people type. `make` alone lists them. Settings go along: make run PORT=9000 DEMO=0
.DEFAULT_GOAL := help
.PHONY: help run test check build bench setup translations clean
.NOTPARALLEL:

# The Python that .venv is made with: $PYTHON, else the first usable of python3.14 to python3.11 and python3. A .venv that
# is there keeps its own until $PYTHON names another.
FIND_PYTHON := tools/find-python.sh
VENV := .venv/bin/python
SETUP = @python=$$($(FIND_PYTHON)) && $$python tools/setup.py
ARGS ?=
export PYTHON

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run: ## Set up, bring the database up to date (with the demo, unless DEMO=0) and serve at http://127.0.0.1:8000 (PORT=…)
	$(SETUP) run
	@$(VENV) -m partnerships.cli.serve --prepare --end-with-parent

test: ## Set up and run all tests; a part of them: make test ARGS="tests/views -k visits"
	$(SETUP) test
	@CHROME_PATH="$$(cat .setup/chrome-path)" $(VENV) -m pytest -n auto $(ARGS)

check: ## Lint, format, types, layers, translations, templates; a part of them: make check ARGS="lint types"
	$(SETUP) check
	@$(VENV) tools/check.py $(ARGS)

build: ## Build style sheets, scripts, fonts and translations where their sources have changed
	$(SETUP) run

bench: ## Measure, beside peers; a part of it: make bench ARGS="lists PAIRS=list.csv"
	$(SETUP) test
	@$(VENV) -m benchmarks $(ARGS)

setup: ## Set up everything for development without starting anything
	$(SETUP) test

translations: ## Bring the catalogue up to date with the messages in the code, keeping what is translated
	$(SETUP) check
	@$(VENV) tools/translations.py update

clean: ## Remove all that these commands made; the installation's own data in instance/ stays
	rm -rf .venv .setup node_modules static/dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache test-results
	find partnerships tests tools benchmarks \( -name __pycache__ -o -name '*.mo' \) -prune -exec rm -rf {} +
