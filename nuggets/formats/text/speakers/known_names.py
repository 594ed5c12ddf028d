"""Names that are known from elsewhere in the file: written in full once, or without a blank.

Viscount Orwin (Con)          the party where he first speaks, and never again
TRELL:And then                no blank behind the colon
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, merge_prefixes
from nuggets.formats.text.speakers.names import LONGEST_NAME, fold_label, without_parentheses

_LEAST_KNOWN = 2  # labels by which a name is known, at least one of them with a blank; by eye


def find_short_names(names: Iterable[str]) -> dict[str, str]:
    """Find the names that are also written without what is in parentheses behind them.

    >>> find_short_names(["Viscount Lee (Con)", "Viscount Lee", "Ann (she/her)"])
    {'Viscount Lee (Con)': 'Viscount Lee'}
    """
    known = dict.fromkeys(names)
    return {
        name: bare
        for name in known
        if name.endswith(")") and ":" not in name and (bare := without_parentheses(name)) in known
    }


def unify_names(prefixes: list[LinePrefix | None]) -> list[LinePrefix | None]:
    """Name a speaker alike throughout, where some labels have a note in parentheses and some not.

    Args:
        prefixes: The possible prefix of each line; None where there is none.
    """
    short = find_short_names(
        prefix.name for prefix in prefixes if prefix is not None and prefix.name
    )
    if not short:
        return prefixes
    return [
        prefix._replace(name=short[prefix.name])
        if prefix is not None and prefix.name in short
        else prefix
        for prefix in prefixes
    ]


def read_known_names(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read the labels that have no blank behind their colon, where their names are known.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    counts = Counter(prefix.name for prefix in prefixes if prefix is not None and prefix.name)
    found: dict[int, LinePrefix] = {}
    for i, line in enumerate(lines) if counts else ():
        prefix = prefixes[i] or EMPTY_PREFIX
        at = prefix.label_start
        colon = line.text.find(":", at, at + LONGEST_NAME)
        if colon < 0 or prefix.name:
            continue
        name = fold_label(line.text[at:colon])
        if name in counts:
            found[i] = prefix._replace(name=name, label_end=colon + 1, has_colon=True)
    counts.update(prefix.name or "" for prefix in found.values())
    known = {i: one for i, one in found.items() if counts[one.name or ""] >= _LEAST_KNOWN}
    return merge_prefixes(prefixes, known) if known else prefixes
