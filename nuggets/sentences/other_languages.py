"""Sentence boundaries in punctuated talk that is not in English: rules on text, data by language.

The data are those of `languages.full_stops`. What English alone needs (`punctuation`) has no place
here: tokenised marks, "US", programs' names.
"""

from __future__ import annotations

import re

from nuggets.languages.full_stops import FullStops, load_full_stops
from nuggets.sentences.punctuation import CLOSERS, MARKS, WORD, is_paragraph

# A mark with closing quotation marks; those that open elsewhere (“ in English, « in French) close
# here where white space follows, as in „Wir gehen.“ and »Wir gehen.«.
_MARKED = rf"(?P<marks>[{MARKS}]++(?:[ ][{MARKS}]++)*+)(?P<closers>"
_CLOSED = rf"[{CLOSERS}“‘«‹›]*+(?=\s|\Z)|[{CLOSERS}›]*+)(?P<gap>\s*+)|(?P<blank>\n\s*+)"
_ENDING = re.compile(_MARKED + _CLOSED)
# Guillemets as in French, which have a blank inside: « Je pars. »
_ENDING_SPACED = re.compile(rf"{_MARKED}[ \u00a0\u202f][»›]|{_CLOSED}")

_PLAIN_MARKS = frozenset(" .…!?‼⁇⁈⁉")  # the others end a sentence wherever they stand
_OPENING = '"“„«»‹›‘(¿¡'
_GUILLEMET = re.compile("[«»]")
_DIRECTION = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")
_CLITIC = re.compile(r"[\s\"“„«»‹›‘(¿¡—–-]*['’][a-z]\s+(?=\w)")  # Dutch "'s Avonds", "'t Is"
_NO_PLACE = re.compile(r"[@/\\]|www\.|\.\w+\.", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\.-?)+[^\W\d_]{1,4}")  # "z.B", "J.-C", "S.p.A"
_PARTS = re.compile(r"((?:[^\W\d_]{1,4}\.[ \u00a0\u202f])+)([^\W\d_]{1,4})\Z")  # "z. B", "EE. UU"
_ORDINAL = re.compile(r"\d{1,3}|[IVX]{1,6}")
_STOP = re.compile(r"[^\W\d_]{2}\.\s+([^\W\d_])")
_BEFORE, _BEHIND = 80, 60  # characters before a mark and behind it that are looked at; by eye
_LONGEST_PARTS = 16  # characters of an abbreviation of several parts; by eye
_MIN_WORDS_BEFORE_ELLIPSIS = 4  # by eye


def find_sentence_starts(text: str, code: str) -> list[int]:
    """Find where sentences begin after the first, which begins with the text.

    Args:
        text: What one speaker says.
        code: Of its language, which is not English.

    Returns:
        Indices of characters that are not white space, in order.

    >>> find_sentence_starts("Am 3. Mai, z. B. so. Dann nicht.", "de")
    [21]
    """
    rules = load_full_stops(code)
    after_stops = _STOP.findall(text)
    no_capitals = 2 * sum(letter.islower() for letter in after_stops) > len(after_stops)
    guillemet = _GUILLEMET.search(text)
    ending = _ENDING if guillemet and guillemet[0] == "»" and code != "fr" else _ENDING_SPACED
    starts: list[int] = []
    since = 0
    for found in ending.finditer(text):
        at = found.end()
        if at < len(text) and _is_boundary(text, since, found, rules, no_capitals=no_capitals):
            starts.append(at)
            since = at
    return starts


def _is_boundary(
    text: str, since: int, found: re.Match[str], rules: FullStops, *, no_capitals: bool
) -> bool:
    """Whether a sentence ends with the marks (or blank line) that were found.

    Args:
        text: What one speaker says.
        since: Index at which the sentence begins.
        found: A match of `_ENDING`.
        rules: Of the language.
        no_capitals: Whether sentences of this text start in lower case.
    """
    marks, closers, gap = found["marks"], found["closers"], found["gap"]
    rest = text[found.end() : found.end() + _BEHIND]
    clitic = _CLITIC.match(rest)
    behind = _DIRECTION.sub(" ", rest) if "[" in rest or "{" in rest else rest
    spoken = WORD.search(behind, clitic.end() if clitic else 0)
    word = spoken[0] if spoken else ""
    if marks is None:
        return is_paragraph(found["blank"]) and not word.islower()
    if not _PLAIN_MARKS.issuperset(marks):
        return True
    if not word:
        return _DIRECTION.match(rest) is not None
    said = text[max(since, found.start() - _BEFORE) : found.start()]
    if not gap and not _is_boundary_without_blank(said, marks + closers, rest):
        return False
    if word.islower():
        return is_paragraph(gap) or (
            no_capitals and not closers and not _is_abbreviation(said, word, rules, opens=False)
        )
    if "?" in marks or "!" in marks:
        return True
    is_opener = _is_opener(word, rules)
    if marks != ".":
        return is_paragraph(gap) or is_opener or len(said.split()) >= _MIN_WORDS_BEFORE_ELLIPSIS
    if closers:
        return True
    return not _is_abbreviation(said, word, rules, opens=len(said) == found.start() - since)


def _is_boundary_without_blank(said: str, marks: str, rest: str) -> bool:
    """Whether "fin.Luego" are two sentences, which "node.js", "1.50" and addresses are not."""
    if not (rest[0].isupper() or rest[0] in _OPENING):
        return False
    before, after = "".join(said.split()[-1:]), rest.split(maxsplit=1)[0]
    if _NO_PLACE.search(before + marks + after):
        return False
    if marks != ".":
        return True
    is_name = after[0].isupper() and not after[1:2].islower()
    return len(before) > 1 and before[-1].islower() and not is_name


def _is_opener(word: str, rules: FullStops) -> bool:
    """Whether a word with a capital begins a sentence, since in the midst of one it has none."""
    return word[0].isupper() and re.split("['’]", word.lower())[0] in rules.openers


def _is_abbreviation(said: str, word: str, rules: FullStops, *, opens: bool) -> bool:
    """Whether a full stop belongs to the word before it and the sentence goes on.

    Args:
        said: The text before the full stop.
        word: The next word.
        rules: Of the language.
        opens: Whether `said` is the whole sentence so far.
    """
    *earlier, before = said.split() or [""]
    before = before.lstrip("\"'“„«»‹›‘’([{¿¡—–-")
    before = re.split("['’]", before)[-1]  # "dell'art. 5"
    name = before.lower()
    if opens and not earlier and _ORDINAL.fullmatch(before) and len(before) < 3:
        return True  # "1. Primero"
    is_opener = _is_opener(word, rules)
    if rules.has_ordinals and _ORDINAL.fullmatch(before):
        return word.lower() in rules.months or not is_opener
    parts = _PARTS.search(said, max(0, len(said) - _LONGEST_PARTS))
    if parts is not None:
        whole = re.sub(r"\s", "", parts[0]).lower()
        if whole in rules.never_final:
            return True
        if all(
            len(part) == 1 or part in rules.never_final or part in rules.sometimes_final
            for part in whole.split(".")
        ):
            return not is_opener
    if name in rules.never_final or (len(before) == 1 and before.islower()):
        return True
    if name in rules.sometimes_final or _DOTTED.fullmatch(before) or len(before) == 1:
        return not is_opener and not before.isdigit()
    return False
