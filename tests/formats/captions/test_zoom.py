"""WebVTT of Zoom: any display name is a speaker."""

from __future__ import annotations

from tests.formats.captions.talks import cues
from tests.formats.talks import read, spoken


def test_zoom_takes_any_name() -> None:
    """What people call themselves, and what they call from; a cue without a name is nobody's."""
    names = (
        "Ann Lee",
        "+1 (555) 123-4567",
        "15551234567",
        "iPhone (2)",
        "jdoe",
        "Room 3 | HQ | A B C",
    )
    lines = [f"{name}: it is {i}: yes" for i, name in enumerate([*names, *names])]
    talk = read(cues(*lines, "and so on", "Ann Lee: right", numbers=True))
    assert talk.format == "zoom-vtt"
    assert talk.speakers == names
    assert spoken(talk)[-2:] == [(None, "and so on"), ("Ann Lee", "right")]
    assert spoken(talk)[0] == ("Ann Lee", "it is 0: yes")


def test_zoom_without_its_header_is_zoom() -> None:
    """Its numbers and points tell; what lost its header may not be whole."""
    lines = ("Ann Lee: So.", "+1 (555) 123-4567: Yes.", "iPhone (2): No.") * 2
    talk = read(cues(*lines, numbers=True, header=False))
    assert talk.format == "zoom-vtt"
    assert talk.speakers == ("Ann Lee", "+1 (555) 123-4567", "iPhone (2)")
    assert len(talk.warnings) == 1
