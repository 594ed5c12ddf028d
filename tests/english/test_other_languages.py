"""Traits in other languages: by marks, length and content words, and by nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.lexicons import find_lexicon
from nuggets.english.other_languages import find_traits
from nuggets.english.traits import Traits

AROUND = ["Das Haus steht am Hafen.", "Der Wind kommt von Westen.", "Die Schiffe liegen im Eis."]


def traits_of(text: str, code: str = "de", *, unpunctuated: bool = False) -> Traits:
    """Give the traits of a sentence in a talk that has marks and capitals otherwise."""
    texts = [*AROUND * 10, text]
    at = len(texts) - 1
    return find_traits(texts, find_lexicon(code), [at] if unpunctuated else ())[at]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Wärmepumpe heizt das alte Haus.", "de"),
        ("„Die Wärmepumpe heizt das alte Haus.“", "de"),
        ("Er kam erst im Januar aus dem Hafen!", "de"),
        ("Le pain se garde cinq jours. »", "fr"),
        ("¡El agua empezó a faltar hace doce años!", "es"),
        ("我们培训了两百位乡村教师。", "zh"),
        ("Рыбаки уже не могут ставить сети.", "ru"),
    ],
)
def test_whole_sentences_are_printable(text: str, code: str) -> None:
    """No rule for English finds fault with them."""
    assert traits_of(text, code).is_printable


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Wärmepumpe heizt das alte Haus", "de"),
        ("Die Wärmepumpe heizt das alte,", "de"),
        ("Die Wärmepumpe heizt das alte -", "de"),
        ("heizt das alte Haus im Januar.", "de"),
        ("Die Wärmepumpe heizt.", "de"),
        ("Und dann haben wir das so.", "de"),
        ("[Musik und Gelächter im Saal]", "de"),
        ("Heizt die Wärmepumpe das alte Haus?", "de"),
        ("« Pourquoi le pain se garde-t-il cinq jours ? »", "fr"),
        ("Τι λένε οι ψαράδες για τη θάλασσα;", "el"),
        ("هل تغير المناخ في بلادنا هذا العام؟", "ar"),
    ],
)
def test_less_is_not(text: str, code: str) -> None:
    """What breaks off, begins in the middle, is too short, tells nothing or asks."""
    assert not traits_of(text, code).is_printable


def test_an_ellipsis_trails_off() -> None:
    """It is a pause of one who says no less than others do."""
    assert traits_of("Die Wärmepumpe heizt das alte Haus ...").trails_off
    assert not traits_of("Die Wärmepumpe ...").trails_off


def test_without_marks_none_is_missed() -> None:
    """In talk without marks a sentence may begin in small letters and end without a mark."""
    assert traits_of("die wärmepumpe heizt das alte haus", unpunctuated=True).is_printable


@given(st.lists(st.text(), max_size=5), st.sampled_from(["de", "fr", "zh", "th", "other"]))
def test_any_texts_have_traits(texts: list[str], code: str) -> None:
    """Nothing is said of openings, and shares are shares."""
    for trait in find_traits(texts, find_lexicon(code)):
        assert not trait.is_context_dependent
        assert 0 <= trait.informativeness <= 1
        assert trait.content <= trait.words
        assert trait.is_speech == (trait.content > 0) or trait.is_fragment
