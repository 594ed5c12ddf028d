"""A way of naming speakers that is not read never gives anybody's words to somebody else.

Two of the speakers of a talk have labels `NAME: text`, the third one has others. Whether their
style is read or hidden from the reader, his words are his or nobody's.
"""

from __future__ import annotations

import pytest

from nuggets.formats.reading import parse_transcript
from nuggets.formats.text import labelled_lines
from nuggets.formats.text.speakers import style_choice
from nuggets.formats.text.speakers.label_styles import STYLES
from tests.for_each import for_each
from tests.formats.text.label_kinds import KINDS, SAID, Kind

PEOPLE = ("MARA", "", "PRIYA")
MIXED = [kind for kind in KINDS if kind.is_mixable]


def _write(kind: Kind) -> str:
    """Write the talk, the second speaker as in a kind, the others with `NAME: text`."""
    return "\n\n".join(
        kind.write([(i, said)]) if i == 1 else f"{PEOPLE[i]}: {said}" for i, said in SAID
    )


def _find_wrong(kind: Kind) -> set[str]:
    """Read a talk; tell who is said to have said the words of somebody else."""
    labelled_lines._parse_sample.cache_clear()
    text = _write(kind)
    talk = parse_transcript(text.encode(), name="talk")
    who = {place: turn.speaker for turn in talk.turns for run in turn.runs for place in
           range(run.start, run.end)}  # fmt: skip
    wrong = set()
    for i, said in SAID:
        speaker = who.get(text.index(said)) if text.count(said) == 1 else None
        expected = PEOPLE[i] or kind.names[1] or ""
        if speaker is not None and not speaker.startswith(expected):
            wrong.add(speaker)
    return wrong


@for_each(MIXED, named=lambda kind: kind.name)
def test_a_mixed_talk_is_not_misread(kind: Kind) -> None:
    """With all styles known, nobody gets the words of another."""
    assert _find_wrong(kind) == set()


@for_each([(kind, style) for kind in MIXED for style in (None, *STYLES)],
          named=lambda pair: f"{pair[0].name} without {pair[1] and pair[1].example}")  # fmt: skip
def test_a_hidden_style_gives_nobodys_words_away(pair: tuple[Kind, object]) -> None:
    """Without one of the styles, or without any, nobody gets the words of another."""
    kind, hidden = pair
    left = tuple(style for style in STYLES if hidden is not None and style is not hidden)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(style_choice, "STYLES", left)
        assert _find_wrong(kind) == set()
    labelled_lines._parse_sample.cache_clear()
