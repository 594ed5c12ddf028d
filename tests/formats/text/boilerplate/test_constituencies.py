"""Constituency and party below the name of a member of parliament."""

from __future__ import annotations

import pytest

from tests.formats.talks import read, spoken


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_constituency_below_a_name_is_no_speech(blank: str) -> None:
    """Constituency and party are left out; a stage direction below a name is not."""
    names = ["Ann Lee\n(Worcester) (Lab)", "Ben Kay\n(London North) (Lab/Co-op)", "The Minister"]
    talk = read(
        "\n\n".join(f"{name}{blank if '(' in name else chr(10)}We go." for name in names * 3)
    )
    assert spoken(talk) == [(name.split("\n")[0], "We go.") for name in names * 3]
    assert [left.reason for left in talk.left_out] == ["constituency and party"] * 6
    talk = read("Ann Lee:\n(Laughs) (Pause)\nWe go.\nBen Kay:\n(Applause)\nSo.\n" * 2)
    assert talk.left_out == ()


def test_a_parenthesis_alone_below_a_name_is_read() -> None:
    """A line of one character is read without an error."""
    talk = read("ANN: Look at it.\n\nANN LEE:\n(\nhi\n")
    assert talk.turns[0].text.startswith("Look at it.")
