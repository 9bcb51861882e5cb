# `make graph` builds the graph of the sample pages, `make test` checks everything; `make` lists the rest.
# Python 3.11 to 3.13 and make are all that must be there. Another Python: make graph PYTHON=/path/to/python3.12

PAGES ?= seeds
OUTPUT ?= output
VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)

BIN := $(VENV)/bin
EXPLORER := kg/views/explorer
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# $(call debian,PACKAGE): installs a system package where that can be done without asking, else says what is missing.
debian = if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	then echo "installing $(1)"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) >/dev/null; \
	else echo "$(1) is missing; on Debian and Ubuntu: sudo apt-get install $(1)"; fi

.PHONY: help graph test check lint types pytest tools followthemoney wheel docs notebooks explorer check-explorer fonts picture learn quality benchmark lock clean

help:
	@echo "make graph    build $(OUTPUT)/graph.ttl and $(OUTPUT)/network.html from the pages in $(PAGES)/"
	@echo "make test     install what the tests need, then lint, types and every test"
	@echo "make check    lint and types only"
	@echo "make wheel    build dist/kg-*.whl"
	@echo "make docs     build the documentation site: open build/site/index.html"
	@echo "make notebooks  run the notebooks and keep their results"
	@echo "make explorer  build kg/views/assets/explorer.js from kg/views/explorer (needs Node 20 or newer)"
	@echo "make picture  renew docs/explorer-*.png from $(OUTPUT)/network.html"
	@echo "make learn    train tagger, weights and confidence on the annotated pages (about ten minutes)"
	@echo "make quality  measure, and renew docs/quality.md (about ten minutes)"
	@echo "make benchmark  measure speed and memory beside named peers"
	@echo "make lock     renew the lock files requirements*.lock from pyproject.toml"
	@echo "make clean    remove everything that the other commands made, results included"

graph: $(VENV)/.run
	@$(BIN)/kg build $(PAGES) -o $(OUTPUT)

test: check tools check-explorer pytest

check: lint types

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

pytest: $(VENV)/.test followthemoney
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

tools:
	@missing=; \
	for b in chromium chromium-browser google-chrome google-chrome-stable; do command -v $$b && break; done >/dev/null || missing=chromium; \
	command -v rapper >/dev/null || missing="$$missing raptor2-utils"; \
	command -v serdi >/dev/null || missing="$$missing serdi"; \
	command -v npm >/dev/null || missing="$$missing npm"; \
	test -z "$$missing" || { $(call debian,$$missing); }

# Its PyICU is built from source: without g++, pkg-config and libicu-dev the tests that need the package are skipped.
followthemoney: $(VENV)/.test
	@if ! pkg-config --exists icu-i18n 2>/dev/null || ! { $(MAKE) -s $(VENV)/.followthemoney; }; then \
		echo "followthemoney cannot be installed (it needs g++, pkg-config and libicu-dev): its tests are skipped"; fi

$(VENV)/.followthemoney: $(VENV)/.test requirements-followthemoney.lock
	@$(PIP) install --require-hashes -r requirements-followthemoney.lock
	@touch $@

explorer: $(EXPLORER)/node_modules/.package-lock.json
	@cd $(EXPLORER) && npm run --silent build

# The committed script must be what its source gives.
check-explorer: tools $(EXPLORER)/node_modules/.package-lock.json
	@cd $(EXPLORER) && npm run --silent types && npm run --silent format && npm test --silent
	@cd $(EXPLORER) && node build.mjs node_modules/.explorer.js && cmp node_modules/.explorer.js ../assets/explorer.js \
		|| { echo "kg/views/assets/explorer.js is not what kg/views/explorer gives: run make explorer"; exit 1; }

$(EXPLORER)/node_modules/.package-lock.json: $(EXPLORER)/package-lock.json
	@echo "installing what the explorer is built with into $(EXPLORER)/node_modules (once)"
	@cd $(EXPLORER) && npm ci --silent
	@touch $@

wheel: $(VENV)/.test
	$(BIN)/python -m build --no-isolation --wheel

docs: $(VENV)/.test graph
	@$(BIN)/python -m docs.site $(OUTPUT)/graph.ttl build/site
	@echo "build/site/index.html: open it in a browser"

notebooks: $(VENV)/.test graph
	$(BIN)/python -m tests.run_notebooks

fonts:
	@fc-list :lang=zh 2>/dev/null | grep -q . || { $(call debian,fonts-wqy-microhei); }

picture: $(VENV)/.test graph fonts
	$(BIN)/python -m tests.views.screenshot $(OUTPUT)/network.html docs

learn: $(VENV)/.test
	$(BIN)/python -m kg.training learn

quality: $(VENV)/.test
	$(BIN)/python -m kg.training quality

benchmark: $(VENV)/.benchmark
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.identity
	$(BIN)/python -m benchmarks.explorer
	$(BIN)/python -m benchmarks.sparql

# The stamps: an environment is made once, and again when a lock or the package's own metadata changes.
$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11, 3.12 or 3.13 found: install one, or name it: make PYTHON=/path/to/python"; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { \
		$(call debian,python3-venv); $(PYTHON) -m venv --clear $(VENV); }
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements.lock pyproject.toml
	@echo "installing what kg needs into $(VENV) (once)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements-test.lock
	@echo "installing what the tests need into $(VENV) (once)"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

$(VENV)/.benchmark: $(VENV)/.test requirements-benchmark.lock
	@echo "installing what the benchmarks need into $(VENV) (once)"
	@$(PIP) install --require-hashes -r requirements-benchmark.lock
	@touch $@

# One lock for every Python and system: uv resolves them together and marks what only some of them need.
COMPILE = .lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock' --quiet --upgrade

lock:
	@$(PYTHON) -m venv --clear .lock && .lock/bin/python -m pip --disable-pip-version-check -qq install 'uv>=0.5,<1'
	@$(COMPILE) --group build --output-file requirements.lock
	@$(COMPILE) --group build --group test --constraint requirements.lock --output-file requirements-test.lock
	@$(COMPILE) --group build --group benchmark --constraint requirements-test.lock --output-file requirements-benchmark.lock
	@$(COMPILE) --group build --extra followthemoney --constraint requirements-test.lock \
		--output-file requirements-followthemoney.lock
	@rm -rf .lock

clean:
	rm -rf $(VENV) $(EXPLORER)/node_modules build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find $(OUTPUT) -type f ! -name README.md -delete
