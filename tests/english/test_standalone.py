from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.standalone import (
    independence,
    is_answer,
    is_context_dependent,
    is_fragment,
    is_question,
)

PIECES = "it's that this , . ? ! and so ( [ \" - ... i think of they if do worth to a the".split()
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join))

LONG = [
    "a a a ", "((((", "and and and ", "it's it's ", "????", '?"', "? a", "i think ", "it is so ",
    "that ", "...", '."', "-\"", "1,1", "if a do ", "what is ", "very very ", "a" * 50, "[-(",
    "'s ",
]  # fmt: skip


@given(texts)
def test_any_text_can_be_judged(text: str) -> None:
    """A mark at the end asks, blanks in front change nothing, independence is a share."""
    assert is_question(f"{text}?")
    assert not is_question(f"{text}.")
    assert is_context_dependent(f" {text}") == is_context_dependent(text)
    assert is_answer(f"Yes, {text}")
    assert is_fragment(text, punctuated=True) >= is_fragment(text, punctuated=False)
    assert 0 < independence(text) <= 1


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_are_judged_at_once(piece: str) -> None:
    """Judging a hundred thousand letters takes no longer than reading them."""
    text = piece * (100_000 // len(piece)) + "x"
    assert is_context_dependent("It " + text)
    for judged in (text, "It " + text, "And " + text):
        assert not is_question(judged)
        assert not is_answer(judged)
        assert 0 < independence(judged) <= 1
        assert is_fragment(judged, punctuated=True)  # no mark at its end


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
def test_what_leans_back(text: str) -> None:
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


def test_pointing_is_less_independent() -> None:
    """A fresh start opens a passage best; "And", an answer, and "that idea" do less well."""
    fresh = independence("Water stores heat.")
    assert fresh == 1
    for text in ("And water stores heat.", "Yes, water stores heat.", "That process works."):
        assert independence(text) < fresh
    assert independence("And that process works.") < independence("That process works.")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What is it?", True),
        ("You walked, right?", True),
        ("“Who pays?”", False),  # folded texts have plain quotes
        ('He asked, "Who pays?"', True),
        ("Really?!", True),
        ("这是什么？", True),
        ("It is what it is.", False),
        ("What a day!", False),
        ("Who pays? Nobody.", False),
        ("", False),
    ],
)
def test_questions(text: str, asks: bool) -> None:
    """A sentence that ends with a question mark asks."""
    assert is_question(text) is asks


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Water stores heat and keeps it.", False),
        ("So the first thing we -", True),
        ("So the first thing we...", True),
        ("we ship in May and nobody minds", True),
        ("A hundred million dollars.", True),
        ("A very long pipe under the street.", True),
        ("We ship.", True),
        ("We ship in May.", False),
        ("She left the board yesterday.", False),
        ("So if we're willing to go to that level.", True),
        ("Because the pipes were old.", True),
        ("When the city paid for the harbor.", True),
        ("If you pay by the month, the fee falls.", False),
        ("If you build it they will come.", False),
        ("When I was a child we had no heat.", False),
        ("If the fee falls then nobody has to pay.", False),
        ("n None of this is possible without the harbor.", True),
        ("the The problem is that nobody pays.", True),
        ("The problem that I was tr gonna name is the fee.", True),
        ("We lost 20 km and 3 mm, vs. none last year.", False),
        ("GPT-3 API release, DALLE instruct GPT tech, fine tuning.", True),
        ("Just one thing very briefly, in terms of the fee.", True),
        ("When will the city pay for the pipes?", False),
        ("We hate fighting over fees.", False),
        ("Fine tuning costs a lot of money.", False),
        ('He said, "we are done."', False),
        ("人工智能很重要。", False),
        ("", True),
    ],
)
def test_fragments(text: str, is_one: bool) -> None:
    """What breaks off, has no verb or hardly a word is a fragment."""
    assert is_fragment(text, punctuated=True) is is_one


def test_openings_in_the_middle() -> None:
    """Where sentences begin with capitals, one that does not begins in the middle."""
    text = "because where people ask you, you say what you know."
    assert is_fragment(text, punctuated=True, cased=True)
    assert not is_fragment(text, punctuated=True)
    assert not is_fragment("iPhones are sold in every country.", punctuated=True, cased=True)
    assert not is_fragment("3 pipes are broken in the harbor.", punctuated=True, cased=True)


def test_fragments_without_punctuation() -> None:
    """Where a transcript has no marks, a missing mark means nothing; a missing verb still does."""
    assert not is_fragment("we ship in May and nobody minds", punctuated=False)
    assert is_fragment("a very long pipe under the street", punctuated=False)


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
