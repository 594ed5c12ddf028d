"""The match of a sentence with a query rises with meaning and with words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.query_match import match_query


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 9)), max_size=30))
def test_relevance_rises_with_meaning_and_word(pairs: list[tuple[float, float]]) -> None:
    """Who is above another by meaning and by word is not below it by relevance."""
    closeness = np.array([pair[0] for pair in pairs])
    wording = np.array([pair[1] for pair in pairs])
    found = match_query(closeness, wording)
    assert (found >= 0).all()
    for i in range(len(pairs)):
        for j in range(len(pairs)):
            if closeness[i] >= closeness[j] and wording[i] >= wording[j]:
                assert found[i] >= found[j]
