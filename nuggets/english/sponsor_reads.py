"""Sponsor reads: the sentences of an advertisement in the midst of a talk, for English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from nuggets.formats.advertisements import OFFER, SPONSOR, is_sponsor_read, may_advertise
from nuggets.formats.stage_directions import normalize_spelling

_LONGEST_READ = 8  # sentences of an advertisement between two cues
_PRODUCT = re.compile(r"(?<=[\w,'] )(?!(?:I|I'\w+|And|The|This|Today|Pro)\b)[A-Z][\w-]{2,}")
_SITE_NAME = re.compile(r"([\w-]{4,})\.(?:com|org|net|io|co|fm|ai|tv)\b", re.IGNORECASE)


def find_sponsor_reads(texts: Sequence[str], openings: Sequence[bool]) -> frozenset[int]:
    """Find the sentences of advertisements, with what they say between their cues.

    An advertisement is what stands between the naming of a sponsor and an offer or the next
    sponsor, in one paragraph and at most `_LONGEST_READ` sentences long; after a sponsor that no
    offer follows, as far as its name is said; before an offer, from where its site is named.

    Args:
        texts: Of consecutive sentences.
        openings: Whether a paragraph or turn begins with the sentence; one for each.

    Returns:
        Indices into `texts`, those of `is_sponsor_read` among them.

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
            near = range(max(0, i - _LONGEST_READ), i)
            named = [j for j in near if paragraphs[j] == paragraphs[i] and _says(texts[j], name)]
            found.update(range(min(named, default=i), i))
    return frozenset(found)


def _end_of_read(
    first: int, texts: Sequence[str], paragraphs: Sequence[int], names: frozenset[str]
) -> int:
    """Find where the advertisement ends that begins with the naming of a sponsor."""
    end = first + 1
    for i in range(first + 1, min(first + 2 + _LONGEST_READ, len(texts))):
        if paragraphs[i] != paragraphs[first]:
            break
        text = normalize_spelling(texts[i])
        if may_advertise(text) and (OFFER.search(text) or SPONSOR.search(text)):
            return i + 1
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names):
            end = i + 1
    return end


def _says(text: str, site: str) -> bool:
    """Tell whether a sentence names what a site is called after: "Eight Sleep", eightsleep.com."""
    return site in "".join(char for char in text.lower() if char.isalnum())
