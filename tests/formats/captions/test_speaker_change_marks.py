"""`>>` and the dashes of dialogue mark a new speaker; other dashes are punctuation."""

from __future__ import annotations

from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken


def test_a_lone_dash_parts_the_speakers_of_a_cue() -> None:
    """As Google Meet writes its captions."""
    talk = read(
        cues(
            "(Ann Lee)\nbackground?\n-\n \n(Bob Day)\nSo far or else",
            "(Ann Lee)\nlet's go\n-\n\n(Bob Day)\nor so",
        )
    )
    assert spoken(talk) == [
        *(("Ann Lee", "background?"), ("Bob Day", "So far or else")),
        *(("Ann Lee", "let's go"), ("Bob Day", "or so")),
    ]


def test_dashes_of_a_dialogue_begin_turns() -> None:
    """Where a cue shows what two say; the dash is no word."""
    talk = read(srt("- Are you there?\n- Yes.", "I am here.", "-No."))
    check_runs(talk)
    assert spoken(talk) == [(None, t) for t in ("Are you there?", "Yes. I am here.", "No.")]


def test_dashes_elsewhere_are_punctuation() -> None:
    """A line that begins with one goes on."""
    lines = ("It was cold", "– Monday, that is –", "and so on.", "So it was.", "- 5 degrees")
    assert spoken(read(srt(*lines))) == [(None, " ".join(lines))]


def test_chevrons_without_a_name_are_somebody_else() -> None:
    """Who it is, nobody knows."""
    talk = read(srt(">> ANN: Hi.", ">> Yes.", "So.", ">> ANN: Oh.", ">> ANN: Well."))
    assert spoken(talk) == [("ANN", "Hi."), (None, "Yes. So."), ("ANN", "Oh. Well.")]
