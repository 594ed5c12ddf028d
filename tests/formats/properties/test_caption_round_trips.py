"""What is written as captions is read as it was said, in whatever container."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given

from nuggets.errors import TranscriptError
from nuggets.formats.captions import CAPTIONS
from nuggets.formats.format_detection import find_format
from nuggets.formats.reading import parse_transcript
from tests.for_each import for_each
from tests.formats.captions.talks import CONTAINERS, SPOKEN, contain
from tests.formats.specimens.captions import CAPTIONS as SPECIMENS
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK, Spoken, join_turns
from tests.formats.talks import check_runs

BY_FILE = for_each(SPECIMENS, named=lambda specimen: specimen.file)


@BY_FILE
@given(talk=SPOKEN, container=CONTAINERS)
def test_what_is_written_is_read(
    specimen: Specimen, talk: Sequence[Spoken], container: str
) -> None:
    """Speakers, words and times come back, also with BOM, CRLF, CR and no last newline."""
    data = contain(specimen.write(talk), container)
    read = parse_transcript(data, name="x", format=specimen.format)
    check_runs(read)
    turns = [(turn.speaker, " ".join(turn.text.split())) for turn in read.turns]
    times = [turn.runs[0].start_ms for turn in read.turns]
    if specimen.speakers:
        expected = join_turns(talk)
        assert turns == [(speaker, text) for speaker, text, _ in expected]
        assert times == [start_ms for _, _, start_ms in expected]
    else:
        assert turns == [(None, spoken.text) for spoken in talk]
        assert times == [spoken.start_ms for spoken in talk]


@BY_FILE
@given(talk=SPOKEN)
def test_what_is_written_is_recognised(specimen: Specimen, talk: Sequence[Spoken]) -> None:
    """Also short talks are taken for what they are."""
    assert parse_transcript(specimen.write(talk), name="x").format == specimen.format


@BY_FILE
def test_a_file_may_break_off_anywhere(specimen: Specimen) -> None:
    """Cut in its words it is read up to there; cut in its times it is refused with the line."""
    text = specimen.write(TALK).decode().replace("\r\n", "\n")
    whole = find_format(specimen.format).parse(text)
    spoken = " ".join(turn.text for turn in whole.turns).split()
    begin = text.index("\n", len(text) // 2) + 1
    refused = 0
    for end in range(begin, begin + 700, 3):
        try:
            parsed = find_format(specimen.format).parse(text[:end])
        except TranscriptError as error:
            refused += 1
            assert f"line {text.count(chr(10), 0, end) + 1}:" in str(error)
            continue
        words = " ".join(turn.text for turn in parsed.turns).split()
        assert words[:-2] == spoken[: len(words) - 2]  # the rest may be half a label or a tag
    assert refused > 15


def test_the_formats_are_in_the_order_of_their_particularity() -> None:
    """What any WebVTT (or SRT) fits comes after the kinds of it."""
    names = [known.name for known in CAPTIONS]
    assert names.index("vtt") > max(map(names.index, ("teams-vtt", "zoom-vtt", "youtube-vtt")))
    assert names.index("srt") > names.index("youtube-srt")
