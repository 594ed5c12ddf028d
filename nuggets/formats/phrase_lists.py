"""Lists of phrases, as they are written in the code: separated by bars, over several lines."""

from __future__ import annotations

import re

_BAR = re.compile(r"\s*\|\s*")


def split_phrases(text: str) -> frozenset[str]:
    r"""Split a list of phrases at its bars.

    >>> sorted(split_phrases(" date of interview|place\n  |url "))
    ['date of interview', 'place', 'url']
    """
    return frozenset(_BAR.split(text.strip()))
