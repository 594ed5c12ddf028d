"""Traits of sentences: what each rule finds, together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.traits import find_traits
from tests.english.strategies import texts

CLAIM = "The harbor stores heat because water is dense."


@given(st.lists(texts, max_size=5))
def test_traits_fit_together(said: list[str]) -> None:
    """Each sentence has its traits; shares are in [0, 1], and filler says nothing."""
    traits = find_traits(said, [True] * len(said))
    assert len(traits) == len(said)
    for trait in traits:
        assert 0 <= trait.content <= trait.words
        assert 0 <= trait.informativeness <= 1
        assert trait.is_speech or (trait.informativeness == 0 and not trait.is_printable)


def test_a_claim_is_printable_and_its_words_are_counted() -> None:
    """Of eight words in a claim five carry meaning of their own."""
    (traits,) = find_traits([CLAIM], [True])
    assert (traits.words, traits.content) == (8, 5)
    assert traits.is_printable


@pytest.mark.parametrize("filler", ["", "Yeah, exactly.", "[laughter]", "Welcome back, everyone."])
def test_filler_is_no_speech(filler: str) -> None:
    """Backchannels, stage directions, greetings and what is empty are not printed."""
    (traits, claim) = find_traits([filler, CLAIM], [True, True])
    assert not traits.is_speech
    assert not traits.is_printable
    assert claim.is_printable


def test_an_advertisement_is_found_by_what_surrounds_it() -> None:
    """A sentence between the naming of a sponsor and the offer is no speech; alone it is."""
    read = ["Today's sponsor is Acme.", CLAIM, "Get 10% off at acme.com."]
    assert [trait.is_speech for trait in find_traits(read, [True, False, False])] == [False] * 3
    assert [trait.is_speech for trait in find_traits(read, [True] * 3)] == [False, True, False]


def test_marks_and_capitals_are_expected_only_where_the_talk_has_them() -> None:
    """Without a mark or capital a sentence is a fragment in a talk that has them otherwise."""
    cut = "and the harbor stores heat because water is dense"
    assert find_traits([CLAIM, CLAIM, cut], [True] * 3)[2].is_fragment
    assert not find_traits([CLAIM, CLAIM, cut], [True] * 3, {2})[2].is_fragment
    assert not find_traits([cut, cut, cut], [True] * 3)[2].is_fragment


def test_words_ask_only_where_there_are_no_marks() -> None:
    """A missing question mark is made up for by words only in talk without punctuation."""
    asked = "how do you heat a city"
    assert not find_traits([CLAIM, asked], [True] * 2)[1].is_question
    assert find_traits([CLAIM, asked], [True] * 2, {1})[1].is_question
