"""A request in words, read by rules into options.

People write to a chat service "Give me 10 top nuggets of this text as a list. Focus on AGI. Max 3
sentences each". The same request works here; what it asks for and this program cannot do is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nuggets.cli.ask_patterns import (
    AT_MOST_SO_MANY,
    BETWEEN,
    CONTEXT,
    COUNT,
    COUNT_ABOUT,
    FIRST_MINUTES,
    FOCUS,
    FOCUS_END,
    FORMATS,
    LIST,
    MORE,
    NO_TOPIC,
    NOT_ABOUT,
    OPENING,
    QUOTES,
    RANKED,
    SENTENCES,
    SINCE,
    SMALL_NUMBERS,
    SPEAKER,
    THIS_TEXT,
    TIMED,
    TOP,
    TRIMMINGS,
    UNDERSTOOD_ANYWAY,
    UNTIL,
    WORDS,
)
from nuggets.timecode import MINUTE_MS, parse_clock
from nuggets.values import Options


@dataclass(frozen=True, slots=True)
class Request:
    """What a request in words asks for; None and () where it says nothing.

    Attributes:
        focus: What it should be about.
        count: How many nuggets.
        max_sentences: Sentences in each, at most.
        max_words: Words in all, at most.
        speakers: Only what these say.
        context: Sentences around each.
        start_ms: Only from this time on, in milliseconds.
        end_ms: Only up to this time.
        order: "time" or "rank".
        format: Output format.
        unused: Parts of the request that no option stands for, as they were written; what it
            does not want is among them.
    """

    focus: tuple[str, ...] = ()
    count: int | None = None
    max_sentences: int | None = None
    max_words: int | None = None
    speakers: tuple[str, ...] = ()
    context: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    order: str | None = None
    format: str | None = None
    unused: tuple[str, ...] = ()


def read_request(text: str) -> Request:
    """Read a request in words.

    >>> read_request("Give me 5 top nuggets. Focus on AGI and safety. Max 2 sentences each")
    Request(focus=('AGI and safety',), count=5, max_sentences=2, max_words=None, speakers=(), \
context=None, start_ms=None, end_ms=None, order=None, format=None, unused=())
    """
    left = _Remainder(" ".join(text.split()))
    left.refuse(NOT_ABOUT)
    written = next((name for name, pattern in FORMATS if left.take(pattern)), None)
    order = "rank" if left.take(RANKED) else "time" if left.take(TIMED) else None
    start_ms, end_ms = _take_times(left)
    context = left.take(CONTEXT)
    sentences = left.take(SENTENCES)
    words = left.take(WORDS)
    count, topic = _take_count(left)
    speaker = left.take(SPEAKER)
    max_words = _number(words["number"]) if words else None
    if words and words["each"] and max_words is not None:
        max_words *= count or Options().count
    foci = [*([topic] if topic else []), *_take_foci(left)]
    bare = left.take_opening(alone=not foci)
    return Request(
        focus=tuple(dict.fromkeys([*([bare] if bare else []), *foci])),
        count=count,
        max_sentences=_number(sentences["number"]) if sentences else None,
        max_words=max_words,
        speakers=(speaker["speaker"] or speaker["who"] or speaker["by"],) if speaker else (),
        context=_number(context["number"]) if context else None,
        start_ms=start_ms,
        end_ms=end_ms,
        order=order,
        format=written,
        unused=left.unused(),
    )


class _Remainder:
    """A request from which what was understood is taken away, sentence by sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._refused: list[str] = []

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self._text)
        if match is not None:
            self.cut(match.start(), match.end())
        return match

    def cut(self, start: int, end: int) -> int:
        self._text = f"{self._text[:start]} \x00 {self._text[end:]}"
        return start + 1  # where the cut is now

    def refuse(self, pattern: re.Pattern[str]) -> None:
        """Take away what cannot be done; it is reported as not used."""
        while (match := self.take(pattern)) is not None:
            self._refused.append(match[0].strip(" ,;:-"))

    def take_opening(self, *, alone: bool) -> str | None:
        """Take what the request begins with, where that is a topic and no sentence: "AGI".

        Args:
            alone: Whether nothing else says what it should be about; then it may be longer.
        """
        match = OPENING.match(self._text)
        if match is None or NO_TOPIC.search(match["topic"]):
            return None
        if not alone and (len(match["topic"].split()) > 3 or not match["after"].startswith(",")):
            return None
        topic = _unquote(TRIMMINGS.sub("", match["topic"]).strip(" ,:"))
        if UNDERSTOOD_ANYWAY.fullmatch(match["topic"]) or not any(map(str.isalnum, topic)):
            return None
        self.cut(0, match.end("topic"))
        return topic

    def listed(self, at: int) -> list[str]:
        """Take what goes on a list: "; jobs; safety"."""
        match = LIST.match(self._text, at)
        if match is None:
            return []
        self.cut(match.start(), match.end())
        parts = (_unquote(part.strip(" ,:")) for part in match[0].split(";"))
        return [part for part in parts if any(map(str.isalnum, part))]

    def find(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        return pattern.search(self._text, start)

    def unused(self) -> tuple[str, ...]:
        """List what is left, but for words that ask for what is done anyway."""
        parts = (part.strip(" ,;:-") for part in re.split(r"[.!?;](?:\s+|$)|\x00", self._text))
        left = (part for part in parts if part and not UNDERSTOOD_ANYWAY.fullmatch(part))
        return (*filter(None, self._refused), *left)


def _take_times(left: _Remainder) -> tuple[int | None, int | None]:
    """Take from and up to which time, in milliseconds."""
    if between := left.take(BETWEEN):
        return parse_clock(between["start"]), parse_clock(between["end"])
    since, until, first = left.take(SINCE), left.take(UNTIL), left.take(FIRST_MINUTES)
    end_ms = parse_clock(until["end"]) if until else None
    if first:
        unit = first["unit"].lower()
        minutes = 30 if unit.startswith("half") else 60 if unit.startswith("hour") else 1
        end_ms = _number(first["number"] or "one") * minutes * MINUTE_MS
    return (parse_clock(since["start"]) if since else None), end_ms


def _take_count(left: _Remainder) -> tuple[int | None, str | None]:
    """Take how many are wanted, and the topic that stands in between: "10 AGI nuggets"."""
    found = left.take(COUNT)
    count = found and _number(found["number"])
    topic = None
    if found is None and (about := left.take(COUNT_ABOUT)) is not None:
        count, topic = _number(about["number"]), about["topic"].strip()
    elif count is None or (found is not None and found["number"].lower() in ("a", "an")):
        top = left.take(TOP) or left.take(AT_MOST_SO_MANY)
        count = _number(top["number"]) if top else count
    if count is not None:
        left.refuse(MORE)  # one number is for all
    return count, topic


def _take_foci(left: _Remainder) -> tuple[str, ...]:
    """Take what the request should be about; "this text" is no focus."""
    foci: list[str] = []
    at = 0
    while (match := left.find(FOCUS, at)) is not None:
        said = match["focus"].partition("\x00")[0]
        end = FOCUS_END.search(said)
        said = said[: end.start()] if end else said
        listed = left.listed(match.end("focus")) if ":" in match[0][: -len(match["focus"])] else ()
        at = left.cut(match.start(), match.start("focus") + len(said)) + 1
        focus = _unquote(said.strip(" ,:"))
        if any(char.isalnum() for char in focus) and not THIS_TEXT.match(focus):
            foci.append(focus)
        foci += listed
    return tuple(dict.fromkeys(foci))


def _unquote(text: str) -> str:
    """Take away quotation marks around the whole."""
    inner = text[1:-1].strip()
    whole = text[:1] in QUOTES and text[-1:] in QUOTES and not any(q in inner for q in QUOTES)
    return inner if whole else text


def _number(word: str) -> int:
    word = word.lower().replace(",", "")
    if word.isdigit():
        return int(word)
    return 12 if word == "a dozen" else SMALL_NUMBERS.get(word, 1)
