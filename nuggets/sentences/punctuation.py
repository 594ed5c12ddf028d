"""Sentence boundaries in punctuated talk: rules on text alone; and where to cut a long sentence.

For speech in English, transcribed by people or machines: abbreviations, ellipses, quotations,
lower case after "?", QMSum's tokenised marks. Sentences of other scripts end at their own marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nuggets.values import Span

MAX_WORDS = 80
"""Longest sentence, in words as `UNIT` counts them; some 110 tokens of the model, which reads 256.

By eye: prepared speech hardly ever has longer ones; what is longer was said without punctuation.
"""
# Pieces of a longer sentence, by eye as well; three of them make a nugget.
_PIECE_WORDS = 30  # words of a piece, about
_MIN_PIECE = 0.5  # shortest piece, as a share of the ideal length
_MAX_PIECE = 1.5  # longest piece, likewise; a longer rest is cut again, so none is tiny
_LENGTH_PENALTY = 3  # score that a cut loses where it is as far off as the ideal length

_FOREIGN_MARKS = "。！？｡؟۔।॥։።፧။។"  # always end a sentence: no capitals, no decimals in the way
MARKS = f".!?…‼⁇⁈⁉{_FOREIGN_MARKS}"
"""Marks that end a sentence."""
CLOSERS = "\"'”’»)\\]}*_」』）】》"
"""Quotation marks and brackets that may follow them, escaped for a regex."""
_ENDING = re.compile(
    rf"(?P<marks>[{MARKS}]++(?:[ ][{MARKS}]++)*+)"
    rf"(?P<closers>[{CLOSERS}]*+(?:(?<=[a-z][a-z]\.)\d\d?(?=\s))?)"  # or the mark of a footnote
    r"(?P<gap>\s*+)|(?P<blank>\n\s*+)"
)
UNSPACED_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Ranges of characters, for a regex: scripts that are written without blanks between words."""
UNIT = re.compile(rf"[{UNSPACED_SCRIPTS}]{{1,2}}|[^\s{UNSPACED_SCRIPTS}]{{1,16}}")
"""A word; of scripts without blanks two characters, of endless words 16, so no piece is endless."""

WORD = re.compile(r"[^\W_][\w'’-]*")
"""A word as it is written, for a script with blanks."""

_LOOSE_QUOTE = re.compile(r"[\"”]\s+(?=\S)")  # tokenised: "Why ? " So ..."
_DIRECTION = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
_CAPITAL = re.compile(r"\b(?!I\b)[A-Z]")
_STOP_THEN_LOWER = re.compile(r"[a-z]{2}\.\s+[a-z]")
_STOP_THEN_UPPER = re.compile(r"[a-z]{2}\.\s+[\"“]?[A-Z]")
_OPENING_CAPITAL = re.compile(r"[^\w]*(?!I\b)[A-Z]")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|(?:Ph|Ed|Psy|M|B)\.(?:D|Sc|Ed)", re.IGNORECASE)
_REPORTING = re.compile(
    r"(?!No|Every)(?:I|[A-Z]\w+) (?:said|says|asked|asks|replied|answered|wondered|wrote)\b"
)
_CALL = re.compile(r"[A-Z]\w*[a-z]\w*\((?!e?s\))")  # "Exit()", "New(t)"; not "Option(s)", "UN("
_PACKAGE = re.compile(  # before a call, and no word that a sentence ends with: "It", "that one"
    r"(?:^|[^\w.])(?!(?:it|that|this|them|those|these|here|there|one|ones|so|too|then|now|again|him"
    r"|her|us|me|you|do|does|did|is|are|was)\Z)[a-z_]\w*\Z"
)
_ADDRESS = re.compile(r"[@/\\]|www\.|\.\w+\.", re.IGNORECASE)

_NEVER_FINAL = frozenset(  # what they stand for goes on: a name, an example
    "Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Lt Col Capt Cmdr Sgt Rev Hon Messrs Mme St Mt Ft Pres "
    "Supt MR MRS MS DR mr mrs dr hon vs e.g i.e E.g I.e cf viz approx Approx".split()
)
# Abbreviations before a number: "No. 5", "5 ft. 3".
_NUMBERED = frozenset("no nos p pp fig figs sec art vol ch eq par para ver".split())
_MEASURES = frozenset("ft in yd mi lb lbs oz hr hrs min sec pt qt gal cm mm kg".split())
_SOMETIMES_FINAL = frozenset(  # abbreviations that end a sentence where an opener follows
    "inc corp ltd co bros llc jr sr dept univ assn ave blvd rd jan feb mar apr aug sept sep oct "
    "nov dec al".split()
)
_SENTENCE_OPENERS = frozenset(  # no names, so a sentence starts with them even after "U.S."
    "A Actually After All Also Although Am An And Any Are As At Because Before But By Can Could "
    "Did Do Does Everybody Everyone First For From Had Has Have He Her Here His How However I If "
    "In Is It Its Just Let Like Look Maybe My No Nobody Not Nothing Now Of Oh Okay On Once One "
    "Only Or Other Our Perhaps Please Right She Should Since So Some Sometimes Still Such Sure "
    "Thank Thanks That The Their Then There These They This Those Though Three To Today Tomorrow "
    "Two Uh Um Under Until Was We Well Were What When Where Whether Which While Who Why Will With "
    "Would Yeah Yep Yes Yet You Your".split()
)
_UNFINISHED = frozenset(  # an ellipsis after one of them ends no sentence
    "a about an and are as at because but by for from in is it's its just like my of or so than "
    "that the their this to uh um very was well were with you your".split()
)
_MIN_WORDS_BEFORE_ELLIPSIS = 4  # words, by eye

_CLAUSE_ENDING = re.compile(r"[,;:—–、，；]['\"”’)\]]*$|-$")
_CLAUSE_OPENERS = {
    **dict.fromkeys(("but", "so", "because", "although", "whereas", "however", "except"), 2.0),
    **dict.fromkeys(("and", "or", "which", "then", "while", "when", "where", "if", "who"), 1.0),
}
"""Scores of a cut before a word, by eye; after a comma it is 2, at any other blank 0."""


def find_sentence_starts(text: str) -> list[int]:
    """Find where sentences begin after the first, which begins with the text.

    Args:
        text: What one speaker says.

    Returns:
        Indices of characters that are not white space, in order.
    """
    opens_with_capital = _OPENING_CAPITAL.match(text) is not None
    no_capitals = not _CAPITAL.search(text) or (
        len(_STOP_THEN_LOWER.findall(text))
        > len(_STOP_THEN_UPPER.findall(text)) + opens_with_capital
    )
    starts: list[int] = []
    since = 0
    for found in _ENDING.finditer(text):
        at = found.end()
        if at < len(text) and _is_boundary(text, since, found, no_capitals=no_capitals):
            quote = _LOOSE_QUOTE.match(text, at)
            if quote and text.count('"', max(since, at - 1000), at) % 2:
                at = quote.end()  # it closes what the sentence opened
            starts.append(at)
            since = at
    return starts


def split_long_sentence(text: str, start: int, end: int) -> Iterator[Span]:
    """Split a sentence of more than `MAX_WORDS` words where clauses begin and after commas.

    Args:
        text: What one speaker says.
        start: Index of the sentence's first character.
        end: Index after its last.

    Yields:
        The spans of its pieces, of about equal size; its own if it is short enough.
    """
    units = [] if end - start <= MAX_WORDS else [u.span() for u in UNIT.finditer(text, start, end)]
    first, longest = 0, float(MAX_WORDS)
    while (left := len(units) - first) > longest:
        longest = _MAX_PIECE * _PIECE_WORDS
        ideal = left / max(2, round(left / _PIECE_WORDS))
        cut = max(
            range(first + int(_MIN_PIECE * ideal), first + int(_MAX_PIECE * ideal) + 1),
            key=lambda i: (
                _clause_boundary_score(text, units[i - 1], units[i])
                - _LENGTH_PENALTY * abs(i - first - ideal) / ideal
            ),
        )
        yield units[first][0], units[cut - 1][1]
        first = cut
    yield (units[first][0] if first else start), end


def _is_boundary(text: str, since: int, found: re.Match[str], *, no_capitals: bool) -> bool:
    """Whether a sentence ends with the marks (or blank line) that were found.

    Args:
        text: What one speaker says.
        since: Index at which the sentence begins.
        found: A match of `_ENDING`.
        no_capitals: Whether sentences of this text start in lower case.
    """
    marks, closers, gap = found["marks"], found["closers"], found["gap"]
    rest = text[found.end() : found.end() + 100]
    spoken = WORD.search(_DIRECTION.sub(" ", rest))
    word = spoken[0] if spoken else ""
    goes_on = word.islower()
    if marks is None:
        return is_paragraph(found["blank"]) and not goes_on
    if any(mark in _FOREIGN_MARKS for mark in marks):
        return True
    if not word:  # nothing but signs; a stage direction stands alone
        return _DIRECTION.match(rest) is not None
    said = text[max(since, found.start() - 200) : found.start()]
    if not gap and not _is_boundary_without_blank(said, marks + closers, rest):
        return False
    if marks + closers == "." and gap in ("", " ") and _CALL.match(rest):
        # "os.Exit() is called", which recognisers write "os. Exit()"; "we call it. Exit() ends it"
        return gap == " " and not _PACKAGE.search(said)
    if "?" in marks or "!" in marks:
        if goes_on:
            return is_paragraph(gap) or (no_capitals and not closers)
        return not (closers and _REPORTING.match(rest))
    if marks != ".":
        return is_paragraph(gap) or (not goes_on and _is_boundary_after_ellipsis(said, word))
    loose = no_capitals or said[-1:].isspace() or rest[0] in "([{"  # tokenised: "OK . let 's go"
    if goes_on and (closers or not loose):  # "Version 2.1. is next", "Vernon, Ill. in May"
        return is_paragraph(gap)
    return not _is_abbreviation(said, word, opens=len(said) == found.start() - since)


def _is_boundary_without_blank(said: str, marks: str, rest: str) -> bool:
    """Whether "end.Next" are two sentences, which "node.js", "$1.50" and addresses are not."""
    if not (rest[0].isupper() or rest[0] in '"“‘«(¿¡'):
        return False
    before, after = said.split()[-1:], rest.split(maxsplit=1)[0]
    if _ADDRESS.search("".join(before) + marks + after):
        return False
    if marks != ".":
        return True
    is_name = after[0].isupper() and len(after) > 1 and not (after[1].islower() or after[1] in "'’")
    return bool(before) and len(before[0]) > 1 and before[0][-1].islower() and not is_name


def _is_boundary_after_ellipsis(said: str, word: str) -> bool:
    """Whether an ellipsis ends a sentence: enough was said, and the next word opens one."""
    words = said.lower().split()
    opens_sentence = word[0].isdigit() or (word[0] != "I" and word[1:] == word[1:].lower())
    return (
        opens_sentence and len(words) >= _MIN_WORDS_BEFORE_ELLIPSIS and words[-1] not in _UNFINISHED
    )


def _is_abbreviation(said: str, word: str, *, opens: bool) -> bool:
    """Whether a full stop belongs to the word before it and the sentence goes on.

    Args:
        said: The text before the full stop.
        word: The next word.
        opens: Whether `said` is the whole sentence so far.
    """
    *earlier, before = said.split() or [""]
    before = before.lstrip("\"'“‘([{«¿¡—–-")
    name = before.lower()
    if before in _NEVER_FINAL:
        return True
    if said[-1:].isspace():  # tokenised: "No . 5 is alive ."
        return False
    if opens and not earlier and (len(name) == 1 or (name.isdigit() and len(name) == 2)):
        return name != "i"  # "1. First", "Q. Where", "J. Edgar"
    if name in _NUMBERED:
        return word[0].isdigit()
    if name in _MEASURES and earlier and earlier[-1][-1].isdigit():
        return word[0].isdigit()
    if name == "etc":
        return word.islower()
    is_initial = len(name) == 1 and before.isupper() and bool(earlier) and earlier[-1][0].isupper()
    if name in _SOMETIMES_FINAL or is_initial or _DOTTED.fullmatch(before):
        return re.split("['’]", word)[0] not in _SENTENCE_OPENERS
    return False


def is_paragraph(gap: str) -> bool:
    """Whether white space between two sentences is the end of a paragraph."""
    return gap.count("\n") > 1


def _clause_boundary_score(text: str, before: Span, after: Span) -> float:
    """Score how well a sentence can be cut between two words; below 0 inside of a word."""
    word = text[slice(*after)].lower()
    after_clause = 2.0 if _CLAUSE_ENDING.search(text[slice(*before)]) else 0.0
    if before[1] == after[0]:
        return after_clause or -2.0
    return after_clause + _CLAUSE_OPENERS.get(word, 0.0) if word[0].isalnum() else -1.0
