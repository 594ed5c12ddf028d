"""Sponsor reads: the sentences of advertisements within a talk, for English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from nuggets.formats.advertisements import OFFER, SPONSOR, is_sponsor_read, may_advertise
from nuggets.formats.stage_directions import normalize_spelling

_MAX_BETWEEN = 8  # sentences of an advertisement between two markers, by eye
_PRODUCT = re.compile(  # a capitalised word that does not open the sentence
    r"(?<=[\w,'] )(?!(?:I|I'\w+|And|The|This|Today|Pro)\b)[A-Z][\w-]{2,}"
)
_SITE_NAME = re.compile(r"([\w-]{4,})\.(?:com|org|net|io|co|fm|ai|tv)\b", re.IGNORECASE)


def find_sponsor_reads(texts: Sequence[str], openings: Sequence[bool]) -> frozenset[int]:
    """Find the sentences of advertisements: those with a marker, and those between two.

    A marker is a sentence that `is_sponsor_read`. An advertisement goes from the naming of a
    sponsor to an offer or the next sponsor, within one paragraph and with at most `_MAX_BETWEEN`
    sentences between them; without an offer, to the last sentence that names the product. Before
    an offer, it goes from the first sentence that names its web site.

    Args:
        texts: Folded texts of consecutive sentences.
        openings: For each whether a paragraph or turn begins with it.

    Returns:
        Indices into `texts`.

    >>> ad = ["Today's sponsor is Acme.", "I wear them daily.", "Get 10% off at acme.com."]
    >>> sorted(find_sponsor_reads([*ad, "Sleep matters."], [True, False, False, False]))
    [0, 1, 2]
    """
    found = {i for i, text in enumerate(texts) if is_sponsor_read(text)}
    paragraphs = list(accumulate(openings))
    for i in sorted(found):
        text = normalize_spelling(texts[i])
        if SPONSOR.search(text):
            names = frozenset(_PRODUCT.findall(text))
            found.update(range(i, _end_of_read(i, texts, paragraphs, names)))
        site = _SITE_NAME.search(text) if OFFER.search(text) else None
        if site is not None:
            name = site[1].replace("-", "").lower()
            near = range(max(0, i - _MAX_BETWEEN), i)
            named = [
                j for j in near if paragraphs[j] == paragraphs[i] and _has_site_name(texts[j], name)
            ]
            found.update(range(min(named, default=i), i))
    return frozenset(found)


def _end_of_read(
    first: int, texts: Sequence[str], paragraphs: Sequence[int], names: frozenset[str]
) -> int:
    """Find the end of the advertisement that begins with the naming of a sponsor."""
    end = first + 1
    for i in range(first + 1, min(first + 2 + _MAX_BETWEEN, len(texts))):
        if paragraphs[i] != paragraphs[first]:
            break
        text = normalize_spelling(texts[i])
        if may_advertise(text) and (OFFER.search(text) or SPONSOR.search(text)):
            return i + 1
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names):
            end = i + 1
    return end


def _has_site_name(text: str, site: str) -> bool:
    """Whether a sentence names what a web site is called after: "Eight Sleep"."""
    return site in "".join(char for char in text.lower() if char.isalnum())
