"""Teams' documents: headers, notices in any language, the older form."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.documents.teams import looks_like_teams
from tests.formats.documents.reading import dialogue, read
from tests.formats.specimens.docx import document, paragraph, run

A, B = "David M", "Eva (External)"


@pytest.mark.parametrize(
    ("opening", "ending"),
    [
        ("started transcription", "stopped transcription"),
        ("hat die Transkription gestartet", "hat die Transkription beendet"),
        ("a démarré la transcription", "a arrêté la transcription"),
        ("が文字起こしを開始しました", "が文字起こしを停止しました"),
    ],
)
def test_notices_are_told_by_their_place(opening: str, ending: str) -> None:
    """A notice in any language is left out as the last line, a sentence is not."""
    text = f"Planning\n{A} {opening}\n\n{A}   0:03\nwe go\nso\n\n{B}   1:00:09\n{A} goes home\n"
    talk = read(f"{text}\n{A} {ending}\n")
    assert dialogue(talk) == [(A, "we go so"), (B, f"{A} goes home")]
    assert [left.reason for left in talk.left_out][-1] == "notice of the meeting"
    assert [turn.runs[0].start_ms for turn in talk.turns] == [3000, 3_609_000]


def test_names_and_times_may_be_paragraphs_of_their_own() -> None:
    """Names and times may be paragraphs of their own; no-break spaces count as blanks."""
    lines = (f"{A}   0:03", "we go", f"{B}\xa0\xa0\xa00:09", "yes")
    assert dialogue(read(document(*(paragraph(run(line)) for line in lines)))) == [
        (A, "we go"),
        (B, "yes"),
    ]


def test_the_older_form_has_ranges() -> None:
    """Unpadded times, a name, words; cues of one speaker are one turn."""
    talk = read(
        "0:0:0.0 --> 0:0:2.5\nDana\nwe\n\n0:0:2.5 --> 0:0:3.52\nDana\ngo\n"
        "0:1:3.4 --> 0:1:4.0\nLee\nso"
    )
    assert talk.format == "teams-docx"
    assert dialogue(talk) == [("Dana", "we go"), ("Lee", "so")]
    times = [(run.start_ms, run.end_ms) for turn in talk.turns for run in turn.runs]
    assert times == [(0, 2500), (2500, 3520), (63_400, 64_000)]
    assert talk.turns[0].time_source == "cue"


def test_two_blanks_are_not_teams() -> None:
    """Two blanks before the time, as Otter's, and a table of contents are not Teams'."""
    assert read("Emma  54:33\nSo we\n\nDan  54:50\nmove").format != "teams-docx"
    assert read("Intro   0:00\nDam   1:00\nFish   2:00\nWe talk of it.").format != "teams-docx"


def test_a_text_without_heads_is_refused() -> None:
    """The message says what was expected."""
    with pytest.raises(MalformedTranscriptError, match="three blanks"):
        read("Dana: Hi.", format="teams-docx")


def test_a_range_without_a_name_is_malformed() -> None:
    """A range without a name is an error, which has the line and quotes nothing."""
    text = f"0:0:0.0 --> 0:0:2.5\nDana\nwe\n\n0:0:2.5 --> 0:0:3.52\n{'hush ' * 30}\nmore"
    with pytest.raises(MalformedTranscriptError, match="line 5: expected the name") as caught:
        read(text)
    assert "hush" not in str(caught.value)


def test_an_index_of_words_is_no_meeting() -> None:
    """Words with page and line after blanks look like headers, but their times do not rise."""
    lines = [f"word{i}   {(37 * i) % 58}:{10 + (11 * i) % 15}\nother things" for i in range(40)]
    assert not looks_like_teams("\n".join(lines))
    assert not looks_like_teams("\n".join(f"word{i}   5{i % 9}:12,21" for i in range(40)))
