"""What may be asked of a talk, and how much may be answered; the one place of these defaults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from nuggets.options import Options

Kind: TypeAlias = Literal["queries", "topics", "whole"]
KINDS: tuple[Kind, ...] = ("queries", "topics", "whole")

WORDS = 70
WHOLE_WORDS = 300
"""The budget that ROUGE is taken at; of the whole talk, a system may print no more, either."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a system may print.

    Attributes:
        count: Nuggets at most.
        max_sentences: Sentences in each at most.
        max_words: Words in all at most; None: no limit.
    """

    count: int = Options().count
    max_sentences: int = Options().max_sentences
    max_words: int | None = None

    def __post_init__(self) -> None:
        Options(count=self.count, max_sentences=self.max_sentences, max_words=self.max_words)


def budget_for(kind: Kind, words: int | None = None) -> int:
    """Say at how many words ROUGE is taken.

    >>> budget_for("topics"), budget_for("whole"), budget_for("whole", 50)
    (70, 300, 50)
    """
    return words if words is not None else WHOLE_WORDS if kind == "whole" else WORDS
