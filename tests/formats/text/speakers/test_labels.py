"""The possible prefix of one line: quotation mark, time, change mark, label."""

from __future__ import annotations

import pytest

from nuggets.formats.text.speakers.labels import (
    EMPTY_PREFIX,
    LinePrefix,
    find_nameless_labels,
    merge_prefixes,
    parse_known_label,
    parse_prefix,
)


@pytest.mark.parametrize(
    ("line", "prefix"),
    [
        ("ANNA: Hi.", LinePrefix("ANNA", label_end=6, has_colon=True)),
        ("**Anna:** Hi.", LinePrefix("Anna", emphasis=True, label_end=9, has_colon=True)),
        (">> Hi.", LinePrefix(mark=">>", mark_end=3)),
        ("- Hi.", LinePrefix(mark="-", mark_end=2)),
        ("> Hi.", LinePrefix(quote_end=2)),
        ("[0:01] Hi.", LinePrefix(stamp="bracket short", start_ms=1000, stamp_end=7)),
        ("0:00:01 Hi.", LinePrefix(stamp="bare", start_ms=1000, stamp_end=8)),
        (
            "Anna (0:01) Hi.",
            LinePrefix("Anna", stamp="header", start_ms=1000, label_end=12, has_colon=True),
        ),
        (
            "[0:00:01 - 0:00:04] ANNA: Hi.",
            LinePrefix(
                "ANNA",
                stamp="bracket",
                start_ms=1000,
                end_ms=4000,
                stamp_end=20,
                label_end=25,
                has_colon=True,
            ),
        ),
        ("Then we went on to say: no.", LinePrefix(has_colon=True)),
        ("Hi.", None),
        ("https://example.org", None),
        ("Then it was done. And so: yes.", None),
    ],
)
def test_prefixes(line: str, prefix: LinePrefix | None) -> None:
    """Each part of a prefix is found with the offset of its end."""
    assert parse_prefix(line) == prefix


def test_control_characters_do_not_hide_a_label() -> None:
    """Colours of a terminal within a name count towards the offset only."""
    line = "DA\x1b[31mNA: Hi."
    prefix = parse_prefix(line)
    assert prefix is not None
    assert (prefix.name, line[prefix.label_end :]) == ("DANA", "Hi.")


def test_a_known_label_may_have_any_shape() -> None:
    """A name that is beside a time elsewhere in the file counts without one, too."""
    assert parse_prefix("anna_lee: Hi.") == LinePrefix(has_colon=True)
    assert parse_known_label("anna_lee: Hi.", {"anna_lee"}) == LinePrefix(
        "anna_lee", label_end=10, has_colon=True
    )
    assert parse_known_label("ben: Hi.", {"anna_lee"}) is None


def test_labels_without_names_are_found_and_replaced() -> None:
    """They are lines with words before a colon that are not shaped like a name."""
    prefixes = [EMPTY_PREFIX, None, LinePrefix(has_colon=True), LinePrefix("A", has_colon=True)]
    assert [i for i, _ in find_nameless_labels(prefixes)] == [2]
    merged = merge_prefixes(prefixes, {2: LinePrefix("B")})
    assert [prefix and prefix.name for prefix in merged] == [None, None, "B", "A"]


def test_a_label_starts_behind_the_other_parts() -> None:
    """The furthest end of quotation mark, time and change mark counts."""
    assert LinePrefix(quote_end=2, stamp_end=9, mark_end=12).label_start == 12
