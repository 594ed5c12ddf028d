r"""JSON transcripts of Podcasting 2.0: segments with speaker, times and body, often one word each.

{"version": "1.0.0", "segments": [
{"speaker": "Anna", "startTime": 0.5, "endTime": 0.75, "body": "I"},
{"speaker": "Anna", "startTime": 1.0, "endTime": 1.25, "body": "am\n"}, ...]}
"""

from __future__ import annotations

from itertools import pairwise

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_object
from nuggets.formats.json_family.tree import read_tree
from nuggets.formats.json_family.word_alignment import WORD_LIST_SHARE, fill_forward

NAME = "podcast-json"

_MARKS = ".,;:!?…%"  # a body of nothing else is joined to the word before


def looks_like_podcast(source: str) -> bool:
    """Whether a text is a JSON object with segments that have a body and a time."""
    return looks_like_object(source) and has_keys(source, "segments", "body", "startTime")


def parse_podcast(source: str) -> Parsed:
    """Read each segment as a cue."""
    tree = read_tree(source, NAME)
    top = tree.root_with("segments")
    segments = tree.get_objects(top, "segments")
    named = [tree.get_name(segment, "speaker") for segment in segments]
    collector = CueCollector(tree)
    words = 0
    for segment, speaker in zip(segments, _fill_speakers_forward(named), strict=True):
        value = tree.get_string(segment, "body")
        if value is None:
            if "body" not in segment:
                raise tree.error_at(segment, 'a segment needs a text as its "body"')
            continue
        start_ms = tree.get_ms(segment, "startTime")
        end_ms = tree.get_ms(segment, "endTime")
        count = len(collector.cues)
        collector.add_text(value, speaker=speaker, start_ms=start_ms, end_ms=end_ms)
        for cue in collector.cues[count:]:
            text = "".join(piece.text for piece in cue.pieces)
            words += len(text.split(maxsplit=1)) == 1
            if not text.strip(_MARKS) and count and collector.cues[count - 1].speaker == speaker:
                pieces = [cue.pieces[0]._replace(blank=""), *cue.pieces[1:]]
                collector.cues[count] = cue._replace(pieces=pieces)
    collector.timed_words = words > WORD_LIST_SHARE * len(collector.cues)
    return collector.to_parsed()


def _fill_speakers_forward(named: list[str | None]) -> list[str | None]:
    """Fill in the speakers of segments without one, in files that name only changes of speaker.

    Such a file never names the same speaker twice in a row. In all others the speaker is unknown.
    """
    names = [name for name in named if name is not None]
    if len(names) < 2 or any(a == b for a, b in pairwise(names)):
        return named
    return fill_forward(named)


PODCAST = Format(
    NAME,
    origin="Podcasting 2.0",
    speakers="where named",
    times="word",
    looks_like=looks_like_podcast,
    parse=parse_podcast,
    special="segments of single words are put together",
)
