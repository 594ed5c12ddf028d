from __future__ import annotations

from nuggets.values import Run, Turn


def test_escapes_of_one_run_are_counted_off_by_their_width() -> None:
    """In a run of escapes, each character takes the same number of characters of the source."""
    run = Run(at=2, until=5, start=10, end=28)
    assert [run.place(at) for at in range(2, 6)] == [10, 16, 22, 28]
    turn = Turn(0, None, "a привет", (Run(0, 2, 0, 2), Run(2, 8, 2, 38)))
    assert turn.locate(4, 6) == (14, 26)
