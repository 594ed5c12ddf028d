"""The fuzzer for a few seconds, with fixed seeds; `make fuzz` runs it for minutes."""

from __future__ import annotations

import pytest

from tests.hangs import stopped_if_it_hangs
from tests.tools.fuzz import check, make_case, seeds


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    """No crash, no hang, and what is read stands where it is said to; see `check`."""
    files = seeds()
    with stopped_if_it_hangs():
        told = {check(make_case(seed, number, files)) for number in range(150)}
    assert len(told) > 15  # formats and kinds of errors: neither is all refused nor all read


def test_a_seed_gives_the_same_files() -> None:
    """So that what is found can be found again."""
    files = seeds()
    assert [make_case(7, i, files) for i in range(9)] == [make_case(7, i, files) for i in range(9)]
    assert make_case(7, 1, files) != make_case(8, 1, files)
