"""Made-up talks for the writers of all formats, and the checks that every transcript must pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hypothesis import strategies as st

from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript


class Said(NamedTuple):
    """A turn to be written: who speaks, in which paragraphs, when."""

    speaker: str
    paragraphs: tuple[str, ...]
    start_ms: int = 0

    @property
    def text(self) -> str:
        """The text that a reader should give back."""
        return "\n\n".join(self.paragraphs)


WORDS = st.sampled_from(
    "so we ship in May and the budget is fine – “quoted” naïve 你好 🎉 x 10:30 (laughs) {um} [x] "
    "https://a.b it’s 3.5 a&b".split()
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=8).map(lambda words: f"we {' '.join(words)}.")
NAMES = st.sampled_from(
    (
        "ANNA|Ben K|Dr. Anna Lee (she/her)|TERRY GROSS, HOST|Speaker 1|SPEAKER_00|Zoë O’Neil|王伟|"
        "The Chair (Hon. A. Name (Riding, Party))|Ludwig van Beethoven"
    ).split("|")
)
TURNS = st.builds(Said, NAMES, st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple))
TALKS = st.lists(TURNS, min_size=1, max_size=6).map(lambda talk: [*talk, *talk])
"""Talks in which every label recurs."""


def time_of(index: int) -> int:
    """When the turn of this index begins that `timed` gives."""
    return 3_600_000 + index * 61_000


def timed(talk: Sequence[Said]) -> list[Said]:
    """Give each turn a time, a minute and a second after the one before."""
    return [said._replace(start_ms=time_of(i)) for i, said in enumerate(talk)]


def joined(talk: Sequence[Said]) -> list[Said]:
    """Put turns of one speaker that follow one another together, as times cut them at will."""
    turns: list[Said] = []
    for said in talk:
        if turns and turns[-1].speaker == said.speaker:
            turns[-1] = turns[-1]._replace(paragraphs=(*turns[-1].paragraphs, *said.paragraphs))
        else:
            turns.append(said)
    return turns


def read(text: str, *, format: str | None = None) -> Transcript:
    """Read a text as if it were a file."""
    return parse_transcript(text.encode(), name="talk", format=format)


def spoken(talk: Transcript) -> list[tuple[str | None, str]]:
    """Who says what."""
    return [(turn.speaker, turn.text) for turn in talk.turns]


def check_nothing_lost(talk: Transcript) -> None:
    """Every letter is in a run, before the first run of its line, or left out."""
    rest = list(talk.source)
    places = [(run.start, run.end) for turn in talk.turns for run in turn.runs]
    places += [(left.start, left.end) for left in talk.left_out]
    for start, end in places:
        rest[start:end] = " " * (end - start)
    used = {line_of(talk.source, run.start) for turn in talk.turns for run in turn.runs}
    for i, line in enumerate("".join(rest).replace("\r\n", "\n\n").splitlines()):
        is_markup = i in used or line.strip().endswith((":", ")", "]", "：")) or ":" in line
        assert is_markup or not line.strip(" >"), line


def line_of(source: str, position: int) -> int:
    """Index of the line on which a character stands, each end of a CRLF counted."""
    return len((source[:position].replace("\r\n", "\n\n") + "x").splitlines()) - 1


def check_runs(talk: Transcript, *, in_order: bool = True) -> None:
    """Every run is where it says, and what runs leave of a turn is one blank or line end each.

    A run may be an escape of the source, which has another length.

    Args:
        talk: What was read.
        in_order: Whether the runs are in the order of the source, as all are but those of
            channels, which are put in the order of time.
    """
    for i, turn in enumerate(talk.turns):
        assert turn.index == i
        assert turn.text.strip()
        at = 0
        for run in turn.runs:
            if run.until - run.at == run.end - run.start:  # no escape
                assert talk.source[run.start : run.end] == turn.text[run.at : run.until]
            assert turn.text[at : run.at] in (("", "\n", "\n\n", " ") if at else ("",))
            at = run.until
        assert at == len(turn.text)
    runs = [run for turn in talk.turns for run in turn.runs]
    if not in_order:
        runs.sort(key=lambda run: run.start)
    assert all(a.end <= b.start for a, b in pairwise(runs))


def check_places(talk: Transcript) -> None:
    """As `check_runs`, for sources without escapes: each run is the text of the source."""
    check_runs(talk)
    for turn in talk.turns:
        for run in turn.runs:
            assert talk.source[run.start : run.end] == turn.text[run.at : run.until]
