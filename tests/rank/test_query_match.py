"""The match of a sentence with a query rises with its tokens and with meaning."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nuggets.embed.talk_vectors import load_models
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.query_match import match_query, match_tokens
from nuggets.vectors import GRID
from tests.builders import talk


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 9)), max_size=30))
def test_match_rises_with_meaning_and_tokens(pairs: list[tuple[float, float]]) -> None:
    """Who is above another by both is not below it together."""
    meaning = np.array([pair[0] for pair in pairs])
    tokens = np.array([pair[1] for pair in pairs])
    found = match_query(tokens, meaning)
    assert (found >= 0).all()
    for i in range(len(pairs)):
        for j in range(len(pairs)):
            if meaning[i] >= meaning[j] and tokens[i] >= tokens[j]:
                assert found[i] >= found[j]


def test_tokens_match_those_most_like_them() -> None:
    """The match is the mean of the best cosines of the focus's tokens, weighed by their lengths."""
    models = load_models("static")
    indexed = prepare(
        talk("Ann: The heat pump stands in the harbor. | Ben: Right. | Ann: Salmon eat krill."),
        models,
    )
    found = match_tokens(indexed.vectors, parse_focus("heat pump", {}), models.sentences)
    (focus,) = models.sentences.tokenize(["heat pump"])
    rows = models.sentences.direct(np.unique(focus)) / GRID
    lengths = models.sentences.lengths(np.unique(focus))
    for sentence, match in zip(indexed.sentences, found, strict=True):
        (tokens,) = models.sentences.tokenize([sentence.text])
        best = (rows @ (models.sentences.direct(tokens) / GRID).T).max(axis=1)
        expected = 0 if sentence.text == "Right." else best @ lengths / lengths.sum()
        assert abs(match - expected) < 1e-5
    assert found[0] > 0.99
