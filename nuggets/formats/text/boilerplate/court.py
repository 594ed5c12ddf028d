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
from collections.abc import Iterator

from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.boilerplate.read_text import ReadText

_EXAMINATION = re.compile(
    r"(?:(?:FURTHER )?(?:(?:RE-?)?(?:DIRECT|CROSS)[ -])?EXAMINATION"
    r"(?: \(?(?:CONTINUED|RESUMED)\)?)?)?"
    r" ?(?:BY (?:MR|MRS|MS|MISS|DR|THE)\.? [A-Z][A-Z.'’ -]{1,40}:?)?"
)
_UNDER_OATH = r"\((?:re)?(?:sworn|affirmed|called|recalled|continued)(?: in)?\)"
_IN_INQUIRY = re.compile(  # courts and inquiries that are not American
    r"(?:(?:Further |Re-|Cross-)?(?:[Ee]xamination|[Qq]uestions)(?:-in-chief)?(?: in chief)?"
    r"|Questioned) (?:by|from) (?:the )?[A-Z].{1,60}"
    rf"|WITNESS(?:ES)?: [A-Z][A-Z .'’-]{{2,60}}(?:{_UNDER_OATH})?"
    rf"|(?:M[RrSsIi][RrSs]{{0,2}}\.?|D[Rr]\.?|[A-Z'’-]+) [A-Za-z .'’-]{{2,60}} {_UNDER_OATH}"
)
_ARGUMENT = re.compile(
    r"(?:(?:ORAL|REBUTTAL|OPENING|CLOSING) )?(?:ARGUMENT|STATEMENT) (?:OF|BY) [A-Z ,.'’-]{3,60}"
    r"|(?:ON BEHALF OF|FOR|SUPPORTING|AS AMICUS CURIAE|IN SUPPORT OF)[A-Z ,.'’-]{3,60}"
)
_LONGEST_EXAMINATION = 90  # characters; by eye, as are the other limits
_HEADING_STARTS = frozenset(
    "EFRDCBOASIQWM"
)  # first letters of an examination, of `BY`, and of the witnesses of a committee
_COMMITTEE_HEADING = re.compile(r"Examination of [Ww]itness(?:es)?")
_WITNESSES = re.compile(r"Witness(?:es)?: ")
_COUNSEL = re.compile(r"(?:MR|MRS|MS|DR)\.? ?[A-Z]|MISS [A-Z]")
_IN_COURT = frozenset(
    "COURT|WITNESS|CLERK|REPORTER|COURT REPORTER|VIDEOGRAPHER|DEFENDANT|INTERPRETER|BAILIFF"
    "|DEPONENT|JURY|COURTROOM DEPUTY|DEPUTY CLERK|STENOGRAPHER|ARBITRATOR|HEARING OFFICER".split(
        "|"
    )
)
_JUDGES = (
    *("CHIEF JUSTICE ", "JUSTICE ", "JUDGE ", "MAGISTRATE "),
    *("LORD ", "LADY ", "SIR ", "DAME "),  # who hold inquiries in Britain
)
_PROCEEDINGS = re.compile(r"P ?R ?O ?C ?E ?E ?D ?I ?N ?G ?S")
_CALLED = re.compile(r"[A-Z][A-Z.'’-]*,?(?: [A-Z][A-Z.'’-]*,?)+(?=\s|\Z)")
_SWORN = re.compile(
    r"\b(?:duly|first|previously) (?:sworn|affirmed)\b|\btestified as follows\b", re.IGNORECASE
)
_MOST_SWORN = 6  # lines that say who was sworn in
_BEGINS_NOTE = (
    r"whereupon|exhibits?|plaintiff|defendant|recess|discussion|off|brief|luncheon|lunch|pause"
    r"|a? ?short|the (?:short|luncheon)|adjourned|[0-9]{1,2}[.:][0-9]{2}|deposition|proceedings"
    r"|documents?|witness|record|signature|reporter|question|jury"
)
_NOTE = re.compile(rf"\((?:[A-Z][^()]*[.:]|(?i:{_BEGINS_NOTE})\b[^()]*)\)\.?")
_MOST_IN_NOTE = 5  # lines
_INTERJECTION = re.compile(
    r"\((?:[^():]{0,60}\b(?:[Zz]uruf|Gegenruf|Ruf|Interjection|[Mm]embers?|Senators?|[Vv]oices?)\b"
    r"[^():]{0,80}|[^\W\d_][^():\[\]]{2,60} \[[^():\[\]]{2,40}\]): [^()]+\)"
)
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


def find_examinations(text: ReadText) -> Iterator[int]:
    """Find the lines that say who asks or is asked from here on."""
    for i, line in enumerate(text.lines):
        speaker = text.readings[i].speaker
        if line.text[0] not in _HEADING_STARTS or (speaker and len(speaker) == 1):
            continue  # as nearly all lines of a deposition
        if _is_called(line.text) or (is_examination(line.text) and _is_unlabelled(text, i)):
            yield i
        elif line.text[:6] == "Examin" and _COMMITTEE_HEADING.fullmatch(line.text):
            yield i
            if i + 1 < len(text.lines) and _WITNESSES.match(text.lines[i + 1].text):
                yield i + 1


def find_first_testimony(text: ReadText) -> int:
    """Find the first line of speech: after the parties, their counsel and the index."""
    if not _is_court(text):
        return text.first
    asked = next((i for i in text.named if text.readings[i].speaker == "Q"), None)
    until = len(text.lines) if asked is None else asked
    headings = [i for i in range(until) if _PROCEEDINGS.fullmatch(text.lines[i].text)]
    if asked is None:
        after = headings[0] + 1 if headings else len(text.lines)
        return max(text.first, _next_in_court(text, after, until, text.first))
    return _next_in_court(text, headings[-1] if headings else text.first, asked, asked)


def find_end_of_testimony(text: ReadText) -> int:
    """Find the line that ends the hearing or begins a certificate, below the last testimony.

    Outside of courts that is a note in parentheses below the last label.
    """
    is_court = _is_court(text)
    speaks = (
        i
        for i in reversed(text.named)
        if not is_court or _is_testimony(text.readings[i].speaker or "")
    )
    for i in range(max(text.first, next(speaks, -1) + 1), len(text.lines)):
        if text.lines[i].text[0] == "(" or (is_court and text.lines[i].text[0].isupper()):
            until = _end_of_note(text, i) if _is_unlabelled(text, i) else 0
            if _is_unlabelled(text, i) and _is_end(text, i, until):
                return i
    return text.end


def find_notes(text: ReadText) -> Iterator[int]:
    """Find the notes of the reporter in parentheses, on lines of their own."""
    for i in range(text.first, text.end) if _is_court(text) else ():
        if text.lines[i].text[0] == "(" and _is_unlabelled(text, i):
            yield from range(i, _end_of_note(text, i))


def find_interjections(text: ReadText) -> list[int]:
    """Find what others call out, in parentheses on a line of its own: `(Ann Lee [SPD]: No!)`."""
    return [
        i
        for i in range(text.first, text.end)
        if text.lines[i].text[0] == "("
        and text.has_words_only(i)
        and _INTERJECTION.fullmatch(text.lines[i].text)
    ]


def find_oaths(text: ReadText) -> Iterator[int]:
    """Find the lines that say who was sworn in.

    DANIEL ROE,
    having been first duly sworn, testified as follows:
    """
    for i in range(text.first, text.end) if _is_court(text) else ():
        if not (text.has_words_only(i) and _CALLED.match(text.lines[i].text)):
            continue
        until = i
        while until < text.end and text.has_words_only(until) and until - i < _MOST_SWORN:
            if is_examination(text.lines[until].text):
                break
            until += 1
        if until < len(text.lines) and any(
            _SWORN.search(line.text) for line in text.lines[i:until]
        ):
            yield from range(i, until)


def _is_called(text: str) -> bool:
    """Whether a line says who is called or asked in a court or an inquiry: `MS LEE (sworn)`."""
    return len(text) <= _LONGEST_EXAMINATION and _IN_INQUIRY.fullmatch(text) is not None


def _is_unlabelled(text: ReadText, i: int) -> bool:
    """Whether a line has no label, or a label alone."""
    return text.readings[i].speaker is None or text.is_prefix_alone(i)


def _is_court(text: ReadText) -> bool:
    """Whether a file is of a court: it has questions and answers, or people of the court."""
    if text.is_court is None:
        names = text.speakers
        present = sum(_is_in_court(name) for name in names)
        if min(names["Q"], names["A"]) < _LEAST_ASKED:
            text.is_court = present > 1 and any(
                name[4:] in _IN_COURT or name.startswith(_JUDGES) for name in names
            )
        else:
            text.is_court = (
                present > 0
                or next(find_examinations(text), -1) >= 0
                or any(_CERTIFICATE.fullmatch(line.text) for line in text.lines)
            )
    return text.is_court


def _is_in_court(name: str) -> bool:
    """Whether a label is that of a person in court, in capitals: `THE WITNESS`, `MR. ROE`."""
    is_role = name.startswith("THE ") and name[4:] in _IN_COURT
    is_role = is_role or name.startswith(_JUDGES)
    return is_role or (name.isupper() and _COUNSEL.match(name) is not None)


def _is_testimony(name: str) -> bool:
    """Whether a label is that of a question, of an answer or of a person in court."""
    return name in ("Q", "A") or _is_in_court(name)


def _next_in_court(text: ReadText, begin: int, until: int, default: int) -> int:
    """Find the first label of a person in court from a line on."""
    return next(
        (
            i
            for i in text.named
            if begin <= i < until and _is_in_court(text.readings[i].speaker or "")
        ),
        default,
    )


def _end_of_note(text: ReadText, i: int) -> int:
    """Find the index after the reporter's note that begins at line `i`; 0 if none does."""
    if text.lines[i].text[0] != "(":
        return 0
    note = ""
    for j in range(i, min(i + _MOST_IN_NOTE, len(text.lines))):
        if not _is_unlabelled(text, j):
            return 0
        note = f"{note} {text.lines[j].text}".lstrip()
        if note.rstrip(".").endswith(")"):
            return j + 1 if _NOTE.fullmatch(note) and not is_stage_direction(note) else 0
    return 0


def _is_end(text: ReadText, i: int, until: int) -> bool:
    """Whether line `i` ends the hearing, in a note up to `until`, or begins a certificate."""
    said = " ".join(line.text for line in text.lines[i : max(until, i + 1)])
    says_so = until > 0 or said.startswith(("Whereupon", "WHEREUPON"))
    if len(said) > _LONGEST_END or not (says_so or said.isupper()):
        return False
    ends = says_so and _CONCLUDED.fullmatch(said) is not None
    return ends or _CERTIFICATE.fullmatch(said) is not None
