"""Explanations: why a passage was picked, in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

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
        scores: Of the passage, each in [0, 1].
        focus: What it was picked for; None: the whole talk.
        said: Words of the focus that it says.
        reasons: Features that add most to its log-odds, with what each adds.

    >>> explain({"relevance": 0.9, "centrality": 0.2, "novelty": 1.0, "substance": 0.7},
    ...         focus="AGI", said=["agi"])
    'right on the focus (relevance 0.90; says "agi"), central to few other passages \
(centrality 0.20), unlike any better one (novelty 1.00), says much (substance 0.70)'
    """
    relevance, centrality = scores["relevance"], scores["centrality"]
    novelty, substance = scores["novelty"], scores["substance"]
    if focus is None:
        about = _grade(relevance, "in the thick of the talk", "in a busy part", "in a quiet part")
        words = ""
    else:
        about = _grade(relevance, "right on the focus", "about the focus", "near the focus")
        words = f"; says {', '.join(f'{chr(34)}{word}{chr(34)}' for word in said)}" if said else ""
        words = words or "; by meaning, without its words"
    place = "; ".join(f"{name} {added:+.2f}" for name, added in reasons.items())
    return ", ".join(
        (
            f"{about} (relevance {relevance:.2f}{words})",
            _grade(
                centrality,
                "like much else in the talk",
                "like some other passages",
                "central to few other passages",
            )
            + f" (centrality {centrality:.2f})",
            _grade(novelty, "unlike any better one", "new enough", "close to a better one")
            + f" (novelty {novelty:.2f})",
            _grade(substance, "says much", "says something", "says little")
            + f" (substance {substance:.2f})",
            *((f"placed by: {place}",) if place else ()),
        )
    )


def _grade(share: float, high: str, middle: str, low: str) -> str:
    return high if share >= HIGH else middle if share >= MIDDLE else low
