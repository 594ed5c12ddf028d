"""Gemini's notes of a meeting."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.meet_document import FOOTER, HEAD, LABELLED, NOTES, SAID
from tests.formats.documents.reading import check_all_counted, dialogue, read


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
    """Notes without a transcript are an error, wherever the file is cut."""
    with pytest.raises(MalformedTranscriptError, match="Gemini's notes") as caught:
        read(text)
    assert caught.value.line is not None
    assert "Okafor" not in str(caught.value)


def test_a_transcript_of_another_kind_with_a_summary_is_read() -> None:
    """A summary with the same headings above another transcript is not an error."""
    talk = read("Summary\nThey talk.\n\nDetails\nAll of it.\n\n" + LABELLED)
    assert (talk.format, dialogue(talk)) == ("plain", SAID)


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
    """The disclaimer is left out where the line of the end is missing."""
    talk = read(f"{NOTES}{HEAD}00:00:00\n\n{LABELLED}\n{footer}")
    assert (talk.format, dialogue(talk)) == ("meet-docx", SAID)
    check_all_counted(talk, [footer])


def test_notes_below_the_transcript_are_left_out() -> None:
    """Notes below the transcript are left out."""
    talk = read(f"{HEAD}00:00:00\n{LABELLED}\nMeeting ended after 00:43:12 👋\n\n{FOOTER}\n{NOTES}")
    assert dialogue(talk) == SAID
    check_all_counted(talk, ["Meeting ended", "editable", "Costs", "predictable, and"])
