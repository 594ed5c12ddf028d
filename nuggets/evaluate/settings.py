"""Evaluation settings: the kinds of queries, the limits on what a system returns, ROUGE's length.

The one place of these defaults.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from nuggets.option_definitions import Options

QueryKind: TypeAlias = Literal["queries", "topics", "whole", "points"]
"""Specific queries, topic phrases, the whole talk without a query; or the foci that editors chose,
of all kinds, with their points."""
QUERY_KINDS: tuple[QueryKind, ...] = ("queries", "topics", "whole")
"""Those that can be asked for; a data set with points has no others."""

ROUGE_WORDS = 70
"""Words of a summary that ROUGE reads. At this length the released output of the QMSum paper (Zhong
et al. 2021) gets the paper's figures, to 0.03."""
ROUGE_WORDS_WHOLE = 300
"""The same for summaries of the whole talk; no system may return more words there. By eye."""

SEED = 0
"""Of everything random: the random baseline and the bootstrap."""


@dataclass(frozen=True, slots=True)
class OutputLimits:
    """How much a system may return for a query.

    Attributes:
        count: Nuggets at most.
        max_sentences: Sentences in each at most.
        max_words: Words in all at most; None: no limit.

    Raises:
        OptionError: A limit is below 1.
    """

    count: int = Options().count
    max_sentences: int = Options().max_sentences
    max_words: int | None = None

    def __post_init__(self) -> None:
        Options(count=self.count, max_sentences=self.max_sentences, max_words=self.max_words)


def rouge_length(kind: QueryKind, words: int | None = None) -> int:
    """Choose how many words of a summary ROUGE reads: `words`, or the default for the kind.

    >>> rouge_length("topics"), rouge_length("whole"), rouge_length("whole", 50)
    (70, 300, 50)
    """
    if words is not None:
        return words
    return ROUGE_WORDS_WHOLE if kind == "whole" else ROUGE_WORDS
