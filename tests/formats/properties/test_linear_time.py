"""Reading takes time in proportion to the size: four times a file, four times the work.

Work is counted, not timed: the calls that Python makes while it reads.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from nuggets.errors import TranscriptError
from nuggets.formats.reading import parse_transcript
from tests.for_each import for_each

N = 150
MOST_GROWTH = 4.6  # of the calls for four times as many: what is constant makes it less than 4


def listed(fields: Callable[[int], dict[str, Any]]) -> Callable[[int], str]:
    """A list of n objects with a text and times."""
    return lambda n: json.dumps(
        [{"text": "so we go.", "start": i, "end": i + 1} | fields(i) for i in range(n)]
    )


def diarised(span: Callable[[int, int], tuple[int, int]]) -> Callable[[int], str]:
    """N segments, and n spans of three speakers beside them."""

    def write(n: int) -> str:
        segments = [{"text": "so we go.", "start": i, "end": i + 1} for i in range(n)]
        spans = [(f"S{i % 3}", *span(i, n)) for i in range(n)]
        beside = [{"speaker": who, "start": start, "end": end} for who, start, end in spans]
        return json.dumps({"segments": segments, "diarization": beside})

    return write


def cues(text: Callable[[int], str]) -> Callable[[int], str]:
    """N cues of SRT."""

    def clock(i: int) -> str:
        return f"{i // 3600:02}:{i // 60 % 60:02}:{i % 60:02},000"

    return lambda n: "".join(
        f"{i + 1}\n{clock(i)} --> {clock(i + 1)}\n{text(i)}\n\n" for i in range(n)
    )


def one_cue(unit: str) -> Callable[[int], str]:
    """One cue that repeats a text."""
    return lambda n: f"1\n00:00:01,000 --> 00:00:09,000\n{unit * n}\n"


def named(i: int) -> str:
    """A name in letters alone, another one for each number."""
    return "N" + "".join(chr(97 + i // 26**k % 26) for k in range(4))


TTML = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>{}</div></body></tt>'
INPUTS: dict[str, Callable[[int], str]] = {
    "speakers in JSON": listed(lambda i: {"speaker": named(i)}),
    "keys of their own": listed(lambda i: {f"k{i}": i, "speaker": "A"}),
    "channels": listed(lambda i: {"channel": f"c{i}"}),
    "labels in JSON": listed(lambda i: {"text": f"{named(i)}: so we go."}),
    "segments that stand twice": listed(lambda i: {"text": f"so we go {i // 2}.", "start": i // 2}),
    "results that grow": listed(lambda i: {"text": "so we go on " * (i % 9 + 1), "start": i // 9}),
    "diarisation": diarised(lambda i, _: (i, i + 1)),
    "diarisation that overlaps": diarised(lambda _, n: (0, n)),
    "diarisation with one long span": diarised(lambda i, n: (0, n) if not i else (i, i + 1)),
    "escapes": lambda n: json.dumps([{"text": 'a "b"\n' * n, "speaker": "A"}]),
    "tags in JSON": lambda n: json.dumps([{"text": "<i>so</i> we " * n, "start": 1, "end": 2}] * 2),
    "marks in JSON": lambda n: json.dumps([{"text": ">> so we go on. " * n, "start": 1}] * 2),
    "words that are not those of the text": lambda n: json.dumps(
        {"text": "so " * n, "words": [{"word": "we", "start": i, "end": i + 1} for i in range(n)]}
    ),
    "lists of one": lambda n: '{"segments": [' + "[" * n + "]" * n + "]}",
    "speakers in cues": cues(lambda i: f"{named(i)}: so we go."),
    "names in brackets": cues(lambda i: f"[{named(i)}] so we go."),
    "names above": cues(lambda i: f"{named(i)}\nso we go."),
    "rolling cues": cues(lambda i: f"line {i}\nline {i + 1}"),
    "dashes": cues(lambda _: "- so\n- we go."),
    "lines of one cue": one_cue("so we go on\n"),
    "tags of one cue": one_cue("<i>so</i> we "),
    "marks of one cue": one_cue(">> so we go "),
    "labels of one cue": one_cue("ANNA: so we\n"),
    "cues of TTML": lambda n: TTML.format(
        "".join(f'<p begin="{i}s" end="{i + 1}s">so <br/>we</p>' for i in range(n))
    ),
    "spans of TTML": lambda n: TTML.format(f'<p begin="1s" end="2s">{"<span>so</span> " * n}</p>'),
    "elements that are not closed": lambda n: TTML.format("<div>" * n),
    "groups of RTF": lambda n: "{\\rtf1\\ansi " + "{\\b Anna:} so we go.\\par\n" * n + "}",
    "groups in groups of RTF": lambda n: "{\\rtf1\\ansi " + "{" * n + "so we go" + "}" * n + "}",
    "parts of an e-mail": lambda n: (
        "From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\nMessage-ID: <a@b>\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n'
        + "--b\nContent-Type: text/plain\n\nAnna: so.\n" * min(n, 900)
        + "--b--\n"
    ),
}


def count_calls(data: bytes) -> int:
    """Count the calls of functions while a file is read or refused."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse_transcript(data, name="x")
    except TranscriptError:
        pass
    finally:
        sys.setprofile(before)
    return calls


@for_each(INPUTS)
def test_work_grows_as_the_file_does(kind: str) -> None:
    """In files that repeat one thing."""
    once, again = (count_calls(INPUTS[kind](n).encode()) for n in (N, 4 * N))
    assert again <= MOST_GROWTH * once, again / once
