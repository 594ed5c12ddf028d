"""YouTube's json3: recognised words, and captions written by hand."""

from __future__ import annotations

from typing import Any

from tests.formats.json_family.talks import read_json, times
from tests.formats.talks import spoken


def event(start: int, *segs: str | tuple[str, int], **more: Any) -> dict[str, Any]:
    """An event of texts, some of them with offsets, shown for two seconds."""
    listed = [
        {"utf8": seg} if isinstance(seg, str) else {"utf8": seg[0], "tOffsetMs": seg[1]}
        for seg in segs
    ]
    return {"tStartMs": start, "dDurationMs": 2000, "segs": listed, **more}


def test_recognised_words_have_a_beginning_and_no_end() -> None:
    """An event is shown for longer than it is said; events of a line feed hold nothing."""
    events = [
        {"tStartMs": 0, "dDurationMs": 99, "id": 1},
        event(100, "hello", (" and", 320)),
        event(900, "\n", aAppend=1),
        event(1000, "good", ("bye", 50)),
    ]
    talk = read_json({"wireMagic": "pb3", "events": events})
    assert times(talk) == [
        ("hello", 100, None),
        ("and", 420, None),
        ("good", 1000, None),
        ("bye", 1050, None),
    ]
    assert talk.turns[0].text == "hello and goodbye"


def test_captions_by_hand_have_the_times_of_cues() -> None:
    """Lines stay lines."""
    talk = read_json({"events": [event(0, "Hello\nthere."), event(2000, "Bye.")]})
    assert [(turn.text, turn.time_source) for turn in talk.turns] == [("Hello\nthere. Bye.", "cue")]
    assert times(talk)[-1] == ("Bye.", 2000, 4000)


def test_marks_open_turns_and_are_not_speech() -> None:
    """Also within an event, at its end, and as a segment of their own."""
    events = [event(0, ">> Hi. >> Ho."), event(2000, "He. >>"), event(3000, ">>", (" Hu.", 9))]
    talk = read_json({"events": events})
    assert [turn.text for turn in talk.turns] == ["Hi.", "Ho. He.", "Hu."]
    assert talk.speakers == ()


def test_names_after_marks_are_speakers() -> None:
    """In capitals, or more than once; another colon is none, and who follows is not known."""
    events = [
        event(0, ">> ANNA: Hi."),
        event(1, ">> Ben K.: Ho."),
        event(2, ">> Ben K.: He.\n>> Look: a bird."),
        event(3, ">> Hu."),
    ]
    assert spoken(read_json({"events": events})) == [
        ("ANNA", "Hi."),
        ("Ben K.", "Ho."),
        ("Ben K.", "He."),
        (None, "Look: a bird."),
        (None, "Hu."),
    ]


def test_what_is_no_mark_stays() -> None:
    """`>>` within a word, and more of them."""
    events = [event(0, "a>>b >>>> c > d")]
    assert [turn.text for turn in read_json({"events": events}).turns] == ["a>>b >>>> c > d"]
