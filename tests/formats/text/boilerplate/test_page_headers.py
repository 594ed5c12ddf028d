"""Page headers and footers."""

import pytest

from nuggets.formats.text.plain import PLAIN

WORDS = "LEE: We went on\nand on and on\nfor very many days\nwithout any end\n\nTOM: Yes.\n\n"


def read(source: str) -> tuple[list[tuple[str | None, str]], list[str]]:
    """Return speakers and words, and what is left out."""
    parsed = PLAIN.parse(source)
    return [(turn.speaker, turn.text) for turn in parsed.turns], [
        source[left.start : left.end] for left in parsed.left_out
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Page 2 of 9", "Page 3 of 9"),
        ("- 2 -", "- 3 -"),
        ("Seite 2", "Seite 3"),
        ("Oral History | Page 2", "Oral History | Page 3"),
    ],
)
def test_sentence_runs_over_the_foot_of_a_page(first: str, second: str) -> None:
    """Lines with page numbers are left out, and the sentence around them goes on."""
    source = (
        f"LEE: We worked for\n\n{first}\n\nten years.\n\nTOM: And?\n\n"
        f"LEE: It was\n\n{second}\n\nover.\n\nTOM: Ah."
    )
    turns, left_out = read(source)
    assert turns == [
        ("LEE", "We worked for ten years."),
        ("TOM", "And?"),
        ("LEE", "It was over."),
        ("TOM", "Ah."),
    ]
    assert left_out == [first, second]


def test_title_counts_pages_beside_a_form_feed() -> None:
    """A running title with a number is left out where a new page begins."""
    source = (
        "LEE: We worked for\n\fHistory 2\n\nten years.\n\nTOM: And?\n\n"
        "LEE: It was\n\n\fHistory 3\nover.\n\nTOM: Ah."
    )
    turns, left_out = read(source)
    assert turns[0] == ("LEE", "We worked for ten years.")
    assert turns[2] == ("LEE", "It was over.")
    assert left_out == ["History 2", "History 3"]


def test_title_above_a_number_is_left_out_with_it() -> None:
    """A line beside the page numbers that is always the same is a title, and left out."""
    source = "".join(f"{WORDS}Archive of Speech\n{page}\n\n" for page in range(1, 5)) + WORDS
    turns, left_out = read(source)
    assert len(turns) == 10
    assert not any("Archive" in text for _, text in turns)
    assert len(left_out) == 8


@pytest.mark.parametrize(
    "said",
    [
        ("1", "2", "3"),  # a countdown, one right after the other
        ("Page 3", "Page 2"),  # does not count upwards
        ("Point 1 is cost.", "Point 2 is time."),
        ("We had 40 people", "We had 41 people"),
    ],
)
def test_numbers_that_somebody_says_are_kept(said: tuple[str, ...]) -> None:
    """Lines with numbers that do not count pages are speech."""
    source = "LEE: Listen.\n\n" + "\n\n".join(said) + "\n\nTOM: Yes.\n\nLEE: No.\n\nTOM: Oh."
    turns, left_out = read(source)
    assert turns[0][1].split("\n\n")[1:] == list(said)
    assert left_out == []
