"""Names in Word documents that have no colon: in bold type before the words, or above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nuggets.formats.documents.names_in_markup import looks_like_speakers, strip_question_number
from nuggets.formats.text.speakers.names import to_name_line

_ENDS = frozenset(".?!…,;:")  # differs on purpose from CLAUSE_ENDS: no full-width marks
_MIN_ABOVE = 0.2  # share of paragraphs that are names above the words of the next; by eye
_MIN_BOLD = 0.3  # share of paragraphs that begin with a name in bold type; by eye


def separate_bold_names(paragraphs: Sequence[str], bold: Mapping[int, int]) -> Sequence[str]:
    """Write a tab behind each name that only bold type separates from the words, if they recur.

    Args:
        paragraphs: All paragraphs.
        bold: Where bold type ends at the beginning of a paragraph, by its index.
    """
    ends: dict[int, int] = {}
    for i, end in bold.items():
        name, after = paragraphs[i][:end].rstrip(), paragraphs[i][end:].lstrip()
        is_separated = len(name) < end or paragraphs[i][end] == " "
        is_said = after != "" and not after[0].islower() and after[0] not in ":：([0123456789"
        if is_separated and is_said and _read_name(strip_question_number(name)):
            ends[i] = end
    names = [strip_question_number(paragraphs[i][:end].strip()) for i, end in ends.items()]
    if len(names) < _MIN_BOLD * sum(map(bool, paragraphs)) or not looks_like_speakers(names):
        return paragraphs
    return [
        f"{text[: ends[i]].rstrip()}\t{text[ends[i] :].lstrip()}" if i in ends else text
        for i, text in enumerate(paragraphs)
    ]


def find_names_above(paragraphs: Sequence[str]) -> list[bool]:
    """Find the paragraphs that are names above the words of the next; none if too few are.

    Args:
        paragraphs: Those that are not blank.
    """
    names = [_read_name(paragraph) for paragraph in paragraphs]
    above = [name for name in names if name]
    is_few = not above or len(above) < _MIN_ABOVE * len(paragraphs)
    if is_few or not looks_like_speakers(above):
        return [False] * len(paragraphs)
    return [name is not None for name in names]


def _read_name(paragraph: str) -> str | None:
    return to_name_line(paragraph, sentence_ends=_ENDS)
