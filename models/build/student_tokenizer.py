"""Tokenizer of the static model: MiniLM's, with fewer foreign tokens and more whole words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from teacher import Teacher
from tokenizers import Tokenizer

MIN_DOCUMENT_FREQUENCY = 5  # texts that a word occurs in, to get a vector of its own
UNKNOWN = "[UNK]"


def is_kept(token: str) -> bool:
    """Tell whether English talk may need a token: no special tokens, other scripts, odd numbers."""
    if token == UNKNOWN:
        return True
    if len(token) > 1 and token[0] == "[" and token[-1] == "]":
        return False
    bare = token.removeprefix("##")
    if not bare.isascii():
        return len(bare) == 1 and bare in "£€¢§°’‘“”–—…½¼é"
    is_year_or_round = re.match(r"(19[0-9]|20[0-3])\d$|000$|100$|500$", bare)
    return not (bare.isdigit() and len(bare) >= 3 and not is_year_or_round)


def frequent_words(texts: Sequence[str]) -> list[str]:
    """List the words that occur in `MIN_DOCUMENT_FREQUENCY` texts or more, most frequent first."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(re.findall(r"[a-z]+", text.lower())))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [word for word, count in ranked if count >= MIN_DOCUMENT_FREQUENCY and len(word) > 2]


def make_tokenizer(teacher: Teacher, words: Sequence[str]) -> tuple[str, list[str]]:
    """Make the student's tokenizer: the teacher's, without needless tokens, with more whole words.

    Args:
        teacher: Its tokenizer.json is changed.
        words: Lower-case words; those that are tokens already are skipped.

    Returns:
        The text of tokenizer.json, and the tokens in the order of their ids.
    """
    facts = json.loads((teacher.folder / "tokenizer.json").read_text("utf-8"))
    known: dict[str, int] = facts["model"]["vocab"]
    kept = [token for token in sorted(known, key=lambda token: known[token]) if is_kept(token)]
    tokens = [*kept, *(word for word in dict.fromkeys(words) if word not in known)]
    facts["model"]["vocab"] = {token: i for i, token in enumerate(tokens)}
    facts["truncation"] = facts["padding"] = facts["post_processor"] = None
    facts["added_tokens"] = [
        {**added, "id": tokens.index(UNKNOWN)}
        for added in facts["added_tokens"]
        if added["content"] == UNKNOWN
    ]
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")), tokens


def count_tokens(tokenizer: Tokenizer, texts: Sequence[str]) -> Any:
    """Count tokens: n texts -> sparse array of shape (n, tokens)."""
    encodings = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    ids = [token for encoding in encodings for token in encoding.ids]
    ends = np.cumsum([0, *(len(encoding.ids) for encoding in encodings)])
    shape = (len(encodings), tokenizer.get_vocab_size())
    counts = sp.csr_matrix((np.ones(len(ids)), ids, ends), shape=shape)
    counts.sum_duplicates()
    return counts
