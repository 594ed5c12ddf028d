"""Labels that are also keys: `TO:`, `RE:` and other initials, `QUESTION:`.

At the head of a letter they are keys; where they recur among other initials they are speakers.
`QUESTION` is a speaker where it takes turns with those who answer, as in a briefing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import (
    EMPTY_PREFIX,
    LinePrefix,
    match_nameless_labels,
    merge_prefixes,
)
from nuggets.formats.text.speakers.names import bare_name, to_name
from nuggets.formats.text.speakers.recurrence import LEAST_CHANGES, count_changes

_INITIALS = re.compile(r"(?P<name>[A-Z]{2,3}):(?:\s+|\Z)")
_ASKED = re.compile(
    r"(?:\*\*|__)?(?P<name>question|answer|frage|antwort|pregunta|respuesta|domanda|risposta|réponse)"
    r"(?::(?:\*\*|__)?|(?:\*\*|__):)(?:\s+|\Z)",
    re.IGNORECASE,
)
_OF_LETTER = re.compile(r"(?:from|subject|date|sent|attn|attention) ?:", re.IGNORECASE)
_LEAST_COUNT = 3  # by eye, as is the other
_LEAST_ASKED = 2  # questions, each with another label right behind
_MOST_REPEATED = 0.3  # share of the questions that follow on another one
_LEAST_SHORT = 0.8  # share of the file's labels that are initials


def read_initials(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read initials that are words as labels, where the file has labels of initials.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    found = match_nameless_labels(
        lines, prefixes, _INITIALS, lambda text: None if to_name(text) else text
    )
    counts = Counter(prefix.name for prefix in found.values())
    known = {name for name, count in counts.items() if count >= _LEAST_COUNT}
    if not known:
        return prefixes
    letters = sum(_OF_LETTER.match(line.text) is not None for line in lines)
    initials = {i: prefix for i, prefix in found.items() if prefix.name in known}
    merged = merge_prefixes(prefixes, initials)
    names = [prefix.name for prefix in merged if prefix and prefix.name]
    short = sum(len(bare_name(name)) <= 3 and name.isupper() for name in names)
    are_labels = (
        2 * letters < max(counts.values())
        and short >= _LEAST_SHORT * len(names)
        and count_changes(names) >= LEAST_CHANGES * len(names)
    )
    return merged if are_labels else prefixes


def read_questions(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read `QUESTION:` and `ANSWER:` as labels, where they take turns with other labels.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    found = match_nameless_labels(lines, prefixes, _ASKED, str)
    if len(found) < _LEAST_ASKED:
        return prefixes
    merged = merge_prefixes(prefixes, found)
    labelled = [i for i, prefix in enumerate(merged) if prefix is not None and prefix.name]
    followed = [(one, other) for one, other in pairwise(labelled) if one in found]
    repeated = sum(
        found[one].name == (merged[other] or EMPTY_PREFIX).name for one, other in followed
    )
    others = {merged[i].name for i in labelled} - {found[i].name for i in found}  # type: ignore[union-attr]
    recur = len(others) > 0 or len({prefix.name for prefix in found.values()}) > 1
    return merged if recur and repeated <= _MOST_REPEATED * len(found) else prefixes
