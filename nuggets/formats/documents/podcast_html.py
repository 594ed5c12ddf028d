"""Podcasting 2.0 transcripts in HTML.

<cite>Kevin:</cite>
<time>0:00</time>
<p>We begin with the bridge.</p>

A `<cite>` outside of a paragraph names the speaker of what follows, a `<time>` its start time. In a
page the talk ends where the element around it does, or at a heading or a rule with no `<time>`
below.
"""

from __future__ import annotations

import re

from nuggets.errors import MalformedTranscriptError, OptionError
from nuggets.formats.documents.html_boilerplate import (
    BOILERPLATE_TAGS,
    HEADING_TAGS,
    has_page_label,
    is_boilerplate_class,
)
from nuggets.formats.documents.html_tags import Token, tokenize, write_text
from nuggets.formats.documents.visible_text import VisibleTextBuilder
from nuggets.formats.format import WEB_PAGE_BOILERPLATE, Format, Parsed
from nuggets.formats.gc_pause import gc_paused
from nuggets.formats.lines import line_number
from nuggets.formats.text.boilerplate.reasons import BEFORE
from nuggets.formats.turns import Cue, Piece, join_cues
from nuggets.timecode import parse_clock
from nuggets.values import LeftOut

NAME = "podcast-html"

_PAIR = re.compile(
    r"<cite[^<>]{0,200}>[^<>]{1,200}</cite>\s{0,1000}<time[^<>]{0,200}>[^<>]{1,50}</time>", re.I
)
_SAMPLE = 1_000_000  # characters; by eye, as is the next
_DEEPEST = 200  # nested elements in which the one that a tag closes is looked for
_OUTSIDE = frozenset("cite time".split())
_BLOCKS = frozenset("p li div section article main body table ul ol dl blockquote td".split())
_CONTAINERS = _BLOCKS - {"p", "li", "td"}


def looks_like_podcast_html(source: str) -> bool:
    """Whether a text is a page in which a `<time>` follows a `<cite>`."""
    begin = source[:_SAMPLE]
    pairs = _PAIR.finditer(begin)
    if next(pairs, None) is None:
        return False
    return begin.lstrip()[:1] == "<" or next(pairs, None) is not None


@gc_paused()
def parse_podcast_html(source: str) -> Parsed:
    """Parse each paragraph as speech of the last `<cite>`, at the last `<time>`."""
    reader = _Reader(source)
    for token in tokenize(source):
        reader.read(token)
    reader.end_paragraph()
    if not reader.has_times:
        raise MalformedTranscriptError(
            NAME, None, "expected `<cite>NAME:</cite><time>0:00</time><p>...</p>`"
        )
    reader.leave_out_rest()
    return Parsed(join_cues(reader.cues, time_source="turn"), tuple(reader.left_out))


class _Reader:
    """Follows the tags of the page.

    Attributes:
        cues: The paragraphs so far.
        left_out: What is not speech.
        has_times: Whether there was a `<time>`.
    """

    def __init__(self, source: str) -> None:
        self.cues: list[Cue] = []
        self.left_out: list[LeftOut] = []
        self.has_times = False
        self._source = source
        self._speaker: str | None = None
        self._start_ms: int | None = None
        self._builder = VisibleTextBuilder()
        self._within = ""  # the `<cite>` or `<time>` that is open
        self._label: VisibleTextBuilder = VisibleTextBuilder()
        self._label_at = 0
        self._in_paragraph = False
        self._skipped = ""
        self._depth = 0
        self._begun = False
        self._has_speech = False  # since the last `<cite>` or `<time>`
        self._containers: list[str] = []  # names of the open container elements
        self._talk_depth: int | None = None  # number of open containers at the first mark
        self._below_at: int | None = None  # number of cues at the possible end of the talk

    def read(self, token: Token) -> None:
        """Read the next token."""
        if token.kind == "text":
            self._read_text(token)
        elif self._skipped:
            if token.name == self._skipped:
                self._depth += 1 if token.kind == "open" else -1
                if not self._depth:
                    self._skipped = ""
        elif token.kind == "open" and self._is_skipped(token):
            self.end_paragraph()
            self._skipped, self._depth = token.name, 1
            if token.name in HEADING_TAGS:
                self._end_talk()
        elif token.name in _OUTSIDE and not self._in_paragraph:
            self._read_mark(token)
        elif token.kind != "hidden" and token.name == "br":
            self._builder.separate("\n")
        elif token.kind == "open" and token.name == "hr":
            self.end_paragraph()
            self._end_talk()
        elif token.kind != "hidden" and token.name in _BLOCKS:
            self.end_paragraph()
            self._in_paragraph = token.kind == "open" and token.name == "p"
            self._follow(token)

    def end_paragraph(self) -> None:
        """Add the paragraph that ends here as a cue."""
        if not self._builder.at:
            return
        visible = self._builder.build()
        self._builder = VisibleTextBuilder()
        at = 0
        pieces: list[Piece] = []
        times = self._start_ms, None
        for line in visible.text.split("\n"):
            pieces += visible.pieces(at, at + len(line), "\n" if pieces else "\n\n", times)
            at += len(line) + 1
        if pieces:
            if self._has_speech and has_page_label(visible.text):
                self._end_talk()
            self.cues.append(Cue(self._speaker, pieces))
            self._has_speech = True

    def leave_out_rest(self) -> None:
        """Leave out the paragraphs after the possible end of the talk, which no mark follows."""
        if self._below_at is not None:
            below = self.cues[self._below_at :]
            del self.cues[self._below_at :]
            self.left_out.extend(
                LeftOut(piece.start, piece.end, WEB_PAGE_BOILERPLATE)
                for cue in below
                for piece in cue.pieces
            )
            self.left_out.sort(key=lambda left: left.start)

    def _is_skipped(self, token: Token) -> bool:
        if token.name in BOILERPLATE_TAGS or token.name in HEADING_TAGS:
            return True
        return (
            bool(token.classes)
            and token.name in _CONTAINERS - {"body"}
            and is_boilerplate_class(token.classes)
        )

    def _follow(self, token: Token) -> None:
        """Track the open containers, and the end of the one around the talk."""
        if token.name not in _CONTAINERS:
            return
        if token.kind == "open":
            self._containers.append(token.name)
        elif token.name in self._containers[-_DEEPEST:]:
            while self._containers.pop() != token.name:
                pass
            if self._talk_depth is not None and len(self._containers) < self._talk_depth:
                self._end_talk()

    def _end_talk(self) -> None:
        """Note that the talk may end here."""
        if self._begun and self._below_at is None:
            self._below_at = len(self.cues)

    def _read_text(self, token: Token) -> None:
        source, start, end = self._source, token.start, token.end
        if source[start:end].isspace():
            if self._builder.at:
                self._builder.separate(" ")
        elif self._skipped:
            self.left_out.append(LeftOut(start, end, WEB_PAGE_BOILERPLATE))
        elif self._within:
            write_text(source, start, end, self._label)
        elif not self._begun:
            self.left_out.append(LeftOut(start, end, BEFORE))
        else:
            write_text(source, start, end, self._builder)

    def _read_mark(self, token: Token) -> None:
        """Read a tag of `<cite>` or `<time>`."""
        if token.kind == "open":
            self.end_paragraph()
            self._begun, self._below_at = True, None
            depth = len(self._containers)
            self._talk_depth = min(depth, depth if self._talk_depth is None else self._talk_depth)
            if self._has_speech:  # the next words have no time unless there is another `<time>`
                self._start_ms, self._has_speech = None, False
            self._within, self._label, self._label_at = (
                token.name,
                VisibleTextBuilder(),
                token.start,
            )
            return
        if token.name != self._within:
            return
        self._within = ""
        text = " ".join(self._label.build().text.split())
        if token.name == "cite":
            self._speaker = text.removesuffix(":").rstrip() or None
        elif text:
            try:
                self._start_ms = parse_clock(text)
            except OptionError as error:
                if self._speaker is None and not self.cues:  # the date of the page
                    self.left_out.append(LeftOut(self._label_at, token.end, BEFORE))
                    self._begun = False
                    return
                line = line_number(self._source, self._label_at)
                raise MalformedTranscriptError(
                    NAME, line, "expected a time such as 0:00 in `<time>`"
                ) from error
            self.has_times = True


PODCAST_HTML = Format(
    NAME,
    origin="podcasts' feeds (Podcasting 2.0, HTML)",
    speakers="yes",
    times="turn",
    looks_like=looks_like_podcast_html,
    parse=parse_podcast_html,
    special="`<cite>` names the speaker, `<time>` the time of what follows",
)
