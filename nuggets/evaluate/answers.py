"""Answers to queries, as values: what a system returns and what is scored."""

from __future__ import annotations

import re
from dataclasses import dataclass

NOT_IN_TALK = -1
"""Stands for the index of a word that does not occur in the talk."""

_SENTENCE_BOUNDARY = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class LocatedNugget:
    """One nugget of an answer, located in the talk.

    Attributes:
        words: Indices of its words among those of the talk; `NOT_IN_TALK` for each word that the
            talk does not have.
        texts: Its sentences, in `fold`'s normal form.
    """

    words: tuple[int, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system returns for one query.

    Attributes:
        nuggets: The best first; None where the system returns a summary alone.
        ranking: Index of every sentence of the talk, the best first; None where it does not rank
            them all.
        summary: Sentences that ROUGE compares with the reference; None: those of the nuggets.
        located_share: Share of its words that were found in the talk; None where all are by
            construction.
    """

    nuggets: tuple[LocatedNugget, ...] | None
    ranking: tuple[int, ...] | None = None
    summary: tuple[str, ...] | None = None
    located_share: float | None = None


def split_summary(text: str) -> list[str]:
    """Split a written summary into sentences: after `.`, `!` or `?` and at line ends.

    >>> split_summary("It works. Does it ?  Yes !")
    ['It works.', 'Does it ?', 'Yes !']
    """
    return [part.strip() for part in _SENTENCE_BOUNDARY.split(text) if part.strip()]
