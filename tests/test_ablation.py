"""`make ablate`: takes out each part once, and measures what `nuggets evaluate` measures."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from nuggets.rank.ranker import FOCUS_FACTORS, TALK_FACTORS
from tests.processes import ROOT
from tests.test_quality import measure_quality
from tests.tools.ablate import FOCUS_PARTS, TALK_PARTS, WHOLE_RANKING, Row, ablate


@cache
def rows(*, whole: bool) -> dict[str, Row]:
    """Ablate over the talks of our own."""
    return {row.part: row for row in ablate(ROOT / "data", whole=whole)}


@pytest.mark.parametrize(("whole", "group"), [(False, "focus"), (True, "whole")])
def test_with_nothing_taken_out_it_is_the_program(whole: bool, group: str) -> None:
    """The first row is F as `nuggets evaluate` gives it; all others are of other lists."""
    first = rows(whole=whole)[WHOLE_RANKING]
    assert first.f == pytest.approx(measure_quality()[group], abs=6e-4)
    assert (first.difference, first.low, first.high) == (0, 0, 0)
    for row in rows(whole=whole).values():
        assert row.f - first.f == pytest.approx(row.difference, abs=1e-5)  # means are of steps
        assert row.low <= row.difference <= row.high


def test_what_knows_the_focus_is_what_finds_it() -> None:
    """Without all factors that know the focus, F falls by far; without what tells, too."""
    assert rows(whole=False)["all that knows the focus"].difference < -0.05
    assert rows(whole=True)["telling"].difference < 0


def test_each_factor_is_taken_out() -> None:
    """Every factor of the ranking is in a part of the tables."""
    for parts, factors in ((FOCUS_PARTS, FOCUS_FACTORS), (TALK_PARTS, TALK_FACTORS)):
        assert set(factors) <= {name for part in parts.values() for name in part}
        assert len({tuple(sorted(part)) for part in parts.values()}) == len(parts)


def test_a_row_reads_as_markdown() -> None:
    """F and the difference with its interval, in cells."""
    assert str(Row("word", 0.5, -0.0123, -0.02, np.float64(0.001))) == (
        "| word | 0.500 | -0.012 | -0.020 to +0.001 |"
    )
    assert str(Row(WHOLE_RANKING, 0.5, 0.0, 0.0, 0.0)) == "| nothing | 0.500 |  |  |"
