"""The style of a file: which labels and times count."""

from __future__ import annotations

import pytest

from tests.formats.talks import (
    read,
)


@pytest.mark.parametrize(
    "line",
    [
        "On the integration question you raised: we already did.",
        "And then the GPT-4 launch version outputs: I must.",
        "Remember: this is one.",
        "Listen: we listen to it.",
        "https://example.org is it.",
        "Question: is it?",
        "10:30 works for me.",
        "The thing is: no.",
    ],
)
def test_words_before_a_colon_are_no_speaker(line: str) -> None:
    """A sentence with a colon stays in its turn."""
    talk = read("Dana: Hi we listen.\nLee: Ho.\n" * 5 + f"Dana: Well.\n{line}\nLee: Bye.\n")
    assert talk.speakers == ("Dana", "Lee")
    assert talk.turns[-2].text == f"Well.\n{line}"


def test_a_file_of_other_colons_has_no_speakers() -> None:
    """Where other words before a colon are as frequent, there are no speakers."""
    talk = read("Once upon a time: it was.\nThen he said: no.\nAnna: x\nAnna: y\n")
    assert talk.speakers == ()
    assert talk.format == "prose"


def test_a_rare_label_like_the_frequent_ones_counts() -> None:
    """A rare label counts if it is in capitals like the others, or used as a name in speech."""
    shout = read("ANNA: a\nBEN: b\n" * 20 + "OPERATOR: c\nANNA: d\nmore\n")
    assert "OPERATOR" in shout.speakers
    called = read("Anna: a\nBen: b\n" * 20 + "Priya: c\nAnna: thanks Priya for it\nmore\n")
    assert "Priya" in called.speakers


def test_a_rare_name_beside_a_bare_time_is_said_of_that_time_alone() -> None:
    """Where few times have a name, the speaker after the next time is unknown."""
    lines = [f"00:{i:02}:00 {'Ben K: ' if i == 5 else ''}we go." for i in range(20)]
    speakers = [turn.speaker for turn in read("\n".join(lines)).turns]
    assert speakers == [None, "Ben K", None]
