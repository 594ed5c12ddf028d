"""ASS and SSA: columns, names, tags, and what is no speech."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.captions.ass import looks_like_ass, parse_ass
from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.talks import check_runs

COLUMNS = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"


def ass(*events: str, columns: str = COLUMNS) -> str:
    """A file of events."""
    lines = "".join(f"{event}\n" for event in events)
    return f"[Script Info]\nTitle: x\n\n[Events]\n{columns}{lines}"


def said(text: str, name: str = "", start: int = 1) -> str:
    """An event."""
    return f"Dialogue: 0,0:00:{start:02}.25,0:00:{start + 1:02}.50,Default,{name},0,0,0,,{text}"


def test_names_tags_and_commas() -> None:
    """The text may hold commas; tags and breaks are not quoted."""
    talk = read(
        ass(said(r"{\i1}Yes{\i0}, we go,\Nand{\pos(1,2)} stay.", "Ann"), said("Oh.", "Bob", 3))
    )
    check_runs(talk)
    assert dialogue(talk) == [("Ann", "Yes, we go, and stay."), ("Bob", "Oh.")]
    assert (talk.turns[0].runs[0].start_ms, talk.turns[0].runs[0].end_ms) == (1250, 2500)


def test_comments_and_drawings_are_left_out() -> None:
    """With a reason, as are the styles."""
    drawing = said(r"{\p1}m 0 0 l 9 9{\p0}")
    talk = read(
        ass(said("note", "Ann").replace("Dialogue", "Comment"), drawing, said("Yes.", "Ann"))
    )
    assert dialogue(talk) == [("Ann", "Yes.")]
    check_all_counted(talk, ["Title", "note", "m 0 0", "Yes"])


def test_other_columns() -> None:
    """SSA has `Marked` and `Actor`; the line `Format` says where things are."""
    columns = "Format: Marked, Start, End, Actor, Text\n"
    event = "Dialogue: Marked=0,0:00:01.00,0:00:02.00,Ann,Yes, we go."
    assert dialogue(read(ass(event, columns=columns))) == [("Ann", "Yes, we go.")]
    assert looks_like_ass(said("x"))
    assert not looks_like_ass("Dialogue: Ann and Bob speak.")


@pytest.mark.parametrize(
    "source", [ass(), ass("Dialogue: 0,x,y,Default,,0,0,0,,So."), ass("Dialogue: 0,0:00:01.00")]
)
def test_damaged_events_are_refused(source: str) -> None:
    """With their line, without their words."""
    with pytest.raises(MalformedTranscriptError, match="Dialogue:") as caught:
        parse_ass(source)
    assert "So." not in str(caught.value)
