"""The spaCy component `nuggets_sentences`: the ends of the program, on any pipeline's tokens."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from nuggets.sentences.component import mark_sentences
from nuggets.sentences.splitter import split_sentences
from tests.builders import spoken
from tests.sentences.strategies import said

REPOSITORY = Path(__file__).resolve().parents[2]
NAME = "nuggets_sentences"

UNMARKED = (
    "so we built the plant down at the harbor because the water keeps its heat in winter okay but "
    "then the pumps broke and nobody had told us that salt eats steel so we ordered titanium"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A blank pipeline with the component alone."""
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)
    return nlp


def sentences(nlp: Language, text: str) -> list[str]:
    """Give the sentences of a text as spaCy has them."""
    return [sent.text.strip() for sent in nlp(text).sents]


def test_sentences_end_as_in_talk(nlp: Language) -> None:
    """Abbreviations, ellipses and names of code end none, which spaCy's sentencizer believes."""
    text = "So, uh... I met Dr. Lee at os.Exit() in the U.S. Government. Right? right. It held."
    expected = [
        "So, uh... I met Dr. Lee at os.Exit() in the U.S. Government.",
        "Right? right.",
        "It held.",
    ]
    assert sentences(nlp, text) == expected


def test_talk_without_marks_has_sentences(nlp: Language) -> None:
    """As for the program, words that open sentences tell where they end."""
    found = sentences(nlp, UNMARKED)
    assert len(found) > 1
    assert found == [one.text for one in split_sentences(spoken([(None, UNMARKED)]))]


@settings(deadline=None)
@given(said | st.text(max_size=40))
def test_sentences_start_where_those_of_the_program_do(nlp: Language, text: str) -> None:
    """All text is kept; a sentence that starts within a token of spaCy starts with the next."""
    text = text.encode("utf-8", "ignore").decode()
    doc = mark_sentences(nlp.make_doc(text))
    assert doc.text == text
    program = [one.start for one in split_sentences(spoken([(None, text)]))] if text.strip() else []
    expected = {min((t.i for t in doc if t.idx >= start), default=0) for start in program}
    assert {t.i for t in doc if t.is_sent_start} - {0} == expected - {0}


def test_spacy_finds_it_by_its_entry_point(tmp_path: Path) -> None:
    """Who installs the package needs no import of it: the entry point of pyproject is enough."""
    points = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"][
        "entry-points"
    ]["spacy_factories"]
    assert list(points) == [NAME]
    info = tmp_path / "entry_point_of_a_test-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: entry-point-of-a-test\nVersion: 1\n", "utf-8")
    rows = "".join(f"{name} = {target}\n" for name, target in points.items())
    (info / "entry_points.txt").write_text(f"[spacy_factories]\n{rows}", "utf-8")
    script = (
        f"import sys; sys.path[:0] = [{str(REPOSITORY)!r}, {str(tmp_path)!r}]; import spacy; "
        f"nlp = spacy.blank('en'); nlp.add_pipe({NAME!r}); "
        "print([sent.text for sent in nlp('We met Dr. Lee. It held.').sents])"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == "['We met Dr. Lee.', 'It held.']"
