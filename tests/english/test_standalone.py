"""Openings that need what was said before are told from those that stand alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from nuggets.english.standalone import is_answer, is_context_dependent
from tests.english.strategies import LONG, texts


@given(texts)
def test_any_text_can_be_judged(text: str) -> None:
    """Blanks in front change nothing, and "yes" answers."""
    assert is_context_dependent(f" {text}") == is_context_dependent(text)
    assert is_answer(f"Yes, {text}")


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_are_judged_at_once(piece: str) -> None:
    """Judging a hundred thousand letters takes no longer than reading them."""
    text = piece * (100_000 // len(piece)) + "x"
    assert is_context_dependent("It " + text)
    for judged in (text, "It " + text, "And " + text):
        assert not is_answer(judged)


@pytest.mark.parametrize(
    "text",
    [
        "And that's why it matters.",
        "They ship in May.",
        "I think it's great.",
        "This is the reason.",
        "It works because of the harbor.",
        "So he left the company.",
        "You know, these are the people who paid.",
        "Which is what I said.",
        "The same thing happened in Bergen.",
        "Some of them never came back.",
        "If you can do that, you win.",
        "By doing this, we save a lot.",
        "With that, the fee fell.",
        "That.",
        "Not really, but we tried.",
        "Well, yeah.",
        "Their plan was good.",
        "Doing so costs money.",
        "It's a great thing to do as a small part of the research that we do.",
        "It's a good way to learn.",
        "I suspect you do too.",
        "Every technological revolution does.",
        "I think the board will.",
        "There's some truth to that.",
        "Therefore, it can't be conscious.",
        "Therefore, models can't be conscious.",
        "Second of all, models lie.",
        "Secondly, the fee is too high.",
        "Otherwise, the pipes freeze.",
        "So we finished last summer.",
        "",
    ],
)
def test_what_depends_on_its_context(text: str) -> None:
    """An opening whose noun was left behind cannot be read alone."""
    assert is_context_dependent(text)


@pytest.mark.parametrize(
    "text",
    [
        "It's important to remember that water is heavy.",
        "It turns out that ammonia boils.",
        "It takes twenty years to build a network.",
        "What's important is that we test.",
        "There's a lot of heat in the harbor.",
        "That process works.",
        "These pipes are old.",
        "I think the fee is fair.",
        "And so the harbor is warm.",
        "Water stores heat.",
        "If you pay by the month, the fee falls.",
        "Both Dana and Lee left.",
        "Who is going to pay for the pipes?",
        "No city has done it before.",
        "Many people think pumps are loud.",
        "It's a good idea to test the pipes.",
        "It's hard to say what a model is.",
        "Nobody knows what the models can do.",
        "We have a lot of work to do.",
        "Cities know who they are.",
        "We finished the network last summer.",
        "Second homes pay no fee.",
        "There's a meter in every house that is paid for by the city, so people trust in it.",
        "人工智能很重要。",
    ],
)
def test_what_stands_alone(text: str) -> None:
    """An opening that brings its own noun, or whose "it" points forward, can be read alone."""
    assert not is_context_dependent(text)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Yes.", True),
        ("No, we never did.", True),
        ("Because nobody asked.", True),
        ("Of course not.", True),
        ("Nothing changed.", False),
        ("Normally we ask.", False),
        ("Rightly so.", False),
    ],
)
def test_answers(text: str, does: bool) -> None:
    """Answers are known by their first word."""
    assert is_answer(text) is does
