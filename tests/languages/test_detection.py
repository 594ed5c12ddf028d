"""The language of a talk: right for each that is known, and never claimed where it is not sure."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nuggets
from nuggets.languages.detection import SAMPLE, detect_language, language_warning
from nuggets.languages.names import LANGUAGES, OTHER, UNKNOWN, has_english_rules
from tests.for_each import for_each
from tests.languages.talks import TALKS, Told
from tests.processes import ROOT

ENGLISH = "And so we went to the harbor, and it was cold, but I like it. " * 20
GERMAN = "Und dann gingen wir zum Hafen hinunter, weil niemand dort gewesen war. " * 20
SHARED = ROOT.parent / "shared"
NAMES = "Anna Özdemir, Jean-Luc Nguyen, Kovács, Oslo, Toyota, Gdańsk, ACME GmbH, 3.14, 1999"
KNOWN = [code for code in LANGUAGES if code not in ("th", "tr")]  # of which spaCy has examples
OTHERS = ("bg", "eu", "hy", "la", "lb", "sl", "sr", "ta", "ur", "vi")


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    """Any text has a known code; the warning is one line without any of its words."""
    code = detect_language(text)
    warning = language_warning(code)
    assert code in LANGUAGES or code in (OTHER, UNKNOWN)
    assert (warning is None) == has_english_rules(code)
    assert warning is None or (warning.isascii() and "\n" not in warning)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("", UNKNOWN),
        ("1 2 3", UNKNOWN),
        ("Moin moin.", UNKNOWN),
        (GERMAN, "de"),
        ("И потом мы пошли к морю, потому что там никого не было, и вы это знаете. ", "ru"),
        ("Ми їхали до моря, тому що там нікого не було.", "uk"),
        ("今天我们讨论人工智能。", "zh"),
        ("今日は人工知能について話します。", "ja"),
        ("오늘은 인공지능에 대해 이야기합니다.", "ko"),
        ("Σήμερα μιλάμε για την τεχνητή νοημοσύνη.", "el"),
        (ENGLISH + "Добро пожаловать. ", "en"),
        ("Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor " * 6, OTHER),
    ],
)
def test_codes(text: str, code: str) -> None:
    """Each language is told; what is too short is unknown, and what is none of them is other."""
    assert detect_language(text) == code


@for_each(TALKS, named=lambda told: told.file)
def test_our_own_talks(told: Told) -> None:
    """Each of them is told, also in small letters and without marks, and by any third of it."""
    text = re.sub(r"^[^:]+:", "", told.text, flags=re.MULTILINE)
    assert detect_language(text) == told.code
    assert detect_language(re.sub(r"[^\w\s'’]", "", text).lower()) == told.code
    third = len(text) // 3
    assert {detect_language(text[i * third : (i + 1) * third]) for i in range(3)} == {told.code}


@for_each(TALKS, named=lambda told: told.file)
def test_names_and_numbers_say_nothing(told: Told) -> None:
    """Many names and numbers of anywhere change nothing, nor does one English sentence in four."""
    sentences = told.text.split(". ")
    assert detect_language(f" {NAMES} ".join(told.text.split("\n"))) == told.code
    mixed = [
        f"{said}. Yeah, that was the plan for us" if i % 4 == 0 else said
        for i, said in enumerate(sentences)
    ]
    assert detect_language(". ".join(mixed)) == told.code


@for_each(KNOWN, named=str)
def test_the_examples_of_spacy(code: str) -> None:
    """Headlines that somebody else wrote are told, at the worst as unknown; none as another."""
    examples = import_module(f"spacy.lang.{code}.examples").sentences
    allowed = {UNKNOWN, code} if len(" ".join(examples).split()) < 50 else {code}
    assert detect_language(" ".join(examples)) in allowed
    if code not in ("fa", "ja", "ru"):  # one headline may be in letters that another one has, too
        assert {detect_language(sentence) for sentence in examples} <= {UNKNOWN, code}


@for_each(OTHERS, named=str)
def test_no_language_is_taken_for_a_known_one(code: str) -> None:
    """Of languages that are not known here, no other one is claimed."""
    examples = import_module(f"spacy.lang.{code}.examples").sentences
    assert detect_language(" ".join(examples)) in (UNKNOWN, OTHER)


def test_no_piece_of_our_talks_is_taken_for_another_language() -> None:
    """Twenty words of a talk in English are in English or unknown, wherever they are cut out."""
    for name in ("talk", "meeting", "hearing"):
        words = (ROOT / "data" / f"{name}.txt").read_text("utf-8").split()
        pieces = [" ".join(words[i : i + 20]) for i in range(0, len(words) - 20, 10)]
        assert {detect_language(piece) for piece in pieces} <= {"en", UNKNOWN}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared talks are not here")
@pytest.mark.slow
def test_all_talks_in_english_are_in_english() -> None:
    """Podcasts, meetings by people and by recognisers, with names of everywhere in them."""
    files = [*SHARED.glob("data/editors/*/*.md"), *SHARED.glob("transcripts/*.txt")]
    files += SHARED.glob("data/qmsum/*/*.json")
    assert len(files) > 200
    assert {nuggets.read(file).language for file in files} == {"en"}


def test_the_middle_decides() -> None:
    """An English page around a talk in another language does not hide it."""
    head = ENGLISH[:1000]
    assert detect_language(head + GERMAN * (2 * SAMPLE // len(GERMAN)) + head) == "de"
