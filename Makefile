# Most targets call the `noticeboard` command in .venv. Each target first sets up .venv if it is missing or out of
# date. The variables have the names that Pelican's Makefile uses:
#
#   make html INPUTDIR=../texts OUTPUTDIR=../public    build other content
#   make html PELICANOPTS="--today 2026-12-01"         pass options to the command

PY ?= python3
INPUTDIR ?= content
OUTPUTDIR ?= output
CONFFILE ?= pelicanconf.py
PUBLISHCONF ?= publishconf.py
PELICANOPTS ?=
BENCHMARKOPTS ?=
PORT ?= 8000
DISTDIR ?= dist

noticeboard := .venv/bin/noticeboard

# Two targets named together must not set up .venv at the same time.
.NOTPARALLEL:

.PHONY: help
help:
	@echo 'make html       build the site into $(OUTPUTDIR)/'
	@echo 'make serve      show the built site at http://127.0.0.1:$(PORT)/'
	@echo 'make devserver  rebuild and show the site there while you edit, with drafts'
	@echo 'make check      check the content without building'
	@echo 'make publish    build the public site, treat warnings as errors, and check the finished pages'
	@echo 'make catalogues update the translations of the interface; NEW=uk adds a language'
	@echo 'make gallery    show every component of the theme with examples at http://127.0.0.1:$(PORT)/'
	@echo 'make dist       build the wheel and the source archive reproducibly'
	@echo 'make clean      remove the files that builds wrote, and no others'
	@echo 'make test       run the tests; make test-long runs the long ones'
	@echo 'make benchmark  compare build times with Pelican and Hugo'
	@echo 'make lint       check the code and the templates'
	@echo 'Variables: PY INPUTDIR OUTPUTDIR CONFFILE PUBLISHCONF PELICANOPTS BENCHMARKOPTS PORT DISTDIR'

.PHONY: html
html: setup
	@$(noticeboard) build "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(CONFFILE)" $(PELICANOPTS)

.PHONY: publish
publish: setup
	@$(noticeboard) build "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s "$(PUBLISHCONF)" --strict $(PELICANOPTS)
	@$(noticeboard) verify "$(OUTPUTDIR)" -s "$(PUBLISHCONF)"

.PHONY: serve
serve: setup
	@$(noticeboard) serve -o "$(OUTPUTDIR)" -s "$(CONFFILE)" --port $(PORT)

.PHONY: devserver
devserver: setup
	@$(noticeboard) serve --watch "$(INPUTDIR)" -s "$(CONFFILE)" --port $(PORT)

.PHONY: check
check: setup
	@$(noticeboard) check "$(INPUTDIR)" -s "$(CONFFILE)"

.PHONY: catalogues
catalogues: setup
	@$(noticeboard) catalogues -s "$(CONFFILE)" $(if $(NEW),--new "$(NEW)")

.PHONY: gallery
gallery: setup
	@.venv/bin/python tools/gallery --port $(PORT)

.PHONY: dist
dist: setup
	@.venv/bin/hatchling build --clean -d "$(DISTDIR)" -t sdist -t wheel

.PHONY: clean
clean: setup
	@$(noticeboard) clean -o "$(OUTPUTDIR)" -s "$(CONFFILE)"

.PHONY: test
test: setup-test
	@.venv/bin/python tools/run_tests.py

.PHONY: test-long
test-long: setup-test-long
	@.venv/bin/python tools/run_tests.py --long

.PHONY: benchmark
benchmark: setup-benchmark
	@.venv/bin/python -m benchmarks.run $(BENCHMARKOPTS)
	@.venv/bin/python -m benchmarks.growth
	@.venv/bin/python -m benchmarks.pictures
	@.venv/bin/python -m benchmarks.multitudes --brief
	@.venv/bin/python -m benchmarks.cluster

.PHONY: lint
lint: setup-dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/djlint --lint --quiet theme/templates

.PHONY: setup
setup:
	@$(PY) tools/setup.py

.PHONY: setup-test
setup-test:
	@$(PY) tools/setup.py --test

.PHONY: setup-test-long
setup-test-long:
	@$(PY) tools/setup.py --test --langid

.PHONY: setup-dev
setup-dev:
	@$(PY) tools/setup.py --dev

.PHONY: setup-benchmark
setup-benchmark:
	@$(PY) tools/setup.py --benchmark
