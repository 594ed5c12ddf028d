"""Talks and gold as they stand in the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nuggets.errors import DatasetError, NuggetsError, OptionError, TranscriptError
from nuggets.evaluate.datasets import Span, list_documents, read_document
from nuggets.evaluate.limits import Kind
from nuggets.sentences.splitter import split_sentences
from tests.evaluate.corpora import ACTS, QUESTIONS, SPEECHES, write_ami, write_qmsum


def test_the_gold_of_qmsum_is_the_entries_of_its_spans(tmp_path: Path) -> None:
    """Each gold range is, in the source, the JSON of exactly the entries that are marked."""
    write_qmsum(tmp_path, "one", "two")
    for path in list_documents(tmp_path):
        document = read_document(path, "queries")
        assert [query.text for query in document.queries] == [text for text, _, _ in QUESTIONS]
        for query, (_, answer, spans) in zip(document.queries, QUESTIONS, strict=True):
            marked = [SPEECHES[i] for a, b in spans for i in range(int(a), int(b) + 1)]
            cut = [json.loads(document.transcript.source[a:b]) for a, b in query.gold or ()]
            assert [(entry["speaker"], entry["content"]) for entry in cut] == marked
            assert query.reference == answer


def test_the_sentences_inside_are_those_of_the_marked_turns(tmp_path: Path) -> None:
    """A sentence of a marked turn lies wholly in the gold, any other not at all."""
    document = read_document(write_qmsum(tmp_path) / "Bed001.json", "queries")
    said = split_sentences(document.transcript)
    gold = document.queries[0].gold or ()
    within = [s.text for s in said if any(a <= s.start and s.end <= b for a, b in gold)]
    assert within == [SPEECHES[1][1], SPEECHES[2][1]]


def test_topics_and_the_whole(tmp_path: Path) -> None:
    """Topics are queries without a reference; the whole talk has their ranges and a summary."""
    path = write_qmsum(tmp_path) / "Bed001.json"
    topics = read_document(path, "topics").queries
    (whole,) = read_document(path, "whole").queries
    assert [topic.text for topic in topics] == ["the rubber case", "energy", "voice recognition"]
    assert {topic.reference for topic in topics} == {None}
    assert (whole.text, whole.gold) == (None, None)
    assert whole.topics == tuple(topic.gold for topic in topics)
    assert whole.reference == "A rubber case. A kinetic battery."


def test_acts_become_a_talk_in_the_order_of_time(tmp_path: Path) -> None:
    """Acts of AMI are joined into turns by speaker, in the order in which they begin."""
    document = read_document(write_ami(tmp_path) / "ES2001a.da", "queries")
    turns = [(turn.speaker, turn.text) for turn in document.transcript.turns]
    assert turns == [
        ("PM A", ACTS[0][6]),
        ("ID B", f"{ACTS[1][6]} {ACTS[2][6]}"),
        ("PM A", ACTS[3][6]),
        ("UI C", ACTS[4][6]),
        ("ID B", ACTS[5][6]),
    ]
    assert document.transcript.duration_ms == 11000


def test_a_sentence_of_the_abstract_with_three_links_is_a_query(tmp_path: Path) -> None:
    """Its gold is the acts that support it, to the character; one with fewer links is none."""
    document = read_document(write_ami(tmp_path) / "ES2001a.da", "queries")
    (query,) = document.queries
    source = document.transcript.source
    assert query.text == query.reference == "The group chose rubber."
    assert [source[a:b] for a, b in query.gold or ()] == [ACTS[i][6] for i in (1, 2, 5)]


def test_the_whole_of_ami_is_its_extract_and_abstract(tmp_path: Path) -> None:
    """Without a focus the gold is the human extract, and the reference the abstract."""
    document = read_document(write_ami(tmp_path) / "ES2001a.da", "whole")
    (query,) = document.queries
    source = document.transcript.source
    extract = [act[6] for act in ACTS if act[5] == "+1"]
    assert [source[a:b] for a, b in query.gold or ()] == extract
    assert query.reference == "The group chose rubber.\nOne wants wood."
    assert all(isinstance(span, Span) for span in query.gold or ())


def test_speech_recognition_is_not_read(tmp_path: Path) -> None:
    """Of AMI's files those of manual transcripts alone are documents; a file may stand alone."""
    folder = write_ami(tmp_path)
    assert [path.name for path in list_documents(folder)] == ["ES2001a.da"]
    assert list_documents(folder / "ES2001a.da") == [folder / "ES2001a.da"]


def test_acts_have_no_topics(tmp_path: Path) -> None:
    """Asking AMI for topics is wrong usage."""
    with pytest.raises(OptionError, match="no topics"):
        read_document(write_ami(tmp_path) / "ES2001a.da", "topics")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("{}", TranscriptError),
        ('{"meeting_transcripts": [{"speaker": "A", "content": "Hi."}]}', DatasetError),
        ('{"meeting_transcripts": [], "specific_query_list": []}', TranscriptError),
        ("", TranscriptError),
    ],
)
def test_a_file_of_another_shape_is_named(
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
def test_a_query_of_another_shape_is_named(
    key: str, place: str, value: object, tmp_path: Path
) -> None:
    """A query, an answer or a span that is none is an error that says where it stands."""
    good = {"query": "rubber", "topic": "rubber", "answer": "Yes.", SPANS: [["1", "2"]]}
    folder = write_qmsum(tmp_path / "meetings", **{key: [good, good | {place: value}]})
    kind: Kind = "topics" if key == "topic_list" else "queries"
    with pytest.raises(DatasetError, match=f'"{key}", item 2: "{place}"'):
        read_document(folder / "Bed001.json", kind)


def test_a_span_ends_with_the_meeting(tmp_path: Path) -> None:
    """Entries beyond the last one cost nothing, however many a span claims."""
    topic = {"topic": "rubber", SPANS: [[9, 999_999_999], [10**18, 10**19]]}
    folder = write_qmsum(tmp_path / "meetings", topic_list=[topic])
    (query,) = read_document(folder / "Bed001.json", "topics").queries
    assert len(query.gold or ()) == 2


@pytest.mark.parametrize(
    "line",
    [
        "a\tnan\t1\tA\tPM\t\t\t\tHi",
        "a\t1\tinf\tA\tPM\t\t\t\tHi",
        "a\tb\tc",
        "a\t-1\t1\t\t\t\t\t\tHi",
    ],
)
def test_an_act_without_times_is_named(line: str, tmp_path: Path) -> None:
    """A time that is no number of seconds, or a column that is missing, is named with its line."""
    (tmp_path / "x.da").write_text(f"\n{line}\n")
    with pytest.raises(DatasetError, match="line 2"):
        read_document(tmp_path / "x.da", "whole")


def test_times_of_any_precision_are_read(tmp_path: Path) -> None:
    """AMI writes some seconds with as many digits as a float has."""
    (tmp_path / "x.da").write_text("a.1\t2030.107\t2030.7069999999999\tA\tPM\tass\t+1\t0\tYes.\n")
    assert read_document(tmp_path / "x.da", "whole").transcript.duration_ms == 2030707


def test_what_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    """Bytes that are no text are an error of the data set, of the abstract too."""
    folder = write_ami(tmp_path)
    (folder / "ES2001a.abstract").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(DatasetError, match="UTF-8"):
        read_document(folder / "ES2001a.da", "whole")


def test_a_line_of_acts_that_breaks_off_is_named(tmp_path: Path) -> None:
    """A line with too few columns is an error that names the file."""
    (tmp_path / "x.da").write_text("a.1\t0.5\t1.0\n")
    with pytest.raises(DatasetError, match="line 1") as caught:
        read_document(tmp_path / "x.da", "whole")
    assert any("x.da" in note for note in caught.value.__notes__)


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_a_data_set_is_an_error(name: str, tmp_path: Path) -> None:
    """A missing folder, or one without such files, is an error that says what is expected."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetError, match=r"\.da"):
        list_documents(tmp_path / name)
