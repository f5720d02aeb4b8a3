# Set-up and tests on a machine with Python 3.11+ and make; with uv installed, uv does the same.
# Each target makes .venv where it is missing or older than what it is made from.

# The first that runs and is new enough; 3.11 is what the pinned versions were tested with.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3 python; do \
  $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
  done)
BIN := .venv/bin
MADE := .venv/made
EXTRAS ?= test
PYTEST_OPTIONS ?=

.PHONY: demo test lint docs images wheel constraints clean

demo: $(MADE)
	$(BIN)/gongbao demo

test: $(MADE)
	$(BIN)/python -m pytest -n 2 $(PYTEST_OPTIONS)

lint: $(MADE)
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: $(MADE)
	$(BIN)/python docs/tables.py

images: $(MADE)
	$(BIN)/python docs/images.py

wheel: $(MADE)
	$(BIN)/pip wheel --no-deps --wheel-dir dist .

# What the index serves today, for a commit of its own when the tests pass with it.
constraints:
	$(PYTHON) -m venv .venv/new
	.venv/new/bin/python -m pip install --quiet -e '.[test,ocr]'
	{ head -1 constraints.txt; .venv/new/bin/python -m pip freeze --exclude-editable; } > .venv/constraints.txt
	mv .venv/constraints.txt constraints.txt
	rm -rf .venv/new

$(MADE): pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'Gongbao needs Python 3.11 or newer with venv: make PYTHON=/path/to/python … · 需要 Python 3.11 以上' >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet -c constraints.txt -e '.[$(EXTRAS)]'
	@touch $(MADE)

clean:
	rm -rf .venv dist build *.egg-info
