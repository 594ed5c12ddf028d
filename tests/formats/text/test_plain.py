"""Plain text with labels and times, in all its variations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.reading import parse_transcript
from tests.formats.specimens import texts, texts_timed
from tests.formats.talks import (
    TALKS,
    Said,
    check_nothing_lost,
    check_places,
    joined,
    read,
    spoken,
    time_of,
    timed,
)
from tests.processes import SHARED

Writer: TypeAlias = Callable[[Sequence[Said]], str]


UNTIMED: tuple[Writer, ...] = (
    texts.write_labels,
    texts.write_labels_above,
    texts.write_bold_labels,
    texts.write_chevrons,
)
TIMED: tuple[Writer, ...] = (
    texts_timed.write_times_before,
    texts_timed.write_bare_times_before,
    texts_timed.write_times_after,
    texts_timed.write_rev_inline,
    texts_timed.write_times_after_without_colon,
)
LIKE_REV = TIMED[2:]


@given(
    TALKS, st.sampled_from(UNTIMED + TIMED), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans()
)
def test_what_is_written_is_read_back(
    talk: list[Said], write: Writer, line_end: str, has_bom: bool
) -> None:
    """Speakers and texts come back, whatever the line ends, the mark and the last line end."""
    text = write(timed(talk)).replace("\n", line_end)
    data = text.rstrip().encode("utf-8-sig" if has_bom else "utf-8")
    read_back = parse_transcript(data, name="talk")
    turns = joined(talk) if write in TIMED else talk
    assert spoken(read_back) == [(said.speaker, said.text) for said in turns]
    assert read_back.format == ("rev" if write in LIKE_REV else "plain")
    assert read_back.source == text.rstrip()
    check_places(read_back)
    check_nothing_lost(read_back)


@given(TALKS, st.sampled_from(TIMED))
def test_times_are_read_back(talk: list[Said], write: Writer) -> None:
    """Words have the start time of their label, and no end time."""
    turns = read(write(timed(talk))).turns
    times = [(run.start_ms, run.end_ms) for turn in turns for run in turn.runs]
    assert times == [(time_of(i), None) for i, said in enumerate(talk) for _ in said.paragraphs]
    assert {turn.time_source for turn in turns} == {"turn"}


LINES = st.sampled_from(
    (
        "||Dana: hi|LEE: yes|[0:01:02] x|00:00:05 y|(0:01) z|>> A|>>|- b|> q|ALSO READ: foo|Share|"
        "# H|---|1. a|2. b|3. c|So:|**B:** c|x|Note: n|10:30 works|A: >> B: c|\u2028|\x0c|：|:|(|"
        "[[|Ann  0:05"
    ).split("|")
)


@given(st.lists(LINES, min_size=1, max_size=14))
def test_no_line_is_lost(lines: list[str]) -> None:
    """Whatever is in a file, each run is exact and each line is used or left out."""
    try:
        talk = read("\n".join(lines), format="plain")
    except EmptyTranscriptError:
        return
    check_places(talk)
    check_nothing_lost(talk)


@given(st.text(max_size=200))
def test_no_text_crashes(text: str) -> None:
    """Any text is read with exact places, or is a documented error."""
    try:
        talk = parse_transcript(text.encode(), name="x", format="plain", encoding="utf-8")
    except EmptyTranscriptError:
        return
    check_places(talk)


A, B = "ANNA", "BEN"


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "Dana: Hi.\nLee: Yes.\nDana: Good.",
            [("Dana", "Hi."), ("Lee", "Yes."), ("Dana", "Good.")],
        ),
        ("Dana: Hi.\nLee: Yes.", [("Dana", "Hi."), ("Lee", "Yes.")]),
        ("ANNA: a\n\nb\n\nBEN: c\nd", [(A, "a\n\nb"), (B, "c\nd")]),
        ("ANNA: a.\nANNA: b\nBEN: c", [(A, "a."), (A, "b"), (B, "c")]),
        ("ANNA: a\nANNA: B\nBEN: c", [(A, "a"), (A, "B"), (B, "c")]),
        ("ANNA: a,\n\nANNA: b.\nBEN: c", [(A, "a, b."), (B, "c")]),
        ("**ANNA**: a\n\n**BEN:**\n> c\n> d", [(A, "a"), (B, "c\nd")]),
        (">> ANNA: a >> b\nc\n>> d", [(A, "a"), (None, "b\nc"), (None, "d")]),
        ("- Yeah.\n- No.", [(None, "Yeah."), (None, "No.")]),
        ("- ANNA: a\n- b\n- ANNA: c", [(A, "a"), (None, "b"), (A, "c")]),
        ("ANNA: two:\n- a\n- b\nBEN: c\nANNA: d", [(A, "two:\n- a\n- b"), (B, "c"), (A, "d")]),
        (
            "王伟：你好。\n李娜：好的。\n王伟：嗯",
            [("王伟", "你好。"), ("李娜", "好的。"), ("王伟", "嗯")],
        ),
        ("محمد: مرحبا\nسارة: أهلا", [("محمد", "مرحبا"), ("سارة", "أهلا")]),
        (
            "Q: Age?\nA: 44.\nQ: Name?\nA: No.",
            [("Q", "Age?"), ("A", "44."), ("Q", "Name?"), ("A", "No.")],
        ),
    ],
)
def test_labels(text: str, turns: list[tuple[str | None, str]]) -> None:
    """Labels of every kind begin a turn."""
    talk = read(text)
    assert spoken(talk) == turns
    assert talk.format == "plain"
    check_places(talk)


@pytest.mark.parametrize(
    "text", ["Dana:\nLee:\nDana:\n", "[00:01:02]\n[00:01:05]\n", "**A:**\n**B:**"]
)
def test_labels_without_words_are_an_empty_talk(text: str) -> None:
    """Labels without words are an empty transcript."""
    with pytest.raises(EmptyTranscriptError, match="no words"):
        read(text)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample transcripts are not here")
def test_the_real_podcast() -> None:
    """Two speakers, each label a turn, and the same turns out of the pasted web page."""
    clean, paste = (
        parse_transcript((SHARED / "transcripts" / name).read_bytes(), name=name)
        for name in ("altman.txt", "altman-paste.txt")
    )
    speakers = [turn.speaker for turn in clean.turns]
    assert clean.speakers == ("LEX FRIDMAN", "SAM ALTMAN")
    assert (speakers.count("LEX FRIDMAN"), speakers.count("SAM ALTMAN")) == (254, 251)
    assert len(clean.left_out) == 3
    assert all(clean.source[left.start :].startswith("ALSO READ:") for left in clean.left_out)
    assert spoken(paste) == spoken(clean)
    for talk in (clean, paste):
        check_places(talk)
        check_nothing_lost(talk)
