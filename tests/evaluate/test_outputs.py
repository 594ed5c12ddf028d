"""Somebody else's answers: read, refused with a line number, found in the talk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nuggets.errors import OutputsError
from nuggets.evaluate.datasets import read_document
from nuggets.evaluate.measures import FOREIGN
from nuggets.evaluate.outputs import Given, Locator, read_outputs
from nuggets.evaluate.talk import Talk
from tests.evaluate.corpora import SPEECHES, write_qmsum


@pytest.fixture
def spoken(tmp_path: Path) -> Talk:
    """The made-up meeting."""
    return Talk(read_document(write_qmsum(tmp_path / "set") / "Bed001.json", "queries"))


def words_of(spoken: Talk, sentence: int) -> tuple[int, ...]:
    """Indices of the words of a sentence."""
    return tuple(range(spoken.starts[sentence], spoken.starts[sentence + 1]))


def sentence_with(spoken: Talk, word: str) -> int:
    """Index of the first sentence with a word."""
    return next(i for i, text in enumerate(spoken.texts) if word in text)


def test_each_sentence_is_found_where_it_stands(spoken: Talk) -> None:
    """A sentence copied from the source is found at its own words."""
    for sentence in spoken.sentences:
        if spoken.words[sentence.index] > 1:
            found = Locator(spoken).locate((sentence.text,))
            assert found.words == words_of(spoken, sentence.index)


def test_a_passage_over_sentences_is_found(spoken: Talk) -> None:
    """A whole turn given as one text is found, white space and spelling folded."""
    found = Locator(spoken).locate(
        ("Welcome  everybody to the\nmeeting. We have a lot to do today.",)
    )
    assert found.words == words_of(spoken, 0) + words_of(spoken, 1)


def test_a_part_of_a_sentence_is_found_by_whole_words(spoken: Talk) -> None:
    """An excerpt without its full stop is found; one that cuts a word is not."""
    at = sentence_with(spoken, "Tuesday")
    found = Locator(spoken).locate(("we meet again next Tuesday at nine in the morning",))
    assert set(found.words) < set(words_of(spoken, at))
    assert len(found.words) == 10
    assert Locator(spoken).locate(("eet again",)).words == (FOREIGN, FOREIGN)


def test_the_same_words_said_twice_are_found_in_order(spoken: Talk) -> None:
    """A repeated text is looked for behind the one before it."""
    first, second = (i for i, text in enumerate(spoken.texts) if text == "Yeah.")
    found = Locator(spoken).locate(("Yeah.", "Yeah."))
    assert found.words == words_of(spoken, first) + words_of(spoken, second)


def test_a_range_of_the_source_is_its_words(spoken: Talk) -> None:
    """Start and end as `nuggets --format json` gives them are the sentence's words."""
    for sentence in spoken.sentences:
        if not spoken.words[sentence.index]:
            continue  # nothing but a stage direction
        found = Locator(spoken).locate((sentence.start, sentence.end))
        assert found.words == words_of(spoken, sentence.index)
        assert found.texts == (spoken.texts[sentence.index],)
    assert Locator(spoken).locate((0, 1)).words == (FOREIGN,)


def test_what_is_not_said_is_foreign(spoken: Talk) -> None:
    """Words that the talk does not have in that order count, but nowhere."""
    found = Locator(spoken).locate(("The case needs rubber",))
    assert found.words == (FOREIGN,) * 4
    given = Given((("The case needs rubber",), (SPEECHES[2][1],)), None)
    answer = Locator(spoken).answer(given, has_nuggets=True, count=10)
    assert answer.located == pytest.approx(12 / 16)


def test_no_line_is_an_empty_answer(spoken: Talk) -> None:
    """Without a line nothing is printed, and only so many nuggets are read as are allowed."""
    locator = Locator(spoken)
    assert locator.answer(None, has_nuggets=True, count=1).printed == ()
    summaries = locator.answer(None, has_nuggets=False, count=1)
    assert (summaries.printed, summaries.summary) == (None, ())
    many = locator.answer(Given((("a",), ("b",)), None), has_nuggets=True, count=1)
    assert len(many.printed or ()) == 1


def test_lines_are_read_by_document_and_query(tmp_path: Path) -> None:
    """Each shape of a nugget is read; blank lines are passed over; white space is folded."""
    path = tmp_path / "mine.jsonl"
    lines = [
        {
            "document": "A",
            "query": "the  case?",
            "nuggets": [["x", "y"], "z", {"start": 1, "end": 9}],
        },
        {"document": "A", "summary": "In short."},
    ]
    path.write_text("\n\n".join(map(json.dumps, lines)), "utf-8")
    outputs = read_outputs(path)
    assert outputs.find("A", "the case?") == Given((("x", "y"), ("z",), (1, 9)), None)
    assert outputs.find("A", None) == Given(None, "In short.")
    assert outputs.find("B", None) is None
    assert (outputs.name, outputs.has_nuggets) == ("mine.jsonl", True)
    assert set(outputs.of("B").given) == set()


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"nuggets": []}',
        '{"document": 1, "nuggets": []}',
        '{"document": "A", "query": 1, "nuggets": []}',
        '{"document": "A"}',
        '{"document": "A", "nuggets": "x"}',
        '{"document": "A", "nuggets": [1]}',
        '{"document": "A", "nuggets": [["x", 1]]}',
        '{"document": "A", "nuggets": [{"start": 3, "end": 3}]}',
        '{"document": "A", "nuggets": [{"start": true, "end": 3}]}',
        '{"document": "A", "summary": 3}',
        '{"document": "A", "query": null, "nuggets": []}',
    ],
)
def test_a_malformed_line_is_named_by_its_number(line: str, tmp_path: Path) -> None:
    """A line of another shape, or about what an earlier one is about, is refused by its number."""
    path = tmp_path / "mine.jsonl"
    path.write_text('{"document": "A", "nuggets": []}\n\n' + line + "\n", "utf-8")
    with pytest.raises(OutputsError, match=r"mine\.jsonl: line 3: "):
        read_outputs(path)


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    """A missing file, one that is no text and one without lines are each one error."""
    (tmp_path / "binary").write_bytes(b"\xff\xfe\xfa")
    (tmp_path / "empty").write_bytes(b"\n")
    for name in ("missing", "binary", "empty"):
        with pytest.raises(OutputsError, match=name):
            read_outputs(tmp_path / name)
