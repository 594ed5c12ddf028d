"""What may stand before the words of a line: a time, a mark of change, a speaker's label.

This file reads one line at a time and says what it *could* be; `style.py` decides for the whole
file what it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from nuggets.timecode import CLOCK, has_hours, parse_clock

_UNUSUAL = re.compile(r"[()\[\]：]")
_BEGINS_STAMP = frozenset("[(0123456789")
_BEGINS_MARK = frozenset(">-–—")

REACH = 200  # characters of a line in which a label must end

_RANGE = rf"(?P<clock>{CLOCK})(?:\s*(?:-->|[-–—]|to)\s*(?P<until>{CLOCK}))?"
_BRACKETED = re.compile(rf"(?P<open>[\[(])\s*{_RANGE}\s*[\])]")
_AFTER_LABEL = re.compile(rf"\s*[\[(]\s*{_RANGE}\s*[\])]")
_STAMP = re.compile(rf"(?:(?P<open>[\[(])\s*{_RANGE}\s*[\])](?:\s*[:|](?=\s|$))?)\s*")
_BARE_STAMP = re.compile(rf"{_RANGE}(?:\s*[:|](?=\s)|(?=\s|$))\s*")
_QUOTE = re.compile(r"(?:>\s+)+(?!>)|>$")
_CHEVRONS = re.compile(r">{2,3}\s*")
_DASH = re.compile(r"[-–—]\s+|[–—](?=\w)")
_BOLD = re.compile(r"\*{1,3}|__")

_PARENTHESES = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\[\]]*\]"
_UP_TO_COLON = re.compile(
    rf"(?P<name>[^:：()\[\]]*(?:(?:{_PARENTHESES})[^:：()\[\]]*){{0,3}})[:：]"
)
_UP_TO_STAMP = re.compile(
    rf"(?P<name>[^:：()\[\]]{{1,80}}(?:(?:{_PARENTHESES})[^:：()\[\]]*){{0,2}}?)(?=[\[(]\s*{CLOCK})"
)
_NAME_AND_CLOCK = re.compile(rf"(?P<name>[^:：()\[\]]{{1,80}}?)\s{{2,}}{_RANGE}$")
_STAMP_AT_END = re.compile(rf"\s*(?:[\[(]\s*{_RANGE}\s*[\])])\s*$")
_CLOSING = re.compile(r"\s*(?:\*{1,3}|__)?\s*[:：]?(?:\*{1,3}|__)?\s*")  # after a name and its time
_AFTER_COLON = re.compile(r"\s|$|\*|__|[^\x00-\x7f]|[\"'(\[A-Z]")

_WORD = re.compile(r"[^\W_][^\s!?;,…\"“”„«»<>{}|=*]*|&|\+\d[\d-]*")
_TITLES = frozenset(
    "dr mr mrs ms prof professor sen senator rep representative hon rev sir dame lord lady judge "
    "justice chief gen general col colonel capt captain lt sgt president vice secretary minister "
    "chairman chairwoman chair madam mister the right honourable honorable deputy rt gov governor "
    "herr frau monsieur madame señor señora".split()
)
_SMALL_WORDS = frozenset(
    "de la las los van von der den del della da di do dos du bin ibn al el le of the and y e zu "
    "ten ter te op und et for with".split()
)
_NO_NAMES = frozenset(
    "note notes nb ps example examples warning tip tips hint source sources http https ftp file re "
    "fw fwd subject date time times place location topic topics title subtitle agenda attendees "
    "participants present absent apologies summary abstract keywords conclusion introduction "
    "background update edit disclaimer duration length recorded published author authors link "
    "links url website email phone tel references reference figure table chapter section part step "
    "option result results however also remember look listen important fact facts takeaway "
    "takeaways highlights quote todo todos decision decisions outcome vocabulary from to cc bcc "
    "pros cons action actions deadline status version question questions answer answers "
    "hinweis beispiel achtung frage fragen antwort datum thema quelle ort zeit teilnehmer "
    "exemple attention remarque sujet nota ejemplo pregunta respuesta fecha tema lugar fuente "
    "注意 备注 问题 例如 注 说明 时间 地点 主题 来源".split()
)
_NO_FIRST_WORDS = frozenset(
    "also if but so because when where why how what which this that these those there here it we "
    "they you and or then yes no well now my your our his its their figure table chapter section "
    "step part question answer key next click read see watch related breaking".split()
)
_NUMBERED = re.compile(
    r"(?:speaker|spk|spkr|participant|interviewer|interviewee|respondent|voice|person|male|female"
    r"|sprecher(?:in)?|locuteur|hablante|orador)[\s_-]?(?:\d{1,3}|[A-Z])",
    re.IGNORECASE,
)
_MOST_WORDS = 4
_MOST_ROLE_WORDS = 9
_MOST_LETTERS_UNSPACED = 10  # of a name in a script without capitals, such as Chinese


class Head(NamedTuple):
    """What could stand before the words of a line; the ends count from the line's beginning.

    Attributes:
        name: What could be a speaker's name; None if nothing could.
        emphasis: Whether the name is set off by bold type.
        stamp: How a time is written: "", "bare", "bare short", "bracket", "bracket short" (short:
            without hours) or "header" (after the name).
        start_ms: The time; None if there is none.
        end_ms: The time at which it ends; None if the line does not say.
        mark: ">>", "-" or "".
        quote_end: Where the markup of a quotation ends.
        stamp_end: Where the time ends, if it comes first.
        mark_end: Where the mark ends.
        label_end: Where the label ends, with the time that belongs to it.
        has_colon: Whether words stand before a colon, be they a name or not.
    """

    name: str | None
    emphasis: bool
    stamp: str
    start_ms: int | None
    end_ms: int | None
    mark: str
    quote_end: int
    stamp_end: int
    mark_end: int
    label_end: int
    has_colon: bool


class _Label(NamedTuple):
    """A label as it stands at the beginning of a text; `clock` is the time inside or after it."""

    name: str | None
    emphasis: bool
    end: int
    clock: re.Match[str] | None


def read_head(line: str) -> Head | None:
    """Read what could stand before the words of a line; None if nothing does.

    Args:
        line: Without white space around it.
    """
    colon = line.find(":", 0, REACH)
    if colon < 0 and line[0] not in ">-–—" and "：" not in line[:REACH]:
        return None  # most lines
    before = line[:colon] if line[0].isalpha() and line[colon + 1 : colon + 2] == " " else ""
    if before and line[colon + 2] not in "([* \t" and not _UNUSUAL.search(before):
        return _simple_head(before)  # nearly all of the others
    line = line[:REACH]
    quote = _QUOTE.match(line)
    at = quote_end = quote.end() if quote else 0
    stamp, clock, stamp_end = "", None, 0
    mark, mark_end = "", 0
    for _ in range(2):  # `[0:01] >> ANNA:` and `>> [0:01] ANNA:`
        if not clock and line[at : at + 1] in _BEGINS_STAMP:
            clock = _STAMP.match(line, at) or _BARE_STAMP.match(line, at)
            if clock:
                at = stamp_end = clock.end()
                stamp = "bracket" if "open" in clock.re.groupindex else "bare"
                stamp += "" if has_hours(clock["clock"]) else " short"
        if not mark and line[at : at + 1] in _BEGINS_MARK:
            found = _CHEVRONS.match(line, at) or _DASH.match(line, at)
            if found:
                mark = ">>" if found.group().startswith(">") else "-"
                at = mark_end = found.end()
    label = _read_label(line, at)
    if label and label.clock and not clock:
        clock, stamp = label.clock, "header"
    if not (quote or clock or mark or label):
        return None
    return Head(
        name=label.name if label else None,
        emphasis=label.emphasis if label else False,
        stamp=stamp,
        start_ms=_read_clock(clock, "clock"),
        end_ms=_read_clock(clock, "until"),
        mark=mark,
        quote_end=quote_end,
        stamp_end=stamp_end,
        mark_end=mark_end,
        label_end=label.end if label and label.name else 0,
        has_colon=label is not None,
    )


@lru_cache(maxsize=4096)  # the same few names stand before thousands of lines
def _simple_head(before: str) -> Head:
    """Read the head of a line in which nothing but a colon and one blank follows these words."""
    name = to_name(before)
    return Head(name, False, "", None, None, "", 0, 0, 0, len(before) + 2 if name else 0, True)


def _read_clock(match: re.Match[str] | None, group: str) -> int | None:
    """Read one clock of a time that was found."""
    return parse_clock(match[group]) if match and match[group] else None


def _read_label(line: str, at: int) -> _Label | None:
    """Read a label that begins at a place of a line; its name is None where it cannot be one."""
    bold = _BOLD.match(line, at)
    begin = bold.end() if bold else at
    before_stamp = _UP_TO_STAMP.match(line, begin) if "(" in line or "[" in line else None
    if before_stamp:
        name = to_name(before_stamp["name"])
        clock = _BRACKETED.match(line, before_stamp.end())
        if name and clock:
            closing = _CLOSING.match(line, clock.end())
            end = closing.end() if closing else clock.end()
            return _Label(name, bold is not None, end, clock)
    whole = _NAME_AND_CLOCK.match(line, begin) if line[-1].isdigit() else None
    if whole:
        name = to_name(whole["name"])
        if name:
            return _Label(name, bold is not None, len(line), whole)
    match = _UP_TO_COLON.match(line, begin)
    if not match or not match["name"].strip():
        return None
    end = match.end()
    if line[end - 1] == ":" and not _AFTER_COLON.match(line, end):
        return None  # 10:30, https://
    text = match["name"]
    clock = _STAMP_AT_END.search(text) if text.rstrip()[-1] in ")]" else None
    if clock:
        text = text[: clock.start()]
    name = to_name(text)
    if not name:
        return _Label(None, False, 0, None)
    closing = _BOLD.match(line, end) if bold else None
    end = closing.end() if closing else end
    after = None if clock else _AFTER_LABEL.match(line, end)
    if after:
        clock, end = after, after.end()
    return _Label(name, bold is not None, end, clock)


def to_name(text: str) -> str | None:
    """Take what stands before a colon as a name, white space folded; None if it cannot be one.

    Examples:
        >>> to_name("The Chair (Hon. A. Name (Riding, Party))")
        'The Chair (Hon. A. Name (Riding, Party))'
        >>> to_name("On the integration question you raised")
    """
    name = " ".join(text.strip("*_ \t").split())
    core = core_of(name)
    if not core or not (core[0].isalpha() or core[0] == "+") or len(core) > 60:
        return None
    if _NUMBERED.fullmatch(core):
        return name
    if core[0].islower() or core.casefold() in _NO_NAMES:
        return None
    words = core.split()
    if words[0].casefold().rstrip(".,") in _NO_FIRST_WORDS or words[-1] in _SMALL_WORDS:
        return None
    if not all(_may_be_in_name(word) for word in words):
        return None
    counted = [word for word in words if word.casefold().rstrip(".") not in _TITLES]
    if len(counted) > _MOST_WORDS or len(words) > _MOST_WORDS + 4:
        return None
    if len(core) > _MOST_LETTERS_UNSPACED and len(words) == 1 and not is_cased(core):
        return None
    roles = _without_parentheses(name).split(",")[1:]
    if len(roles) > 2 or sum(len(role.split()) for role in roles) > _MOST_ROLE_WORDS:
        return None
    return None if any(set(role) & set('.?!;"“”') - {"."} for role in roles) else name


def _may_be_in_name(word: str) -> bool:
    """Whether a word may be part of a name: capitalised, without capitals, small, or a number."""
    if _WORD.fullmatch(word) is None:
        return False
    return not word[0].islower() or word in _SMALL_WORDS or not word.islower()


def core_of(name: str) -> str:
    """Take away what is said of a person: `TERRY GROSS, HOST` and `Lee (she/her)`."""
    return _without_parentheses(name).split(",")[0].strip()


def _without_parentheses(name: str) -> str:
    return re.sub(_PARENTHESES, "", name) if "(" in name or "[" in name else name


def is_cased(text: str) -> bool:
    """Whether a text is in a script that has capitals."""
    return text.lower() != text.upper()


def is_numbered(name: str) -> bool:
    """Whether a name is one that a machine gave, such as SPEAKER_00."""
    return _NUMBERED.fullmatch(name) is not None
