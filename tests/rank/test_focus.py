from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.words import fold, split_words, stem
from nuggets.rank.acronyms import find_acronyms
from nuggets.rank.focus import MAX_TERMS, parse_focus
from tests.hangs import stopped_if_it_hangs

LONG_FORMS = {"agi": "artificial general intelligence", "dhn": "district heat network"}
SAMPLE = Path(__file__).parents[2] / "data" / "talk.txt"


@given(st.text())
def test_any_focus_can_be_read(text: str) -> None:
    """Any text is a focus: its terms are stems of its own words or of what they stand for."""
    focus = parse_focus(text, LONG_FORMS)
    own = {stem(word) for word in split_words(fold(text))}
    assert focus.text == text
    assert {term for term, weight in focus.terms.items() if weight == 1} <= own | set(LONG_FORMS)
    assert bool(focus.terms) == bool(own)
    assert len(focus.groups) <= MAX_TERMS
    assert all(group for group in focus.groups)
    assert set().union(*focus.groups) <= set(focus.terms)
    assert len(focus.meanings) >= 1


@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_talk_has_acronyms_or_none(sentences: list[str]) -> None:
    """Any talk can be searched; what is found is spelt by its long form, said in the talk."""
    found = find_acronyms(sentences)
    said = [f" {' '.join(split_words(sentence))} " for sentence in sentences]
    for short, long in found.items():
        assert any(f" {long} " in sentence for sentence in said)
        letters = iter(word[0] for word in long.split())
        assert all(letter in letters for letter in short)


@given(st.lists(st.sampled_from("heat pump network consent fee ferry ice".split()), min_size=1))
def test_words_of_a_topic_are_its_terms(words: list[str]) -> None:
    """A bare topic gives its own words, each once, in order, each satisfied by itself."""
    focus = parse_focus(" ".join(words), {})
    terms = [stem(word) for word in dict.fromkeys(words)]
    assert list(focus.terms) == list(dict.fromkeys(terms))
    assert focus.groups == tuple(frozenset({term}) for term in dict.fromkeys(terms))


@pytest.mark.parametrize(
    ("text", "meaning", "terms"),
    [
        ("AGI", "AGI", "agi"),
        ("Summarize the discussion about AGI", "AGI", "agi"),
        ("Summarize what was said about the budget.", "the budget", "budget"),
        ("Please give me the 5 best quotes about jobs", "jobs", "jobs"),
        ("What did the Professor think about beamforming?", "beamforming", "beamforming"),
        (
            "Why did the Project Manager disagree with the Industrial Designer on the LCD screen?",
            "the LCD screen",
            "lcd screen",
        ),
        (
            "What was the group's decision on the price of the remote?",
            "the price of the remote",
            "price remote",
        ),
        (
            "How did Marketing respond to voice recognition?",
            "voice recognition",
            "voice recognition",
        ),
        (
            "What recommendations did the committee have about funding?",
            "funding",
            "funding",
        ),
        ("What do they think of Rust?", "Rust", "rust"),
        ("Why did OpenAI fire the CEO?", "Why did OpenAI fire the CEO", "openai fire ceo"),
        ("What did Sam say?", "What did Sam say", "sam"),
        ("What is “consent”?", 'What is "consent', "consent"),
        ("what it costs and who pays", "what it costs and who pays", "costs pays"),
        ("Summarize the whole meeting.", "Summarize the whole meeting.", "summarize meeting"),
        ("opinions", "opinions", "opinions"),
        ("the and of", "the and of", "the and of"),
        ("größere Wärmepumpen", "größere Wärmepumpen", "größere wärmepumpen"),
        ("人工智能", "人工智能", "人 工 智 能"),
    ],
)
def test_frames_are_not_the_focus(text: str, meaning: str, terms: str) -> None:
    """What a request is wrapped in is left out, unless nothing else is there."""
    focus = parse_focus(text, {})
    assert focus.meanings == (meaning,)
    assert list(focus.terms) == [stem(word) for word in terms.split()]


def test_a_long_focus_is_capped() -> None:
    """Of ten thousand words the first count, and only so many."""
    focus = parse_focus(" ".join(f"word{i}" for i in range(10_000)), {})
    assert list(focus.terms) == [stem(f"word{i}") for i in range(MAX_TERMS)]


def test_an_acronym_brings_its_long_form() -> None:
    """What an acronym is short for counts half, and is embedded beside it."""
    focus = parse_focus("AGI", LONG_FORMS)
    assert focus.terms == {"agi": 1.0, "artifici": 0.5, "general": 0.5, "intellig": 0.5}
    assert focus.groups == (frozenset({"agi"}),)
    assert focus.meanings == ("AGI", "artificial general intelligence")
    assert parse_focus("AGIs", LONG_FORMS).terms == focus.terms


def test_a_long_form_brings_its_acronym() -> None:
    """Who asks for the long form finds those who say the acronym: it stands for each word."""
    focus = parse_focus("the district heat network of Porto", LONG_FORMS)
    assert focus.terms["dhn"] == 1.0
    assert frozenset({"heat", "dhn"}) in focus.groups
    assert frozenset({"porto"}) in focus.groups
    assert focus.meanings[-1] == "DHN"


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
