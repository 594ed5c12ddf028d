"""Names that are known from elsewhere in the file, where they are written in another way.

Viscount Orwin (Con)          the party where he first speaks, and never again
VISCOUNT ORWIN:               capitals here, and not there
TRELL:And then                no blank behind the colon
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, merge_prefixes
from nuggets.formats.text.speakers.names import LONGEST_NAME, fold_label, without_parentheses

_LANGUAGE = re.compile(
    r"\s*[(\[](?:(?:spoke|speaking|spoken|speaks|interpretation|translated|translation|interpreted)"
    r" (?:in|from) [^()\[\]]{2,40}|(?:through|via) (?:an )?interpreter|interpretation)[)\]]\Z",
    re.IGNORECASE,
)
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


def _without_language(name: str) -> str:
    """Take a note on the language off a name: `The President (spoke in French)`."""
    return _LANGUAGE.sub("", name) or name if name.endswith((")", "]")) else name


def find_spellings(names: Iterable[str]) -> dict[str, str]:
    """Find the names that differ from another one only in capitals; one spelling is used for all.

    It is the one that occurs most often; of equals, the first.

    >>> find_spellings(["BOB ROE", "Ann", "Bob Roe", "Bob Roe"])
    {'BOB ROE': 'Bob Roe'}
    """
    best: dict[str, str] = {}
    counts = Counter(names)
    for name, count in counts.items():
        known = best.setdefault(name.casefold(), name)
        if count > counts[known]:
            best[name.casefold()] = name
    return {name: used for name in counts if (used := best[name.casefold()]) != name}


def unify_names(prefixes: list[LinePrefix | None]) -> list[LinePrefix | None]:
    """Name a speaker alike throughout, in one spelling and with or without a note in parentheses.

    Args:
        prefixes: The possible prefix of each line; None where there is none.
    """
    names = [prefix.name for prefix in prefixes if prefix is not None and prefix.name]
    plain = {name: _without_language(name) for name in dict.fromkeys(names)}
    short = find_short_names(plain.values())
    used = {name: short.get(bare, bare) for name, bare in plain.items()}
    spelled = find_spellings(used[name] for name in names)
    used = {name: spelled.get(one, one) for name, one in used.items()}
    if all(name == one for name, one in used.items()):
        return prefixes
    return [
        prefix._replace(name=used[prefix.name]) if prefix is not None and prefix.name else prefix
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
