from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.words import fold, split_words
from nuggets.rank.acronyms import find_acronyms
from tests.hangs import stopped_if_it_hangs
from tests.processes import SAMPLE


@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_talk_has_acronyms_or_none(sentences: list[str]) -> None:
    """Any talk can be searched; what is found is spelt by its long form, said in the talk."""
    found = find_acronyms(sentences)
    said = [f" {' '.join(split_words(sentence))} " for sentence in sentences]
    for short, long in found.items():
        assert any(f" {long} " in sentence for sentence in said)
        letters = iter(word[0] for word in long.split())
        assert all(letter in letters for letter in short)


def test_acronyms_of_the_sample_talk() -> None:
    """The sample talk explains DHN and COP once each, in its own words."""
    sentences = [fold(part) for part in SAMPLE.read_text("utf-8").replace("\n", ". ").split(". ")]
    found = find_acronyms(sentences)
    assert found["dhn"] == "district heat network"
    assert found["cop"] == "coefficient of performance"


def test_acronyms_of_an_interview() -> None:
    """Long forms said often, or beside the acronym, or longer than one so found, are taken."""
    found = find_acronyms(
        [
            "We do research in artificial intelligence, and AI is hard.",
            "It is called RLHF, reinforcement learning with human feedback.",
            "Some fear it.",
            "An idea is not AI, but artificial intelligence may be.",
            "Universal basic income was tried.",
            "Nobody minds.",
            "People like UBI.",
            "I believe in universal basic income.",
            "One day AGI comes.",
            "Then more.",
            "That is artificial general intelligence.",
            "The project manager (PM) and the return on investment, ROI, matter.",
        ]
    )
    assert found == {
        "ai": "artificial intelligence",
        "rlhf": "reinforcement learning with human feedback",
        "ubi": "universal basic income",
        "agi": "artificial general intelligence",
        "pm": "project manager",
        "roi": "return on investment",
    }


@pytest.mark.parametrize(
    "sentences",
    [
        ["AI is an idea.", "It is an idea about AI, and an idea is good."],
        ["We shipped GPT early.", "That means giving people time."],
        ["He took the SAT.", "Sam Altman the founder left."],
        ["I LIKE HEAT PUMPS.", "Heat pumps last."],
        ["The UN met.", "Water flows.", "Later on, unusual names appeared."],
        ["NASA NASA NASA"],
        [
            "AAFC helps.",
            "You are able to apply for the Canada loan.",
            "Able to apply for the Canada.",
        ],
        ["The AAA.", "Agriculture and agri food.", "Agriculture and agri business."],
        ["The MP spoke.", "Our management programs work."],
        ["The MP spoke.", "Mr Paul said it.", "Mr Paul said it again."],
        ["The EU left.", "It is elsewhere in the UK.", "It is elsewhere in the UK, too."],
        ["NP is hard.", "A number of parameters.", "The number of parameters."],
        ["The US did.", *["Pipes."] * 9, "Utterance specific words.", "Utterance specific marks."],
        [],
    ],
)
def test_coincidences_are_not_taken(sentences: list[str]) -> None:
    """Initials that happen to fit spell nothing."""
    assert find_acronyms(sentences) == {}


def test_many_acronyms_cost_no_more_than_their_number() -> None:
    """A talk of nothing but acronyms and what they may stand for is read at once."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    acronyms = [f"{a}{b}{c}" for a in "AT" for b in letters for c in letters]
    sentences = [f"The {one} and the {one} take the alpha test." for one in acronyms * 2]
    with stopped_if_it_hangs():
        find_acronyms(sentences)
