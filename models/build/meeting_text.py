"""QMSum's meetings as text to train on: annotations removed, split into sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MIN_WORDS = 4
"""Words that a sentence has at least to be trained on or measured with; by eye."""

_ANNOTATION = re.compile(r"\{[^}]*\}")
_SPELLED = re.compile(r"\b(?:[A-Za-z]_)+(?:[A-Za-z]\b)?")
_BEFORE_PUNCTUATION = re.compile(r"\s+([,.;:?!])")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_WORD = re.compile(r"\w+")


def clean(text: str) -> str:
    """Undo QMSum's tokenization: remove annotations, join spelled-out acronyms and punctuation.

    Args:
        text: Such as "The A_M_I_ corpus {vocalsound} is big .".

    Returns:
        Such as "The AMI corpus is big."; white space is folded.
    """
    text = _ANNOTATION.sub(" ", text)
    text = _SPELLED.sub(lambda found: found.group().replace("_", ""), text)
    return _BEFORE_PUNCTUATION.sub(r"\1", " ".join(text.split()))


def count_words(text: str) -> int:
    """Count the words of a text, without its punctuation."""
    return len(_WORD.findall(text))


def split_sentences(text: str) -> list[str]:
    """Split cleaned text after each full stop, question mark or exclamation mark."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def read_meetings(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the meetings of a QMSum folder, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def read_texts(folder: Path) -> list[str]:
    """Collect the texts of a folder of QMSum meetings to train on.

    Args:
        folder: Holds one JSON file for each meeting.

    Returns:
        Each sentence of `MIN_WORDS` words or more of the turns and of the answers, each query and
        each topic; every text once, in the order of first occurrence.
    """
    found: dict[str, None] = {}
    for meeting in read_meetings(folder):
        queries = [*meeting["specific_query_list"], *meeting["general_query_list"]]
        texts = [turn["content"] for turn in meeting["meeting_transcripts"]]
        texts += [query["answer"] for query in queries]
        for text in texts:
            for sentence in split_sentences(clean(text)):
                if count_words(sentence) >= MIN_WORDS:
                    found[sentence] = None
        found |= dict.fromkeys(clean(query["query"]) for query in queries)
        found |= dict.fromkeys(clean(topic["topic"]) for topic in meeting["topic_list"])
    return [text for text in found if text]
