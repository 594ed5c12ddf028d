"""QMSum's meetings: queries, topics and gold as they stand in the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nuggets.errors import DatasetError, NuggetsError, TranscriptError
from nuggets.evaluate.datasets import list_documents, read_document
from nuggets.evaluate.settings import QueryKind
from nuggets.sentences.splitter import split_sentences
from tests.evaluate.corpora import QUESTIONS, SPEECHES, write_qmsum


def test_gold_spans_are_the_annotated_turns(tmp_path: Path) -> None:
    """Each gold span is, in the source, the JSON of exactly the entries that are marked."""
    write_qmsum(tmp_path, "one", "two")
    for path in list_documents(tmp_path):
        document = read_document(path, "queries")
        assert [query.text for query in document.queries] == [text for text, _, _ in QUESTIONS]
        for query, (_, answer, spans) in zip(document.queries, QUESTIONS, strict=True):
            marked = [SPEECHES[i] for a, b in spans for i in range(int(a), int(b) + 1)]
            cut = [json.loads(document.transcript.source[a:b]) for a, b in query.gold or ()]
            assert [(entry["speaker"], entry["content"]) for entry in cut] == marked
            assert query.reference == answer


def test_gold_sentences_are_those_of_the_marked_turns(tmp_path: Path) -> None:
    """A sentence of a marked turn lies wholly in the gold, any other not at all."""
    document = read_document(write_qmsum(tmp_path) / "Bed001.json", "queries")
    said = split_sentences(document.transcript)
    gold = document.queries[0].gold or ()
    within = [s.text for s in said if any(a <= s.start and s.end <= b for a, b in gold)]
    assert within == [SPEECHES[1][1], SPEECHES[2][1]]


def test_topics_and_the_whole(tmp_path: Path) -> None:
    """Topics are queries without a reference; the whole talk has their gold and a summary."""
    path = write_qmsum(tmp_path) / "Bed001.json"
    topics = read_document(path, "topics").queries
    (whole,) = read_document(path, "whole").queries
    assert [topic.text for topic in topics] == ["the rubber case", "energy", "voice recognition"]
    assert {topic.reference for topic in topics} == {None}
    assert (whole.text, whole.gold) == (None, None)
    assert whole.topics == tuple(topic.gold for topic in topics)
    assert whole.reference == "A rubber case. A kinetic battery."


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("{}", TranscriptError),
        ('{"meeting_transcripts": [{"speaker": "A", "content": "Hi."}]}', DatasetError),
        ('{"meeting_transcripts": [], "specific_query_list": []}', TranscriptError),
        ("", TranscriptError),
    ],
)
def test_a_file_of_another_shape_is_reported(
    content: str, error: type[NuggetsError], tmp_path: Path
) -> None:
    """What is not shaped like QMSum is an error that names the file, not a traceback."""
    (tmp_path / "bad.json").write_text(content)
    with pytest.raises(error) as caught:
        read_document(tmp_path / "bad.json", "queries")
    assert "bad.json" in f"{caught.value} {getattr(caught.value, '__notes__', '')}"


SPANS = "relevant_text_span"


@pytest.mark.parametrize(
    ("key", "place", "value"),
    [
        ("specific_query_list", "query", None),
        ("specific_query_list", "query", ["a"]),
        ("specific_query_list", "query", "?!"),
        ("specific_query_list", "answer", 5),
        ("topic_list", "topic", {}),
        ("topic_list", SPANS, None),
        ("topic_list", SPANS, [["1"]]),
        ("topic_list", SPANS, [["-3", "1"]]),
        ("topic_list", SPANS, [[3, 1]]),
        ("topic_list", SPANS, [["1", "two"]]),
        ("topic_list", SPANS, [[True, 2]]),
        ("topic_list", SPANS, [["1", "9" * 5000]]),
    ],
)
def test_a_query_of_another_shape_is_reported(
    key: str, place: str, value: object, tmp_path: Path
) -> None:
    """A malformed query, answer or turn range is an error that says where it is."""
    good = {"query": "rubber", "topic": "rubber", "answer": "Yes.", SPANS: [["1", "2"]]}
    folder = write_qmsum(tmp_path / "meetings", **{key: [good, good | {place: value}]})
    kind: QueryKind = "topics" if key == "topic_list" else "queries"
    with pytest.raises(DatasetError, match=f'"{key}", item 2: "{place}"'):
        read_document(folder / "Bed001.json", kind)


def test_a_turn_range_ends_with_the_meeting(tmp_path: Path) -> None:
    """Turns beyond the last one are ignored at no cost, however many a range claims."""
    topic = {"topic": "rubber", SPANS: [[9, 999_999_999], [10**18, 10**19]]}
    folder = write_qmsum(tmp_path / "meetings", topic_list=[topic])
    (query,) = read_document(folder / "Bed001.json", "topics").queries
    assert len(query.gold or ()) == 2
