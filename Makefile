# Alongside. `make` alone lists what there is to do; every target works on a fresh clone.
.DEFAULT_GOAL := help
.PHONY: help install run test lint bench check format pictures requirements words access
PYTHON := .venv/bin/python
DEMO ?= 1
export DEMO

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: ## set up .venv, the pinned requirements and the system libraries
	@.ci/install

run: install ## start everything on http://127.0.0.1:8000 with demo schemes (PORT=8001 changes it); Ctrl-C stops it
	@exec $(PYTHON) manage.py serve

test: ## run the whole suite: SQLite always, PostgreSQL and Redis where they can be had
	@exec .ci/test $(TESTS)

lint: ## style, safety rules, migrations, deployment checks, templates
	@exec .ci/lint

bench: ## print the benchmark table
	@.ci/install dev
	@.ci/load-client
	@exec $(PYTHON) -m bench

check: ## what CI runs: lint, then the tests
	@exec .ci/run

format: ## put Python files into the house's format
	@.ci/install dev
	@$(PYTHON) -m ruff check -q --fix . ; $(PYTHON) -m ruff format .

pictures: ## take the README's pictures of the screens afresh
	@.ci/install dev
	@.ci/browser
	@exec $(PYTHON) docs/pictures/take.py

requirements: ## compile requirements*.in into pinned, hashed requirements*.txt
	@.ci/install dev
	@.ci/pin

words: ## gather what the code says into the language files and compile them
	@.ci/install dev
	@DJANGO_SETTINGS_MODULE=mentoring.settings $(PYTHON) -m mentoring.tests.catalog

access: ## write down who meets what at each address (docs/access.txt); it takes some minutes
	@.ci/install dev
	@DJANGO_SETTINGS_MODULE=mentoring.settings_test $(PYTHON) -m mentoring.tests.access_file
