"""Folding, words, content words and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.words import STOP_WORDS, fold, is_content, split_terms, split_words, stem


@given(st.text())
def test_fold_gives_one_clean_line(text: str) -> None:
    """Any text folds to one line with single blanks and plain quotes."""
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert not set(folded) & set("’‘“”—–…")


@given(st.text())
def test_words_are_lower_case_and_terms_are_their_stems(text: str) -> None:
    """Words hold no blank and no capital that has a small letter; terms are among their stems."""
    words = split_words(fold(text))
    assert all(word and word == word.lower() and not word.isspace() for word in words)
    assert set(split_terms(text)) <= {stem(word) for word in split_words(text)}
    assert not STOP_WORDS.intersection(word for word in words if is_content(word))


@given(st.lists(st.sampled_from("heat pump network consent AGI Dana Porto".split()), max_size=9))
def test_terms_are_kept_in_order(words: list[str]) -> None:
    """Content words come out one for one, in order."""
    assert split_terms(" ".join(words)) == [stem(word.lower()) for word in words]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“It’s late… she said — twice”", '"It\'s late... she said - twice"'),
        ("We ’re at the A_M_I_ meeting , Dana .", "We're at the AMI meeting, Dana."),
        ("They did n't use D_S_P_s {vocalsound} .", "They didn't use DSPs."),
        ("It 's fine [laughter] , I 'd say .", "It's fine, I'd say."),
        ("  two\n lines\t here ", "two lines here"),
        ("snake_case stays", "snake_case stays"),
        ("The U.S. has A.G.I. and A.I.", "The US has AGI and AI."),
        ('We call it "A.G.I."', 'We call it "AGI."'),
        ("A.G.I, not G.P.T.-4 of J.P. Morgan", "AGI, not GPT-4 of JP Morgan"),
        ("e.g. at 5 p.m. Ph.D. students", "e.g. at 5 p.m. Ph.D. students"),
        ("", ""),
    ],
)
def test_fold_undoes_spelling(text: str, folded: str) -> None:
    """Typographic signs, QMSum's detached endings and stage directions are undone."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("OpenAI's GPT-4 isn't done.", ["openai", "gpt", "4", "isn't", "done"]),
        ("naïve Ökonomie", ["naïve", "ökonomie"]),
        ("人工智能", ["人", "工", "智", "能"]),
        ("'quoted'", ["quoted"]),
        ("snake_case", ["snake", "case"]),
        ("...", []),
        ("C++ and C# but not A+ or #c", ["c++", "and", "c#", "but", "not", "a", "or", "c"]),
        ("The US gave us the USA", ["the", "usa", "gave", "us", "the", "usa"]),
        ("GIVE US HEAT", ["give", "us", "heat"]),
        (
            "super intelligence, super-intelligent, super nice",
            "superintelligence superintelligent super nice".split(),
        ),
    ],
)
def test_words_of_texts(text: str, words: list[str]) -> None:
    """Words are split at what is no letter or digit; scripts without blanks, at each character."""
    assert split_words(text) == words


def test_stop_words_are_words() -> None:
    """Each stop word is one that splitting can give; letters alone say nothing, digits do."""
    for word in STOP_WORDS - {"he's", "here's", "how's", "it's", "let's", "she's", "that's"}:
        if not word.endswith("'s"):
            assert split_words(word) == [word]
    assert not is_content("the")
    assert not is_content("x")
    assert is_content("7")
    assert is_content("能")


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("llms", "llm"),
        ("gpus", "gpu"),
        ("kpis", "kpi"),
        ("apis", "api"),
        ("agis", "agi"),
        ("tvs", "tv"),
    ],
)
def test_plurals_of_acronyms_are_the_same_term(plural: str, singular: str) -> None:
    """Who asks for LLM finds LLMs, and the other way round."""
    assert stem(plural) == stem(singular) == singular
