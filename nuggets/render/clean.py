"""Making words of a transcript safe to print, whatever else they carry.

A transcript is a stranger's file. A terminal obeys escape sequences in what it shows (OSC 52
writes to the clipboard), and bidirectional controls show words in another order than they have.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Order of writing, and nothing else: marks, embeddings, isolates, deprecated shaping. Joiners
# (U+200C, U+200D) stay: Persian and emoji are spelt with them.
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"

_BLANKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{DIRECTIONS}]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Take out what a terminal, a page or a spreadsheet would obey rather than show.

    Line breaks, tabs and separators become one blank, other control characters and those that
    turn the direction of writing go, halves of a surrogate pair become U+FFFD. What is left of
    an escape sequence is harmless text.

    Args:
        text: Anything.

    Returns:
        The same words on one line, without blanks around them.

    Example:
        >>> printable("one\x1b[31m\ntwo")
        'one[31m two'
    """
    text = _CONTROLS.sub("", _BLANKS.sub(" ", text))
    return _SURROGATES.sub(REPLACEMENT, text).strip()
