from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.words import fold, split_words, stem
from nuggets.rank.focus import MAX_TERMS, parse_focus

LONG_FORMS = {"agi": "artificial general intelligence", "dhn": "district heat network"}


@given(st.text())
def test_any_focus_can_be_read(text: str) -> None:
    """Any text is a focus: its terms are stems of its own words or of what they stand for."""
    focus = parse_focus(text, LONG_FORMS)
    own = {stem(word) for word in split_words(fold(text))}
    assert focus.text == text
    assert {term for term, weight in focus.terms.items() if weight == 1} <= own | set(LONG_FORMS)
    assert bool(focus.terms) == bool(own)
    assert len(focus.groups) <= MAX_TERMS
    assert all(group for group in focus.groups)
    assert set().union(*focus.groups) <= set(focus.terms)
    assert len(focus.meanings) >= 1


@given(st.lists(st.sampled_from("heat pump network consent fee ferry ice".split()), min_size=1))
def test_words_of_a_topic_are_its_terms(words: list[str]) -> None:
    """A bare topic gives its own words, each once, in order, each satisfied by itself."""
    focus = parse_focus(" ".join(words), {})
    terms = [stem(word) for word in dict.fromkeys(words)]
    assert list(focus.terms) == list(dict.fromkeys(terms))
    assert focus.groups == tuple(frozenset({term}) for term in dict.fromkeys(terms))


@pytest.mark.parametrize(
    ("text", "meaning", "terms"),
    [
        ("AGI", "AGI", "agi"),
        ("Summarize the discussion about AGI", "AGI", "agi"),
        ("Summarize what was said about the budget.", "the budget", "budget"),
        ("Please give me the 5 best quotes about jobs", "jobs", "jobs"),
        ("What did the Professor think about beamforming?", "beamforming", "beamforming"),
        (
            "Why did the Project Manager disagree with the Industrial Designer on the LCD screen?",
            "the LCD screen",
            "lcd screen",
        ),
        (
            "What was the group's decision on the price of the remote?",
            "the price of the remote",
            "price remote",
        ),
        (
            "How did Marketing respond to voice recognition?",
            "voice recognition",
            "voice recognition",
        ),
        (
            "What recommendations did the committee have about funding?",
            "funding",
            "funding",
        ),
        ("What do they think of Rust?", "Rust", "rust"),
        ("Why did OpenAI fire the CEO?", "Why did OpenAI fire the CEO", "openai fire ceo"),
        ("What did Sam say?", "What did Sam say", "sam"),
        ("What is “consent”?", 'What is "consent', "consent"),
        ("what it costs and who pays", "what it costs and who pays", "costs pays"),
        ("Summarize the whole meeting.", "Summarize the whole meeting.", "summarize meeting"),
        ("opinions", "opinions", "opinions"),
        ("the and of", "the and of", "the and of"),
        ("größere Wärmepumpen", "größere Wärmepumpen", "größere wärmepumpen"),
        ("人工智能", "人工智能", "人 工 智 能"),
    ],
)
def test_frames_are_not_the_focus(text: str, meaning: str, terms: str) -> None:
    """What a request is wrapped in is left out, unless nothing else is there."""
    focus = parse_focus(text, {})
    assert focus.meanings == (meaning,)
    assert list(focus.terms) == [stem(word) for word in terms.split()]


def test_a_long_focus_is_capped() -> None:
    """Of ten thousand words the first count, and only so many."""
    focus = parse_focus(" ".join(f"word{i}" for i in range(10_000)), {})
    assert list(focus.terms) == [stem(f"word{i}") for i in range(MAX_TERMS)]


def test_an_acronym_brings_its_long_form() -> None:
    """What an acronym is short for counts half, and is embedded beside it."""
    focus = parse_focus("AGI", LONG_FORMS)
    assert focus.terms == {"agi": 1.0, "artifici": 0.5, "general": 0.5, "intellig": 0.5}
    assert focus.groups == (frozenset({"agi"}),)
    assert focus.meanings == ("AGI", "artificial general intelligence")
    assert parse_focus("AGIs", LONG_FORMS).terms == focus.terms


def test_a_long_form_brings_its_acronym() -> None:
    """Who asks for the long form finds those who say the acronym: it stands for each word."""
    focus = parse_focus("the district heat network of Porto", LONG_FORMS)
    assert focus.terms["dhn"] == 1.0
    assert frozenset({"heat", "dhn"}) in focus.groups
    assert frozenset({"porto"}) in focus.groups
    assert focus.meanings[-1] == "DHN"
