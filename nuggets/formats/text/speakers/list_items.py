"""Keys of list items that look like speaker labels, as in `Rule One: never trust a dam`.

They differ from speakers in where they are (together, in one stretch of the file, below a colon)
and in how the words after them begin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nuggets.formats.lines import Line
from nuggets.formats.text.speakers.labels import LinePrefix
from nuggets.formats.text.speakers.names import bare_name, is_cased, is_in_capitals, is_numbered
from nuggets.values import Span

_LETTER = re.compile(r"[^\W\d_]")
# Limits by eye.
_MOST_WORDS = 8  # in an item
_MOST_IN_LIST = 40  # labels
_MOST_OF_LABELS = 1 / 3  # share of the file's labels that are in one list
_LEAST_UPPER = 0.8  # share of turns that begin with a capital, in a file that has capitals


def find_list_items(
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
    names: set[str],
    *,
    rare: set[str],
    words: set[str],
    called: set[str],
) -> set[str]:
    """Find the labels that are keys of list items rather than speakers.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
        names: Labels that may be speakers.
        rare: Those that occur too seldom to be sure of.
        words: All words of the file.
        called: Words of the file that follow another word in a sentence.

    Returns:
        Those of `names` that are no speakers.
    """
    places = [i for i, prefix in enumerate(prefixes) if prefix is not None and prefix.name in names]
    labels = [prefix.name for i in places if (prefix := prefixes[i]) is not None and prefix.name]
    counts = Counter(labels)
    doubtful = {name for name in counts if _is_doubtful(name)}
    doubtful -= {
        prefix.name
        for i in places
        if (prefix := prefixes[i]) and prefix.name and _is_marked(prefix)
    }
    if not doubtful:
        return set()
    lower = Counter(
        label
        for i, label in zip(places, labels, strict=True)
        if _is_lower_case_after_label(lines, prefixes, i)
    )
    if max(counts.values()) == 1 and len(counts) > 2 and doubtful == counts.keys():
        single = all(len(bare_name(name).split()) == 1 for name in counts)
        if single and not any(bare_name(name) in called for name in counts):
            return set(counts)  # Monday: Tuesday: Wednesday:
    sure = [name for name in counts if name not in rare]
    all_sure = sum(counts[name] for name in sure)
    has_capitals = all_sure - sum(lower[name] for name in sure) >= _LEAST_UPPER * all_sure
    is_lower = {name for name in counts if has_capitals and 2 * lower[name] > counts[name]}
    items = {name for name in doubtful & rare & is_lower if bare_name(name) not in called}
    for begin, until in _stretches(labels, doubtful & rare):
        before = lines[places[begin] - 1].text if places[begin] else ""
        short = all(len(lines[i].text.split()) <= _MOST_WORDS for i in places[begin:until])
        closely = places[until - 1] - places[begin] == until - begin - 1
        if before[-1:] in ":：" or (until - begin > 1 and short and closely):
            items.update(labels[begin:until])
    for name in _within_one_list(labels, doubtful - rare):
        if name in is_lower or bare_name(name).lower() in words:
            items.add(name)
    return items


def _is_doubtful(name: str) -> bool:
    """Whether the writing of a label (capitals, digits, script) does not show it to be a name."""
    core = bare_name(name)
    return is_cased(core) and not is_in_capitals(core) and not is_numbered(core) and len(core) > 1


def _is_marked(prefix: LinePrefix) -> bool:
    return bool(prefix.emphasis or prefix.stamp or prefix.mark)


def _is_lower_case_after_label(
    lines: Sequence[Line], prefixes: Sequence[LinePrefix | None], i: int
) -> bool:
    """Whether the words after the label of line `i` begin with a lower-case letter."""
    prefix = prefixes[i]
    text = lines[i].text[prefix.label_end if prefix else 0 :]
    if not text.strip() and i + 1 < len(lines):
        text = lines[i + 1].text
    letter = _LETTER.search(text, 0, 100)
    return letter is not None and letter[0].islower()


def _stretches(labels: Sequence[str], wanted: set[str]) -> list[Span]:
    """Find the stretches of labels that are all in a set: begin and end of each, as indices."""
    stretches: list[Span] = []
    for at, label in enumerate(labels):
        if label in wanted:
            if stretches and stretches[-1][1] == at:
                stretches[-1] = (stretches[-1][0], at + 1)
            else:
                stretches.append((at, at + 1))
    return stretches


def _within_one_list(labels: Sequence[str], doubtful: set[str]) -> list[str]:
    """Find doubtful labels whose stretch of the file is short and has doubtful labels alone."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, label in enumerate(labels):
        first.setdefault(label, at)
        last[label] = at
    longest = min(_MOST_IN_LIST, int(_MOST_OF_LABELS * len(labels)))
    return [
        name
        for name in sorted(doubtful)
        if last[name] - first[name] < longest
        and all(
            other in doubtful and last[other] - first[other] < longest
            for other in set(labels[first[name] : last[name] + 1])
        )
    ]
