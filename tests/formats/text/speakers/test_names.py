"""Which words before a colon may be a speaker's name."""

from __future__ import annotations

import pytest

from nuggets.formats.text.speakers.names import (
    bare_name,
    is_numbered,
    to_long_label,
    to_name,
    to_name_line,
    to_timed_name,
)


@pytest.mark.parametrize(
    "name",
    [
        "Anna",
        "ANNA LEE",
        "Dr. Anna Lee (she/her)",
        "TERRY GROSS, HOST",
        "Ludwig van Beethoven",
        "The Chair (Hon. A. Name (Riding, Party))",
        "Zoë O’Neil",
        "王伟",
        "Speaker #3",
        "SPEAKER_00",
        "+1 555-0100",
    ],
)
def test_names(name: str) -> None:
    """Capitalised words with titles, roles and particles; diarisation labels; phone numbers."""
    assert to_name(name) == name
    assert to_name(f"  **{name.replace(' ', '  ')}** ") == name


@pytest.mark.parametrize(
    "words",
    ["", "anna", "Note", "And then", "On the integration question you raised", "Anna de", "Why?"],
)
def test_words_that_are_no_names(words: str) -> None:
    """Words in lower case, keys, beginnings of sentences, and too many words."""
    assert to_name(words) is None


def test_a_time_allows_more_names() -> None:
    """User names and file names count before a time; sentences and keys do not."""
    assert to_timed_name("260717_EDIT") == "260717_EDIT"
    assert to_timed_name("anna_lee") == "anna_lee"
    assert to_timed_name("We waited. Then at noon") is None
    assert to_timed_name("Note") is None


def test_long_labels_are_capitalised() -> None:
    """An office may have many words, of which only the particles are in lower case."""
    assert to_long_label("The Lord Bishop of St Edmundsbury and Ipswich")
    assert to_long_label("The thing about the dam and the lake") is None


@pytest.mark.parametrize("end", [".", "?", "…", ",", ";", "。"])
def test_a_name_line_ends_no_sentence(end: str) -> None:
    """A line that ends in punctuation is not a name on its own."""
    assert to_name_line(" Anna Lee ") == "Anna Lee"
    assert to_name_line(f"Anna Lee{end}") is None
    assert to_name_line("A" * 61) is None


def test_roles_and_pronouns_are_stripped() -> None:
    """What follows a comma or is in parentheses is not part of the bare name."""
    assert bare_name("TERRY GROSS, HOST") == "TERRY GROSS"
    assert bare_name("Lee (she/her)") == "Lee"


def test_diarisation_labels_are_numbered() -> None:
    """Names that a machine gave have a number or a letter."""
    assert all(map(is_numbered, ("SPEAKER_00", "Speaker 1", "Interviewer A")))
    assert not is_numbered("Anna 1st")
