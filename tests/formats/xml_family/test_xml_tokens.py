"""The tokenizer of XML: tokens in order, and the same elements as those of a parser."""

from __future__ import annotations

from xml.parsers.expat import ParserCreate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.formats.documents.visible_text import VisibleTextBuilder
from nuggets.formats.xml_family.xml_tokens import (
    find_root,
    parse_attributes,
    tokenize_xml,
    write_xml_text,
)
from tests.hangs import stopped_if_it_hangs

PIECES = st.sampled_from(
    [
        "<a>",
        "</a>",
        "<b x='1' y=\"<\">",
        "</b>",
        "<c/>",
        "<!-- - -->",
        "<?p ?>",
        "x ",
        "&amp;",
        "\n",
    ]
)


@given(st.text(alphabet="<>/ab='\"!?-[]& \n", max_size=80))
def test_tokens_are_in_order_and_apart(source: str) -> None:
    """Whatever the text."""
    last = 0
    for token in tokenize_xml(source):
        assert last <= token.start <= token.end <= len(source)
        last = token.end if token.kind != "open" else token.start


def build(tree: object) -> str:
    """Write a tree of elements and texts."""
    if isinstance(tree, str):
        return tree
    return f"<e n='{len(str(tree))}'>{''.join(map(build, tree))}</e>"  # type: ignore[call-overload]


TREES = st.recursive(
    st.sampled_from(["x", " y ", "&lt;", "<!-- <e> -->", "<f/>", "<![CDATA[<e>]]>"]),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
).map(lambda tree: [tree] if isinstance(tree, str) else tree)


@given(TREES)
def test_the_tags_are_those_of_a_parser(tree: object) -> None:
    """An oracle: elements begin and end as expat says."""
    source = build(tree)
    expected: list[tuple[str, str]] = []
    parser = ParserCreate()
    parser.StartElementHandler = lambda name, _: expected.append(("open", name))
    parser.EndElementHandler = lambda name: expected.append(("close", name))
    parser.Parse(source, True)
    found = [(token.kind, token.name) for token in tokenize_xml(source) if token.name]
    assert found == expected


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("<?xml version='1.0'?><!-- a --><!DOCTYPE x [<!ENTITY a \"]>\">]><tt:tt a='b'>", "tt"),
        ("\ufeff <root>", "root"),
        ("text <root>", None),
        ("<1>", None),
        ("< a>", None),
    ],
)
def test_the_root_is_found(source: str, name: str | None) -> None:
    """Behind declarations and comments, without its namespace."""
    root = find_root(source)
    assert (root and root.name) == name


def test_attributes_are_decoded() -> None:
    """Without namespaces, in either quotes."""
    assert parse_attributes(" xml:id='a' B=\"x &amp; y\" c=d") == {"id": "a", "b": "x & y"}


def test_references_escaped_twice_are_read_where_a_format_does_so() -> None:
    """As YouTube does."""
    for twice, text in ((False, "it&#39;s &b"), (True, "it's &b")):
        (token,) = tokenize_xml("it&amp;#39;s &amp;b")
        builder = VisibleTextBuilder()
        write_xml_text("it&amp;#39;s &amp;b", token, builder, escaped_twice=twice)
        assert builder.build().text == text


@pytest.mark.parametrize(
    "bomb",
    [
        "<" * 300_000,
        "<a" * 200_000,
        "<a b='" * 100_000,
        "<!--" * 100_000,
        "<![CDATA[" * 100_000,
        "<!x" * 100_000,
    ],
)
def test_no_bomb_hangs(bomb: str) -> None:
    """What begins and never ends is looked at once."""
    with stopped_if_it_hangs():
        list(tokenize_xml(bomb))
        find_root(f"<!DOCTYPE x [{bomb}")
        find_root(bomb)
