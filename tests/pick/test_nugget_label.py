from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.words import STOP_WORDS, fold, split_words
from nuggets.pick.nugget_label import _VAGUE, label_passage

said = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                "the slow takeoff of AGI, isn't it? “Dana’s” pump - heat; network... (GPT-3.5)"
                " idea things 42 $1.50 e.g. U.S. *wow* R&D C++ users' and AGI's".split()
            ),
            max_size=14,
        ).map(" ".join),
    ).map(fold),
    max_size=3,
)


def name(*texts: str, known: frozenset[str] = frozenset(), count: int = 2) -> tuple[str, ...]:
    """Name by the length of words, which needs no talk around the passage."""
    return label_passage(texts, weigh=lambda stem: len(stem) / 4, known=known, count=count)


@given(said, st.integers(0, 3))
def test_labels_are_words_of_the_passage(texts: list[str], count: int) -> None:
    """Each phrase is one to three words that stand side by side in the passage, none twice."""
    label = name(*texts, count=count)
    assert len(label) <= count
    words = [word for phrase in label for word in split_words(phrase)]
    for phrase in label:
        assert 1 <= len(phrase.split()) <= 3
        assert any(phrase.lower() in text.lower() for text in texts)
    assert len(set(words)) >= len(label)


@given(said)
def test_labels_are_clean(texts: list[str]) -> None:
    """No stop word, vague word or rest of punctuation stands at either end of a phrase."""
    for phrase in name(*texts):
        assert phrase == phrase.strip()
        assert phrase[0].isalnum()
        assert phrase[-1].isalnum()
        words = split_words(phrase)
        for word in (words[0], words[-1]):
            assert word not in STOP_WORDS
        assert not (len(words) == 1 and words[0] in _VAGUE)


@given(said)
def test_labels_are_stable(texts: list[str]) -> None:
    """More phrases extend fewer, and asking again gives the same."""
    assert name(*texts, count=1) == name(*texts, count=2)[:1]
    assert name(*texts) == name(*texts)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A district heat network is one boiler for a town.", ("district heat network", "boiler")),
        ("Signature is no consent.", ("signature", "consent")),
        ("Altman said that Altman's board left.", ("Altman's board",)),
        ("We asked Dana about GPT-3.5.", ("GPT-3.5",)),
        ("It is a big thing, a really big deal.", ()),
        ("", ()),
        ("?!", ()),
    ],
)
def test_labels_of_sentences(text: str, label: tuple[str, ...]) -> None:
    """The telling words are taken; where there are none, the label is empty."""
    found = name(text)
    assert set(label) <= set(found)
    assert bool(found) == bool(label)


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("A lot of people are very confused about what they value.", "confused value"),
        ("That puts it into a different category.", "puts"),
        ("We argue about the characters all day.", "argue"),
        ("If it exists, somebody built it in a shed.", "exists built"),
        ("They responded to the update, and it was impressive.", "responded impressive"),
        ("The hot water leaves the boiler room.", "leaves"),
        ("We love taking programmer jobs and bashing SpaceX.", "taking bashing"),
        ("A cold bedroom helps with that.", "helps"),
        ("Bread costs four dollars, often more.", "costs four often"),
        ("Faster rockets are awesome.", "awesome"),
    ],
)
def test_labels_are_nouns(text: str, bad: str) -> None:
    """No verb, adjective or number names a passage, not within a phrase either."""
    assert not set(bad.split()) & set(" ".join(name(text)).lower().split())


def test_phrases_of_several_words_come_first() -> None:
    """A phrase says more than a word of greater weight."""
    assert name("The municipality has a heat pump.") == ("heat pump", "municipality")


def test_known_words_name_nothing() -> None:
    """What the focus says already is left out, unless something new stands beside it."""
    assert name("Consent.", known=frozenset({"consent"})) == ()
    assert name("Meter consent.", known=frozenset({"consent"})) != ("consent",)
