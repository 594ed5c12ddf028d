from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.annotate import annotate, join_continuations
from nuggets.english.words import split_words
from nuggets.sentences.splitter import split_sentences
from nuggets.values import Sentence
from tests.builders import talk


def sentences(parts: list[tuple[str, bool]]) -> list[Sentence]:
    """Build sentences from texts, and whether each goes on with the one before."""
    return [
        Sentence(i, i, None, text, 0, 0, 1, continues=continues and i > 0)
        for i, (text, continues) in enumerate(parts)
    ]


@given(st.lists(st.tuples(st.text("ab", min_size=1, max_size=3), st.booleans()), max_size=9))
def test_each_part_of_a_cut_sentence_has_the_whole(parts: list[tuple[str, bool]]) -> None:
    """Parts that go on with each other have one text, all others their own."""
    built = sentences(parts)
    joined = join_continuations(built)
    assert len(joined) == len(built)
    for i, sentence in enumerate(built):
        assert sentence.text in joined[i]
        if sentence.continues:
            assert joined[i] == joined[i - 1]
        elif i + 1 == len(built) or not built[i + 1].continues:
            assert joined[i] == sentence.text


def test_words_are_counted_for_speech_alone() -> None:
    """Filler counts no words; other sentences count those of their folded text."""
    split = split_sentences(talk("Ann: Right. The dam cost three million dollars. | Ben: Mm-hmm."))
    annotation = annotate(split)
    assert annotation.word_counts[0] == annotation.word_counts[-1] == 0
    assert annotation.word_counts[1] == len(split_words(annotation.texts[1])) == 6
