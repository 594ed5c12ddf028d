"""A named speaker holds until the next one, unless the file names the speaker of every cue."""

from __future__ import annotations

from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken


def test_a_label_holds_until_the_next_one() -> None:
    """Podcasts name who speaks where it changes."""
    talk = read(
        srt("Sarah: So where do\nwe go?", "And when?", "John: Now.", "I said.", "Sarah: Oh.")
    )
    check_runs(talk)
    assert spoken(talk) == [
        ("Sarah", "So where do we go? And when?"),
        ("John", "Now. I said."),
        ("Sarah", "Oh."),
    ]


def test_a_voice_tag_holds_until_the_next_one() -> None:
    """Where the file names a speaker only once."""
    talk = read(cues("<v John>So.", "And?", "<v Ann>No.", "Never.", "<v John>Oh."))
    assert spoken(talk) == [("John", "So. And?"), ("Ann", "No. Never."), ("John", "Oh.")]


def test_a_cue_without_a_tag_is_nobodys_where_each_has_one() -> None:
    """Meetings name who speaks in every cue, also twice in a row."""
    talk = read(cues("<v A>a</v>", "<v A>b</v>", "<v B>c</v>", "d", "<v B>e</v>", "<v B>f</v>"))
    assert spoken(talk) == [("A", "a b"), ("B", "c"), (None, "d"), ("B", "e f")]
