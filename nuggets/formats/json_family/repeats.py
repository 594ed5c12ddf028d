"""What a JSON transcript says twice: interim results, doubled segments, results that repeat all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from nuggets.formats.json_family.keys import Keys, first_value, fold_key, names_of
from nuggets.formats.json_family.tree import Node, Tree

INTERIM = "interim result"
DOUBLED = "segment that stands twice"

_FINAL = frozenset(("isfinal", "final", "isfinished"))
_PARTIAL = frozenset(("ispartial", "partial", "interim", "isinterim"))
_KINDS = frozenset(("type", "messagetype", "event", "message", "status", "kind"))
_DISCORD = ("GuildMember", "ChannelPinned", "Recipient", "ChannelName", "ThreadCreated", "UserPrem")
_ALL_WORDS = 0.9  # share of the words of other results that the last lists to repeat them; by eye


def find_repeats(tree: Tree, nodes: Sequence[Node], keys: Keys) -> dict[int, str]:
    """Find the objects that are interim results, or that stand twice.

    Args:
        tree: The JSON.
        nodes: Objects, flattened.
        keys: What their keys mean.

    Returns:
        The reason why each is left out, by index.
    """
    interim = find_interim(tree, nodes)
    found = dict.fromkeys(interim, INTERIM)
    rest = [i for i in range(len(nodes)) if i not in interim]
    for i, j in pairwise(rest):
        if _value(nodes[i], keys.start) is None:
            continue
        if any(
            _raw(tree, nodes[i], k) != _raw(tree, nodes[j], k) for k in (keys.start, keys.speaker)
        ):
            continue
        one, other = _raw(tree, nodes[i], keys.text), _raw(tree, nodes[j], keys.text)
        if not isinstance(one, str) or not isinstance(other, str) or not one.strip():
            continue
        if one == other and _raw(tree, nodes[i], keys.end) == _raw(tree, nodes[j], keys.end):
            found[i] = DOUBLED
        elif one != other and other.startswith(one.rstrip(" .")):
            found[i] = INTERIM  # the next one says more, from the same time on
    return found


def find_interim(tree: Tree, nodes: Sequence[Node]) -> frozenset[int]:
    """Find the objects that say that a later one says more, by index; none if all say so."""
    flags = [(k, f) for k in names_of(nodes) if (f := fold_key(k)) in _FINAL | _PARTIAL | _KINDS]
    if not flags:
        return frozenset()
    found = frozenset(
        i
        for i, node in enumerate(nodes)
        if any(_says_more_follows(tree, folded, node.get(key)) for key, folded in flags)
    )
    return found if len(found) < len(nodes) else frozenset()


def _says_more_follows(tree: Tree, folded: str, value: Any) -> bool:
    """Whether a value says so, by the key that it has."""
    if folded in _FINAL:
        return value is False
    if folded in _PARTIAL:
        return value is True or (folded == "partial" and isinstance(value, str))
    kind = tree.text(value) if isinstance(value, str) else ""
    return " " not in kind and ("artial" in kind or "nterim" in kind)


def _value(node: Node, names: tuple[str, ...]) -> Any:
    return first_value(node, names)[1]


def _raw(tree: Tree, node: Node, names: tuple[str, ...]) -> Any:
    """Return a value, decoded if it is a string."""
    value = _value(node, names)
    return tree.text(value) if isinstance(value, str) else value


def find_last_repeat(said: Sequence[Sequence[tuple[str, Any, bool]]]) -> bool:
    """Whether the last result repeats the words of all others, and alone has their speakers.

    As Google's first version, which lists all words again once it has told the speakers apart.

    Args:
        said: The words of each result: text, start time, and whether a speaker is named.
    """
    *before, last = said
    words = [word for result in before for word in result]
    if not words or not any(has_speaker for _, _, has_speaker in last):
        return False
    first, again = words[0], last[0]
    if first[0] != again[0] or first[1] not in (None, again[1]):
        return False
    has_no_speakers = not any(has_speaker for _, _, has_speaker in words)
    repeats = has_no_speakers and len(last) >= _ALL_WORDS * len(words)
    return repeats or all(len(a) <= len(b) for a, b in pairwise(said))


def skip_kinds(
    tree: Tree, nodes: Sequence[Node], keys: Keys, children: str | None
) -> Iterator[int]:
    """Yield the indices of objects without a text whose kind is none of those that have one.

    As service messages of chats, and the metadata of streams. Those of Discord have a text, too.
    """
    named = [name for name in names_of(nodes) if fold_key(name) in _KINDS]
    kinds: set[object] = set()
    silent: list[tuple[int, object]] = []
    for i, node in enumerate(nodes):
        kind = next((node[key] for key in named if key in node), None)
        kind = tree.text(kind) if isinstance(kind, str) else None
        if isinstance(kind, str) and kind.startswith(_DISCORD):
            silent.append((i, kind))
        elif any(key in node for key in (*keys.text, children or "")):
            kinds.add(kind)
        else:
            silent.append((i, kind))
    yield from (i for i, kind in silent if kind is not None and kind not in kinds)
