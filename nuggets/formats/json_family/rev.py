"""JSON of Rev.ai and Rev: monologues of elements, which are words, punctuation and blanks.

    {"monologues": [{"speaker": 0, "elements": [
        {"type": "text", "value": "Hello", "ts": 0.75, "end_ts": 1.25, "confidence": 0.8},
        {"type": "punct", "value": " "}, {"type": "text", "value": "there", ...},
        {"type": "punct", "value": "."}]}, ...]}

Transcripts by Rev's people have phrases in place of words, clocks as `timestamp` and
`end_timestamp`, and names: {"speakers": [{"id": 0, "name": "Anna"}], "monologues": [...]}.
"""

from __future__ import annotations

from nuggets.formats.format import Format, Parsed
from nuggets.formats.json_family.collector import CueCollector
from nuggets.formats.json_family.detection import has_keys, looks_like_object
from nuggets.formats.json_family.segments import first_key
from nuggets.formats.json_family.tree import Node, Tree, read_tree

NAME = "rev-ai"

_START = ("ts", "timestamp")
_END = ("end_ts", "end_timestamp")
_NAMES = ("name", "display_name")


def looks_like_rev(source: str) -> bool:
    """Whether a text is a JSON object with monologues of elements."""
    return looks_like_object(source) and has_keys(source, "monologues", "elements", "value")


def parse_rev(source: str) -> Parsed:
    """Read the elements of each monologue; punctuation is joined to the word before it."""
    tree = read_tree(source, NAME)
    top = tree.root_with("monologues")
    names = _read_names(tree, top)
    collector = CueCollector(tree)
    monologues = tree.get_objects(top, "monologues")
    listed = [tree.get_objects(monologue, "elements") for monologue in monologues]
    has_spaces = _has_spaces(tree, listed)
    for monologue, elements in zip(monologues, listed, strict=True):
        speaker = tree.get_name(monologue, "speaker")
        info = tree.get_object(monologue, "speaker_info") or {}
        name = tree.get_name(info, first_key(info, _NAMES))
        speaker_name = name or (speaker if speaker is None else names.get(speaker, speaker))
        _add_elements(collector, elements, speaker_name, has_spaces=has_spaces)
    return collector.to_parsed()


def _read_names(tree: Tree, top: Node) -> dict[str, str]:
    """Read the names of speakers, by their numbers."""
    names: dict[str, str] = {}
    for speaker in tree.get_objects(top, "speakers"):
        number = tree.get_name(speaker, "id")
        name = tree.get_name(speaker, first_key(speaker, _NAMES))
        if number is not None and name is not None:
            names[number] = name
    return names


def _has_spaces(tree: Tree, listed: list[list[Node]]) -> bool:
    """Whether any element holds white space, so that there are no blanks but these."""
    for elements in listed:
        for element in elements:
            value = tree.get_text(element, "value")
            if value is not None and value != value.strip():
                return True
    return False


def _add_elements(
    collector: CueCollector, elements: list[Node], speaker_name: str | None, *, has_spaces: bool
) -> None:
    """Add the elements of one monologue."""
    tree = collector.tree
    needs_blank = True
    start_ms: int | None = None
    end_ms: int | None = None
    for element in elements:
        value = tree.get_string(element, "value")
        if value is None:
            continue  # an element without text, such as a tag of crosstalk
        text = tree.text(value)
        is_word = tree.get_text(element, "type") != "punct"
        if is_word and text.strip():
            start_ms = tree.get_ms(element, first_key(element, _START))
            end_ms = tree.get_ms(element, first_key(element, _END))
        needs_blank = needs_blank or text[:1].isspace() or (is_word and not has_spaces)
        blank = " " if needs_blank else ""
        added = collector.add_word(
            value, blank, speaker=speaker_name, start_ms=start_ms, end_ms=end_ms
        )
        needs_blank = text[-1:].isspace() or (needs_blank and not added)


REV = Format(
    NAME,
    origin="Rev.ai, Rev",
    speakers="yes",
    times="word",
    looks_like=looks_like_rev,
    parse=parse_rev,
    special="speakers by name where the file names them, else by number",
)
