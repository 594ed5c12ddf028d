"""Classic bombs for regexes, for each format: whatever it is, it takes no more than linear time."""

from __future__ import annotations

import contextlib
import time

import pytest

from nuggets.errors import TranscriptError
from nuggets.formats import FORMATS
from nuggets.formats.format import Format

MANY = 100_000
BOMBS = {
    **{sign: sign * MANY for sign in '([{<"\\:>-*#|_`&@%\t '},
    "digits": "1" * MANY,
    "letters": "a" * MANY,
    "labels": "a:\n" * MANY,
    "names": "Ann Lee: \n" * (MANY // 10),
    "different labels": "".join(f"Ann{i}: x\n" for i in range(MANY // 10)),
    "clocks": "00:00:01 " * (MANY // 10),
    "stamped names": "Ann  0:05  \n" * (MANY // 10),
    "tags": "<a " * MANY,
    "nested tags": "<div>" * MANY + "</div>" * MANY,
    "nested brackets": "[" * MANY + "]" * MANY,
    "nested objects": '{"a":' * MANY + "1" + "}" * MANY,
    "blank lines": "\n" * MANY + "x",
    "blanks between": ("a" + " " * 1000) * (MANY // 1000) + "b",
    "backslashes in a string": '{"a": "' + "\\" * MANY,
    "links": "[x](" * MANY,
    "stars": "**a" * MANY,
}
LIMIT_SECONDS = (
    4.0  # of CPU for 100 kB to 1 MB: linear readers take a tenth, quadratic ones minutes
)


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_no_bomb_takes_more_than_linear_time(known: Format) -> None:
    """Neither to be recognised nor to be read, as a file and behind what begins like a talk."""
    slow: dict[str, float] = {}
    for name, bomb in BOMBS.items():
        begin = time.process_time()
        known.looks_like(bomb)
        with contextlib.suppress(TranscriptError):
            known.parse(bomb)
        took = time.process_time() - begin
        if took > LIMIT_SECONDS:
            slow[name] = took
    assert slow == {}
