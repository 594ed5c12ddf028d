"""TTML, DFXP, IMSC and EBU-TT: captions in XML of broadcasters, streaming services and podcasts.

<p begin="00:00:01.240" end="3.5s" ttm:agent="a1">We begin<br/>with the <span>bridge</span>.</p>

Times are clocks, with a fraction or frames, or numbers with a unit. Those of an element within
another one count from its begin, unless they lie within its times, as some programs write them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from nuggets.formats.format import Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.xml_family.caption_xml import CueBuilder, Times, parse_cues_of_xml
from nuggets.formats.xml_family.xml_tokens import XmlToken, find_root, tokenize_xml

NAME = "ttml"

_CLOCK = re.compile(
    r"([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,9})|[:;]([0-9]{1,3})(?:\.[0-9]{1,3})?)?"
)
_OFFSET = re.compile(r"([0-9]{1,12}(?:[.,][0-9]{1,12})?)(h|ms|m|s|f|t)?")
_IN_MS = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1, None: 1000}
_TIMED = frozenset("body div p span".split())
_HEAD = frozenset("head metadata styling layout".split())


class _Rates(NamedTuple):
    """Frames and ticks per second."""

    frame: Fraction
    tick: Fraction


class _Element(NamedTuple):
    """An open element that may have times."""

    name: str
    times: Times
    voice: str | None


def looks_like_ttml(source: str) -> bool:
    """Whether a text is TTML: by the name of its root."""
    root = find_root(source)
    return root is not None and root.name == "tt"


@gc_paused()
def parse_ttml(source: str) -> Parsed:
    """Parse each paragraph as a cue.

    Raises:
        MalformedTranscriptError: No paragraph has times.
    """
    reader = _Reader(source)
    for token in tokenize_xml(source):
        reader.read(token)
    reader.cues.end_line()
    return parse_cues_of_xml(
        source,
        reader.cues.lines,
        format=NAME,
        expected='`<p begin="00:00:01.000" end="00:00:04.000">...</p>`',
        is_whole=reader.is_whole,
    )


class _Reader:
    """Follows the tags.

    Attributes:
        cues: What is said.
        is_whole: Whether the root has ended.
    """

    def __init__(self, source: str) -> None:
        self.cues = CueBuilder(source)
        self.is_whole = False
        self._source = source
        self._rates = _read_rates({})
        self._open: list[_Element] = []
        self._paragraphs = 0  # of the open ones; counted, since a file may nest thousands
        self._agents: dict[str, str] = {}
        self._agent = ""  # whose name is read
        self._head = 0  # depth of elements that hold no speech

    def read(self, token: XmlToken) -> None:
        """Read the next token."""
        if token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token.name)
        elif self._agent and self._head:
            name = " ".join(self._source[token.start : token.end].split())
            if name:
                self._agents.setdefault(self._agent, name)
        elif not self._head and self._paragraphs:
            self.cues.write(token, self._open[-1].times)

    def _start(self, token: XmlToken) -> None:
        name, attributes = token.name, token.attributes
        if name == "tt":
            self._rates = _read_rates(attributes)
        elif name in _HEAD or self._head:
            self._head += name in _HEAD
            if name == "agent":
                self._agent = attributes.get("id", "")
        elif name in _TIMED:
            outer = self._open[-1] if self._open else _Element("", (None, None), None)
            times = self._read_times(attributes, outer.times)
            agent = attributes.get("agent", "").split()
            voice = self._agents.get(agent[0], agent[0]) if agent else outer.voice
            self._open.append(_Element(name, times, voice))
            self._paragraphs += name == "p"
            if name == "p":
                self.cues.open_cue(times, voice)
        elif name == "br":
            self.cues.end_line()

    def _end(self, name: str) -> None:
        if name == "tt":
            self.is_whole = True
        elif name in _HEAD:
            self._head = max(0, self._head - 1)
        elif name == "agent":
            self._agent = ""
        elif name in _TIMED and not self._head:
            is_closed = False
            while self._open and not is_closed:
                closed = self._open.pop()
                self._paragraphs -= closed.name == "p"
                is_closed = closed.name == name
            if name == "p":
                self.cues.end_line()

    def _read_times(self, attributes: Mapping[str, str], outer: Times) -> Times:
        """Read the times of an element within another one."""
        begin = self._to_ms(attributes.get("begin"))
        end = self._to_ms(attributes.get("end"))
        lasts = self._to_ms(attributes.get("dur"))
        if begin is None and end is None and lasts is None:
            return outer
        outer_begin = outer[0] or 0
        first = begin or 0
        is_within = first >= outer_begin and (
            outer[1] is None or max(first, end or first) <= outer[1]
        )
        if begin is None or not (is_within and outer_begin):
            first += outer_begin
            end = end + outer_begin if end is not None else None
        if lasts is not None:
            end = first + lasts if end is None else min(end, first + lasts)
        return first, end if end is not None and end >= first else None

    def _to_ms(self, text: str | None) -> int | None:
        """Convert a time expression to milliseconds; None if it is none."""
        clock = _CLOCK.fullmatch(text or "")
        if clock is not None:
            hours, minutes, seconds, fraction, frames = clock.groups()
            exact = Fraction(int(hours) * 3600 + int(minutes) * 60 + int(seconds))
            if fraction:
                exact += Fraction(int(fraction), 10 ** len(fraction))
            if frames:
                exact += int(frames) / self._rates.frame
            return int(exact * 1000)
        offset = _OFFSET.fullmatch(text or "")
        if offset is None:
            return None
        amount, unit = Fraction(offset[1].replace(",", ".")), offset[2]
        if unit in ("f", "t"):
            return int(amount * 1000 / (self._rates.frame if unit == "f" else self._rates.tick))
        return int(amount * _IN_MS[unit])


def _read_rates(attributes: Mapping[str, str]) -> _Rates:
    """Read the rates of frames and ticks, 30 and 1 where they are not given (TTML1, 6.2)."""
    frame = Fraction(_to_int(attributes.get("framerate"), 30))
    parts = attributes.get("frameratemultiplier", "").replace(":", " ").split()
    if len(parts) == 2:
        frame *= Fraction(_to_int(parts[0], 1), _to_int(parts[1], 1))
    return _Rates(frame, Fraction(_to_int(attributes.get("tickrate"), 1)))


def _to_int(text: str | None, default: int) -> int:
    """Read a positive whole number."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 12
    return int(text or 0) or default if is_number else default


TTML = Format(
    NAME,
    origin="TTML, DFXP, IMSC and EBU-TT (broadcasters, streaming, podcasts)",
    speakers="where named",
    times="cue",
    looks_like=looks_like_ttml,
    parse=parse_ttml,
    special="agents are speakers; frames and ticks are counted at the rates of the file",
)
