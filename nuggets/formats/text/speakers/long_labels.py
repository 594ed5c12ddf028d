"""Labels of more words than a name has, as in parliaments and ministries.

The Lord Bishop of St Edmundsbury and Ipswich: How late?
The Minister of State, Department for Energy Security and Net Zero (Lord Lee) (Lab): Very.

They are speakers where they recur or begin with a title, and all their words are capitalised but
for those such as `of`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import (
    LinePrefix,
    match_nameless_labels,
    merge_prefixes,
)
from nuggets.formats.text.speakers.names import PARENTHESES, bare_name, to_long_label

_LABEL = re.compile(
    rf"(?:\*{{1,3}}|__)?(?P<name>[^:：()\[\]]+(?:(?:{PARENTHESES})[^:：()\[\]]*){{0,3}})"
    r"(?:\*{1,3}|__)?[:：](?:\*{1,3}|__)?(?:\s+|\Z)"
)
_RANKS = frozenset(
    "dr mr mrs ms sir dame lord lady baroness bishop archbishop viscount viscountess earl countess "
    "duke duchess marquess prof professor minister ministers secretary parliamentary advocate "
    "solicitor attorney chancellor leader commissioner ambassador rapporteur".split()
)
_LEAST_COUNT = 2  # by eye


def read_long_labels(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read labels of more words than a name has.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    found = match_nameless_labels(lines, prefixes, _LABEL, to_long_label)
    counts = Counter(prefix.name for prefix in found.values() if prefix.name)
    sure = {name for name, count in counts.items() if count >= _LEAST_COUNT or _has_rank(name)}
    if not sure:
        return prefixes
    return merge_prefixes(
        prefixes, {i: prefix for i, prefix in found.items() if prefix.name in sure}
    )


def _has_rank(name: str) -> bool:
    """Whether a label begins with a title or an office, with or without `the`."""
    words = bare_name(name).casefold().split()
    return words[words[0] == "the"].rstrip(".") in _RANKS
