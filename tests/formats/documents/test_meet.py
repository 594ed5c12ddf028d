"""Meet's documents: the summary is never speech, times are as coarse as they are."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.reading import check_all_counted, read, told

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


NOTES = """📝 Notes
Jun 15, 2026
Tidal power sync
Invited Nora Whitfield Samuel Okafor
Meeting records Transcript

Summary
Samuel Okafor explained that tidal power is predictable, and Nora Whitfield asked about the cost.

Details
Salt and seals: Bearings were gone within eighteen months, as Samuel Okafor said (00:03:05).
Costs: The county lost about four million pounds, according to Samuel Okafor.

Suggested next steps
Nora Whitfield will visit the array.

You should review Gemini's notes to make sure they're accurate.
"""
HEAD = "📖 Transcript\nJun 15, 2026\nTidal power sync - Transcript\n"
SAID = [
    ("Nora Whitfield", "So let's begin with the basics. Why does the tide make sense?"),
    ("Samuel Okafor", "Because it is predictable. You can plan a grid around that."),
    ("Nora Whitfield", "And yet nobody builds it. What is the problem?"),
    ("Samuel Okafor", "The problem is salt. Every bearing was gone within eighteen months."),
    ("Nora Whitfield", "How much did that cost you?"),
    ("Samuel Okafor", "About four million pounds, most of it from the county."),
]
LABELLED = "".join(f"{name}: {said}\n" for name, said in SAID)
FOOTER = (
    "This editable transcript was computer generated and might contain errors. People can also "
    "change the text after it was created.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        NOTES,
        NOTES + HEAD,
        NOTES + HEAD + "00:00:00\n",
        NOTES[: NOTES.index("Details")],
        NOTES[: NOTES.index("Costs")],
        NOTES.replace("Summary\n", "### Summary\n\n").replace("Details\n", "### Details\n\n"),
        "Zusammenfassung\nEs ging um Gezeiten.\n\nVorgeschlagene nächste Schritte\nKeine.\n",
    ],
)
def test_notes_without_the_transcript_are_refused(text: str) -> None:
    """What a machine wrote is nobody's words, wherever the file is cut."""
    with pytest.raises(MalformedTranscriptError, match="Gemini's notes") as caught:
        read(text)
    assert caught.value.line is not None
    assert "Okafor" not in str(caught.value)


def test_a_transcript_of_another_kind_with_a_summary_is_read() -> None:
    """Headings of the same names above the labels of a talk are not the notes alone."""
    talk = read("Summary\nThey talk.\n\nDetails\nAll of it.\n\n" + LABELLED)
    assert (talk.format, told(talk)) == ("plain", SAID)


@pytest.mark.parametrize(
    "footer",
    [
        FOOTER,
        f"*{FOOTER.strip()}*",
        "Cette transcription modifiable a été générée par ordinateur et peut contenir des erreurs.",
        "Esta transcripción editable se ha generado por ordenador y puede contener errores.",
        "Dieses bearbeitbare Transkript wurde automatisch erstellt und kann Fehler enthalten.",
    ],
)
def test_a_disclaimer_is_never_quoted(footer: str) -> None:
    """It is known by its words, where the line with the time of the end is missing."""
    talk = read(f"{NOTES}{HEAD}00:00:00\n\n{LABELLED}\n{footer}")
    assert (talk.format, told(talk)) == ("meet-docx", SAID)
    check_all_counted(talk, [footer])


def test_notes_below_the_transcript_are_left_out() -> None:
    """The tabs of the document may come in either order."""
    talk = read(f"{HEAD}00:00:00\n{LABELLED}\nMeeting ended after 00:43:12 👋\n\n{FOOTER}\n{NOTES}")
    assert told(talk) == SAID
    check_all_counted(talk, ["Meeting ended", "editable", "Costs", "predictable, and"])


def test_a_transcript_without_times_is_read_where_it_says_that_it_is_meets() -> None:
    """Its disclaimer tells it, and what stands above the first speaker is no speech."""
    talk = read(f"{NOTES}{HEAD}{LABELLED}\nTranscription ended after 00:43:12\n{FOOTER}")
    assert (talk.format, told(talk)) == ("meet-docx", SAID)
    assert {turn.runs[0].start_ms for turn in talk.turns} == {None}


def test_a_line_that_ends_in_a_time_within_the_talk_is_speech() -> None:
    """Only below the last words of those who spoke may it be the end."""
    talk = read(f"00:00:00\n{LABELLED}That was at 00:01:00\n{LABELLED}Ended after 00:02:00\n")
    assert "That was at 00:01:00" in talk.turns[5].text
    assert "Ended" not in talk.turns[-1].text
