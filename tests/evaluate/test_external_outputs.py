"""Outputs of another system: parsed, refused with a line number, located in the talk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nuggets.errors import OutputsError
from nuggets.evaluate.answers import NOT_IN_TALK
from nuggets.evaluate.datasets import read_document
from nuggets.evaluate.evaluated_talk import EvaluatedTalk
from nuggets.evaluate.external_outputs import NuggetLocator, Output, read_outputs
from tests.evaluate.corpora import SPEECHES, write_qmsum


@pytest.fixture
def spoken(tmp_path: Path) -> EvaluatedTalk:
    """The made-up meeting."""
    return EvaluatedTalk(read_document(write_qmsum(tmp_path / "set") / "Bed001.json", "queries"))


def words_of(spoken: EvaluatedTalk, sentence: int) -> tuple[int, ...]:
    """Indices of the words of a sentence."""
    return tuple(range(spoken.word_starts[sentence], spoken.word_starts[sentence + 1]))


def sentence_with(spoken: EvaluatedTalk, word: str) -> int:
    """Index of the first sentence with a word."""
    return next(i for i, text in enumerate(spoken.texts) if word in text)


def test_each_sentence_is_located_at_its_own_words(spoken: EvaluatedTalk) -> None:
    """A sentence copied from the source is found at its own words."""
    for sentence in spoken.sentences:
        if spoken.word_counts[sentence.index] > 1:
            found = NuggetLocator(spoken).locate((sentence.text,))
            assert found.words == words_of(spoken, sentence.index)


def test_a_passage_over_sentences_is_found(spoken: EvaluatedTalk) -> None:
    """A whole turn given as one text is found, white space and spelling folded."""
    found = NuggetLocator(spoken).locate(
        ("Welcome  everybody to the\nmeeting. We have a lot to do today.",)
    )
    assert found.words == words_of(spoken, 0) + words_of(spoken, 1)


def test_a_part_of_a_sentence_is_found_by_whole_words(spoken: EvaluatedTalk) -> None:
    """An excerpt without its full stop is found; one that cuts a word is not."""
    at = sentence_with(spoken, "Tuesday")
    found = NuggetLocator(spoken).locate(("we meet again next Tuesday at nine in the morning",))
    assert set(found.words) < set(words_of(spoken, at))
    assert len(found.words) == 10
    assert NuggetLocator(spoken).locate(("eet again",)).words == (NOT_IN_TALK, NOT_IN_TALK)


def test_a_text_that_is_found_has_its_place_in_the_source(spoken: EvaluatedTalk) -> None:
    """Whole sentences have their spans; of a part of one, it is that of its words."""
    locate = NuggetLocator(spoken).locate
    for sentence in spoken.sentences:
        if spoken.word_counts[sentence.index] > 1:
            assert locate((sentence.text,)).spans == ((sentence.start, sentence.end),)
    text = "we meet again next Tuesday at nine in the morning"
    ((start, end),) = locate((text,)).spans
    assert spoken.document.transcript.source[start:end] == f"{text} ."  # to the end of the sentence
    assert locate(("not said at all",)).spans == ()


def test_repeated_texts_are_located_in_order(spoken: EvaluatedTalk) -> None:
    """A text that occurs twice is located after the text before it."""
    first, second = (i for i, text in enumerate(spoken.texts) if text == "Yeah.")
    found = NuggetLocator(spoken).locate(("Yeah.", "Yeah."))
    assert found.words == words_of(spoken, first) + words_of(spoken, second)


def test_a_span_of_the_source_is_its_words(spoken: EvaluatedTalk) -> None:
    """Start and end as `nuggets --format json` gives them are the sentence's words."""
    for sentence in spoken.sentences:
        if not spoken.word_counts[sentence.index]:
            continue  # nothing but a stage direction
        found = NuggetLocator(spoken).locate(((sentence.start, sentence.end),))
        assert found.words == words_of(spoken, sentence.index)
        assert found.spans == ((sentence.start, sentence.end),)
        assert found.texts == (spoken.texts[sentence.index],)
    assert NuggetLocator(spoken).locate(((0, 1),)).words == (NOT_IN_TALK,)


def test_words_that_the_talk_lacks_are_counted(spoken: EvaluatedTalk) -> None:
    """Words that the talk does not have in that order are `NOT_IN_TALK`."""
    found = NuggetLocator(spoken).locate(("The case needs rubber",))
    assert found.words == (NOT_IN_TALK,) * 4
    given = Output((("The case needs rubber",), (SPEECHES[2][1],)), None)
    answer = NuggetLocator(spoken).to_answer(given, has_nuggets=True, count=10)
    assert answer.located_share == pytest.approx(12 / 16)


def test_no_line_is_an_empty_answer(spoken: EvaluatedTalk) -> None:
    """Without a line the answer is empty; of many nuggets only as many as are allowed are read."""
    locator = NuggetLocator(spoken)
    assert locator.to_answer(None, has_nuggets=True, count=1).nuggets == ()
    summaries = locator.to_answer(None, has_nuggets=False, count=1)
    assert (summaries.nuggets, summaries.summary) == (None, ())
    many = locator.to_answer(Output((("a",), ("b",)), None), has_nuggets=True, count=1)
    assert len(many.nuggets or ()) == 1


def test_lines_are_read_by_document_and_query(tmp_path: Path) -> None:
    """Each shape of a nugget is read; blank lines are skipped; white space is folded."""
    path = tmp_path / "mine.jsonl"
    lines = [
        {
            "document": "A",
            "query": "the  case?",
            "nuggets": [
                *(["x", "y"], "z", {"start": 1, "end": 9}),
                [{"start": 1, "end": 9, "text": "so"}, {"start": 12, "end": 20}],
            ],
        },
        {"document": "A", "summary": "In short."},
    ]
    path.write_text("\n\n".join(map(json.dumps, lines)), "utf-8")
    outputs = read_outputs(path)
    assert outputs.find("A", "the case?") == Output(
        (("x", "y"), ("z",), ((1, 9),), ((1, 9), (12, 20))), None
    )
    assert outputs.find("A", None) == Output(None, "In short.")
    assert outputs.find("B", None) is None
    assert (outputs.name, outputs.has_nuggets) == ("mine.jsonl", True)
    assert set(outputs.for_document("B").by_query) == set()


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
        '{"document": "A", "nuggets": [["x", {"start": 1, "end": 3}]]}',
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
    """A missing file, one that is not text and one without lines are each an error."""
    (tmp_path / "binary").write_bytes(b"\xff\xfe\xfa")
    (tmp_path / "empty").write_bytes(b"\n")
    for name in ("missing", "binary", "empty"):
        with pytest.raises(OutputsError, match=name):
            read_outputs(tmp_path / name)
