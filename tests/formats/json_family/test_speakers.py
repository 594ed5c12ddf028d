"""Speakers by id, by index and by time."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.json_family.speakers import Diarisation
from nuggets.formats.json_family.tree import read_tree
from tests.formats.json_family.talks import read_json

SPANS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(1, 9), st.sampled_from("ABC")), max_size=8
)


@given(spans=SPANS, start=st.integers(0, 99), length=st.integers(1, 9))
def test_who_speaks_most_of_a_word_speaks_it(
    spans: list[tuple[int, int, str]], start: int, length: int
) -> None:
    """By the definition: the longest of all overlaps, added up for each speaker."""
    nodes: list[Any] = [{"start": at * 1000, "end": (at + size) * 1000} for at, size, _ in spans]
    names = ", ".join(f'"{name}"' for _, _, name in spans)
    tree = read_tree(f"[{names}]" if names else "[]", "x")
    for node, value in zip(nodes, tree.root, strict=True):
        node["speaker"] = value
    who = Diarisation(tree, nodes, {}, 1.0)
    shares: dict[str, int] = {}
    for at, size, name in spans:
        both = min(at + size, start + length) - max(at, start)
        shares[name] = shares.get(name, 0) + max(0, both)
    found = who.of_word(start * 1000, (start + length) * 1000)
    most = max(shares.values(), default=0)
    if most:
        assert found is not None
        assert shares[found] == most


def test_numbers_are_indices_of_a_list_of_names_only_from_0_on() -> None:
    """Where the first is called 1 nobody knows whether it is the first or the second."""
    for first, expected in ((0, ("Oda", "Pell")), (1, ("1", "2"))):
        said = [{"speaker": first + i, "text": f"We go {i}."} for i in range(2)]
        talk = read_json({"participants": ["Oda", "Pell"], "segments": said})
        assert talk.speakers == expected


def test_what_stands_for_nobody_is_nobody() -> None:
    """As services write that they do not know."""
    for value in ("?", "UNKNOWN", "UU", -1, None, ""):
        said = [{"speaker": "A", "text": "Hi there."}, {"speaker": value, "text": "Ho there."}]
        assert [turn.speaker for turn in read_json([*said, said[0]]).turns] == ["A", None, "A"]
