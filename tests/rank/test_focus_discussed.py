from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.focus_discussed import MIN_MEANING, MIN_MEANING_SHORT, NEAREST, is_discussed

cosines = st.lists(st.floats(-1, 1), min_size=1, max_size=30)
shares = st.floats(0, 1)


@given(cosines, shares, st.integers(1, 9))
def test_more_of_anything_is_never_less_discussed(
    cosine: list[float], coverage: float, terms: int
) -> None:
    """Nearer sentences, or more words in one place, never turn a yes into a no."""
    before = is_discussed(np.array(cosine), coverage, terms=terms)
    nearer = np.minimum(1.0, np.array(cosine) + 0.1)
    assert is_discussed(nearer, coverage, terms=terms) >= before
    assert is_discussed(np.array(cosine), min(1.0, coverage + 0.1), terms=terms) >= before


@given(cosines, st.integers(1, 9))
def test_all_words_in_one_place_are_enough(cosine: list[float], terms: int) -> None:
    """A talk that says every word of a focus in one place discusses it, whatever it means."""
    assert is_discussed(np.array(cosine), 1.0, terms=terms)


def test_a_short_focus_must_be_meant_more_clearly() -> None:
    """Between the two thresholds a focus of three words is discussed, one of two is not."""
    between = np.full(max(NEAREST), (MIN_MEANING + MIN_MEANING_SHORT) / 2)
    assert is_discussed(between, 0.0, terms=3)
    assert not is_discussed(between, 0.0, terms=2)


def test_one_near_sentence_is_not_enough() -> None:
    """A single sentence near in meaning is chance: the mean of several counts."""
    cosine = np.zeros(100)
    cosine[50] = 0.6
    assert not is_discussed(cosine, 0.0, terms=5)
