"""Pieces and cues become turns whose text is aligned with the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.turns import Cue, Piece, build_turn, join_cues


def piece(text: str, start: int = 0, *, blank: str = " ", start_ms: int | None = None) -> Piece:
    """A piece that stands at an offset of its source."""
    return Piece(blank, text, start, start + len(text), start_ms, None)


@given(st.lists(st.tuples(st.sampled_from(["", " ", "\n\n"]), st.text(min_size=1)), min_size=1))
def test_every_run_is_the_text_of_its_piece(parts: list[tuple[str, str]]) -> None:
    """The separator of the first piece is left out; all runs are in order."""
    pieces = [piece(text, 100 * i, blank=blank) for i, (blank, text) in enumerate(parts)]
    turn = build_turn(3, "Anna", pieces)
    assert (turn.index, turn.speaker) == (3, "Anna")
    assert turn.text == (parts[0][1] + "".join(blank + text for blank, text in parts[1:]))
    assert [turn.text[run.at : run.until] for run in turn.runs] == [text for _, text in parts]
    assert [run.start for run in turn.runs] == [one.start for one in pieces]


def test_a_turn_without_times_says_so() -> None:
    """One time is enough for a turn to be timed."""
    assert build_turn(0, None, [piece("a")], time_source="cue").time_source == "none"
    assert build_turn(0, None, [piece("a"), piece("b")], time_source="cue").time_source == "none"
    timed = [piece("a"), piece("b", start_ms=10)]
    assert build_turn(0, None, timed, time_source="cue").time_source == "cue"


def test_cues_of_one_speaker_are_joined() -> None:
    """Until the speaker changes, or a cue begins a turn; empty cues have no effect."""
    cues = [
        Cue("Anna", [piece("So we")]),
        Cue("Bob", []),
        Cue("Anna", [piece("begin.")]),
        Cue("Bob", [piece("Yes.")]),
        Cue("Bob", [piece("No.")], opens=True),
        Cue(None, [piece("Oh.")]),
    ]
    turns = join_cues(cues, time_source="cue")
    assert [(turn.index, turn.speaker, turn.text) for turn in turns] == [
        *((0, "Anna", "So we begin."), (1, "Bob", "Yes."), (2, "Bob", "No."), (3, None, "Oh.")),
    ]
    assert join_cues([], time_source="cue") == ()
