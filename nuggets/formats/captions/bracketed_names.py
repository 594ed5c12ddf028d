"""Speaker names in brackets before the words, and not sound descriptions such as `[laughs]`.

    [MARGARET] So where do we begin?
    (Tom) On the bridge. [MARGARET] When?

They are names where several recur and words always follow, and none is a sound or a manner of
speaking. In such a file, the speaker is unknown after brackets that may or may not hold a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nuggets.formats.captions.line_pieces import join_text, split_pieces
from nuggets.formats.captions.speaker_change_marks import MarkedLine
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.recurrence import count_recurring

_BRACKETS = r"(?:\[(?P<square>[^\[\]():]{2,60})\]|\((?P<round>[^\[\]():]{2,60})\))"
_BEGIN = re.compile(rf"{_BRACKETS}\s*")
_WITHIN = re.compile(rf"(?<=\s){_BRACKETS}(?=\s+\S)")
_MANNERS = frozenset(  # first words of how, where or by what means something is said
    "in on over off as through via from by to at with speaking singing both all end start no "
    "not".split()
)
_SOUNDS = frozenset(  # in addition to those of `stage_directions`
    "sobs screams shouts yells cries grunts snores hums barks meows mutters mumbles stammers pants "
    "exhales inhales scoffs yawns whistles beeps rings growls moans murmurs thunder siren sirens "
    "static bell bells knock knocks footsteps gunshot gunshots clapping silent blank bleep crowd "
    "translated translation foreign spanish french german beat opens closes slams shuts creaks "
    "shatters plays starts stops ends continues fades buzzes chirps clears".split()
)
_SCENE_CHANGES = frozenset(  # last words of captions of time; not `day`, as in Bob Day
    "later earlier meanwhile today tonight tomorrow yesterday flashback midnight years months "
    "weeks days hours minutes ago continued".split()
)
_TIME_WORDS = frozenset("present next that same early late last this".split())  # first words
_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_MAX_WORDS = 5  # of a name, small ones such as `van` included; by eye
_MAX_ALONE = 0.25  # times that a name stands alone, for each with words behind it; by eye
_MIN_NAMED_LINES = 4  # lines with a name in such a file; by eye


def find_bracketed_names(lines: Sequence[MarkedLine]) -> frozenset[str]:
    """Find the speakers of a file that names them in brackets before their words.

    Args:
        lines: All lines of the file.

    Returns:
        The names; none if the file does not.
    """
    named: Counter[str] = Counter()
    other: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for marked in lines:
        text = marked.line.text
        if text[marked.words_at : marked.words_at + 1] not in ("[", "("):
            continue
        match = _BEGIN.match(text, marked.words_at)
        if match is None:
            continue
        inner = match["square"] or match["round"]
        name = to_bracketed_name(inner)
        if name is None:
            other[inner] += not is_stage_direction(f"({inner})")
        elif match.end() == len(text):
            alone[name] += 1
        else:
            named[name] += 1
    names = {n for n, count in named.items() if count > 1 and alone[n] <= _MAX_ALONE * count}
    often = sum(named[name] for name in names)
    others = count_recurring(other.elements())
    if len(names) < 2 or often < _MIN_NAMED_LINES or often < 2 * others:
        return frozenset()
    return frozenset(names)


def split_at_bracketed_names(
    lines: Sequence[MarkedLine], names: frozenset[str]
) -> Iterator[MarkedLine]:
    """Split lines before the names in brackets within them."""
    for marked in lines:
        line = marked.line
        has_bracket = "[" in line.text[1:] or "(" in line.text[1:]
        found = _WITHIN.finditer(line.text, marked.words_at) if has_bracket else iter(())
        cuts = [
            match.start()
            for match in found
            if to_bracketed_name(match["square"] or match["round"]) in names
        ]
        if not cuts:
            yield marked
            continue
        mark, words_at = marked.mark, marked.words_at
        for pieces in split_pieces(line.pieces, cuts):
            if pieces:
                part = line._replace(text=join_text(pieces), pieces=pieces)
                yield MarkedLine(part, mark, words_at)
            mark, words_at = "", 0


def read_bracketed_name(marked: MarkedLine, names: frozenset[str]) -> tuple[str | None, int] | None:
    """Read the name in brackets before the words of a line.

    Returns:
        The name, and the offset at which the words begin; None for a line without name. For
        brackets that may hold a name but are not among `names`, no name and the offset of the
        brackets, which stay with the words.
    """
    match = _BEGIN.match(marked.line.text, marked.words_at)
    name = to_bracketed_name(match["square"] or match["round"]) if match else None
    if match is None or name is None or match.end() == len(marked.line.text):
        return None
    return (name, match.end()) if name in names else (None, marked.words_at)


def to_bracketed_name(text: str) -> str | None:
    """Read the text in brackets as a name; None if it is none, or may also be a sound."""
    words = text.split()
    if not 0 < len(words) <= _MAX_WORDS or not (words[0][0].isupper() or words[0][0].isdigit()):
        return None
    first, last = words[0].lower().rstrip("."), words[-1].lower()
    if first in _MANNERS or first in _SOUNDS or last in _SOUNDS or last.endswith("ly"):
        return None
    if first in _TIME_WORDS or last in _SCENE_CHANGES or _YEAR.search(text):  # [Chicago, 1999]
        return None
    if len(words) > 1 and (last.endswith("ing") or is_stage_direction(f"({last})")):
        return None
    return None if is_stage_direction(f"({text})") else to_name(text)
