"""Amazon Transcribe's JSON: items, which are words with times and punctuation without.

    {"jobName": "...", "status": "COMPLETED", "results": {
      "transcripts": [{"transcript": "Hello there. ..."}],
      "speaker_labels": {"speakers": 2, "segments": [{"speaker_label": "spk_0", "items": [
          {"start_time": "1.24", "end_time": "1.6", "speaker_label": "spk_0"}, ...]}, ...]},
      "items": [{"start_time": "1.24", "end_time": "1.6", "type": "pronunciation",
                 "alternatives": [{"confidence": "0.9", "content": "Hello"}],
                 "speaker_label": "spk_0"},
                {"type": "punctuation", "alternatives": [{"content": "."}]}, ...],
      "audio_segments": [...]}}

Times are seconds, as strings. Older files give the speakers apart from the items, by their times.
Recordings with several channels have items for each. `audio_segments` of newer files repeats the
items.
"""

from __future__ import annotations

from collections.abc import Mapping

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.channels import merge_channels
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_object
from nuggets.formats.json_family.segments import Keys, add_segments
from nuggets.formats.json_family.tree import Node, Tree, read_tree

NAME = "aws-transcribe"

_SEGMENTS = Keys(
    text=("transcript",), start=("start_time",), end=("end_time",), speaker=("speaker_label",)
)
_MARK = "punctuation"


def looks_like_aws(source: str) -> bool:
    """Whether a text is a JSON object with the results of Amazon Transcribe."""
    if not looks_like_object(source) or not has_keys(source, "results"):
        return False
    return has_keys(source, "items", "alternatives", "content") or has_keys(
        source, "audio_segments", "transcript", "start_time"
    )


def parse_aws(source: str) -> Parsed:
    """Read each item as a word; punctuation is joined to the word before it."""
    tree = read_tree(source, NAME)
    top = tree.root_object()
    results = tree.get_object(top, "results")
    if results is None:
        raise tree.error_at(top, 'expected "results" at the top of the JSON')
    labels = tree.get_object(results, "channel_labels") or {}
    channels: dict[str, CueCollector] = {"": CueCollector(tree)}
    for channel in tree.get_objects(labels, "channels"):
        name = tree.get_name(channel, "channel_label") or f"ch_{len(channels) - 1}"
        collector = channels.setdefault(name, CueCollector(tree))
        _add_items(collector, tree.get_objects(channel, "items"), {}, "")
    if any(collector.cues for collector in channels.values()):
        return merge_channels(channels)
    collector = CueCollector(tree)
    items = tree.get_objects(results, "items")
    if items:
        _add_items(collector, items, _read_labels(tree, results), _read_transcript(tree, results))
    elif results.get("audio_segments"):
        add_segments(collector, tree.get_objects(results, "audio_segments"), _SEGMENTS)
    elif "items" not in results:
        raise tree.error_at(results, 'expected "items" in the "results"')
    return collector.to_parsed()


def _read_labels(tree: Tree, results: Node) -> dict[tuple[str, str], str]:
    """Read the speaker of each item, by its start and end time as they are written."""
    labels = tree.get_object(results, "speaker_labels") or {}
    found: dict[tuple[str, str], str] = {}
    for segment in tree.get_objects(labels, "segments"):
        whole = tree.get_name(segment, "speaker_label")
        for item in tree.get_objects(segment, "items"):
            name = tree.get_name(item, "speaker_label") or whole
            if name is not None:
                found[_times_of(tree, item)] = name
    return found


def _times_of(tree: Tree, item: Node) -> tuple[str, str]:
    """Return the start and end time of an item as they are written."""
    return (tree.get_name(item, "start_time") or "", tree.get_name(item, "end_time") or "")


def _read_transcript(tree: Tree, results: Node) -> str:
    """Read the whole text, which shows which items have a blank between them."""
    first = tree.get_objects(results, "transcripts")[:1]
    return (tree.get_text(first[0], "transcript") or "") if first else ""


def _add_items(
    collector: CueCollector,
    items: list[Node],
    labels: Mapping[tuple[str, str], str],
    transcript: str,
) -> None:
    """Add items.

    Args:
        collector: To which they are added.
        items: Words and punctuation.
        labels: Speakers by the times of words, for items that do not name their own.
        transcript: The whole text. From where it differs from the items on, and where it is
            empty, there is a blank before each word.
    """
    tree = collector.tree
    at = 0
    who: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    for item in items:
        best = tree.get_objects(item, "alternatives")[:1]
        value = tree.get_string(best[0], "content") if best else None
        if value is None:
            raise tree.error_at(item, 'an item needs a text as its "content"')
        kind = tree.get_text(item, "type")
        is_mark = kind == _MARK or (kind is None and "start_time" not in item)
        if not is_mark:  # punctuation has the times and speaker of the word before
            named = tree.get_name(item, "speaker_label")
            who = named or (labels.get(_times_of(tree, item)) if labels else None)
            start_ms = tree.get_ms(item, "start_time")
            end_ms = tree.get_ms(item, "end_time")
        blank = "" if is_mark and collector.cues else " "
        if transcript:
            text = tree.text(value).strip()
            begin = at
            while begin < len(transcript) and transcript[begin].isspace():
                begin += 1
            if transcript.startswith(text, begin):
                blank = " " if begin > at or not at else ""
                at = begin + len(text)
            else:
                transcript = ""
        collector.add_word(value, blank, speaker=who, start_ms=start_ms, end_ms=end_ms)


AWS = Format(
    NAME,
    origin="Amazon Transcribe",
    speakers="if diarized",
    times="word",
    looks_like=looks_like_aws,
    parse=parse_aws,
    special="marks are put behind their word; of several channels each is a speaker (`ch_0`)",
)
