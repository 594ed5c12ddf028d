"""Names in brackets before what somebody says, which look like directions.

[MARGARET] So where do we begin?
(Tom) On the bridge. [MARGARET] When?

They are names where several recur, always followed by words, and none is a sound or a way of
speaking. In such a file, the words after other brackets that could be a name are nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nuggets.formats.captions.change_marks import Marked
from nuggets.formats.captions.cue_text import join_pieces, split_pieces
from nuggets.formats.stage_directions import is_stage_direction
from nuggets.formats.text.speakers.names import to_name
from nuggets.formats.text.speakers.recurrence import count_recurring

_BRACKETS = r"(?:\[(?P<square>[^\[\]():]{2,60})\]|\((?P<round>[^\[\]():]{2,60})\))"
_BEGIN = re.compile(rf"{_BRACKETS}\s*")
_WITHIN = re.compile(rf"(?<=\s){_BRACKETS}(?=\s+\S)")
_WAYS = frozenset(  # how, where and through what words are said, by their first word
    "in on over off as through via from by to at with speaking singing both all end start no "
    "not".split()
)
_SOUNDS = frozenset(  # besides those that are never picked
    "sobs screams shouts yells cries grunts snores hums barks meows mutters mumbles stammers pants "
    "exhales inhales scoffs yawns whistles beeps rings growls moans murmurs thunder siren sirens "
    "static bell bells knock knocks footsteps gunshot gunshots clapping silent blank bleep crowd "
    "translated translation foreign spanish french german beat opens closes slams shuts creaks "
    "shatters plays starts stops ends continues fades buzzes chirps clears".split()
)
_SCENES = frozenset(  # when a film goes on, by the last word; some are names: Bob Day
    "later earlier meanwhile today tonight tomorrow yesterday flashback midnight years months "
    "weeks days hours minutes ago continued".split()
)
_WHEN = frozenset("present next that same early late last this".split())  # by the first one
_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_MOST_WORDS = 5  # of a name, small ones such as `van` counted
_LEAST_OFTEN = 4  # names in a file, of at least two speakers


def find_bracketed(lines: Sequence[Marked]) -> frozenset[str]:
    """Find who speaks, if the file names speakers in brackets before their words."""
    named: Counter[str] = Counter()
    other: Counter[str] = Counter()
    alone: set[str] = set()
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
            alone.add(name)
        else:
            named[name] += 1
    names = {name for name, count in named.items() if count > 1 and name not in alone}
    often = sum(named[name] for name in names)
    others = count_recurring(other.elements())
    if len(names) < 2 or often < _LEAST_OFTEN or often < 2 * others:
        return frozenset()
    return frozenset(names)


def cut_at_bracketed(lines: Sequence[Marked], names: frozenset[str]) -> Iterator[Marked]:
    """Cut lines before the names within them."""
    for marked in lines:
        line = marked.line
        found = _WITHIN.finditer(line.text, marked.words_at) if "[" in line.text[1:] else iter(())
        if "(" in line.text[1:]:
            found = _WITHIN.finditer(line.text, marked.words_at)
        cuts = [
            one.start()
            for one in found
            if to_bracketed_name(one["square"] or one["round"]) in names
        ]
        if not cuts:
            yield marked
            continue
        mark, words_at = marked.mark, marked.words_at
        for pieces in split_pieces(line.pieces, cuts):
            if pieces:
                part = line._replace(text=join_pieces(pieces), pieces=pieces)
                yield Marked(part, mark, words_at)
            mark, words_at = "", 0


def read_bracketed(marked: Marked, names: frozenset[str]) -> tuple[str | None, int] | None:
    """Read the name in brackets before the words of a line, and where these begin.

    Returns:
        None where there is none; nobody's name, and the words with the brackets, where it could
        be a name but never recurs.
    """
    match = _BEGIN.match(marked.line.text, marked.words_at)
    name = to_bracketed_name(match["square"] or match["round"]) if match else None
    if match is None or name is None or match.end() == len(marked.line.text):
        return None
    return (name, match.end()) if name in names else (None, marked.words_at)


def to_bracketed_name(text: str) -> str | None:
    """Take what stands in brackets as a name; None if it is none, or may as well be a sound."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or not (words[0][0].isupper() or words[0][0].isdigit()):
        return None
    first, last = words[0].lower().rstrip("."), words[-1].lower()
    if first in _WAYS or first in _SOUNDS or last in _SOUNDS or last.endswith("ly"):
        return None
    if first in _WHEN or last in _SCENES or _YEAR.search(text):  # [Chicago, 1999]
        return None
    if len(words) > 1 and (last.endswith("ing") or is_stage_direction(f"({last})")):
        return None
    return None if is_stage_direction(f"({text})") else to_name(text)
