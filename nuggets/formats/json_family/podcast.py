r"""The JSON of Podcasting 2.0: segments with a speaker, times and a body, often a word each.

{"version": "1.0.0", "segments": [
  {"speaker": "Anna", "startTime": 0.5, "endTime": 0.75, "body": "I"},
  {"speaker": "Anna", "startTime": 1.0, "endTime": 1.25, "body": "am\n"}, ...]}
"""

from __future__ import annotations

from itertools import pairwise

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.collector import Reading
from nuggets.formats.json_family.keys import has_keys, is_object
from nuggets.formats.json_family.tree import read_tree
from nuggets.formats.json_family.words import carry_on

NAME = "podcast-json"

_MOST_MARKS = ".,;:!?…%"  # a body of nothing else belongs to the word before
_MOST_WORDS = 0.9  # share of segments with a single word above which times are those of words


def looks_like_podcast(source: str) -> bool:
    """Whether a text is a JSON object with segments that have a body and a time."""
    return is_object(source) and has_keys(source, "segments", "body", "startTime")


def parse_podcast(source: str) -> Parsed:
    """Read each segment as a cue."""
    tree = read_tree(source, NAME)
    top = tree.top()
    if "segments" not in top:
        raise tree.malformed(top, 'expected "segments" at the top of the JSON')
    segments = tree.get_objects(top, "segments")
    named = [tree.get_name(segment, "speaker") for segment in segments]
    reading = Reading(tree)
    words = 0
    for segment, speaker in zip(segments, _inherit(named), strict=True):
        value = tree.get_string(segment, "body")
        if value is None:
            if "body" not in segment:
                raise tree.malformed(segment, 'a segment needs a text as its "body"')
            continue
        start_ms = tree.get_ms(segment, "startTime")
        end_ms = tree.get_ms(segment, "endTime")
        count = len(reading.cues)
        reading.add_text(value, speaker=speaker, start_ms=start_ms, end_ms=end_ms)
        for cue in reading.cues[count:]:
            text = "".join(piece.text for piece in cue.pieces)
            words += len(text.split(maxsplit=1)) == 1
            if not text.strip(_MOST_MARKS) and count and reading.cues[count - 1].speaker == speaker:
                pieces = [cue.pieces[0]._replace(blank=""), *cue.pieces[1:]]
                reading.cues[count] = cue._replace(pieces=pieces)
    reading.timed_words = words > _MOST_WORDS * len(reading.cues)
    return reading.to_parsed()


def _inherit(named: list[str | None]) -> list[str | None]:
    """Let a segment without speaker go on with the last one, in files that name only changes.

    Such a file never names the same speaker twice in a row; in all others, nobody is known.
    """
    told = [name for name in named if name is not None]
    if len(told) < 2 or any(a == b for a, b in pairwise(told)):
        return named
    return carry_on(named)


PODCAST = Format(
    NAME,
    origin="Podcasting 2.0",
    speakers="where named",
    times="word",
    looks_like=looks_like_podcast,
    parse=parse_podcast,
    special="segments of single words are put together",
)
