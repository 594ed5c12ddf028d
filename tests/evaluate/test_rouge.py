"""ROUGE against values worked out by hand."""

from __future__ import annotations

import pytest

from nuggets.evaluate.rouge import score_rouge


def test_rouge_by_hand() -> None:
    """Of four words all are in the reference, of three pairs one, in order three."""
    scores = score_rouge(["The cat sat down."], "A cat the sat down.")
    assert scores["rouge1"] == pytest.approx(2 * (4 / 4) * (4 / 5) / (4 / 4 + 4 / 5))
    assert scores["rouge2"] == pytest.approx(2 * (1 / 3) * (1 / 4) / (1 / 3 + 1 / 4))
    assert scores["rouge_lsum"] == pytest.approx(2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5))


def test_words_are_stemmed() -> None:
    """`batteries charged` and `battery charges` are the same words."""
    assert score_rouge(["Batteries charged."], "battery charges")["rouge2"] == 1


def test_lsum_takes_each_sentence_on_its_own() -> None:
    """Reordered sentences have a ROUGE-Lsum of 1; their ROUGE-L would be lower."""
    reference = "The case is rubber. The battery lasts."
    assert score_rouge(["The battery lasts.", "The case is rubber."], reference)["rouge_lsum"] == 1


def test_an_empty_summary_scores_0() -> None:
    """An empty answer scores 0 in each."""
    assert set(score_rouge([], "A reference.").values()) == {0.0}
