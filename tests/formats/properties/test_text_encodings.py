"""Every kind of plain text in every encoding, with every kind of line end and blank."""

from __future__ import annotations

import random
import re

from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.for_each import for_each
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.talk import TALK
from tests.formats.specimens.texts import TEXTS
from tests.formats.talks import check_places

BY_FILE = for_each(TEXTS, named=lambda specimen: specimen.file)


def told(talk: Transcript) -> list[tuple[str | None, str, int | None]]:
    """Speakers, words and times, white space folded."""
    return [
        (turn.speaker, " ".join(turn.text.split()), turn.runs[0].start_ms) for turn in talk.turns
    ]


@BY_FILE
@for_each(["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_changes_nothing(codec: str, specimen: Specimen) -> None:
    """Byte order marks change nothing, nor does the lack of one; Windows-1252 is warned of."""
    data = specimen.write(TALK)
    talk = parse_transcript(data, name="x")
    other = parse_transcript(data.decode().encode(codec), name="x")
    assert told(other) == told(talk)
    assert other.format == talk.format
    guessed = [warning for warning in other.warnings if "Windows-1252" in warning]
    assert len(guessed) == (codec == "cp1252")


@BY_FILE
@for_each([["\r\n"], ["\r"], ["\u2028"], ["\n", "\r\n"], ["\r\n", "\r"]])
def test_line_ends_change_nothing(ends: list[str], specimen: Specimen) -> None:
    """Line breaks of one kind or several change nothing; the last one may be missing."""
    text = specimen.write(TALK).decode()
    chosen = random.Random(1)
    changed = re.sub("\r\n|\n", lambda _: chosen.choice(ends), text).rstrip()
    talk = parse_transcript(changed.encode(), name="x")
    assert told(talk) == told(parse_transcript(text.encode(), name="x"))
    check_places(talk)


@BY_FILE
def test_hard_blanks_change_nothing(specimen: Specimen) -> None:
    """No-break spaces before names and times and at line ends change nothing."""
    text = specimen.write(TALK).decode()
    changed = text.replace(" ", "\u00a0").replace("\n", "\u00a0\n")
    talk = parse_transcript(changed.encode(), name="x")
    assert told(talk) == told(parse_transcript(text.encode(), name="x"))
