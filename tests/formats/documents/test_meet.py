"""Meet's documents: the summary is never speech, times are as coarse as they are."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.told import check_all_counted, read, told

TEXT = """📝 Notes
Summary
Martin: this is what the machine made of it (00:00:11).
Details
00:12:00 is when they began.

📖 Transcript
00:00:11

Martin S: Right. Shall we begin.
Ada L: Yes: now.
and so on
00:05:00
Ada L's Presentation: the slides.
Priya: Once.
Transcription ended after 00:05:39

This editable transcript was computer generated.
"""


def test_only_the_transcript_is_read() -> None:
    """What stands above the first pair and below the last line of speech is left out."""
    talk = read(TEXT)
    assert talk.format == "meet-docx"
    assert told(talk) == [
        ("Martin S", "Right. Shall we begin."),
        ("Ada L", "Yes: now. and so on"),
        ("Ada L's Presentation", "the slides."),
        ("Priya", "Once."),
    ]
    assert [turn.runs[0].start_ms for turn in talk.turns] == [11_000, 11_000, 300_000, 300_000]
    reasons = {left.reason for left in talk.left_out}
    assert reasons == {"summary", "after the talk"}
    check_all_counted(talk, ["machine", "Details", "began", "editable", "ended", "slides"])


def test_markdown_from_a_document_is_read_alike() -> None:
    """A document downloaded as Markdown has headings and bold names."""
    text = TEXT.replace("00:00:11\n\nMartin S:", "### 00:00:11\n\n**Martin S:**")
    talk = read("# Notes\n" + text.replace("Transcription ended", "### Transcription ended"))
    assert talk.format == "meet-docx"
    assert told(talk)[0] == ("Martin S", "Right. Shall we begin.")
    assert told(talk)[-1] == ("Priya", "Once.")


def test_an_ending_in_another_language_is_left_out() -> None:
    """It is known by its time and its place."""
    talk = read(TEXT.replace("Transcription ended after", "Transkription beendet nach"))
    assert told(talk)[-1] == ("Priya", "Once.")


def test_a_text_without_a_pair_is_refused() -> None:
    """The message says what was expected."""
    with pytest.raises(MalformedTranscriptError, match="just HH:MM:SS above"):
        read("Dana: Hi.", format="meet-docx")
