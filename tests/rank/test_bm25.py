"""BM25 is its formula."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.rank.bm25 import K1, B, bm25, index_terms

talks = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6), max_size=12)


def score_slowly(terms: list[list[str]], query: dict[str, float]) -> list[float]:
    """BM25 as the formula reads, sentence by sentence."""
    n = len(terms)
    mean = max(1.0, sum(len(sentence) for sentence in terms) / max(1, n))
    found = []
    for sentence in terms:
        score = 0.0
        for term, weight in query.items():
            df = sum(term in other for other in terms)
            idf = math.log(1 + (n - df + 0.5) / (df + 0.5))
            tf = sentence.count(term)
            norm = K1 * (1 - B + B * len(sentence) / mean)
            score += weight * idf * tf * (K1 + 1) / (tf + norm) if tf else 0.0
        found.append(score)
    return found


@given(talks, st.dictionaries(st.sampled_from("abcxyz"), st.sampled_from([0.5, 1.0]), max_size=4))
def test_bm25_is_its_formula(terms: list[list[str]], query: dict[str, float]) -> None:
    """The inverted index gives what the formula gives, but for the rounding of the logarithm."""
    found = bm25(index_terms(terms), query)
    np.testing.assert_allclose(found, score_slowly(terms, query), atol=0.01)
    turned = dict(reversed(query.items()))
    assert bm25(index_terms(terms), turned).tobytes() == found.tobytes()
