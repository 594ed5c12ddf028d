"""AssemblyAI's JSON: utterances with speakers, or only words if it is not diarized.

    {"id": "...", "status": "completed", "text": "Hello there. ...",
     "words": [{"text": "Hello", "start": 250, "end": 650, "confidence": 0.9, "speaker": "A"}, ...],
     "utterances": [{"speaker": "A", "start": 250, "end": 2400, "text": "Hello there.",
                     "words": [...]}, ...]}

Times are in milliseconds. The service's lists of paragraphs and of sentences are read, too.
"""

from __future__ import annotations

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_object
from nuggets.formats.json_family.segments import Keys, add_segments
from nuggets.formats.json_family.tree import read_tree

NAME = "assemblyai"

_KEYS = Keys(unit_ms=1, word=("text",))
_LISTS = ("utterances", "sentences", "paragraphs")
_ASSEMBLYAI_KEYS = (
    "utterances",
    "audio_url",
    "acoustic_model",
    "language_model",
    "audio_duration",
    "sentences",
    "paragraphs",
)


def looks_like_assemblyai(source: str) -> bool:
    """Whether a text is a JSON object with words and a key of AssemblyAI's."""
    return (
        looks_like_object(source)
        and has_keys(source, "words", "text", "start", "end", "confidence")
        and not has_keys(source, "segments")
        and not has_keys(source, "word")  # of other services, whose times are seconds
        and any(has_keys(source, key) for key in _ASSEMBLYAI_KEYS)
    )


def parse_assemblyai(source: str) -> Parsed:
    """Read each utterance as a cue, or all words where there are no utterances."""
    tree = read_tree(source, NAME)
    top = tree.root_object()
    collector = CueCollector(tree)
    for key in _LISTS:
        listed = tree.get_objects(top, key)
        if listed:
            add_segments(collector, listed, _KEYS)
            return collector.to_parsed()
    if not any(key in top for key in ("words", "text", *_LISTS)):
        raise tree.error_at(top, 'expected "utterances" or "words" at the top of the JSON')
    add_segments(collector, [{"text": None, **top, "start": None, "end": None}], _KEYS)
    return collector.to_parsed()


ASSEMBLYAI = Format(
    NAME,
    origin="AssemblyAI",
    speakers="if diarized",
    times="word",
    looks_like=looks_like_assemblyai,
    parse=parse_assemblyai,
    special="milliseconds; without utterances its words are read",
)
