"""Synthetic training texts for the static model: they hold the words that talk lacks."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from tokenizers import Tokenizer

# Both by eye.
SWAPPED = 10_000  # sentences that are trained on with other words in them
COMMON_WORDS = 600  # most frequent words of talk, which are never swapped out or in


def make_texts(
    talk: Sequence[str], tokenizer: Tokenizer, tokens: Sequence[str]
) -> dict[str, list[str]]:
    """Make synthetic texts of the words that talk lacks.

    Args:
        talk: Sentences, in any order; the last ones are used.
        tokenizer: The student's.
        tokens: The student's, in the order of their ids.

    Returns:
        "swapped": sentences of talk with rare words in place of others; "pairs": two words, half
        of them with "and" between; "joined": a word and a suffix that the tokenizer splits again.
    """
    counts: Counter[str] = Counter()
    for text in talk:
        counts.update(set(re.findall(r"[a-z]+", text.lower())))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    common = {word for word, _ in ranked[:COMMON_WORDS]}
    rare = [t for t in tokens if re.fullmatch("[a-z]{3,}", t) and t not in common]
    return {
        "swapped": _swap(
            talk, common, [word for i in range(3) for word in shuffle_by_hash(rare, str(i))]
        ),
        "pairs": _pair([word for i in (4, 5) for word in shuffle_by_hash(rare, str(i))]),
        "joined": _join(tokenizer, tokens, shuffle_by_hash(rare, "h")),
    }


def shuffle_by_hash(texts: Sequence[str], salt: str) -> list[str]:
    """Shuffle texts by their hashes, the same everywhere."""
    return sorted(texts, key=lambda text: hashlib.sha256((salt + text).encode()).hexdigest())


def _swap(talk: Sequence[str], common: set[str], words: Sequence[str]) -> list[str]:
    """Replace up to four words of each sentence, from the last sentence on, by the next words."""
    made: list[str] = []
    supply = iter(words)
    for text in talk[::-1]:
        found = [f for f in re.finditer(r"\b[a-z]{4,}\b(?!')", text) if f.group() not in common]
        parts, end = [], 0
        for place, word in zip(found[:4], supply, strict=False):
            parts += [text[end : place.start()], word]
            end = place.end()
        if parts:
            made.append("".join(parts) + text[end:])
        if len(made) == SWAPPED:
            break
    return made


def _pair(words: Sequence[str]) -> list[str]:
    """Join words in pairs, every other pair by "and"."""
    pairs = zip(words[::2], words[1::2], strict=False)
    return [f"{a} and {b}" if i % 2 else f"{a} {b}" for i, (a, b) in enumerate(pairs)]


def _join(tokenizer: Tokenizer, tokens: Sequence[str], words: Sequence[str]) -> list[str]:
    """Append each suffix token to words; keep at most two that are tokenized as word and suffix."""
    made: list[str] = []
    used = 0
    for piece in (token for token in tokens if re.fullmatch("##[a-z]{2,}", token)):
        fitting: list[str] = []
        for _ in range(12):
            word = words[used % len(words)]
            used += 1
            text = word + piece[2:]
            if tokenizer.encode(text, add_special_tokens=False).tokens == [word, piece]:
                fitting.append(text)
            if len(fitting) == 2:
                break
        made += fitting
    return made
