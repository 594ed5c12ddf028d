"""Removal of control characters, so that text of a transcript is safe to print.

A transcript may come from anybody. A terminal runs escape sequences in what it shows (OSC 52
writes to the clipboard), and bidirectional controls show words in another order than they have.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Bidirectional marks, embeddings and isolates, and deprecated shaping. Joiners (U+200C, U+200D)
# stay: Persian and emoji are spelt with them.
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"

_BLANKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{BIDI_CONTROLS}]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Remove characters that a terminal, a page or a spreadsheet interprets instead of showing.

    Line breaks, tabs and separators become one space; other control characters and bidirectional
    controls are dropped; halves of a surrogate pair become U+FFFD. What is left of an escape
    sequence is plain text.

    Args:
        text: Any text.

    Returns:
        The text on one line, without spaces around it.

    Example:
        >>> printable("one\x1b[31m\ntwo")
        'one[31m two'
    """
    text = _CONTROLS.sub("", _BLANKS.sub(" ", text))
    return _SURROGATES.sub(REPLACEMENT, text).strip()
