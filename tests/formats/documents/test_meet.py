"""Google Meet's documents: summary, transcript, end."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.meet_document import FOOTER, HEAD, LABELLED, NOTES, SAID
from tests.formats.documents.reading import check_all_counted, dialogue, read

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
    """All above the first pair and below the last line of speech is left out."""
    talk = read(TEXT)
    assert talk.format == "meet-docx"
    assert dialogue(talk) == [
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
    assert dialogue(talk)[0] == ("Martin S", "Right. Shall we begin.")
    assert dialogue(talk)[-1] == ("Priya", "Once.")


def test_an_ending_in_another_language_is_left_out() -> None:
    """The line of the end is recognised by its time and place in any language."""
    talk = read(TEXT.replace("Transcription ended after", "Transkription beendet nach"))
    assert dialogue(talk)[-1] == ("Priya", "Once.")


def test_a_text_without_a_pair_is_refused() -> None:
    """The message says what was expected."""
    with pytest.raises(MalformedTranscriptError, match="just HH:MM:SS above"):
        read("Dana: Hi.", format="meet-docx")


def test_a_transcript_without_times_is_read_where_it_says_that_it_is_meets() -> None:
    """A transcript without times is recognised by its disclaimer."""
    talk = read(f"{NOTES}{HEAD}{LABELLED}\nTranscription ended after 00:43:12\n{FOOTER}")
    assert (talk.format, dialogue(talk)) == ("meet-docx", SAID)
    assert {turn.runs[0].start_ms for turn in talk.turns} == {None}


def test_a_line_that_ends_in_a_time_within_the_talk_is_speech() -> None:
    """A line that ends in a time is the end only below the last words."""
    talk = read(f"00:00:00\n{LABELLED}That was at 00:01:00\n{LABELLED}Ended after 00:02:00\n")
    assert "That was at 00:01:00" in talk.turns[5].text
    assert "Ended" not in talk.turns[-1].text
