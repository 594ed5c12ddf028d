from __future__ import annotations

import pytest

from nuggets.errors import OptionError
from nuggets.values import Options, Run, Turn


@pytest.mark.parametrize(
    "settings",
    [
        {"count": "3"},
        {"count": True},
        {"count": 0},
        {"count": None},
        {"max_sentences": 1.5},
        {"max_words": 0},
        {"context": -1},
        {"start_ms": "10:00"},
        {"start_ms": -1},
        {"start_ms": 5, "end_ms": 5},
        {"order": "best"},
        {"focus": None},
        {"focus": (3,)},
        {"focus": ("?!",)},
        {"speakers": 3},
    ],
)
def test_what_is_out_of_range_is_an_option_error(settings: dict[str, object]) -> None:
    """A value of the wrong kind or size is refused before any work, by its name."""
    with pytest.raises(OptionError, match=next(iter(settings)).split("_")[0].removesuffix("s")):
        Options(**settings)  # type: ignore[arg-type]  # that is what is tested


def test_one_text_is_one_text() -> None:
    """A focus or a speaker alone is taken for one, not for its letters."""
    assert Options(speakers="ANNA", focus="AGI") == Options(  # type: ignore[arg-type]  # str for one
        speakers=("ANNA",), focus=("AGI",)
    )


def test_what_is_said_twice_counts_once() -> None:
    """The first spelling stays, in the order of saying."""
    options = Options(focus=("AGI", "jobs", "agi"), speakers=("ANNA", "ANNA"))
    assert options.focus == ("AGI", "jobs")
    assert options.speakers == ("ANNA",)


def test_escapes_of_one_run_are_counted_off_by_their_width() -> None:
    """In a run of escapes, each character takes the same number of characters of the source."""
    run = Run(at=2, until=5, start=10, end=28)
    assert [run.place(at) for at in range(2, 6)] == [10, 16, 22, 28]
    turn = Turn(0, None, "a привет", (Run(0, 2, 0, 2), Run(2, 8, 2, 38)))
    assert turn.locate(4, 6) == (14, 26)
