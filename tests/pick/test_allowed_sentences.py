from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import OptionError
from nuggets.option_definitions import Options
from nuggets.pick.allowed_sentences import find_allowed, match_speakers
from nuggets.sentences.splitter import split_sentences
from tests.builders import talk

TALK = talk("Ann: We ship. We hope. | Ben: We wait. | ANN: We do not.")


@given(st.lists(st.sampled_from(["Ann", "ANN", "Ben"]), unique=True))
def test_only_the_speakers_asked_for_are_allowed(speakers: list[str]) -> None:
    """A sentence is allowed where its speaker is asked for, or nobody is."""
    sentences = split_sentences(TALK)
    allowed = find_allowed(TALK, sentences, Options(speakers=tuple(speakers)))
    assert allowed == [not speakers or sentence.speaker in speakers for sentence in sentences]


def test_names_are_matched_with_labels() -> None:
    """The label itself is meant where there is one; else all that differ in case alone."""
    assert match_speakers(["Ann"], TALK) == ("Ann",)
    assert match_speakers(["ann"], TALK) == ("Ann", "ANN")
    assert match_speakers(["Ben", "ben"], TALK) == ("Ben",)


def test_an_unknown_name_is_an_error_that_lists_who_speaks() -> None:
    """Nobody is guessed."""
    with pytest.raises(OptionError, match="Ann, Ben, ANN"):
        match_speakers(["Cleo"], TALK)


def test_times_need_a_talk_with_times() -> None:
    """Limits of time on a talk without times are an error."""
    with pytest.raises(OptionError, match="no times"):
        find_allowed(TALK, split_sentences(TALK), Options(start_ms=1000))
