"""Court and committee transcripts: what in them is not testimony.

APPEARANCES:  For the Plaintiff: ...          all before anybody speaks
DANIEL ROE, having been duly sworn, ...       who testifies from here on, and who asks
EXAMINATION BY MR. LANE:
(Exhibit 14 was marked.)                      notes of the reporter, on lines of their own
(Whereupon, the deposition concluded.)        all after the last words
REPORTER'S CERTIFICATE ...
Examination of witnesses                      as in a committee of Parliament
Witnesses: Ann Lee and Daniel Roe.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.boilerplate.web_pages import HEADING, NOTE
from nuggets.formats.text.speakers.line_reading import NO_PREFIX, LineReading

_EXAMINATION = re.compile(
    r"(?:(?:FURTHER )?(?:(?:RE-?)?(?:DIRECT|CROSS)[ -])?EXAMINATION"
    r"(?: \(?(?:CONTINUED|RESUMED)\)?)?)?"
    r" ?(?:BY (?:MR|MRS|MS|MISS|DR|THE)\.? [A-Z][A-Z.'’ -]{1,40}:?)?"
)
_ARGUMENT = re.compile(
    r"(?:(?:ORAL|REBUTTAL|OPENING|CLOSING) )?(?:ARGUMENT|STATEMENT) (?:OF|BY) [A-Z ,.'’-]{3,60}"
    r"|(?:ON BEHALF OF|FOR|SUPPORTING|AS AMICUS CURIAE|IN SUPPORT OF)[A-Z ,.'’-]{3,60}"
)
_LONGEST_EXAMINATION = 90  # characters; by eye, as are the other limits
_HEADING_STARTS = frozenset(
    "EFRDCBOASI"
)  # first letters of an examination, of `BY`, and of the witnesses of a committee
_COMMITTEE_HEADING = re.compile(r"Examination of [Ww]itness(?:es)?")
_WITNESSES = re.compile(r"Witness(?:es)?: ")
_COUNSEL = re.compile(r"(?:MR|MRS|MS|DR)\. ?[A-Z]|MISS [A-Z]")
_IN_COURT = frozenset(
    "COURT|WITNESS|CLERK|REPORTER|COURT REPORTER|VIDEOGRAPHER|DEFENDANT|INTERPRETER|BAILIFF"
    "|DEPONENT|JURY|COURTROOM DEPUTY|DEPUTY CLERK|STENOGRAPHER|ARBITRATOR|HEARING OFFICER".split(
        "|"
    )
)
_JUDGES = ("CHIEF JUSTICE ", "JUSTICE ", "JUDGE ", "MAGISTRATE ")
_PROCEEDINGS = re.compile(r"P ?R ?O ?C ?E ?E ?D ?I ?N ?G ?S")
_CALLED = re.compile(r"[A-Z][A-Z.'’-]*,?(?: [A-Z][A-Z.'’-]*,?)+(?=\s|\Z)")
_SWORN = re.compile(
    r"\b(?:duly|first|previously) (?:sworn|affirmed)\b|\btestified as follows\b", re.IGNORECASE
)
_MOST_SWORN = 6  # lines that say who was sworn in
_BEGINS_NOTE = (
    r"whereupon|exhibits?|plaintiff|defendant|recess|discussion|off|brief|luncheon|lunch|pause"
    r"|deposition|proceedings|documents?|witness|record|signature|reporter|question|jury"
)
_NOTE = re.compile(rf"\((?:[A-Z][^()]*[.:]|(?i:{_BEGINS_NOTE})\b[^()]*)\)\.?")
_MOST_IN_NOTE = 5  # lines
_CONCLUDED = re.compile(
    r"\(?(?:Whereupon|WHEREUPON|At |The |Deposition|DEPOSITION|Proceedings|PROCEEDINGS|Time)"
    r"[^()]{0,200}?\b(?i:concluded|adjourned|ended|closed|terminated|completed|noted|submitted|recessed)\b[^()]*\)?"
)
_CERTIFICATE = re.compile(
    r"(?:(?:COURT |SHORTHAND )?REPORTER['’]?S?['’]? )?C ?E ?R ?T ?I ?F ?I ?C ?A ?T ?(?:E|I ?O ?N)"
    r"(?: (?:OF|PAGE)\b[A-Z'’ ]{0,60})?|E ?R ?R ?A ?T ?A(?: SHEET)?|JURAT|SIGNATURE(?: PAGE)?"
    r"|(?:ACKNOWLEDGE?MENT|DECLARATION|SIGNATURE)(?: PAGE)? (?:OF|BY)(?: THE)? (?:DEPONENT|WITNESS)"
    r"|(?:DEPONENT|WITNESS)['’]S (?:SIGNATURE|CERTIFICATE|CHANGES)"
)
_LONGEST_END = 400
_LEAST_ASKED = 2  # questions, and answers


def is_examination(text: str) -> bool:
    """Whether a line says who examines from here on: `BY MR. ROE:`."""
    if len(text) > _LONGEST_EXAMINATION or not text.isupper():
        return False
    is_short = "EXAMINATION" in text or text[:3] == "BY "
    return (is_short and _EXAMINATION.fullmatch(text) is not None) or (
        _ARGUMENT.fullmatch(text) is not None
    )


def find_court_boilerplate(
    lines: Sequence[Line], readings: Sequence[LineReading], first: int
) -> tuple[dict[int, str], int, int]:
    """Find what is not testimony, if the transcript is one of a court or a committee.

    Args:
        lines: All lines of the file.
        readings: How each line is read.
        first: Index of the first line that may be speech.

    Returns:
        The reason to leave out each line within, by its index; the index of the first line that is
        speech; the index after the last.
    """
    reasons: dict[int, str] = {}
    for i, line in enumerate(lines):
        if line.text[0] not in _HEADING_STARTS:
            continue
        if is_examination(line.text) and _is_unlabelled(lines, readings, i):
            reasons[i] = HEADING
        elif line.text[:6] == "Examin" and _COMMITTEE_HEADING.fullmatch(line.text):
            reasons[i] = HEADING
            if i + 1 < len(lines) and _WITNESSES.match(lines[i + 1].text):
                reasons[i + 1] = HEADING
    if not _is_court(lines, readings, bool(reasons)):
        return reasons, first, len(lines)
    begin = _find_begin(lines, readings, first)
    end = len(lines)
    for i in range(begin, len(lines)):
        begins = lines[i].text[0]
        if begins != "(" and not begins.isupper():
            continue
        if not _is_unlabelled(lines, readings, i) or i in reasons:
            continue
        until = _end_of_note(lines, readings, i)
        if _is_end(lines, readings, i, until):
            end = i
            break
        if until:
            reasons.update(dict.fromkeys(range(i, until), NOTE))
        else:
            until = _end_of_oath(lines, readings, reasons, i)
            reasons.update(dict.fromkeys(range(i, until), HEADING))
    return reasons, begin, end


def _is_unlabelled(lines: Sequence[Line], readings: Sequence[LineReading], i: int) -> bool:
    """Whether a line has no label, or a label alone."""
    return readings[i] is NO_PREFIX or (
        readings[i].speaker is None or readings[i].text_at >= len(lines[i].text)
    )


def _is_court(lines: Sequence[Line], readings: Sequence[LineReading], has_headings: bool) -> bool:
    """Whether a file is of a court: it has questions and answers, or people of the court."""
    names = Counter(reading.speaker for reading in readings if reading.speaker)
    present = sum(_is_in_court(name) for name in names)
    if min(names["Q"], names["A"]) < _LEAST_ASKED:
        return present > 1 and any(
            name[4:] in _IN_COURT or name.startswith(_JUDGES) for name in names
        )
    return present > 0 or has_headings or any(_CERTIFICATE.fullmatch(line.text) for line in lines)


def _is_in_court(name: str) -> bool:
    """Whether a label is that of a person in court, in capitals: `THE WITNESS`, `MR. ROE`."""
    is_role = name.startswith("THE ") and name[4:] in _IN_COURT
    is_role = is_role or name.startswith(_JUDGES)
    return is_role or (name.isupper() and _COUNSEL.match(name) is not None)


def _find_begin(lines: Sequence[Line], readings: Sequence[LineReading], first: int) -> int:
    """Find the first line of speech: after the parties, their counsel and the index."""
    asked = next((i for i, reading in enumerate(readings) if reading.speaker == "Q"), None)
    if asked is None:
        heading = next((i for i, one in enumerate(lines) if _PROCEEDINGS.fullmatch(one.text)), -1)
        named = (i for i, one in enumerate(readings) if _is_in_court(one.speaker or ""))
        return max(first, next((i for i in named if i > heading), first)) if heading >= 0 else first
    begin = max((i for i in range(asked) if _PROCEEDINGS.fullmatch(lines[i].text)), default=first)
    for i in range(begin, asked):
        if _is_in_court(readings[i].speaker or ""):
            return i
    return asked


def _end_of_note(lines: Sequence[Line], readings: Sequence[LineReading], i: int) -> int:
    """Find the index after the reporter's note that begins at line `i`; 0 if none does."""
    if lines[i].text[0] != "(":
        return 0
    text = ""
    for j in range(i, min(i + _MOST_IN_NOTE, len(lines))):
        if not _is_unlabelled(lines, readings, j):
            return 0
        text = f"{text} {lines[j].text}".lstrip()
        if text.rstrip(".").endswith(")"):
            return j + 1 if _NOTE.fullmatch(text) and not is_stage_direction(text) else 0
    return 0


def _is_end(lines: Sequence[Line], readings: Sequence[LineReading], i: int, until: int) -> bool:
    """Whether line `i` ends the hearing or begins a certificate, and nobody speaks below."""
    text = lines[i].text if not until else " ".join(line.text for line in lines[i:until])
    says_so = until or text.startswith(("Whereupon", "WHEREUPON"))
    if len(text) > _LONGEST_END or not (says_so or text.isupper()):
        return False
    if not (_CERTIFICATE.fullmatch(text) or (says_so and _CONCLUDED.fullmatch(text))):
        return False
    below = (reading.speaker or "" for reading in readings[i:])
    return not any(name in ("Q", "A") or _is_in_court(name) for name in below)


def _end_of_oath(
    lines: Sequence[Line], readings: Sequence[LineReading], reasons: dict[int, str], i: int
) -> int:
    """Find the index after the lines that say who was sworn in, from line `i`; `i` if none do.

    DANIEL ROE,
    having been first duly sworn, testified as follows:
    """
    if not _CALLED.match(lines[i].text):
        return i
    until = i
    while until < len(lines) and readings[until] is NO_PREFIX and until not in reasons:
        until += 1
        if until - i == _MOST_SWORN or (until < len(lines) and is_examination(lines[until].text)):
            break
    is_oath = any(_SWORN.search(line.text) for line in lines[i:until])
    return until if is_oath and until < len(lines) else i
