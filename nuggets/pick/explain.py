"""Explanations: why a passage was picked, in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "textrank": "TextRank",
        "meaning": "meaning",
        "surroundings": "what is said around it",
        "word": "words of the focus nearby",
        "coverage": "words of the focus in it",
        "telling": "what it tells",
        "length": "length",
        "turn_length": "length of its turn",
        "readability": "making sense alone",
    }
)
"""What the factors of a score are called for people."""

HIGH, MIDDLE = 0.6, 0.35  # shares from which on a score is called so; by eye


def explain(
    scores: Mapping[str, float],
    *,
    focus: str | None,
    said: Sequence[str],
    reasons: Mapping[str, float] = MappingProxyType({}),
) -> str:
    """Explain why a passage was picked.

    Args:
        scores: Of the passage; "relevance" and "novelty" among them, each in [0, 1].
        focus: What it was picked for; None: the whole talk.
        said: Words of the focus that it says.
        reasons: Factors by which it stands above the best passage that was left out, with how
            much of log-odds each adds over that one.

    >>> explain({"relevance": 0.9, "novelty": 1.0}, focus="AGI", said=["agi"],
    ...         reasons={"textrank": 0.5})
    'right on the focus (relevance 0.90; says "agi"); unlike any better nugget (novelty 1.00); \
above the best passage left out: TextRank (+0.50)'
    """
    relevance, novelty = scores["relevance"], scores["novelty"]
    if focus is None:
        about = _grade(relevance, "tells a lot", "tells something", "tells a little")
        words = ""
    else:
        about = _grade(relevance, "right on the focus", "about the focus", "near the focus")
        words = f"; says {', '.join(f'{chr(34)}{word}{chr(34)}' for word in said)}" if said else ""
        words = words or "; says none of its words, but is near in meaning or place"
    above = ", ".join(f"{NAMES[name]} ({added:+.2f})" for name, added in reasons.items())
    return "; ".join(
        (
            f"{about} (relevance {relevance:.2f}{words})",
            _grade(novelty, "unlike any better nugget", "partly new", "much like a better nugget")
            + f" (novelty {novelty:.2f})",
            *((f"above the best passage left out: {above}",) if above else ()),
        )
    )


def _grade(share: float, high: str, middle: str, low: str) -> str:
    return high if share >= HIGH else middle if share >= MIDDLE else low
