"""Foci in other languages: found in each form of their words, and judged by these."""

from __future__ import annotations

import pytest

import nuggets
from nuggets.english.lexicons import ENGLISH
from nuggets.rank.focus import parse_focus
from nuggets.rank.other_languages import (
    COMPOUND_WEIGHT,
    find_mentions,
    judge_by_words,
    widen_focus,
)
from tests.builders import talk

FILL = "Ben: Der Hafen war im Januar zugefroren, und die Schiffe lagen vor dem Eis. | "
SAID = (
    "Ann: Die Wärmepumpe heizt das alte Haus am Hafen. | "
    + FILL * 4
    + "Ann: Mit dem Wärmepumpentarif wird der Strom billiger als je zuvor. | "
    + FILL * 4
    + "Ben: Was kostet die Förderung? | Ann: Sie kostet den Staat jedes Jahr drei Milliarden. | "
    + FILL * 4
    + "Ann: Wir haben zwei Wärmepumpen im Keller, und beide laufen ohne Lärm."
)


@pytest.fixture(scope="module")
def index() -> nuggets.Index:
    """A talk that says "Wärmepumpe" in three forms."""
    return nuggets.Index(talk(SAID))


def widened(index: nuggets.Index, text: str):  # type: ignore[no-untyped-def]
    """Parse a focus as the pipeline does."""
    return widen_focus(parse_focus(text, {}, (), index._talk.lexicon), index._talk)


def test_the_talk_is_in_german(index: nuggets.Index) -> None:
    """So its words are not English ones."""
    assert index.transcript.language == "de"
    assert index._talk.lexicon is not ENGLISH
    assert index._talk.acronyms == {}


@pytest.mark.parametrize("focus", ["Wärmepumpe", "wärmepumpen", "Waermepumpe", "die Wärmepumpen"])
def test_forms_and_compounds_are_found(index: nuggets.Index, focus: str) -> None:
    """Singular, plural and other spellings are one word; a compound of it counts less."""
    assert widened(index, focus).terms == {"warmepump": 1.0, "warmepumpentarif": COMPOUND_WEIGHT}
    assert judge_by_words(index._talk, widened(index, focus)) == "ok"


@pytest.mark.parametrize(
    "focus",
    [
        "Was sagt sie über die Wärmepumpe?",
        "Summarize the discussion about Wärmepumpen",
        "what do they say about the Wärmepumpe",
    ],
)
def test_what_only_asks_is_left_out(index: nuggets.Index, focus: str) -> None:
    """In German and in English, where the talk does not say it."""
    assert set(widened(index, focus).terms) == {"warmepump", "warmepumpentarif"}


def test_words_left_alone_are_the_focus(index: nuggets.Index) -> None:
    """Where a focus has only words that ask, these are looked for."""
    assert widened(index, "Gespräch").terms == {"gesprach": 1.0}
    assert judge_by_words(index._talk, widened(index, "Gespräch")) == "unsure"


def test_mentions_and_answers(index: nuggets.Index) -> None:
    """A focus is said where its words stand, and after a question that has them."""
    texts = [sentence.text for sentence in index.sentences]
    found = find_mentions(index._talk, widened(index, "Förderung"))
    named = [text for text, is_there in zip(texts, found, strict=True) if is_there]
    assert named[:2] == [
        "Was kostet die Förderung?",
        "Sie kostet den Staat jedes Jahr drei Milliarden.",
    ]
    assert len(named) == 3
    assert not find_mentions(index._talk, widened(index, "Vulkane")).any()


def test_all_words_in_one_place_come_before_any(index: nuggets.Index) -> None:
    """Where a place says all words of a focus, places that say one of them are not mentions."""
    found = find_mentions(index._talk, widened(index, "Wärmepumpen im Keller"))
    assert found.sum() == 1


def test_a_word_of_chinese_is_more_than_its_characters() -> None:
    """Each character is a word, and is met by chance; the whole must be said."""
    said = "Ann: 人们在工厂里用智慧和能力工作，明天也要去那里看看。 | Ben: 人工智能改变了学校。 | "
    index = nuggets.Index(talk(said + "Ann: 我觉得人工智能很有用，但是不便宜。 | Ben: 好的。"))
    assert index.summarize("人工智能").results[0].status == "ok"
    assert index.summarize("工人").results[0].status == "unsure"
