"""Punctuation that ends a sentence: distinguishes headings and names from what is said."""

from __future__ import annotations

SENTENCE_ENDS = frozenset(".?!…。？！")
"""Marks that end a sentence, full-width ones of Chinese and Japanese among them."""

CLAUSE_ENDS = SENTENCE_ENDS | frozenset(",;:")
"""Those, and marks after which a sentence goes on: no heading ends in one."""
