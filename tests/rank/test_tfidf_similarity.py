"""How alike passages are in their very words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from nuggets.english.words import split_words
from nuggets.rank.tfidf_similarity import tfidf_cosines, tfidf_weights

SENTENCES = st.lists(
    st.lists(st.sampled_from("the pump moves heat it is cold we pay".split()), max_size=6).map(
        " ".join
    ),
    min_size=1,
    max_size=8,
)


@given(SENTENCES)
def test_words_weigh_as_in_scikit_learn(texts: list[str]) -> None:
    """Cosines are those of scikit-learn's TF-IDF, to the coarseness of the weights."""
    if not any(texts):
        return
    oracle = TfidfVectorizer(analyzer=split_words).fit_transform(texts)
    ours = tfidf_cosines(tfidf_weights(texts), [[i] for i in range(len(texts))])
    np.testing.assert_allclose(ours, (oracle @ oracle.T).toarray(), atol=0.02)


@given(SENTENCES)
def test_the_order_of_sentences_changes_nothing(texts: list[str]) -> None:
    """A run of sentences has the same cosines in whatever order it is given, to the bit."""
    n = len(texts)
    weights = tfidf_weights(texts)
    runs = [list(range(n)), [0], [n - 1]]
    turned = [list(reversed(run)) for run in runs]
    np.testing.assert_array_equal(tfidf_cosines(weights, runs), tfidf_cosines(weights, turned))


def test_a_run_is_itself_and_nothing_is_like_nothing() -> None:
    """The same words have the cosine 1, other words 0, and so has a sentence without words."""
    alike = tfidf_cosines(
        tfidf_weights(["heat pump", "pump heat", "we pay", "..."]), [[0], [1], [2], [3]]
    )
    assert alike[0, 1] == 1.0
    assert alike[0, 2] == 0.0
    assert alike[3].tolist() == [0.0, 0.0, 0.0, 0.0]


def test_no_passages_are_no_rows() -> None:
    """Where nothing is compared there is nothing."""
    assert tfidf_cosines(tfidf_weights(["a"]), []).shape == (0, 0)
