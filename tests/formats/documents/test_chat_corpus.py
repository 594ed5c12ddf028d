r"""CHAT: names, bullets, tiers, ends of utterances."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.reading import dialogue, read
from tests.formats.talks import check_runs

HEAD = "@UTF8\n@Begin\n@Participants:\tCHI Target_Child, MOT Anna_Lee Mother,\n\tFAT Father\n"


def test_names_are_those_of_the_participants() -> None:
    """A speaker without a name has the code."""
    talk = read(f"{HEAD}*CHI:\thi .\n*MOT:\thi .\n*FAT:\thi .\n*INV:\thi .\n@End\n")
    assert talk.speakers == ("CHI", "Anna Lee", "FAT", "INV")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("hello there .", "hello there."),
        ("so ?", "so?"),
        ("so +...", "so +..."),
        ("&=laughs xxx (.) I <we> [//] no [= x] !", "&=laughs xxx (.) I <we> [//] no [= x]!"),
        ("that\n\tgoes on .", "that goes on."),
        ("that goes on\n\t.", "that goes on."),
        ("it costs 3.5 .", "it costs 3.5."),
    ],
)
def test_words_stay_as_they_are_written(words: str, text: str) -> None:
    """Words are kept as written, but for the blank before the terminator."""
    talk = read(f"{HEAD}*CHI:\t{words}\n%mor:\tx|y\n\tz\n@End\n")
    assert dialogue(talk) == [("CHI", text)]
    assert {left.reason for left in talk.left_out} == {"header", "dependent tier"}
    check_runs(talk)


def test_bullets_are_times() -> None:
    """Bullets give the times of the words before them, also in the older form."""
    talk = read(
        f"{HEAD}*CHI:\tso \x150_400\x15 we go . \x15400_985\x15\n"
        '*CHI:\tup .\x15%snd:"a"_990_999\x15\n'
        "*CHI:\tno time .\n@End\n"
    )
    (turn,) = talk.turns
    assert turn.text == "so we go. up. no time."
    assert turn.time_source == "cue"
    times = [(run.start_ms, run.end_ms) for run in turn.runs]
    assert times[:2] == [(0, 400), (400, 985)]
    assert times[3:5] == [(990, 999)] * 2
    assert times[-1] == (None, None)


def test_lines_alone_are_enough() -> None:
    """Lines of CHAT without headers are recognised."""
    assert read("*CHI:\thi .\n*MOT:\tso .\n").format == "chat"


def test_another_line_is_malformed() -> None:
    """The error names the line and what was expected."""
    with pytest.raises(MalformedTranscriptError, match="line 6: expected a line that begins"):
        read(f"{HEAD}*CHI:\thi .\nhush\n")
