from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuggets.rank.named_speakers import find_named_speakers
from tests.hangs import stopped_if_it_hangs

MEETING = ["Project Manager", "Marketing", "Grad E", "Grad G", "Professor B"]
HOUSE = ["Hon. Navdeep Bains (Mississauga, Lib.)", "Ms. Anna Lee", "The Chair"]


@pytest.mark.parametrize(
    ("text", "speakers", "named"),
    [
        ("Why did Project Manager like the price?", MEETING, {"Project Manager"}),
        ("what did the project manager say", MEETING, {"Project Manager"}),
        ("What did E think about disk space?", MEETING, {"Grad E"}),
        ("Did the Professor agree with Grad G?", MEETING, {"Professor B", "Grad G"}),
        ("Marketing's presentation", MEETING, {"Marketing"}),
        ("marketing strategy", MEETING, set()),
        ("a management project", MEETING, set()),
        ("What did Bains say about loans?", HOUSE, {"Hon. Navdeep Bains (Mississauga, Lib.)"}),
        ("How Lee and the Chair saw it", HOUSE, {"Ms. Anna Lee", "The Chair"}),
        ("leeway for banks", HOUSE, set()),
        ("AGI", ["SAM ALTMAN", "LEX FRIDMAN"], set()),
        ("Where Sam Altman was wrong", ["SAM ALTMAN", "LEX FRIDMAN"], {"SAM ALTMAN"}),
        ("phase 2 trials", ["Speaker 1", "Speaker 2"], set()),
        ("What did 2 of them say", ["Speaker 1", "Speaker 2"], set()),
        ("What did Speaker 2 say", ["Speaker 1", "Speaker 2"], {"Speaker 2"}),
        ("vitamin A and hepatitis B", ["Speaker A", "Speaker B"], set()),
        (
            "What did A and B say about vitamin C",
            ["Grad A", "Grad B", "Grad C"],
            {"Grad A", "Grad B"},
        ),
        ("the speaker system", ["Speaker A", "Guest B"], set()),
        (
            "What did the guest and Speaker A say",
            ["Speaker A", "Guest B"],
            {"Speaker A", "Guest B"},
        ),
        ("Will AI take our jobs", ["Will", "Mark"], set()),
        ("the Mark of Cain", ["Will", "Ann Mark"], set()),
        ("did Will think that", ["Will", "Mark"], {"Will"}),
        ("Will's view of jobs", ["Will", "Mark"], {"Will"}),
        ("according to Will", ["Will", "Mark"], {"Will"}),
        ("Will on jobs", ["Will", "Mark"], {"Will"}),
        ("what Will and Mark thought", ["Will", "Mark"], {"Will", "Mark"}),
        ("the price of Gold", ["Ann Gold"], set()),
        ("the opinion of Gold", ["Ann Gold"], {"Ann Gold"}),
        ("Marketing strategy", MEETING, set()),
        ("What did Ann Lee say", ["Ann Lee", "Bob Lee"], {"Ann Lee"}),
        ("Altman", ["ALTMAN"], {"ALTMAN"}),
    ],
)
def test_speakers_are_found_by_the_name_that_people_use(
    text: str, speakers: list[str], named: set[str]
) -> None:
    """A role, a surname, a letter or a title of its own names a speaker; a common word does not."""
    assert find_named_speakers(text, speakers)[0] == named


def test_the_names_go_and_the_rest_stays() -> None:
    """What is left is what the focus is about."""
    assert (
        find_named_speakers("What did Bains say about loans?", HOUSE)[1]
        == "What did say about loans?"
    )
    assert (
        find_named_speakers("What did Ben Kay think of it?", ["Ben Kay"])[1]
        == "What did think of it?"
    )
    assert find_named_speakers("no name here", HOUSE)[1] == "no name here"


def test_a_focus_as_long_as_a_speech_is_read_at_once() -> None:
    """Names side by side do not take the longer the more there are."""
    with stopped_if_it_hangs():
        find_named_speakers("did " * 2000 + "A and " * 2000, ["Speaker A", "Grad B"])


@settings(deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=12), max_size=4))
def test_any_text_and_any_label_will_do(text: str, speakers: list[str]) -> None:
    """Nothing is named that the talk does not have, whatever stands in its labels."""
    named, _ = find_named_speakers(text, speakers)
    assert named <= set(speakers)


@pytest.mark.parametrize(
    ("focus", "label"),
    [
        ("What did O'Brien say about rent?", "MR. O'BRIEN"),
        ("McKay's view of the dam", "DR. MCKAY"),
        ("according to Jean-Luc", "JEAN-LUC"),
        ("What did Zoe\u0308 think?", "Zo\u00eb"),
    ],
)
def test_names_are_found_however_they_are_capitalised(focus: str, label: str) -> None:
    """Labels of courts are in capitals, and accents may be characters of their own."""
    assert find_named_speakers(focus, [label, "Ann"])[0] == {label}


@pytest.mark.parametrize(
    ("focus", "label"),
    [
        ("Will talks with China succeed?", "Will"),
        ("May views of the bay", "May"),
        ("Does May rain help crops", "May"),
        ("Grant's Tomb", "Grant"),
        ("the President's Day", "President"),
    ],
)
def test_words_of_the_topic_are_no_persons(focus: str, label: str) -> None:
    """A name that is a word, too, is one where no person stands, and before another name."""
    assert find_named_speakers(focus, [label, "Ann"]) == (frozenset(), focus)


def test_a_long_focus_with_many_names_is_read_at_once() -> None:
    """Time grows with the length, not with its square; a test that hangs is stopped."""
    with stopped_if_it_hangs():
        find_named_speakers("Ann Lee and Lee " * 20_000, ["Ann Lee", "Ben Kay"])
