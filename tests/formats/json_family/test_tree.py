"""JSON with offsets: the values are those that json gives, the offsets those of the source."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.json_family.tree import Tree, read_tree
from tests.hangs import stopped_if_it_hangs

KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5).filter(lambda k: k != "{")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | KEYS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
)


def resolve(tree: Tree, value: Any) -> Any:
    """Give the value that json would give."""
    if isinstance(value, str):
        start, end = tree.span(value)
        assert json.loads(tree.source[start:end]) == tree.text(value)
        return tree.text(value)
    if isinstance(value, list):
        return [resolve(tree, one) for one in value]
    if isinstance(value, dict):
        place = tree.offset(value)
        assert place is not None
        assert tree.source[place] == "{"
        return {key: resolve(tree, one) for key, one in value.items() if key != "{"}
    return value


@given(
    st.lists(VALUES) | st.dictionaries(KEYS, VALUES),
    st.sampled_from([None, 0, 2]),
    st.booleans(),
    st.sampled_from([(",", ":"), (" , ", " \n: ")]),
)
def test_a_tree_is_what_json_reads(
    value: Any, indent: int | None, ascii_only: bool, separators: tuple[str, str]
) -> None:
    """Whatever the layout, values are the same and strings are where they are said to be."""
    source = json.dumps(value, indent=indent, ensure_ascii=ascii_only, separators=separators)
    assert resolve(read_tree(source, "x"), read_tree(source, "x").root) == value


@given(st.text('{}[]":,\\ \nab10eu', max_size=30))
def test_what_json_refuses_is_refused(source: str) -> None:
    """No other text is read, but for a bad escape, which is an error when it is asked for."""
    try:
        value = json.loads(source, strict=False)
    except ValueError:
        value = None
    try:
        tree = read_tree(source, "x")
        assert resolve(tree, tree.root) == value
    except MalformedTranscriptError as error:
        assert value is None or not isinstance(value, dict | list), error
    except json.JSONDecodeError:
        pytest.fail("json would not have read this string")


def test_of_equal_keys_the_last_counts() -> None:
    """As in json."""
    tree = read_tree('{"a": "x", "a": "y"}', "x")
    assert tree.get_text(tree.root_object(), "a") == "y"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('{"a": 1,\n}', 2),
        ('{"a":\n\n"b', 3),
        ('{"a": 1}\n{"a": 2}', 2),
        ('\n"a"', 1),
        ("{\r\n'a': 1}", 2),
    ],
)
def test_errors_name_the_line(source: str, line: int) -> None:
    """The line on which it goes wrong, as a person counts them."""
    with pytest.raises(MalformedTranscriptError) as caught:
        read_tree(source, "x")
    assert caught.value.line == line


def test_a_bad_escape_is_an_error_with_its_line() -> None:
    """It is found when the text is asked for."""
    tree = read_tree('{"a": 1,\n "b": "hush \\x"}', "x")
    with pytest.raises(MalformedTranscriptError, match=r"line 2: .*escape"):
        tree.get_text(tree.root_object(), "b")
    with pytest.raises(MalformedTranscriptError, match=r"line 2: .*escape"):
        tree.pieces(tree.root["b"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1.5", 1500),
        ('"1.5"', 1500),
        ('"1.400s"', 1400),
        ('"00:00:01,650"', 1650),
        ('"1:00:00"', 3_600_000),
        ("null", None),
        ('" "', None),
        ("NaN", None),
        ("Infinity", None),
        ("-0.2", None),
        ("1e300", None),
        ("1e999", None),
        ("9" * 400, None),
        ("-" + "9" * 400, None),
        ("9" * 5000, None),
        ("0", 0),
    ],
)
def test_times_are_read_as_milliseconds(value: str, expected: int | None) -> None:
    """Numbers, texts and clocks; what is no time of a recording is none."""
    tree = read_tree(f'{{"a": {value}}}', "x")
    assert tree.get_ms(tree.root_object(), "a") == expected


@pytest.mark.parametrize("value", ["true", "[]", "{}", '"soon"', '"1:99"', '"1m"'])
def test_other_times_are_errors(value: str) -> None:
    """With the line of the object."""
    tree = read_tree(f'[\n{{"a": {value}}}]', "x")
    with pytest.raises(MalformedTranscriptError, match='line 2: "a" must be a time'):
        tree.get_ms(tree.root[0], "a")


@pytest.mark.parametrize("value", ["-1", "true", "9" * 400, "[]", '"x"'])
def test_a_member_named_like_the_place_is_not_taken_for_it(value: str) -> None:
    """A place lies within the source, or nothing is told of it."""
    tree = read_tree(f'{{"{{": {value}}}', "x")
    assert str(tree.error_at(tree.root, "it is so"))


def test_a_number_without_end_leaves_the_others_exact() -> None:
    """A file with one number that Python does not read has its other numbers as they are."""
    tree = read_tree(f'{{"a": {"9" * 5000}, "speaker": 3}}', "x")
    assert tree.get_name(tree.root_object(), "speaker") == "3"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0", "0"), ("12", "12"), ('"A"', "A"), ('" Anna \\n  Lee"', "Anna Lee"), ('""', None)],
)
def test_names_are_as_the_source_writes_them(value: str, expected: str | None) -> None:
    """A number is its digits."""
    tree = read_tree(f'{{"a": {value}}}', "x")
    assert tree.get_name(tree.root_object(), "a") == expected


@pytest.mark.parametrize("value", ["1.5", "true", "[]"])
def test_other_names_are_errors(value: str) -> None:
    """Nobody is called so."""
    tree = read_tree(f'{{"a": {value}}}', "x")
    with pytest.raises(MalformedTranscriptError):
        tree.get_name(tree.root_object(), "a")


@pytest.mark.parametrize(
    "source",
    [
        '{"a": "' + '\\"' * 1_000_000,
        '"' * 1_000_001,
        "{" * 1_000_000,
        '{"a":' * 500_000,
        "[" * 1_000_000 + "]" * 1_000_000,
        '{"a"' + " " * 1_000_000,
        '{"' + "\\" * 1_000_001,
        "{ " * 500_000,
        "{}\n" * 300_000 + "{",
    ],
    ids=range(9),
)
def test_bombs_are_refused_at_once(source: str) -> None:
    """No text takes more than linear time, or the stack."""
    with stopped_if_it_hangs(), pytest.raises(MalformedTranscriptError):
        read_tree(source, "x", may_be_lines=True)


def test_a_number_of_a_million_digits_is_read_at_once() -> None:
    """As Python reads one that is too large."""
    with stopped_if_it_hangs():
        tree = read_tree('{"a": ' + "9" * 1_000_000 + "}", "x")
    assert resolve(tree, tree.root) == {"a": float("inf")}


def test_an_error_on_a_long_line_names_the_character() -> None:
    """All of a file may be one line, so that its number alone says nothing."""
    whole = '[{"a": "' + "x" * 600 + '"}, {"b": 1}]'
    tree = read_tree(whole, "json")
    place = whole.index('{"b"') + 1
    assert f"at character {place} of the line" in str(tree.error_at(tree.root[1], "it is so"))
    assert "character" not in str(tree.error_at(tree.root[0], "it is so"))
    with pytest.raises(MalformedTranscriptError, match=f"at character {len(whole) + 1} of"):
        read_tree(whole[:-1] + ",", "json")
