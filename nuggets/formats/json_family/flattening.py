"""Flattening of JSON objects: what services put one level deeper becomes a plain member.

{"alternatives": [{"transcript": "Hello"}]}          the best alternative
{"timestamp": [0.0, 2.4]}, {"offsets": {"from": 0}}  two times in one member
{"startTime": {"seconds": "1", "nanos": 400000000}}  a time of protobuf
{"speaker": {"id": 3, "name": "Anna"}}               a person
{"channel": {"alternatives": [...]}}                 what streams put around
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nuggets.formats.json_family.keys import ENDS, SPEAKERS, STARTS, TEXTS, first_value, fold_key
from nuggets.formats.json_family.tree import Node, Tree

_PERSON_NAMES = (
    *("displayname", "speakername", "nickname", "name", "fullname", "realname", "username"),
    *("participantrole", "label", "role"),
)
_PERSON_IDS = ("id", "uid", "uuid", "speakerid", "participantid", "userid", "personid", "speaker")

_BEST = ("alternatives", "nbest", "hypotheses")
_ENVELOPES = (
    "channel",
    "utterance",
    "data",
    "metadata",
    "payload",
    "result",
    "transcription",
    "snippet",
)
_RANGES = ("timestamp", "timestamps", "time", "times", "timing", "range", "interval", "segment")
_BOUNDS = (("from", "to"), ("start", "end"), ("begin", "end"))
_PERSONS = frozenset(SPEAKERS) | {"speakerinfo", "userprofile"}
_TIMES = frozenset(STARTS) | frozenset(ENDS)
_RELATIVE = "relative"  # of Recall.ai's times


def flatten(tree: Tree, node: Node) -> Node:
    """Return an object with what its members hold one level deeper as members of its own."""
    for value in node.values():
        if type(value) is dict or type(value) is list:
            break
    else:
        return node  # as nearly all words
    flat = dict(node)
    for key, value in node.items():
        if isinstance(value, dict):
            flat.update(_of_object(tree, key, fold_key(key), value))
        elif isinstance(value, list) and value:
            flat.update(_of_list(tree, fold_key(key), value))
    return flat


def read_person(value: Node) -> tuple[Any, Any]:
    """Return what identifies a person, and the name; None for what an object does not tell."""
    folded = {fold_key(key): one for key, one in value.items()}
    known, name = (first_value(folded, keys)[1] for keys in (_PERSON_IDS, _PERSON_NAMES))
    return known, name


def _of_object(tree: Tree, key: str, folded: str, value: Node) -> Node:
    """Return the members to be added for a member that is an object."""
    if folded in _PERSONS:
        known, name = read_person(value)
        name = known if name is None else name
        if folded in ("speakerinfo", "userprofile"):  # beside the id
            return {} if name is None else {"speaker_name": name}
        return {key: name}
    if folded == "offsets":
        return dict(_bounds(value, unit="_ms"))
    if folded in _RANGES and any(fold_key(name) in _TIMES for name in value):
        return dict(_bounds(value))
    if _RELATIVE in value:
        return {key: value[_RELATIVE]}
    if folded.removesuffix("time") + "time" in _TIMES or folded in _TIMES:
        seconds = tree.get_ms(value, "seconds")
        nanos = tree.get_ms(value, "nanos", unit_ms=1e-6)
        return {key: ((seconds or 0) + (nanos or 0)) / 1000}
    if folded in _ENVELOPES:
        inner = flatten(tree, value)
        if any(fold_key(name) in (*TEXTS, "words") for name in inner):
            return {name: one for name, one in inner.items() if one is not None and name != "{"}
    return {}


def _of_list(tree: Tree, folded: str, value: list[Any]) -> Node:
    """Return the members to be added for a member that is a list."""
    if folded in _BEST and isinstance(value[0], dict):
        return flatten(tree, value[0])
    if folded == "instances" and isinstance(value[0], dict):
        return {name: one for name, one in value[0].items() if fold_key(name) in _TIMES}
    if folded in _RANGES and len(value) <= 2 and not any(isinstance(v, dict | list) for v in value):
        return {"start": value[0], "end": value[1] if len(value) > 1 else None}
    if folded == "timestamps" and all(isinstance(v, list) and len(v) == 3 for v in value):
        return {"words": [{"word": word, "start": a, "end": b} for word, a, b in value]}  # IBM's
    return {}


def _bounds(value: Node, unit: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the start and the end of a span of time."""
    for first, last in _BOUNDS:
        if first in value:
            yield f"start{unit}", value[first]
            yield f"end{unit}", value.get(last)
            return
