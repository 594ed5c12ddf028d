"""Classic bombs for regexes, for each format: none of them hangs a reader."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Sequence

import pytest

from nuggets.errors import TranscriptError
from nuggets.formats.captions import CAPTIONS
from nuggets.formats.format import Format
from nuggets.formats.format_detection import FORMATS
from nuggets.formats.json_family import JSON_FAMILY
from nuggets.formats.text import TEXTS
from tests.hangs import HangsError, stopped_if_it_hangs

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
    "a chat's name": f"[03/06/2026, 10:07:11] {'~' * 80}{' ' * MANY}x\n" * 10,
}
FAMILIES: dict[str, Sequence[Format]] = {
    "json": JSON_FAMILY,
    "captions": CAPTIONS,
    "documents": [known for known in FORMATS if known not in JSON_FAMILY + CAPTIONS + TEXTS],
    "text": TEXTS,
}
"""All formats, so that several processes can share the work."""


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_no_bomb_hangs(family: str) -> None:
    """Neither while it is recognised nor while it is read."""
    hangs = []
    for known, (name, bomb) in itertools.product(FAMILIES[family], BOMBS.items()):
        try:
            with stopped_if_it_hangs(), contextlib.suppress(TranscriptError):
                known.looks_like(bomb)
                known.parse(bomb)
        except HangsError:
            hangs.append(f"{known.name}: {name}")
    assert hangs == []


def test_a_hang_is_stopped() -> None:
    """The alarm reaches into a regex that backtracks, so the test above can fail."""
    with pytest.raises(HangsError), stopped_if_it_hangs(0.1):
        re.match(r"(a|a)*b", "a" * 60)
