"""Requests in plain English (`--ask`), parsed by rules into options.

People ask a chat service "Give me 10 top nuggets of this text as a list. Focus on AGI. Max 3
sentences each". The same request works here. Each rule takes its phrase out of the text, and what
is left at the end is reported as not used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from nuggets.cli.ask_patterns import (
    AROUND_TOPIC,
    BOILERPLATE,
    COUNT,
    COUNT_LIMIT,
    COUNT_WITH_TOPIC,
    EXCLUSION,
    FIRST_MINUTES,
    FOCUS,
    FOCUS_END,
    FORMAT_PHRASES,
    FURTHER_COUNT,
    INSTRUCTION,
    LIST_ITEMS,
    NUMBER_WORDS,
    OPENING_TOPIC,
    QUOTES,
    SHARED,
    SPEAKER,
    TIME_RANGE,
    TOP_COUNT,
    WHOLE_TEXT,
)
from nuggets.errors import OptionError
from nuggets.messages import list_speakers, no_speaker_matches, shorten
from nuggets.option_definitions import Option, Options, declared_options
from nuggets.timecode import MINUTE_MS, parse_clock

_KINDS = ("choice", "time", "number", "texts")  # order of the phrases that options declare
_TAKEN = "\x00"  # stands for a phrase that was taken out


@dataclass(frozen=True, slots=True)
class Request:
    """What a request asks for.

    Attributes:
        settings: Values for fields of `Options`, only those that it names.
        speakers: Names as it writes them; only the talk tells whom they match.
        format: Output format; None if it names none.
        unused: Parts that no option stands for, as they were written, exclusions first.
    """

    settings: Mapping[str, Any] = field(default_factory=dict)
    speakers: tuple[str, ...] = ()
    format: str | None = None
    unused: tuple[str, ...] = ()


def parse_request(text: str) -> Request:
    """Parse a request in plain English.

    Args:
        text: Of `--ask`.

    Raises:
        OptionError: It is empty.

    >>> parse_request("Give me 5 top nuggets. Focus on AGI and safety. Max 2 sentences each")
    Request(settings={'max_sentences': 2, 'count': 5, 'focus': ('AGI and safety',)}, speakers=(), \
format=None, unused=())
    """
    if not text.strip():
        raise OptionError('--ask needs a request in words, such as "5 nuggets about safety"')
    rest = _Remainder(" ".join(text.split()))
    rest.refuse(EXCLUSION)
    output_format = next((name for name, pattern in FORMAT_PHRASES if rest.take(pattern)), None)
    settings = _take_time_range(rest)
    has_time_range = bool(settings)
    per_nugget = []
    # Times before numbers, since a time has digits, too: "until 10:00 sentences ..."
    for option in sorted(declared_options(), key=lambda option: _KINDS.index(option.kind)):
        if option.ask is None or option.name in settings:
            continue
        value, is_per_nugget = _take_value(rest, option)
        if value is not None:
            settings[option.name] = value
        if is_per_nugget:
            per_nugget.append(option.name)
    if not has_time_range and (end_ms := _take_first_minutes(rest)) is not None:
        settings["end_ms"] = end_ms
    count, topic = _take_count(rest)
    if count is not None:
        settings["count"] = count
    for name in per_nugget:
        settings[name] *= count or Options().count
    speaker = rest.take(SPEAKER)
    focus = [*([topic] if topic else []), *_take_focus(rest)]
    if (opening := rest.take_opening_topic(alone=not focus)) is not None:
        focus.insert(0, opening)
    if focus:
        settings["focus"] = tuple(dict.fromkeys(focus))
    return Request(
        settings=settings,
        speakers=(speaker["speaker"] or speaker["who"] or speaker["by"],) if speaker else (),
        format=output_format,
        unused=rest.unused(),
    )


def match_requested_speakers(names: Sequence[str], speakers: Sequence[str]) -> tuple[str, ...]:
    """Match names of a request with speakers: the whole name, else a part that only one has.

    Args:
        names: As the request writes them.
        speakers: Of the talk.

    Raises:
        OptionError: No speaker matches a name, or several do.

    >>> match_requested_speakers(["vargo"], ["IDA VARGO", "TESSA QUILL"])
    ('IDA VARGO',)
    >>> match_requested_speakers(["Anna"], ["Anna Lee", "Anna"])
    ('Anna',)
    """
    from nuggets.rank.named_speakers import find_called

    found: list[str] = []
    for name in names:
        matches = find_called(name, speakers)
        if not matches:
            matches = tuple(one for one in speakers if name.casefold() in one.casefold())
            if len(matches) > 1:
                raise OptionError(
                    f'--ask: more than one speaker matches "{shorten(name)}": '
                    f"{list_speakers(matches)}; write the whole name"
                )
        if not matches:
            raise OptionError(f"--ask: {no_speaker_matches(name, speakers)}")
        found += matches
    return tuple(found)


class _Remainder:
    """The part of a request that no rule has taken yet."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._refused: list[str] = []

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Remove the first match and return it."""
        match = pattern.search(self._text)
        if match is not None:
            self.cut(match.start(), match.end())
        return match

    def cut(self, start: int, end: int) -> int:
        """Replace a slice by the mark of what was taken, and return the mark's place."""
        self._text = f"{self._text[:start]} {_TAKEN} {self._text[end:]}"
        return start + 1

    def refuse(self, pattern: re.Pattern[str]) -> None:
        """Remove every match and record it as not used."""
        while (match := self.take(pattern)) is not None:
            self._refused.append(match[0].strip(" ,;:-"))

    def take_opening_topic(self, *, alone: bool) -> str | None:
        """Extract the topic that a request opens with, if it opens with one: "AGI".

        Args:
            alone: Whether no other topic was found; if so, it may be longer than three words.
        """
        match = OPENING_TOPIC.match(self._text)
        if match is None or INSTRUCTION.search(match["topic"]):
            return None
        if not alone and (len(match["topic"].split()) > 3 or not match["after"].startswith(",")):
            return None
        topic = _unquote(AROUND_TOPIC.sub("", match["topic"]).strip(" ,:"))
        if BOILERPLATE.fullmatch(match["topic"]) or not any(map(str.isalnum, topic)):
            return None
        self.cut(0, match.end("topic"))
        return topic

    def take_list_items(self, at: int) -> list[str]:
        """Extract the further items of a list: "; jobs; safety"."""
        match = LIST_ITEMS.match(self._text, at)
        if match is None:
            return []
        self.cut(match.start(), match.end())
        items = (_unquote(item.strip(" ,:")) for item in match[0].split(";"))
        return [item for item in items if any(map(str.isalnum, item))]

    def find(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Find the next match without removing it."""
        return pattern.search(self._text, start)

    def unused(self) -> tuple[str, ...]:
        """List what was refused and what is left, without phrases that ask for the usual."""
        parts = (part.strip(" ,;:-") for part in re.split(rf"[.!?;](?:\s+|$)|{_TAKEN}", self._text))
        left = (part for part in parts if part and not BOILERPLATE.fullmatch(part))
        return (*filter(None, self._refused), *left)


def _take_value(rest: _Remainder, option: Option) -> tuple[Any, bool]:
    """Extract the phrase that an option declares.

    Returns:
        The value (None without such a phrase), and whether it is one for each nugget.
    """
    if isinstance(option.ask, Mapping):
        choices = option.ask.items()
        return next((name for name, phrase in choices if rest.take(_compile(phrase))), None), False
    match = None if option.ask is None else rest.take(_compile(option.ask))
    if match is None:
        return None, False
    if option.kind == "time":
        return parse_clock(match["time"]), False
    return _to_number(match["number"]), bool(match.groupdict().get("each"))


@cache
def _compile(phrase: str) -> re.Pattern[str]:
    """Compile the pattern of a declaration, with what it names of the shared patterns."""
    for name, pattern in SHARED.items():
        phrase = phrase.replace(name, pattern)
    return re.compile(phrase, re.IGNORECASE)


def _take_time_range(rest: _Remainder) -> dict[str, Any]:
    """Extract "from 10:00 to 20:00", where "to" alone would not be a phrase for the end."""
    match = rest.take(TIME_RANGE)
    if match is None:
        return {}
    return {"start_ms": parse_clock(match["start"]), "end_ms": parse_clock(match["end"])}


def _take_first_minutes(rest: _Remainder) -> int | None:
    """Extract "in the first 5 minutes", and return their end in milliseconds."""
    match = rest.take(FIRST_MINUTES)
    if match is None:
        return None
    unit = match["unit"].lower()
    minutes = 30 if unit.startswith("half") else 60 if unit.startswith("hour") else 1
    return _to_number(match["number"] or "one") * minutes * MINUTE_MS


def _take_count(rest: _Remainder) -> tuple[int | None, str | None]:
    """Extract the count of nuggets, and the topic between number and noun: "10 AGI nuggets"."""
    match = rest.take(COUNT)
    count = None if match is None else _to_number(match["number"])
    topic = None
    if match is None and (with_topic := rest.take(COUNT_WITH_TOPIC)) is not None:
        count, topic = _to_number(with_topic["number"]), with_topic["topic"].strip()
    elif match is None or match["number"].lower() in ("a", "an"):
        other = rest.take(TOP_COUNT) or rest.take(COUNT_LIMIT)
        count = _to_number(other["number"]) if other else count
    if count is not None:
        rest.refuse(FURTHER_COUNT)  # one count holds for every focus
    return count, topic


def _take_focus(rest: _Remainder) -> tuple[str, ...]:
    """Extract every focus; "this text" is none."""
    found: list[str] = []
    at = 0
    while (match := rest.find(FOCUS, at)) is not None:
        focus = match["focus"].partition(_TAKEN)[0]
        end = FOCUS_END.search(focus)
        focus = focus[: end.start()] if end else focus
        opens_list = ":" in match[0][: -len(match["focus"])]
        items = rest.take_list_items(match.end("focus")) if opens_list else []
        at = rest.cut(match.start(), match.start("focus") + len(focus)) + 1
        focus = _unquote(focus.strip(" ,:"))
        if any(char.isalnum() for char in focus) and not WHOLE_TEXT.match(focus):
            found.append(focus)
        found += items
    return tuple(dict.fromkeys(found))


def _unquote(text: str) -> str:
    """Strip quotation marks around the whole text."""
    inner = text[1:-1].strip()
    is_quoted = (
        text[:1] in QUOTES and text[-1:] in QUOTES and not any(mark in inner for mark in QUOTES)
    )
    return inner if is_quoted else text


def _to_number(word: str) -> int:
    """Read digits or a word for a number; "a" and "an" are one."""
    word = word.lower().replace(",", "")
    if word.isdigit():
        return int(word)
    return 12 if word == "a dozen" else NUMBER_WORDS.get(word, 1)
