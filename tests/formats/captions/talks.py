"""Captions for tests: made-up talks with times, kinds of line ends, cues written by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.formats.specimens.talk import time_words
from tests.formats.talks import TALKS, Said


def _to_text(said: Said) -> str:
    """Join the paragraphs; a dash that a capital follows would tell of somebody else."""
    return " ".join(said.paragraphs).replace("– ", "– and ")


SPOKEN = TALKS.filter(lambda talk: len({said.speaker for said in talk}) > 1).map(
    lambda talk: time_words([(said.speaker, _to_text(said)) for said in talk])
)
"""Talks with a time for each word, in which several speakers speak twice each."""

CONTAINERS = st.sampled_from(("", "bom", "crlf", "cr", "no last newline"))


def contain(data: bytes, container: str) -> bytes:
    """Put a file into another container; its lines and words stay."""
    data = data.replace(b"\r\n", b"\n")
    match container:
        case "bom":
            return b"\xef\xbb\xbf" + data
        case "crlf":
            return data.replace(b"\n", b"\r\n")
        case "cr":
            return data.replace(b"\n", b"\r")
        case "no last newline":
            return data.rstrip()
    return data


def cues(*payloads: str, arrow: str = ".", numbers: bool = False, header: bool = True) -> str:
    """Write cues of a second each, as WebVTT or (with `,` and without a header) as SRT."""
    blocks = ["WEBVTT\n"] if header else []
    for i, payload in enumerate(payloads):
        minute, second = divmod(i, 60)
        times = " --> ".join(f"00:{minute:02}:{second:02}{arrow}{ms}00" for ms in (0, 9))
        number = f"{i + 1}\n" if numbers else ""
        blocks.append(f"{number}{times}\n{payload}\n")
    return "\n".join(blocks)


def srt(*payloads: str) -> str:
    """Write SRT."""
    return cues(*payloads, arrow=",", numbers=True, header=False)
