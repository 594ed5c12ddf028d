"""Passages: runs of sentences that can be read on their own."""

from __future__ import annotations

import pytest

from nuggets.english.traits import find_traits
from nuggets.english.words import fold
from nuggets.pick.passages import (
    DEPENDENT_READABILITY,
    MAX_WORDS,
    MIN_WORDS,
    Passage,
    find_passages,
)
from nuggets.sentences.splitter import split_sentences
from nuggets.values import Sentence
from tests.builders import talk

FACT = "Seawater stores far more heat than the same volume of summer air ever could."
REASON = "A heat pump moves warmth instead of making it, because compressing a gas heats it."


def passages_of(text: str, *, max_sentences: int = 3) -> tuple[list[Passage], tuple[Sentence, ...]]:
    """Split a talk and find its passages."""
    sentences = split_sentences(talk(text))
    traits = find_traits(
        [fold(sentence.text) for sentence in sentences],
        [sentence.opens_paragraph for sentence in sentences],
    )
    return find_passages(sentences, traits, max_sentences=max_sentences), sentences


def texts_of(text: str, *, max_sentences: int = 3) -> list[list[str]]:
    """Give the words of each passage of a talk."""
    passages, sentences = passages_of(text, max_sentences=max_sentences)
    return [[sentences[i].text for i in passage.indices] for passage in passages]


def test_a_passage_is_a_run_of_one_turn_within_the_limit() -> None:
    """Passages are neighbouring sentences of one turn, at most so many, and never too long."""
    passages, sentences = passages_of(
        f"Dana: {FACT} {REASON} {FACT} {REASON} | Lee: {FACT} {REASON}"
    )
    assert passages
    for passage in passages:
        indices = passage.indices
        assert list(indices) == list(range(indices[0], indices[-1] + 1))
        assert len(indices) <= 3
        assert len({sentences[i].turn_index for i in indices}) == 1
        assert MIN_WORDS <= passage.words <= MAX_WORDS
        assert 0 <= passage.readability <= 1


def test_a_question_is_left_out_where_it_makes_an_answer_too_long() -> None:
    """An answer is printed alone then; one that cannot be read alone counts less."""
    asked = "Would " + "the cold water of the harbor and the old pumps of the town " * 3 + "do it?"
    why = "because the harbor water carries salt that eats every pipe made of steel " * 7
    for opening, readability in (
        ("Yes, the harbor pumps would fail", 1.0),
        ("They would fail", DEPENDENT_READABILITY),
    ):
        passages, _ = passages_of(f"Dana: {asked} | Lee: {opening} {why.strip()}.")
        first = [p for p in passages if p.first == min(q.first for q in passages)]
        assert {(p.question, p.readability) for p in first} == {(None, readability)}
        assert all(passage.words <= MAX_WORDS for passage in passages)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_a_smaller_limit_only_takes_passages_away(limit: int) -> None:
    """What may be printed under a limit may be printed under a larger one."""
    text = f"Dana: {FACT} {REASON} {FACT} | Lee: And it works. {REASON}"
    fewer = {passage.picks for passage in passages_of(text, max_sentences=limit)[0]}
    more = {passage.picks for passage in passages_of(text, max_sentences=limit + 1)[0]}
    assert fewer <= more


@pytest.mark.parametrize(
    "litter",
    [
        "Yeah, exactly.",
        "[laughter]",
        "Welcome back to the show, everybody.",
        "This episode is brought to you by Thistlecup, the coffee that comes in the mail.",
    ],
)
def test_litter_is_in_no_passage(litter: str) -> None:
    """Backchannels, directions, greetings and sponsor reads are never picked."""
    for texts in texts_of(f"Dana: {litter} | Lee: {FACT} | Dana: {litter} | Lee: {REASON}"):
        assert litter not in texts
    assert texts_of(f"Dana: {litter}") == []


def test_a_bare_question_is_no_passage() -> None:
    """A question is printed only in front of its answer."""
    question = "How does the whole harbor plant keep eleven thousand homes warm?"
    assert texts_of(f"Dana: {question} | Lee: {FACT}") == [[FACT]]


def test_an_answer_that_needs_its_question_brings_it() -> None:
    """A passage that begins with a pronoun takes the question that names its noun, if it fits."""
    question = "What is a district heat network in a harbor city?"
    answer = "It's one boiler room for the whole city, with two buried pipes under every street."
    assert texts_of(f"Dana: {question} | Lee: {answer}") == [[question, answer]]
    passages, _ = passages_of(f"Dana: {question} | Lee: {answer}", max_sentences=1)
    assert [(p.question, p.readability) for p in passages] == [(None, DEPENDENT_READABILITY)]


def test_a_question_that_says_nothing_is_not_brought() -> None:
    """An empty question ("What do you think about that?") helps nobody."""
    answer = "It's one boiler room for the whole city, with two buried pipes under every street."
    assert texts_of(f"Dana: What do you think about that? | Lee: {answer}") == [[answer]]


def test_a_passage_that_leans_on_what_was_said_before_counts_less() -> None:
    """What begins with a pronoun is worth less than what begins with its noun."""
    leaning = "That's why the city pays for pumps and not for boilers in every single basement."
    passages, _ = passages_of(f"Dana: {FACT} {leaning}")
    found = {passage.picks: passage.readability for passage in passages}
    assert found == {(0,): 1.0, (0, 1): 1.0, (1,): DEPENDENT_READABILITY}


def test_a_passage_goes_on_over_a_listener_and_over_filler() -> None:
    """A short backchannel is left out; a statement of somebody else ends the passage."""
    assert [FACT, REASON] in texts_of(f"Dana: {FACT} | Lee: Mm-hm. | Dana: {REASON}")
    assert [FACT, REASON] in texts_of(f"Dana: {FACT} Yeah. {REASON}")
    assert [FACT, REASON] not in texts_of(f"Dana: {FACT} | Lee: {FACT} | Dana: {REASON}")
    assert [FACT, REASON] not in texts_of(f"Dana: {FACT} | Lee: Mm-hm. | Ann: {REASON}")


def test_an_ellipsis_is_a_pause() -> None:
    """A passage may end with a whole sentence that trails off, and not with half of one."""
    trailing = "And then the city decided that nobody should pay for the pumps at all..."
    assert [FACT, trailing] in texts_of(f"Dana: {FACT} {trailing} | Lee: {REASON}")
    assert texts_of("Dana: The old pumps of the whole cold harbor town and ...") == []


def test_a_fragment_ends_no_passage() -> None:
    """A sentence that breaks off is neither begun with nor ended on."""
    found = texts_of(f"Dana: {FACT} And then the city decided that — | Lee: {REASON}")
    assert [FACT] in found
    assert all("—" not in texts[-1] for texts in found)


def test_a_talk_without_marks_has_passages() -> None:
    """Speech recognition without punctuation is no reason to find nothing."""
    words = "the harbor stores heat in summer and the pumps bring it to the houses in winter"
    assert texts_of(f"Dana: {words} | Lee: {words} every year | Dana: {words} again")


def test_nothing_is_made_of_nothing() -> None:
    """No sentence, no passage."""
    assert find_passages((), (), max_sentences=3) == []
