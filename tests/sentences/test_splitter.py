"""Sentence splitting: nothing is lost, spans are exact, ends are where a listener hears them."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuggets.formats.lines import LINE_ENDS, line_number
from nuggets.sentences.punctuation import MAX_WORDS, find_sentence_starts
from nuggets.sentences.splitter import WINDOW, split_sentences
from nuggets.values import Run, Sentence, Transcript, Turn
from tests.builders import spoken, talk
from tests.sentences.strategies import said

REPOSITORY = Path(__file__).resolve().parents[2]
ALTMAN = REPOSITORY / ".." / "shared" / "transcripts" / "altman.txt"

turns = st.lists(st.tuples(st.none() | st.just("Dana"), said), max_size=4)


def letters(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())


def texts(script: str) -> list[str]:
    """Split one turn that nobody is named for and return the sentences."""
    return [sentence.text for sentence in split_sentences(spoken([(None, script)]))]


@settings(deadline=None)
@given(turns)
def test_every_character_is_in_one_sentence_of_its_turn(said: list[tuple[str | None, str]]) -> None:
    """Nothing is lost, doubled or moved, and no sentence crosses a turn."""
    transcript = spoken(said)
    sentences = split_sentences(transcript)
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    for turn in transcript.turns:
        own = [sentence for sentence in sentences if sentence.turn_index == turn.index]
        assert "".join(letters(sentence.text) for sentence in own) == letters(turn.text)
        assert {sentence.speaker for sentence in own} == {turn.speaker}
        assert turn.runs[0].start <= own[0].start
        assert own[-1].end <= turn.runs[0].end
        assert own[0].opens_paragraph


@settings(deadline=None)
@given(turns)
def test_places_are_exact(said: list[tuple[str | None, str]]) -> None:
    """The source between start and end is the sentence, and starts and ends with its words."""
    transcript = spoken(said)
    for sentence in split_sentences(transcript):
        piece = transcript.source[sentence.start : sentence.end]
        assert " ".join(piece.split()) == sentence.text
        assert piece == piece.strip()
        assert sentence.text
        assert sentence.line == line_after(transcript.source[: sentence.start])


def line_after(before: str) -> int:
    r"""Count lines by hand: each ends at \r\n or at one of the characters that end a line."""
    return sum(before.replace("\r\n", "\n").count(end) for end in LINE_ENDS) + 1


@settings(deadline=None)
@given(turns, said)
def test_a_later_turn_changes_no_earlier_sentence(
    said: list[tuple[str | None, str]], more: str
) -> None:
    """What is said next does not change where earlier sentences end, if all have punctuation."""
    before, after = spoken(said), spoken([*said, ("Lee", more)])
    sentences, longer = split_sentences(before), split_sentences(after)
    if {sentence.boundary for sentence in (*sentences, *longer)} == {"punctuation"}:
        kept = longer[: len(sentences)]
        assert [(s.start, s.end) for s in kept] == [(s.start, s.end) for s in sentences]


@settings(deadline=None)
@given(said)
def test_a_punctuated_turn_is_split_where_its_marks_say(text: str) -> None:
    """Sentences start where `find_sentence_starts` says, and nowhere else."""
    transcript = spoken([(None, text)])
    sentences = split_sentences(transcript)
    if all(one.boundary == "punctuation" for one in sentences) and len(text) <= MAX_WORDS:
        first = len(text) - len(text.lstrip())
        assert [one.start for one in sentences] == sorted({first, *find_sentence_starts(text)})


def test_paragraphs_end_sentences_unless_they_go_on() -> None:
    """A blank line ends a sentence; after no mark and before lower case it is only a pause."""
    sentences = split_sentences(
        talk("We ship\n\nThe rest is late\n\n“and so are we.\n\nyes, it is: 5\n\n6 are here\nand 7")
    )
    assert [(s.text, s.opens_paragraph, s.line) for s in sentences] == [
        ("We ship", True, 1),
        ("The rest is late “and so are we.", True, 3),
        ("yes, it is: 5", True, 7),
        ("6 are here and 7", True, 9),
    ]


def test_lines_end_like_in_any_system() -> None:
    r"""Lines end at \n, \r\n, \r and what else ends lines in Unicode, as the readers count them."""
    text = "A b.\r\n" + "".join(f"C d.{end}" for end in LINE_ENDS) + "E."
    sentences = split_sentences(talk(text))
    assert [sentence.line for sentence in sentences] == list(range(1, len(LINE_ENDS) + 3))
    source = "One a.\r\nTwo b.\u2028Three c.\x0c\x85Four d."
    lines = [line_number(source, source.index(word)) for word in ("One", "Two", "Three", "Four")]
    assert lines == [sentence.line for sentence in split_sentences(talk(source))] == [1, 2, 3, 5]


def test_speakers_are_copied() -> None:
    """Each sentence has the speaker of its turn, who may be nobody."""
    sentences = split_sentences(talk("Dana: Hi. We ship. | Lee: Yes. | Nobody said this."))
    assert [(s.speaker, s.text) for s in sentences] == [
        ("Dana", "Hi."),
        ("Dana", "We ship."),
        ("Lee", "Yes."),
        (None, "Nobody said this."),
    ]


def test_captions_give_times_and_the_places_of_the_markup() -> None:
    """A sentence lasts from its first cue to its last, and its slice holds the markup between."""
    source = "1\n<v Lee>We ship\n2\nin May &amp; June. No\n3\nmore."
    runs = (
        Run(0, 7, source.index("We"), source.index("We") + 7, 1000, 2000),
        Run(8, 15, source.index("in May"), source.index("in May") + 7, 2000, 3000),
        Run(15, 16, source.index("&"), source.index(";") + 1, 2000, 3000),
        Run(16, 25, source.index(" June"), source.index(" June") + 9, 2000, 3000),
        Run(26, 31, source.index("more."), source.index("more.") + 5, 3500, None),
    )
    turn = Turn(0, "Lee", "We ship\nin May & June. No\nmore.", runs, "cue")
    transcript = Transcript("x.vtt", "", "vtt", "utf-8", source, (turn,))
    stop = source.index("June.") + 5
    assert split_sentences(transcript) == (
        Sentence(0, 0, "Lee", "We ship in May & June.", 9, stop, 2, 1000, 3000, "cue", True),
        Sentence(1, 0, "Lee", "No more.", stop + 1, len(source), 4, 2000, None, "cue", False),
    )


def test_what_is_untimed_says_so() -> None:
    """A run without a time gives none, whatever the turn's other runs have."""
    turn = Turn(0, None, "Hi. Yes.", (Run(0, 3, 0, 3), Run(4, 8, 4, 8, 5, 9)), "word")
    transcript = Transcript("x", "", "json", "utf-8", "Hi. Yes.", (turn,))
    times = [(s.start_ms, s.end_ms, s.time_source) for s in split_sentences(transcript)]
    assert times == [(None, None, "none"), (5, 9, "word")]


def test_long_sentences_are_cut_where_one_may_pause() -> None:
    """A segment without full stops is cut before conjunctions and after commas."""
    clause = "we took the old machine apart in the yard behind the shop"
    openers = (", and then ", " but ", ", so ", " because ", ", which is why ", " and ")
    text = clause + "".join(opener + clause for opener in openers * 3)
    pieces = texts(text)
    assert len(pieces) > 5
    assert {piece.split()[0] for piece in pieces} <= {"we", "and", "but", "so", "because", "which"}


def test_text_without_blanks_is_cut() -> None:
    """Text without any white space comes in pieces that the model can read whole."""
    assert max(len(piece) for piece in texts("x" * 5000)) <= 1000
    assert max(len(piece) for piece in texts("中文" * 5000)) <= 2 * MAX_WORDS


@pytest.mark.parametrize("after", [". ", ".\n\n", "! "])
def test_a_turn_longer_than_a_window_splits_as_if_whole(after: str) -> None:
    """Reading a turn in windows shows nowhere."""
    clause = "We took Dr. Lee's machine apart" + after
    count = 3 * WINDOW // len(clause)
    pieces = texts(clause * count)
    assert len(pieces) == count
    assert len(set(pieces[1:-1])) == 1


@pytest.mark.parametrize(
    "piece", ["x", "a ", "\n\n", ". ", "?—", '. " ', "a... ", ". [", "Mr. ", "\n "]
)
def test_no_turn_takes_for_ever(piece: str) -> None:
    """A hundred thousand characters of anything are split and none is lost."""
    text = "a" + piece * (100_000 // len(piece)) + "b"
    assert letters("".join(texts(text))) == letters(text)


def test_nothing_said_is_no_sentence() -> None:
    """A transcript without turns has no sentences."""
    assert split_sentences(spoken([])) == ()


@pytest.mark.skipif(not ALTMAN.exists(), reason="the shared transcript is not here")
def test_a_real_talk_falls_into_sentences() -> None:
    """A podcast of 23,000 words has some 1,700 sentences, none of them overlong or out of order."""
    lines = [line for line in ALTMAN.read_text(encoding="utf-8").split("\n\n") if line.strip()]
    sentences = split_sentences(spoken([(None, line.strip()) for line in lines]))
    assert 1600 < len(sentences) < 1800
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert max(len(sentence.text.split()) for sentence in sentences) <= MAX_WORDS
    openings = [s.text.lstrip("“‘(—").removeprefix("iP")[0] for s in sentences]
    assert sum(opening.islower() for opening in openings) <= 5


def test_the_light_import_leaves_torch_and_the_network_out() -> None:
    """After it nothing that talks to a network is loaded, and torch and spacy.cli still can be."""
    code = """
import sys
from importlib.util import find_spec
from nuggets.sentences.splitter import import_spacy_lightly, split_sentences
from tests.builders import talk
assert "spacy" not in sys.modules
has_torch = find_spec("torch") is not None
import_spacy_lightly()
assert len(split_sentences(talk("Dana: Hi. We ship."))) == 2
heavy = {"torch", "requests", "urllib3", "httpx", "typer", "weasel", "spacy.cli"}
print(sorted(heavy & sys.modules.keys()))
print((find_spec("torch") is not None) == has_torch, find_spec("spacy.cli").origin is not None)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\nTrue True\n", "")
