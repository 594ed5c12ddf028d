from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed.chunks import find_windows


@given(st.lists(st.integers(0, 60), max_size=40), st.integers(1, 100))
def test_windows_follow_on_each_other_and_are_as_short_as_can_be(
    words: list[int], size: int
) -> None:
    """Every sentence is in one window, and no window could do with a sentence less."""
    windows = find_windows(words, size=size)
    assert [i for window in windows for i in window] == list(range(len(words)))
    for window in windows[:-1]:
        said = [words[i] for i in window]
        assert sum(said) >= size > sum(said[:-1])
