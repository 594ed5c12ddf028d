"""WebVTT of Teams: cues that lost their voice tag."""

from __future__ import annotations

from tests.formats.talks import read, spoken


def test_teams_loses_tags() -> None:
    """A further part of an utterance is its speaker's; another utterance is nobody's."""
    guid = "6e1bdf9b-3c77-4441-9f7e-67031cc3b038"
    text = "WEBVTT\n\n" + "".join(
        f"{guid}/{name}\n00:00:0{i}.000 --> 00:00:0{i}.900\n{payload}\n\n"
        for i, (name, payload) in enumerate(
            [("4-0", "<v O&#39;Neil (External)>a</v>"), ("4-1", "b\nc"), ("7-0", "d")]
        )
    )
    talk = read(text)
    assert talk.format == "teams-vtt"
    assert spoken(talk) == [("O'Neil (External)", "a b c"), (None, "d")]
