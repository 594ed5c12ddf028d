"""QMSum's JSON: each entry with words is a turn, placed exactly in the source."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from nuggets.formats.json_family.qmsum import read_entries
from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.formats.talks import TALKS, Said, read, spoken
from tests.processes import SHARED


def write_qmsum(talk: Sequence[Said], *, indent: int | None = 1, ascii_only: bool = True) -> str:
    """QMSum's JSON, with a query that also has a "content"."""
    entries = [{"speaker": said.speaker, "content": said.text} for said in talk]
    meeting = {
        "specific_query_list": [{"query": '"content": "x"', "content": ["\\", {"content": "no"}]}],
        "meeting_transcripts": entries,
        "topic_list": [],
    }
    return json.dumps(meeting, indent=indent, ensure_ascii=ascii_only)


def check_slices(talk: Transcript) -> None:
    """Decoding the slice of each turn, and of each run, gives its text."""
    for turn in talk.turns:
        start, end = turn.locate(0, len(turn.text))
        assert json.loads(f'"{talk.source[start:end]}"', strict=False) == turn.text
        for run in turn.runs:
            part = json.loads(f'"{talk.source[run.start : run.end]}"', strict=False)
            assert part == turn.text[run.at : run.until]


@given(TALKS, st.sampled_from([None, 0, 3]), st.booleans())
def test_what_is_written_is_read_back(
    talk: list[Said], indent: int | None, ascii_only: bool
) -> None:
    """Speakers and texts come back, with escapes and without, whatever the layout."""
    read_back = read(write_qmsum(talk, indent=indent, ascii_only=ascii_only))
    assert read_back.format == "qmsum"
    assert spoken(read_back) == [(said.speaker, said.text) for said in talk]
    check_slices(read_back)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1), st.booleans())
def test_any_content_is_placed_exactly(contents: list[str], ascii_only: bool) -> None:
    """Quotes, backslashes, controls and pairs keep their places; entries keep their numbers."""
    entries = [{"content": text, "speaker": "A"} for text in contents]
    source = json.dumps({"meeting_transcripts": entries}, ensure_ascii=ascii_only)
    numbers = [i for i, text in enumerate(contents) if text.strip()]
    if not numbers:
        with pytest.raises(EmptyTranscriptError):
            read(source)
        return
    talk = read(source)
    assert [turn.text for turn in talk.turns] == [contents[i].strip() for i in numbers]
    assert [entry.number for entry in read_entries(talk.source) if entry.pieces] == numbers
    assert len(talk.left_out) == len(contents) - len(numbers)
    check_slices(talk)


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    """It could not be printed."""
    source = '{"meeting_transcripts": [{"speaker": "A", "content": "a\\ud800b"}]}'
    assert read(source).turns[0].text == "a\ufffdb"


@given(st.integers(0, 400))
def test_json_that_is_cut_is_malformed(cut: int) -> None:
    """The error names the line where it breaks off, and quotes nothing."""
    source = write_qmsum([Said("Secretive", ("hush hush",))] * 3)
    source = source[: source.index("[", source.index("meeting")) + cut]
    try:
        json.loads(source)
    except json.JSONDecodeError:
        with pytest.raises(MalformedTranscriptError) as caught:
            read(source)
        assert caught.value.line is not None
        assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    "source",
    [
        '{"meeting_transcripts": {}}',
        '{"meeting_transcripts": [1]}',
        '{"meeting_transcripts": [{"speaker": "A"}]}',
        '{"meeting_transcripts": [{"speaker": 3, "content": "a"}]}',
        '{"meeting_transcripts": [{"speaker": "A", "content": ["a"]}]}',
        '{"meeting_transcripts": [{"speaker": "A", "content": "a"},]}',
        '{"meeting_transcripts": [], "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"meeting_transcripts": [{"speaker": "A", "content": "a"}]} more',
    ],
)
def test_other_shapes_are_malformed(source: str) -> None:
    """Whatever is not QMSum's shape is refused with its line."""
    with pytest.raises(MalformedTranscriptError):
        read(source)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the data set is not here")
def test_all_meetings_are_read() -> None:
    """All 197 meetings give the entries that json gives, each in its place."""
    files = sorted((SHARED / "data" / "qmsum").glob("*/*.json"))
    assert len(files) == 197
    for file in files:
        data = file.read_bytes()
        entries = json.loads(data)["meeting_transcripts"]
        talk = parse_transcript(data, name=file.name)
        expected = [(e["speaker"].strip(), e["content"].strip()) for e in entries]
        assert spoken(talk) == [(speaker, text) for speaker, text in expected if text]
        check_slices(talk)
