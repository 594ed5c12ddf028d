"""Texts that hold no talk, or one in another notation, are refused."""

from __future__ import annotations

import pytest

from nuggets.errors import UnknownFormatError
from tests.formats.talks import read

RTTM = "".join(f"SPEAKER talk 1 {i}.2 0.6 <NA> <NA> spk{i % 2} <NA> <NA>\n" for i in range(5))
ANNOTATION = "".join(f"[ 00:00:0{i}.200 -->  00:00:0{i}.900] {'AB'[i % 2]} SPEAKER_0{i % 2}\n"
                     for i in range(5))  # fmt: skip
TEXTGRID = (
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 5.1\ntiers? <exists>\n'
    'size = 1\nitem []:\n    item [1]:\n        class = "IntervalTier"\n        name = "Ann"\n'
    "        intervals: size = 1\n        intervals [1]:\n            xmin = 0\n"
    '            xmax = 5.1\n            text = "so where does it go"\n'
)
YAML = "- speaker: Ann\n  start: 1.2\n  text: So where does it go?\n" * 3
PYTHON = "[{'text': 'So where does it go?', 'start': 1.2, 'duration': 3.6}, {'text': 'On.'}]"
XML = '<talk>\n<turn speaker="Ann">So where?</turn>\n<turn speaker="Ben">On.</turn>\n</talk>\n'
TABLE = "objectid,title,date\na,Interview with Ann,2031\nb,Interview with Ben,2032\nc,So,2033\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RTTM, "RTTM"),
        (ANNOTATION, "no words"),
        (TEXTGRID, "TextGrid"),
        (YAML, "YAML"),
        (PYTHON, "Python"),
        (XML, "XML"),
        (TABLE, "table"),
    ],
)
def test_what_holds_no_talk_is_refused(text: str, said: str) -> None:
    """The error says what the text is, and quotes nothing of it."""
    with pytest.raises(UnknownFormatError, match=said) as caught:
        read(text)
    assert "Ann" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Ann: So where does it go?\nBen: On.\n" * 4,
        "text: the words\nThe text: it goes on.\n" * 3,
        "<Ann> So where?\n<Ben> On.\n<Ann> Oh.\n<Ben> No.\n",
        "One, two, three.\nFour, five, six.\nSeven, eight, nine.\n",
        "SPEAKER 1: So where?\nSPEAKER 2: On.\n" * 3,
    ],
)
def test_a_talk_is_not_refused(text: str) -> None:
    """What only resembles such a text is read."""
    assert read(text).turns
