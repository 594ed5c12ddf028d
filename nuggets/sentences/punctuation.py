"""Where sentences of talk end, and where a long one may be cut: rules on text alone.

Written for speech in English, transcribed by people or machines: abbreviations, ellipses,
quotations, lower case after "?", QMSum's tokenised marks, no marks at all. Other scripts end at
their own marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_WORDS = 80
"""Longest sentence, in words as `UNIT` counts them; some 110 tokens of the model, which reads 256.

Prepared speech hardly ever has longer ones; what is longer was said without punctuation.
"""
PIECE_WORDS = 30
"""About how long the pieces of a longer one are; three of them make a nugget."""

MARKS = ".!?…‼⁇⁈⁉。！？｡؟۔।॥։።፧။។"
FOREIGN_MARKS = "。！？｡؟۔।॥։።፧။។"  # always end a sentence: no capitals, no decimals in the way
CLOSERS = "\"'”’»)\\]}*_」』）】》"
ENDING = re.compile(
    rf"(?P<marks>[{MARKS}]++(?:[ ][{MARKS}]++)*+)"
    rf"(?P<closers>[{CLOSERS}]*+(?:(?<=[a-z][a-z]\.)\d\d?(?=\s))?)"  # or the mark of a footnote
    r"(?P<gap>\s*+)|(?P<blank>\n\s*+)"
)
IDEOGRAPHS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
UNIT = re.compile(rf"[{IDEOGRAPHS}]{{1,2}}|[^\s{IDEOGRAPHS}]{{1,16}}")
"""A word; of scripts without blanks two characters, of endless words 16, so no piece is endless."""

LOOSE_QUOTE = re.compile(r"[\"”]\s+(?=\S)")  # tokenised: "Why ? " So ..."
DIRECTION = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
WORD = re.compile(r"[^\W_][\w'’-]*")
CAPITAL = re.compile(r"\b(?!I\b)[A-Z]")
STOP_THEN_LOWER = re.compile(r"[a-z]{2}\.\s+[a-z]")
STOP_THEN_UPPER = re.compile(r"[a-z]{2}\.\s+[\"“]?[A-Z]")
OPENING_CAPITAL = re.compile(r"[^\w]*(?!I\b)[A-Z]")
DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|(?:Ph|Ed|Psy|M|B)\.(?:D|Sc|Ed)", re.IGNORECASE)
SAID = re.compile(
    r"(?!No|Every)(?:I|[A-Z]\w+) (?:said|says|asked|asks|replied|answered|wondered|wrote)\b"
)
ADDRESS = re.compile(r"[@/\\]|www\.|\.\w+\.", re.IGNORECASE)

NEVER_LAST = frozenset(  # what they stand for goes on: a name, an example
    "Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Lt Col Capt Cmdr Sgt Rev Hon Messrs Mme St Mt Ft Pres "
    "Supt MR MRS MS DR mr mrs dr hon vs e.g i.e E.g I.e cf viz approx Approx".split()
)
NUMBERED = frozenset("no nos p pp fig figs sec art vol ch eq par para ver".split())
MEASURES = frozenset("ft in yd mi lb lbs oz hr hrs min sec pt qt gal cm mm kg".split())  # 5 ft. 3
ENDABLE = frozenset(
    "inc corp ltd co bros llc jr sr dept univ assn ave blvd rd jan feb mar apr aug sept sep oct "
    "nov dec al".split()
)
STARTERS = frozenset(  # no names, so a sentence starts with them even after "U.S."
    "A Actually After All Also Although Am An And Any Are As At Because Before But By Can Could "
    "Did Do Does Everybody Everyone First For From Had Has Have He Her Here His How However I If "
    "In Is It Its Just Let Like Look Maybe My No Nobody Not Nothing Now Of Oh Okay On Once One "
    "Only Or Other Our Perhaps Please Right She Should Since So Some Sometimes Still Such Sure "
    "Thank Thanks That The Their Then There These They This Those Though Three To Today Tomorrow "
    "Two Uh Um Under Until Was We Well Were What When Where Whether Which While Who Why Will With "
    "Would Yeah Yep Yes Yet You Your".split()
)
HANGING = frozenset(
    "a about an and are as at because but by for from in is it's its just like my of or so than "
    "that the their this to uh um very was well were with you your".split()
)

BREATH = re.compile(r"[,;:—–、，；]['\"”’)\]]*$|-$")
JOINTS = {
    **dict.fromkeys(("but", "so", "because", "although", "whereas", "however", "except"), 2.0),
    **dict.fromkeys(("and", "or", "which", "then", "while", "when", "where", "if", "who"), 1.0),
}
"""How good it is to cut before a word; after a comma is worth 2, any blank 0."""


def sentence_starts(text: str) -> list[int]:
    """Find where sentences begin, after the first.

    Args:
        text: What one speaker says.

    Returns:
        Indices of characters that are not white space, in order.
    """
    opens_with_capital = OPENING_CAPITAL.match(text) is not None
    no_capitals = not CAPITAL.search(text) or (
        len(STOP_THEN_LOWER.findall(text)) > len(STOP_THEN_UPPER.findall(text)) + opens_with_capital
    )
    starts: list[int] = []
    since = 0
    for found in ENDING.finditer(text):
        at = found.end()
        if at < len(text) and _ends(text, since, found, no_capitals=no_capitals):
            quote = LOOSE_QUOTE.match(text, at)
            if quote and text.count('"', max(since, at - 1000), at) % 2:
                at = quote.end()  # it closes what the sentence opened
            starts.append(at)
            since = at
    return starts


def cut_at_pauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that is too long where its speaker may have paused.

    Args:
        text: What one speaker says.
        start: Index of the sentence's first character.
        end: Index after its last.

    Yields:
        The pieces, of about equal size; the sentence itself if it is short enough.
    """
    units = [] if end - start <= MAX_WORDS else [u.span() for u in UNIT.finditer(text, start, end)]
    first, longest = 0, float(MAX_WORDS)
    while (left := len(units) - first) > longest:
        longest = 1.5 * PIECE_WORDS
        ideal = left / max(2, round(left / PIECE_WORDS))
        cut = max(
            range(first + int(ideal / 2), first + int(1.5 * ideal) + 1),
            key=lambda i: _pause(text, units[i - 1], units[i]) - 3 * abs(i - first - ideal) / ideal,
        )
        yield units[first][0], units[cut - 1][1]
        first = cut
    yield (units[first][0] if first else start), end


def _ends(text: str, since: int, found: re.Match[str], *, no_capitals: bool) -> bool:
    """Whether a sentence ends with the marks (or blank line) that were found.

    Args:
        text: What one speaker says.
        since: Where the sentence begins.
        found: A match of `ENDING`.
        no_capitals: Whether sentences of this text start in lower case.
    """
    marks, closers, gap = found["marks"], found["closers"], found["gap"]
    rest = text[found.end() : found.end() + 100]
    spoken = WORD.search(DIRECTION.sub(" ", rest))
    word = spoken[0] if spoken else ""
    goes_on = word.islower()
    if marks is None:
        return is_paragraph(found["blank"]) and not goes_on
    if any(mark in FOREIGN_MARKS for mark in marks):
        return True
    if not word:  # nothing but signs; a stage direction stands alone
        return DIRECTION.match(rest) is not None
    said = text[max(since, found.start() - 200) : found.start()]
    if not gap and not _ends_without_blank(said, marks + closers, rest):
        return False
    if "?" in marks or "!" in marks:
        if goes_on:
            return is_paragraph(gap) or (no_capitals and not closers)
        return not (closers and SAID.match(rest))
    if marks != ".":
        return is_paragraph(gap) or (not goes_on and _ends_trailing_off(said, word))
    loose = no_capitals or said[-1:].isspace() or rest[0] in "([{"  # tokenised: "OK . let 's go"
    if goes_on and (closers or not loose):  # "Version 2.1. is next", "Vernon, Ill. in May"
        return is_paragraph(gap)
    return not _is_abbreviation(said, word, opens=len(said) == found.start() - since)


def _ends_without_blank(said: str, marks: str, rest: str) -> bool:
    """Whether "end.Next" are two sentences, which "node.js", "$1.50" and addresses are not."""
    if not (rest[0].isupper() or rest[0] in '"“‘«(¿¡'):
        return False
    before, after = said.split()[-1:], rest.split(maxsplit=1)[0]
    if ADDRESS.search("".join(before) + marks + after):
        return False
    if marks != ".":
        return True
    is_name = after[0].isupper() and len(after) > 1 and not (after[1].islower() or after[1] in "'’")
    return bool(before) and len(before[0]) > 1 and before[0][-1].islower() and not is_name


def _ends_trailing_off(said: str, word: str) -> bool:
    """Whether an ellipsis ends a sentence: enough was said, and the next word starts afresh."""
    words = said.lower().split()
    starts_afresh = word[0].isdigit() or (word[0] != "I" and word[1:] == word[1:].lower())
    return starts_afresh and len(words) >= 4 and words[-1] not in HANGING


def _is_abbreviation(said: str, word: str, *, opens: bool) -> bool:
    """Whether a full stop belongs to the word before it and the sentence goes on.

    Args:
        said: What stands before the full stop.
        word: The next word.
        opens: Whether `said` is the whole sentence so far.
    """
    *earlier, before = said.split() or [""]
    before = before.lstrip("\"'“‘([{«¿¡—–-")
    name = before.lower()
    if before in NEVER_LAST:
        return True
    if said[-1:].isspace():  # tokenised: "No . 5 is alive ."
        return False
    if opens and not earlier and (len(name) == 1 or (name.isdigit() and len(name) == 2)):
        return name != "i"  # "1. First", "Q. Where", "J. Edgar"
    if name in NUMBERED:
        return word[0].isdigit()
    if name in MEASURES and earlier and earlier[-1][-1].isdigit():
        return word[0].isdigit()
    if name == "etc":
        return word.islower()
    is_initial = len(name) == 1 and before.isupper() and bool(earlier) and earlier[-1][0].isupper()
    if name in ENDABLE or is_initial or DOTTED.fullmatch(before):
        return re.split("['’]", word)[0] not in STARTERS
    return False


def is_paragraph(gap: str) -> bool:
    """Whether white space between two sentences is the end of a paragraph."""
    return gap.count("\n") > 1


def _pause(text: str, before: tuple[int, int], after: tuple[int, int]) -> float:
    """How much of a pause there may be between two words; below 0 inside of a word."""
    word = text[slice(*after)].lower()
    breath = 2.0 if BREATH.search(text[slice(*before)]) else 0.0
    if before[1] == after[0]:
        return breath or -2.0
    return breath + JOINTS.get(word, 0.0) if word[0].isalnum() else -1.0
