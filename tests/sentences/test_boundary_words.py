"""Boundary scores: each word counts for itself, and real sentence ends score higher."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from nuggets.sentences.boundary_words import _FIRST_SCORES, _LAST_SCORES, boundary_score
from nuggets.sentences.splitter import split_sentences
from tests.builders import talk
from tests.processes import SAMPLE

lower_words = st.sampled_from(sorted(_FIRST_SCORES | _LAST_SCORES)) | st.text(
    st.characters(categories=["Ll"]), min_size=1, max_size=8
)
openers = st.sampled_from(
    sorted(word for word in _FIRST_SCORES if word.isalpha() and not word.startswith("i"))
)


@given(lower_words, lower_words, lower_words, lower_words)
def test_each_word_counts_for_itself(before: str, other: str, after: str, next_: str) -> None:
    """What the first word adds does not depend on the last word before it."""
    change = boundary_score(before, next_) - boundary_score(before, after)
    assert boundary_score(other, next_) - boundary_score(other, after) == change


@given(lower_words, lower_words, st.sampled_from(",;:—–"))
def test_a_mark_makes_an_end_likelier(before: str, after: str, mark: str) -> None:
    """A comma or dash behind a word raises the score, whatever the words."""
    assert boundary_score(before + mark, after) > boundary_score(before, after)


@given(lower_words, openers)
def test_a_capital_makes_an_end_likelier(before: str, after: str) -> None:
    """A known word with a capital, which is no name, raises the score; "I" always has one."""
    assert boundary_score(before, after.capitalize()) > boundary_score(before, after)
    assert boundary_score(before, "I") == boundary_score(before, "i")


@given(lower_words, lower_words, st.sampled_from("\"'“‘(¿"))
def test_opening_marks_do_not_count(before: str, after: str, mark: str) -> None:
    """Quotation marks and brackets before a word leave the score as it is."""
    assert boundary_score(before, mark + after) == boundary_score(before, after)


@given(lower_words)
def test_a_stage_direction_stands_alone(word: str) -> None:
    """A sentence probably ends on both sides of [Music]."""
    assert boundary_score(word, "[Music]") > 0 < boundary_score("[Music]", word)


def test_real_ends_score_higher() -> None:
    """In the sample the words around sentence ends score above those within, on average."""
    within: list[int] = []
    ends: list[int] = []
    for line in filter(None, SAMPLE.read_text("utf-8").splitlines()):
        said = [one.text.rstrip(".?!").lower().split() for one in split_sentences(talk(line))]
        said = [words for words in said if words]
        within += [boundary_score(a, b) for words in said for a, b in pairwise(words)]
        ends += [boundary_score(one[-1], other[0]) for one, other in pairwise(said)]
    assert fmean(ends) > 0 > fmean(within)
