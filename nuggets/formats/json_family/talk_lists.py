"""Where in a JSON text the talk stands, and beside it: who speaks when, and their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nuggets.formats.json_family.detection import looks_like_object
from nuggets.formats.json_family.flattening import flatten, read_person
from nuggets.formats.json_family.json_decoder import TEXT_AFTER
from nuggets.formats.json_family.keys import (
    Keys,
    find_children,
    find_keys,
    first_value,
    fold_key,
)
from nuggets.formats.json_family.repeats import find_interim
from nuggets.formats.json_family.tree import Node, Tree
from nuggets.formats.json_family.unrecognised import describe_keys, list_keys

LISTS = (  # keys of the list, best first: later ones may repeat the text of earlier ones
    *("utterances", "segments", "speakers", "monologues", "turns", "sentences", "phrases"),
    *("recognizedphrases", "transcript", "transcripts", "transcription", "prediction", "dialogue"),
    *("conversation", "snippets", "captions", "subtitles", "cues", "messages", "chunks"),
    *("entries", "paragraphs", "events", "channels", "results", "result"),
    *("items", "audiosegments", "words", "wordsegments", "tokens"),
)
_OF_WORDS = ("items", "audiosegments", "words", "wordsegments", "tokens")
_PARTS = ("sections", "parts", "chapters", "blocks", "pages")  # each with a part of the talk
_PEOPLE = (
    *("speakers", "participants", "users", "people", "members", "attendees", "names"),
    *("speakernames", "speakermap", "speakermapping", "speakerlabels"),
)
INDEX = "#"
"""Begins the id of a speaker whose name the file lists without one: its index follows."""

_MAX_DEPTH = 8  # of objects around the list; by eye
_MAX_KNOWN_DEPTH = 4  # of those around a list whose name tells nothing
_ROW = ("start", "end", "speaker")  # of a list of lists
_MAX_PEOPLE = 2000  # in a list of names; by eye


class TalkList(NamedTuple):
    """The list that is the talk.

    Attributes:
        name: Its key; "transcript" at the root.
        nodes: Its objects, flattened.
        around: The object that holds it; None at the root.
    """

    name: str
    nodes: list[Node]
    around: Node | None


class _Found(NamedTuple):
    name: str
    value: list[Any]
    around: Node | None
    has_speakers: bool


def find_talk(tree: Tree) -> TalkList | None:
    """Find the list that is the talk.

    Returns:
        The list; None where the file has lists for one, and all of them are empty.

    Raises:
        MalformedTranscriptError: There is none, or there are several.
    """
    level: list[tuple[str, Any, Node | None]] = [("transcript", tree.root, None)]
    is_empty = False
    bare: list[tuple[str, Any, Node | None]] = []
    unnamed: list[_Found] = []  # lists of timed texts under a name that tells nothing
    for depth in range(_MAX_DEPTH):
        found = [one for place in level if (one := _judge(tree, *place, depth=depth))]
        unnamed += [one for one in found if not _is_talk(one)]
        found = [one for one in found if _is_talk(one)]
        known = [one for one in found if fold_key(one.name) in LISTS]
        if known:
            return _to_talk_list(tree, min(known, key=_rank))
        if len(found) == 1:
            return _to_talk_list(tree, found[0])
        if found:
            names = list_keys(one.name for one in found)
            several = "several lists of what may be said; keep one of them"
            raise tree.error_at(tree.root, f"{several}: {names}" if names else several)
        bare = bare or [p for p in level if _is_bare(tree, *p)][:1]
        is_empty = is_empty or any(value == [] and fold_key(n) in LISTS for n, value, _ in level)
        level = [inner for place in level for inner in _inner(tree, *place)]
    for name, value, around in bare:
        return _to_talk_list(tree, _Found(name, value, around, False))
    if len(unnamed) == 1:
        return _to_talk_list(tree, unnamed[0])
    if isinstance(tree.root, list) and looks_like_object(tree.source):
        raise tree.error_at(tree.root[1], TEXT_AFTER)  # lines that are whole talks
    if is_empty:
        return None
    raise tree.error_at(tree.root, describe_keys(tree.root))


def _is_talk(found: _Found) -> bool:
    """Whether a list is surely the talk: by its name, or because it says who speaks."""
    return found.has_speakers or fold_key(found.name) in LISTS


def _rank(found: _Found) -> tuple[bool, int]:
    """Rank a list: those of words alone last, those with speakers before others."""
    name = fold_key(found.name)
    return not found.has_speakers or name in _OF_WORDS, LISTS.index(name)


def _is_bare(tree: Tree, name: str, value: Any, _: Node | None) -> bool:
    """Whether a value is a list of recognised texts without speakers and times."""
    if fold_key(name) not in ("results", "channels") or not isinstance(value, list):
        return False
    nodes = [flatten(tree, node) for node in value if isinstance(node, dict)]
    return any("alternatives" in node and isinstance(node.get("transcript"), str) for node in nodes)


def _to_talk_list(tree: Tree, found: _Found) -> TalkList:
    shown = found.name if fold_key(found.name) in LISTS else "transcript"  # others may be words
    nodes = tree.as_objects(found.value, shown, tree.root)
    return TalkList(found.name, [flatten(tree, node) for node in nodes], found.around)


def _inner(
    tree: Tree, name: str, value: Any, around: Node | None
) -> Iterator[tuple[str, Any, Any]]:
    """Yield what stands one level deeper: members, the one list in a list, parts of a talk."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner, value
            if fold_key(key) == "channellabels" and isinstance(inner, dict):  # of Amazon
                yield from ((k, v, inner) for k, v in inner.items())
    elif isinstance(value, list) and value:
        if len(value) == 1 and isinstance(value[0], dict | list):
            yield name, value[0], around
        elif fold_key(name) in _PARTS and all(isinstance(part, dict) for part in value):
            for key in value[0]:
                lists = [part[key] for part in value if isinstance(part.get(key), list)]
                yield key, [one for inner in lists for one in inner], around
        elif not looks_like_object(tree.source) and all(
            isinstance(p, dict) and isinstance(p.get("results"), list) for p in value
        ):
            yield "results", [one for part in value for one in part["results"]], around
        elif all(isinstance(part, list) and part and isinstance(part[0], dict) for part in value):
            raise tree.error_at(value[1], "several lists; if each is a talk, part them")


def _judge(tree: Tree, name: str, value: Any, around: Node | None, *, depth: int) -> _Found | None:
    """Return a value as a list of what is said, with speakers or times; None if it is none."""
    if not isinstance(value, list) or not value:
        return None
    is_known = fold_key(name) in LISTS
    if not is_known and depth > _MAX_KNOWN_DEPTH:
        return None
    nodes = [flatten(tree, node) for node in value if isinstance(node, dict)]
    others = len(value) - len(nodes)
    interim = find_interim(tree, nodes)
    nodes = [node for i, node in enumerate(nodes) if i not in interim] if interim else nodes
    if not nodes:
        return None
    size = len(nodes) + others
    keys = find_keys(tree, nodes)
    key = find_children(nodes)
    listed = [inner for node in nodes if isinstance(inner := node.get(key or ""), list)]
    inner = [flatten(tree, p) for parts in listed for p in parts[:1] if isinstance(p, dict)]
    inner_keys = find_keys(tree, inner) if inner else Keys()
    with_text = sum(_says(node, keys, key) for node in nodes)
    with_speaker = sum(first_value(node, keys.speaker)[1] is not None for node in nodes)
    with_time = sum(first_value(node, keys.start)[1] is not None for node in nodes)
    is_of_lines = around is None and depth == 0 and looks_like_object(tree.source)
    has_timed_words = key is not None and any(
        first_value(part, (*inner_keys.start, *inner_keys.speaker))[1] is not None for part in inner
    )
    if is_of_lines and key != "result":
        has_timed_words = False  # they may be whole talks
    timed = 3 * with_time >= size or has_timed_words or (is_known and keys.has_dates)
    is_timed = timed and (is_known or bool(keys.start and keys.duration))  # as fetchers write
    if 2 * with_text >= size and (2 * with_speaker > size or is_timed):
        speaks = bool(with_speaker) or any(
            first_value(part, inner_keys.speaker)[1] is not None for part in inner
        )
        return _Found(name, value, around, speaks)
    return None


def _says(node: Node, keys: Keys, children: str | None) -> bool:
    value = first_value(node, keys.text)[1]
    return isinstance(value, str | list) or isinstance(node.get(children or ""), list)


def find_names(tree: Tree) -> dict[str, str]:
    """Find the names that the file lists for the ids of its speakers."""
    names: dict[str, str] = {}
    for key, value in _walk(tree.root, _MAX_DEPTH):
        if fold_key(key) not in _PEOPLE or not value or len(value) > _MAX_PEOPLE:
            continue
        people = value.items() if isinstance(value, dict) else enumerate(value)
        for number, person in people:
            if isinstance(person, dict):
                known, name = read_person(person)
                if known is None and isinstance(number, str) and number != "{":
                    names.setdefault(number, _as_name(tree, name))
                elif known is not None:
                    names.setdefault(_as_name(tree, known), _as_name(tree, name))
            elif isinstance(person, str):
                known = number if isinstance(number, str) else f"{INDEX}{number}"
                names.setdefault(known, _as_name(tree, person))
    return {key: name for key, name in names.items() if key and name}


def _as_name(tree: Tree, value: Any) -> str:
    if isinstance(value, str):
        return " ".join(tree.text(value).split())
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def find_diarisation(tree: Tree) -> list[Node]:
    """Find the list that says who speaks when, and nothing of what is said; the first counts."""
    for name, value in _walk(tree.root, _MAX_DEPTH):
        if not isinstance(value, list) or not value or not isinstance(value[0], dict | list):
            continue
        nodes = list(_with_parts(tree, value))
        if not nodes:
            continue
        keys = find_keys(tree, nodes)
        is_open = not (keys.end or keys.duration)  # each holds until the next one
        if not keys.speaker or not keys.start or (is_open and fold_key(name) != "paragraphs"):
            continue
        complete = sum(
            all(first_value(node, names)[1] is not None for names in (keys.speaker, keys.start))
            for node in nodes
        )
        texts = sum(isinstance(first_value(node, keys.text)[1], str) for node in nodes)
        if 2 * complete > len(nodes) and 2 * texts < len(nodes):
            return nodes
    return []


def _with_parts(tree: Tree, value: Sequence[Any]) -> Iterator[Node]:
    """Yield objects and rows, and in place of those with timed parts of their own these."""
    for one in value:
        if isinstance(one, list) and len(one) == len(_ROW) and isinstance(one[-1], str):
            yield dict(zip(_ROW, one, strict=True))
        if not isinstance(one, dict):
            continue
        node = flatten(tree, one)
        listed = node.get("items")
        parts = [p for p in listed if isinstance(p, dict)] if isinstance(listed, list) else []
        if parts and "start_time" in parts[0] and "alternatives" not in parts[0]:
            for part in parts:
                yield {**{k: v for k, v in node.items() if "speaker" in k}, **part}
        else:
            yield node


def _walk(root: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """Yield the objects and lists of a JSON value with their keys, the nearer ones first."""
    level: list[tuple[str, Any]] = [("", root)]
    for _ in range(depth):
        deeper: list[tuple[str, Any]] = []
        for key, value in level:
            yield key, value
            if isinstance(value, dict):
                deeper += [(k, v) for k, v in value.items() if isinstance(v, dict | list)]
            elif isinstance(value, list) and len(value) == 1:
                deeper.append((key, value[0]))
        level = deeper
