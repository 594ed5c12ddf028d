"""Talks with times, and reading them, which the tests of documents share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from hypothesis import strategies as st

from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.formats.specimens.talk import Spoken, time_words
from tests.formats.talks import PARAGRAPHS

NAMES = st.sampled_from(
    "ANNA|Ben K|Dr. Anna Lee|Zoë O’Neil|Jane O'Neil|王伟|Sam Lee & Co".split("|")
)
TALKS = (
    st.lists(st.tuples(NAMES, PARAGRAPHS), min_size=2, max_size=6)
    .filter(lambda turns: len({name for name, _ in turns}) > 1)
    .map(lambda turns: time_words([*turns, *turns]))
)
"""Talks of two people or more in which every name recurs."""

Dialogue = list[tuple[str | None, str]]


def dialogue(talk: Transcript) -> Dialogue:
    """Speakers and words, white space folded, consecutive turns of one speaker joined."""
    return _joined([(turn.speaker, turn.text) for turn in talk.turns])


def expected_dialogue(talk: Sequence[Spoken]) -> Dialogue:
    """The same of a talk that was written."""
    return _joined([(spoken.speaker, spoken.text) for spoken in talk])


def _joined(turns: Sequence[tuple[str | None, str]]) -> Dialogue:
    return [
        (speaker, " ".join(" ".join(text for _, text in said).split()))
        for speaker, said in groupby(turns, key=lambda turn: turn[0])
    ]


def read(data: bytes | str, *, format: str | None = None) -> Transcript:
    """Read bytes or a text as if they were a file."""
    content = data.encode() if isinstance(data, str) else data
    return parse_transcript(content, name="talk", format=format)


def check_all_counted(talk: Transcript, words: Sequence[str]) -> None:
    """Each of these words of the source is in one run, or left out."""
    places = [(run.start, run.end) for turn in talk.turns for run in turn.runs]
    places += [(left.start, left.end) for left in talk.left_out]
    for word in words:
        at = talk.source.index(word)
        assert any(start <= at < end for start, end in places), word
