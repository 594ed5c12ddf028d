"""Answers to queries, as values: what a system returns and what is scored."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nuggets.values import Span

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
        spans: Where it stands in the source, without the question that it answers; empty for what
            the talk does not have.
    """

    words: tuple[int, ...]
    texts: tuple[str, ...]
    spans: tuple[Span, ...] = ()


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
        status: Of the result, as this program says it; None for a system that says none and
            refuses a focus by printing nothing.
    """

    nuggets: tuple[LocatedNugget, ...] | None
    ranking: tuple[int, ...] | None = None
    summary: tuple[str, ...] | None = None
    located_share: float | None = None
    status: str | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of all nuggets, the best nugget first."""
        return tuple(text for nugget in self.nuggets or () for text in nugget.texts)

    @property
    def vouches(self) -> bool:
        """Whether it says that the talk discusses the focus, and is sure."""
        return bool(self.nuggets) if self.status is None else self.status == "ok"

    @property
    def refuses(self) -> bool:
        """Whether it says that the talk does not discuss the focus."""
        return not self.nuggets if self.status is None else self.status == "not-discussed"


def split_summary(text: str) -> list[str]:
    """Split a written summary into sentences: after `.`, `!` or `?` and at line ends.

    >>> split_summary("It works. Does it ?  Yes !")
    ['It works.', 'Does it ?', 'Yes !']
    """
    return [part.strip() for part in _SENTENCE_BOUNDARY.split(text) if part.strip()]
