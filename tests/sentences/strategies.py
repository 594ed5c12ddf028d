"""Strategies for texts that sentences are found in."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    *(". ", "...", "… ", "?", "! ", "?! ", ' "', '" ', "’ ", ") ", " (", " — ", "--", ", ", ";"),
    *("\n", "\n\n", "\n\n\n", "\r\n\r\n", " ", "  ", "\u00a0", "\u2028", "\x1e", "\x00", "\x85"),
    *(
        "Dr",
        "U.S.",
        "e.g",
        "GPT-3.5",
        "$1",
        "3",
        "I",
        "we",
        "The ",
        "and ",
        "uh",
        "[laughter]",
        "{gap}",
    ),
    *(
        "end.Next",
        "a.b@c.org",
        "node.js",
        "好。",
        "吗？",
        "नमस्ते।",
        "هل؟",
        "🎉",
        "👩‍🚀",
        "e\u0301",
        "\ud800",
        "\u200b",
    ),
)
talk_like = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)
anything = st.text(st.characters(exclude_categories=()))
said = (talk_like | anything).filter(lambda text: text.strip())
"""What one speaker says: pieces that are hard to split, or any characters."""
