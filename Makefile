# The project's commands. They need Python 3.11 or newer and make; the rest goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
UV := .venv/uv

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Else Material advertises its successor before every build.
export NO_MKDOCS_2_WARNING := 1

.SILENT:
.PHONY: site serve check register demo test matrix audit soak trees pictures bench search-eval forms-eval mutate lock clean

site: .venv/.site
	$(BIN)/mkdocs build

serve: .venv/.site
	$(BIN)/mkdocs serve

check: .venv/.site
	$(BIN)/python hooks/disclose.py check --notices

# What readers see from now on; a later change needs a correction.
register: .venv/.site
	$(BIN)/python hooks/disclose.py register

# The demonstration county, on http://127.0.0.1:8000/ until Ctrl+C.
demo: .venv/.site
	rm -rf .demo
	mkdir .demo
	cp -R tests/sites/demo-county/. mkdocs.yml .demo
	ln -s ../hooks .demo/hooks
	cd .demo && ../$(BIN)/mkdocs build
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory .demo/site 8000

test: .venv/.tests
	$(BIN)/python tests/chromium.py
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/pytest

# Every kind of page in every palette, width, size of type, by keyboard and without scripts; twenty minutes.
matrix: .venv/.tests
	$(BIN)/python tests/chromium.py
	$(BIN)/pytest -m matrix

# IBM Equal Access, the Nu checker, Lighthouse: Node.js and Java come as wheels, their packages from the npm lock.
audit: .venv/.audit
	$(BIN)/python tests/chromium.py
	$(BIN)/python tests/audit/audit.py

# Thousands of cases for every property, all queries, every page of both sites in every state; two hours or so.
soak: .venv/.tests
	$(BIN)/python tests/chromium.py
	$(BIN)/pytest --hypothesis-profile=soak -m 'soak or hypothesis'
	$(BIN)/python tests/audit/soak.py

# The accessibility trees that tests compare with, written anew: read the difference like code.
trees: .venv/.tests
	$(BIN)/python tests/audit/trees.py

# The key pages at three widths, in every palette and in print, in .pictures/.
pictures: .venv/.tests
	$(BIN)/python tests/audit/pictures.py

bench: .venv/.tests
	$(BIN)/python tests/bench/bench.py

search-eval: .venv/.rivals
	$(BIN)/python tests/search/evaluate.py

# What the scanner and the parsers make of a folder of texts and Word files: make forms-eval TEXTS=DIR
forms-eval: .venv/.tests
	$(BIN)/python tests/forms/evaluate.py $(TEXTS)

mutate: .venv/.tests
	$(BIN)/python tests/mutation/mutate.py

# Made anew whenever the lock changes, so that nothing stays which the lock no longer names.
.venv/.site: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		'需要 Python 3.11 或更新版本，例如：make PYTHON=python3.12 · Python 3.11 or newer is needed.' >&2; exit 1; }
	echo '正在安装 requirements.txt 到 .venv · Installing into .venv'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --require-hashes --requirement $<
	touch $@

.venv/.tests: tests/requirements.txt .venv/.site
	echo '正在安装 tests/requirements.txt 到 .venv · Installing into .venv'
	$(BIN)/pip install --quiet --require-hashes --requirement $<
	touch $@

# Apart from the rest, since Material reads pages differently where jieba is at hand.
.venv/.rivals: tests/search/rivals.txt .venv/.tests
	echo '正在安装 tests/search/rivals.txt 到 .venv/rivals · Installing into .venv/rivals'
	$(BIN)/python -m venv --clear .venv/rivals
	.venv/rivals/bin/pip install --quiet --require-hashes --requirement requirements.txt --requirement $<
	touch $@

.venv/.audit: tests/audit/requirements.txt tests/audit/package-lock.json .venv/.tests
	echo '正在安装 tests/audit/requirements.txt 和 package-lock.json 到 .venv · Installing into .venv'
	$(BIN)/pip install --quiet --require-hashes --requirement $<
	$(BIN)/python tests/audit/tools.py
	touch $@

# Moves only what the .in files ask for; delete a lock first to have everything newest.
# 3.11.0 is the oldest Python that a lock must fit: Debian 12 has 3.11.2, where the newest of some packages won't do.
lock: COMPILE := $(UV)/bin/uv pip compile --quiet --no-config --universal --python-version 3.11.0 \
	--generate-hashes --custom-compile-command 'make lock'
lock:
	$(PYTHON) -m venv --clear $(UV)
	$(UV)/bin/pip install --quiet uv==0.13.9
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) tests/requirements.in --constraint requirements.txt --output-file tests/requirements.txt
	$(COMPILE) tests/search/rivals.in --constraint requirements.txt --output-file tests/search/rivals.txt
	$(COMPILE) tests/audit/requirements.in --constraint tests/requirements.txt --output-file tests/audit/requirements.txt
	$(UV)/bin/pip install --quiet --require-hashes --requirement tests/audit/requirements.txt
	$(UV)/bin/python tests/audit/tools.py lock
	rm -rf $(UV)

clean:
	rm -rf .venv site .site.stage .demo .pictures .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find hooks tests -type d -name __pycache__ -prune -exec rm -rf {} +
