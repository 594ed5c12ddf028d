"""The choice of a file's label style: the one that explains most of its lines, and the next best.

Each style of `label_styles` and each layout proposes labels for the lines. How well it explains the
file is measured in the same way for all: do names recur, do they take turns, do enough paragraphs
begin so. A style of strong typography may also count beside another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from nuggets.formats.lines import Line, is_paragraph_edge
from nuggets.formats.text.speakers.label_search import (
    LabelStyle,
    LineHeads,
    find_labels,
    find_near_times,
    find_timed_labels,
)
from nuggets.formats.text.speakers.label_styles import LOWER, STYLES
from nuggets.formats.text.speakers.labels import EMPTY_PREFIX, LinePrefix, merge_prefixes
from nuggets.formats.text.speakers.names import LETTERS, is_numbered
from nuggets.formats.text.speakers.recurrence import (
    LEAST_CHANGES,
    LEAST_RECURRING,
    count_changes,
    count_recurring,
    has_recurring_names,
)
from nuggets.formats.text.speakers.timed_styles import BEHIND_COLON, ONE_BLANK, TIMED_STYLES
from nuggets.formats.text.speakers.timestamps import is_rising

COLON = "NAME: text"
"""Example of the style of `labels`."""

# Limits by eye, on transcripts of parliaments, calls, chats and recognisers.
_LEAST_STRONG = 0.4  # share of names that recur, where the typography hardly ever is that of words
_LEAST_FULL = 0.4  # share of paragraphs with its labels, where few of the names need recur
_LEAST_WEAK = 4  # labels of a style whose separator may be in any sentence ...
_MOST_DISTINCT = 0.5  # ... and share of them that are different names
_TRIED = 400  # lines in which a weak style is looked for before all lines are ...
_LEAST_TRIED = 0.2  # ... and the share of them that must have it
_LEAST_BESIDE = 3  # labels of a strong style beside another one
_LEAST_FIT = 0.5  # of a style that is next best
_NEARLY = 0.5  # share of the labels that those of another style have, to be warned of
_LEAST_EDGES = 0.3  # share of lines below a blank one, in a file whose turns stand apart
_HEAD = 12  # lines in which a file may say what it is
_ENOUGH = 0.8  # share of the lines with a time that one style explains: no other is tried
_LEAST_TIMED = 0.8  # share of the labels of those names that have a time behind the colon
_MOST_EMPTY = 0.5  # share of the times alone behind a label that another label may follow
_LEAST_TIMED_CHANGES = 0.2  # fewer changes, as one speaker may be named at each time


class Fit(NamedTuple):
    """How well a style explains a file.

    Attributes:
        example: Of the style.
        found: The prefix of each line with a label of that style, by its index.
        fit: From 0 (not at all) to 1 and above (well enough to be believed).
    """

    example: str
    found: Mapping[int, LinePrefix]
    fit: float

    @property
    def explained(self) -> float:
        """Number of lines that it explains, less where it fits badly."""
        return len(self.found) * min(self.fit, 1.0)


class Choice(NamedTuple):
    """The style of a file.

    Attributes:
        prefixes: The prefix of each line in that style.
        chosen: Examples of the styles that are believed; none of them is `NAME: text`.
        next_best: Those that are not, with at least half of what they would have to have.
    """

    prefixes: list[LinePrefix | None]
    chosen: tuple[str, ...] = ()
    next_best: tuple[Fit, ...] = ()


def choose_timed_style(
    lines: Sequence[Line], prefixes: list[LinePrefix | None]
) -> list[LinePrefix | None]:
    """Read the names and times that the file has beside one another.

    Times are also said, and two words before one may be anything, so a style counts only where
    its times rise and its names recur.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
    """
    near = find_near_times(lines, prefixes)
    best: dict[int, LinePrefix] = {}
    for style in TIMED_STYLES:
        found = find_timed_labels(style, lines, near)
        if len(found) > len(best) and _is_timed_well(style, found, lines, prefixes):
            best = found
            if len(found) > _ENOUGH * len(near):
                break
    return merge_prefixes(prefixes, best) if best else prefixes


def _is_timed_well(
    style: LabelStyle,
    found: dict[int, LinePrefix],
    lines: Sequence[Line],
    prefixes: Sequence[LinePrefix | None],
) -> bool:
    """Whether a file is full of labels with times, the times rise and the names recur."""
    if len(found) < max(2, style.least * len(lines)):
        return False
    names = [prefix.name or "" for prefix in found.values()]
    counts = Counter(names)
    numbered = all(is_numbered(name) for name in counts)
    if not numbered and not has_recurring_names(names):
        return False
    few_changes = count_changes(names) < _LEAST_TIMED_CHANGES * len(names)
    if style is ONE_BLANK and not numbered and few_changes:
        return False
    if style is BEHIND_COLON:
        labels = sum(prefix is not None and prefix.name in counts for prefix in prefixes)
        if len(found) < _LEAST_TIMED * labels or _has_times_as_speech(found, lines, prefixes):
            return False
    return is_rising([prefix.start_ms or 0 for prefix in found.values()])


def _has_times_as_speech(
    found: dict[int, LinePrefix], lines: Sequence[Line], prefixes: Sequence[LinePrefix | None]
) -> bool:
    """Whether the times are speech: `Bob: 8:00`, with another label below."""
    alone = [i for i, prefix in found.items() if prefix.label_end >= len(lines[i].text)]
    empty = sum(
        i + 1 == len(lines) or i + 1 in found or bool((prefixes[i + 1] or EMPTY_PREFIX).name)
        for i in alone
    )
    return empty > _MOST_EMPTY * len(alone)


def choose_style(
    lines: Sequence[Line],
    prefixes: list[LinePrefix | None],
    layouts: Sequence[Fit] = (),
) -> Choice:
    """Choose the style that explains most lines of a file better than `NAME: text` does.

    Args:
        lines: All lines of the file.
        prefixes: The possible prefix of each line; None where there is none.
        layouts: What names on lines of their own explain.

    Returns:
        The prefixes in the style of the file; as they were where no style explains more.
    """
    starts = [i for i in range(len(lines)) if is_paragraph_edge(lines, i)]
    named = [prefix is not None and bool(prefix.name) for prefix in prefixes]
    fits = [*layouts]
    heads = LineHeads(lines, prefixes)
    tried = LineHeads(lines[:_TRIED], prefixes[:_TRIED])
    for style in STYLES:
        if not style.is_strong and not _is_worth_trying(style, tried):
            continue
        found = find_labels(style, heads)
        if style is LOWER:
            found = {i: prefix for i, prefix in found.items() if not named[i]}
        if found:
            fits.append(Fit(style.example, found, _fit(style, found, lines, starts)))
    strong = {style.example for style in STYLES if style.is_strong}
    believed = [one for one in fits if one.fit >= 1 and len(one.found) > _rivals(one, named)]
    best = max(believed, key=lambda one: len(one.found), default=None)  # of equals, the first
    chosen: list[Fit] = [best] if best else []
    merged = _believe(prefixes, best, is_sure=best.example in strong) if best else prefixes
    if not best or best.example in strong:
        for one in fits:
            if one is not best and one.example in strong and _counts_beside(one, merged, lines):
                chosen.append(one)
                merged = _believe(merged, one, is_sure=True)
    taken = {one.example for one in chosen}
    others = [one for one in fits if one.example not in taken and one.fit >= _LEAST_FIT]
    others.sort(key=lambda one: -one.explained)
    return Choice(merged, tuple(one.example for one in chosen), tuple(others))


def _believe(
    prefixes: list[LinePrefix | None], fit: Fit, *, is_sure: bool
) -> list[LinePrefix | None]:
    """Put the labels of a style in place of other prefixes; those that recur are sure."""
    counts = Counter(prefix.name for prefix in fit.found.values())
    found = {
        i: prefix._replace(is_sure=bool(prefix.name) and (is_sure or counts[prefix.name] > 1))
        for i, prefix in fit.found.items()
    }
    return merge_prefixes(prefixes, found)


def describe_choice(choice: Choice, *, has_names: bool) -> str:
    """Say how names are read and what the next best reading is; "" where nobody is named.

    >>> describe_choice(Choice([], ("CHAIR NAME.  text",)), has_names=True)
    '`CHAIR NAME.  text`; next best: none'
    """
    if not has_names:
        return ""
    styles = " and ".join(f"`{one}`" for one in choice.chosen or (COLON,))
    following = choice.next_best[0] if choice.next_best else None
    best = f"`{following.example}`, {len(following.found)} lines" if following else "none"
    return f"{styles}; next best: {best}"


def warn_of_next_best(choice: Choice, labelled: int) -> tuple[str, ...]:
    """Warn where another style explains nearly as many lines, and others, as the chosen one.

    Args:
        choice: The choice.
        labelled: Lines with a label that is believed.
    """
    named = {i for i, one in enumerate(choice.prefixes) if one is not None and one.name}
    for fit in choice.next_best:
        if labelled and len(fit.found.keys() - named) >= _NEARLY * labelled:
            return (
                f"names may also be written as `{fit.example}` here; nobody is named for such "
                "lines; see what `nuggets inspect` says of the speakers",
            )
    return ()


def _is_worth_trying(style: LabelStyle, tried: LineHeads) -> bool:
    """Whether enough of the first lines have a style whose marks may be in any sentence."""
    return len(find_labels(style, tried)) >= _LEAST_TRIED * style.least * len(tried.lines)


def _rivals(fit: Fit, named: Sequence[bool]) -> int:
    """Count the labels `NAME: text` that a style would have to explain, too: those elsewhere."""
    return sum(named) - sum(named[i] for i in fit.found)


def _fit(
    style: LabelStyle, found: Mapping[int, LinePrefix], lines: Sequence[Line], starts: Sequence[int]
) -> float:
    """Measure how well a style explains a file; 1 and above is well enough."""
    names = [prefix.name or "" for prefix in found.values()]
    if style.announced and any(style.announced.match(line.text) for line in lines[:_HEAD]):
        return 1.0
    counts = Counter(names)
    if len(counts) < 2 and len(names) > 1:
        return 0.5 if style.is_strong else 0.0  # `Q` alone counts beside other labels only
    at_starts = sum(i in found for i in starts)
    places = len(starts) if 2 * at_starts > len(found) else len(lines)
    share = (at_starts if 2 * at_starts > len(found) else len(found)) / max(1, places)
    recurring = sum(count > 1 for count in counts.values())
    least_recurring = _LEAST_STRONG if style.is_strong else LEAST_RECURRING
    evidence = [
        share / style.least,
        count_recurring(names) / (least_recurring * len(names)),
        count_changes(names) / (LEAST_CHANGES * len(names)),
        recurring / (1 if style.is_strong else 2),
    ]
    if style.is_strong and recurring:  # where hardly anybody speaks twice
        evidence[1] = max(evidence[1], share / _LEAST_FULL)
    if all(is_numbered(name) for name in counts):
        evidence[1:] = []
    elif style.least >= _MOST_DISTINCT:
        evidence += [_MOST_DISTINCT * len(names) / len(counts), len(names) / _LEAST_WEAK]
    if style is LOWER and _has_labels_used_as_words(lines, found):
        return 0.0
    return min(evidence)


def _has_labels_used_as_words(lines: Sequence[Line], found: Mapping[int, LinePrefix]) -> bool:
    """Whether labels in lower case are also used as words, as `problem:` would be."""
    labels = Counter(prefix.name for prefix in found.values())
    said: Counter[str] = Counter()
    for i, line in enumerate(lines):
        at = found[i].label_end if i in found else 0
        said.update(word for word in LETTERS.findall(line.text[at:]) if word in labels)
    return any(said[name] > count for name, count in labels.items() if name)


def _counts_beside(fit: Fit, prefixes: Sequence[LinePrefix | None], lines: Sequence[Line]) -> bool:
    """Whether labels of a strong style take turns with those that are already believed."""
    free = [i for i in fit.found if not (prefixes[i] and (prefixes[i] or EMPTY_PREFIX).name)]
    counts = Counter(fit.found[i].name or "" for i in free)
    if len(free) < _LEAST_BESIDE or count_recurring(counts.elements()) < _LEAST_STRONG * len(free):
        return False
    edges = sum(is_paragraph_edge(lines, i) for i in range(len(lines)))
    has_paragraphs = edges >= _LEAST_EDGES * len(lines)
    if has_paragraphs and 2 * sum(is_paragraph_edge(lines, i) for i in free) < len(free):
        return False
    labelled = {
        i: name for i, prefix in enumerate(prefixes) if prefix is not None and (name := prefix.name)
    } | {i: fit.found[i].name or "" for i in free}
    order = sorted(labelled)
    around = sum(one in fit.found or other in fit.found for one, other in pairwise(order))
    changes = sum(
        labelled[one] != labelled[other] and (one in fit.found or other in fit.found)
        for one, other in pairwise(order)
    )
    return len(labelled) > len(free) and changes >= 2 * LEAST_CHANGES * around
