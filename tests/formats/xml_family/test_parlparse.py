"""Debates of ParlParse."""

from __future__ import annotations

from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.talks import check_runs

SPEECH = (
    "<publicwhip><oral-heading>Oral Answers</oral-heading><major-heading>Tides</major-heading>"
    '<speech nospeaker="true" speakerid="unknown"><p>The House met.</p></speech>'
    '<speech speakername="Pavo Trell" time="12:32:00"><p>I rise &pound;&amp; <i>speak</i>.</p>'
    "<p>Twice.</p><table><tr><td>a</td><td>b</td></tr></table></speech>"
    '<speech speakername="" ><p>Nobody said it.</p></speech>'
    '<speech speakername="Ilka Voss"><p>I too.</p></speech>'
    "<division><mpname>Ann</mpname></division>"
)


def test_speeches_are_turns() -> None:
    """Headings, divisions and what nobody says are left out, each with a reason."""
    talk = read(f"{SPEECH}</publicwhip>")
    check_runs(talk)
    assert dialogue(talk) == [
        ("Pavo Trell", "I rise £& speak. Twice. a b"),
        ("Ilka Voss", "I too."),
    ]
    assert talk.turns[0].runs[0].start_ms == 45_120_000
    assert talk.turns[1].runs[0].start_ms is None
    assert {left.reason for left in talk.left_out} == {"heading", "proceedings"}
    check_all_counted(talk, ["House met", "Oral", "Nobody said", "Ann", "rise"])


def test_a_file_that_is_cut_off_has_a_warning() -> None:
    """What is there is read."""
    talk = read(SPEECH)
    assert "may not be whole" in talk.warnings[0]
    assert talk.speakers == ("Pavo Trell", "Ilka Voss")
