"""Timed words are aligned with the text that holds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family.word_alignment import Word, align_words, fill_forward
from nuggets.formats.turns import Piece
from tests.hangs import stopped_if_it_hangs

TIMES = dict[str, tuple[int | None, int | None]]


def cut(text: str, words: list[Word], **told: str | int | None) -> list[tuple[str | None, TIMES]]:
    """Cut a text that stands at the beginning of a source; say who says what when."""
    cues = align_words([Piece("", text, 0, len(text))], words, **told)  # type: ignore[arg-type]  # names and times
    for cue in cues:
        assert all(text[piece.start : piece.end] == piece.text for piece in cue.pieces)
    return [
        (cue.speaker, {piece.text: (piece.start_ms, piece.end_ms) for piece in cue.pieces})
        for cue in cues
    ]


def words(text: str) -> list[Word]:
    """A word a second, without marks."""
    return [Word(word, i, i + 1) for i, word in enumerate(text.split())]


def test_each_word_is_cut_with_its_marks() -> None:
    """Marks stay with their word, before and behind it."""
    assert cut("“Well-known,” he said — “no”.", words("well known he said no")) == [
        (
            None,
            {
                "“Well-": (0, 1),
                "known,” ": (1, 2),
                "he ": (2, 3),
                "said — ": (3, 4),
                "“no”.": (4, 5),
            },
        )
    ]


def test_a_text_without_blanks_is_cut_too() -> None:
    """As in Chinese, where no blank is put in."""
    assert cut("我们开会。", words("我们 开会")) == [(None, {"我们": (0, 1), "开会。": (1, 2)})]


def test_a_word_without_time_goes_with_the_word_before() -> None:
    """And with the beginning of the text if there is none."""
    given_words = [Word("40", None, None), Word("or", 5, 6), Word("2266", None, None)]
    assert cut("40 or 2266", given_words, start_ms=3, end_ms=9) == [
        (None, {"40 ": (3, None), "or 2266": (5, 6)})
    ]


def test_a_word_without_time_or_speaker_goes_with_the_word_before() -> None:
    """Such as a numeral at a change of speakers, within a text of the one who speaks next."""
    said = [Word("In", 1, 2, "A"), Word("1939.", None, None), Word("Why?", 3, 4, "B")]
    expected = [("A", {"In 1939.": (1, 2)}), ("B", {"Why?": (3, 4)})]
    assert cut("In 1939. Why?", said, speaker="B") == expected


def test_words_that_are_not_there_are_passed_over() -> None:
    """The text counts; it is never lost for a word."""
    given_words = [Word("no", 1, 2), Word("such", 2, 3), Word("b", 4, 5), Word(" ", 6, 7)]
    assert cut("a b c", given_words, start_ms=0, end_ms=9) == [
        (None, {"a ": (0, None), "b c": (4, 5)})
    ]
    assert cut("a b c", [Word("x", 1, 2)], start_ms=0, end_ms=9) == [(None, {"a b c": (0, 9)})]


def test_a_word_within_another_is_not_taken_for_it() -> None:
    """Times are not put where they do not belong."""
    assert cut("the other he", [Word("he", 1, 2)], start_ms=0) == [
        (None, {"the other ": (0, None), "he": (1, 2)})
    ]


def test_a_text_of_two_speakers_is_cut_between_them() -> None:
    """Words may be of another speaker than the text."""
    said = [Word("Yes.", 1, 2, "A"), Word("No.", 2, 3, "B"), Word("Oh.", 4, 5, None)]
    assert cut("Yes. No. Oh.", said, speaker="A") == [
        ("A", {"Yes.": (1, 2)}),
        ("B", {"No.": (2, 3)}),
        ("A", {"Oh.": (4, 5)}),
    ]


@pytest.mark.parametrize(
    ("told", "speaker", "expected"),
    [
        (["A", None, "A"], "B", "A A A"),
        (["A", None, "B"], "C", "A C B"),
        (["A", None, "B"], None, "A - B"),
        ([None, "A", None], None, "A A A"),
        ([None, "A"], "B", "B A"),
        ([None, None], "A", "A A"),
        ([None], None, "-"),
    ],
)
def test_a_word_without_speaker_is_given_to_nobody_else(
    told: list[str | None], speaker: str | None, expected: str
) -> None:
    """It goes with its neighbours where they agree, else with the text, else with nobody."""
    said = [Word(f"w{i}", i, i + 1, who) for i, who in enumerate(told)]
    text = " ".join(word.text for word in said)
    cues = align_words([Piece("", text, 0, len(text))], said, speaker=speaker)
    found = [cue.speaker or "-" for cue in cues for _ in cue.pieces]
    assert " ".join(found) == expected


@given(st.text("ab .,\n", max_size=40), st.lists(st.text("ab .", max_size=4), max_size=12))
def test_no_character_is_lost(text: str, listed: list[str]) -> None:
    """Whatever the words, the pieces are the text."""
    text = text.strip()
    given_words = [Word(word, i, i + 1, "AB"[i % 2]) for i, word in enumerate(listed)]
    pieces = [Piece("", text, 0, len(text))] if text else []
    cues = align_words(pieces, given_words, speaker="A")
    found = "".join(piece.text for cue in cues for piece in cue.pieces)
    assert found.split() == text.split() or "".join(found.split()) == "".join(text.split())
    starts = [piece.start for cue in cues for piece in cue.pieces]
    assert starts == sorted(starts)


def test_names_carry_on() -> None:
    """Up to the next one; before the first there is none."""
    assert fill_forward([None, "A", None, "B"]) == [None, "A", "A", "B"]


@pytest.mark.parametrize("text", [" " * 300_000 + "x", "a" * 300_000, "a " * 150_000 + "x"])
def test_words_that_do_not_fit_take_linear_time(text: str) -> None:
    """Neither a gap nor a loop of repetition is searched again and again."""
    listed = [Word("aa", 1, 2), Word("x!", 1, 2)] * 50_000
    with stopped_if_it_hangs():
        cues = align_words([Piece("", f"x{text}", 0, len(text) + 1)], listed)
    found = "".join(piece.text for cue in cues for piece in cue.pieces)
    assert "".join(found.split()) == "".join(f"x{text}".split())
