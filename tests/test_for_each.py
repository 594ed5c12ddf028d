"""The helper that runs one test over many cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.for_each import CasesFailedError, for_each


@for_each("ab", named=str)
@for_each([1, 2, 3])
def fails_for_some(number: int, letter: str) -> None:
    """Fail in every way that a test can."""
    assert (letter, number) != ("a", 2)
    if number == 3:
        with pytest.raises(ValueError, match=letter):
            pass


def test_all_cases_that_fail_are_shown_together() -> None:
    """Each with its name, the line and the reason, also those after the first."""
    with pytest.raises(CasesFailedError) as caught:
        fails_for_some()
    assert [failure.case for failure in caught.value.failures] == ["a, 2", "a, 3", "b, 3"]
    message = str(caught.value)
    assert message.startswith("3 cases failed\na, 2: test_for_each.py:")
    assert "DID NOT RAISE" in message


def test_what_hypothesis_finds_is_shown() -> None:
    """A failing example stands with the case for which it fails."""

    @for_each([5])
    @given(found=st.integers())
    def is_small(most: int, found: int) -> None:
        assert found < most

    with pytest.raises(CasesFailedError, match=r"5: test_for_each.py:[\s\S]*found=5"):
        is_small()


@for_each([1, 2])
def test_the_cases_share_the_fixtures(case: int, tmp_path: Path) -> None:
    """Other arguments of a test are fixtures, as ever."""
    (tmp_path / str(case)).touch()
    assert len(list(tmp_path.iterdir())) == case
