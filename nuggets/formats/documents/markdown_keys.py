"""Lines of minutes in Markdown that look like labels and name nobody: keys of the head, decisions.

* **Recording**: <https://video.example/x1>        a key whose value is a link
* **Speaker: Ilka Voss**                           a key and its value in bold type
*Chairs:* Mara Kestle, Tomas Orwin                 a key in italics, above the talk
**ACTION 61.1**: Ilka to write to the council.     an action, a decision, a resolution
> **tomas** PROPOSED RESOLUTION: the timeout can be set
"""

from __future__ import annotations

import re

from nuggets.formats.format import HEADER
from nuggets.formats.text.boilerplate.web_pages import NOTE

_BEGIN = r"[ \t]{0,8}(?:>[ \t]?)?(?:[-*+][ \t]{1,4})?"
_WORDS = (
    r"(?:(?:PROPOSED|DRAFT|PROVISIONAL)[ \t])?"
    r"(?:RESOLUTION|RESOLVED|ACTION(?:[ \t]ITEM)?|DECISION|PROPOSAL|CONSENSUS|AGREED)"
    r"S?(?:[ \t]{0,3}#?[0-9.]{1,10})?"
)
_DECISION = re.compile(
    rf"{_BEGIN}(?:\*\*|__){_WORDS}(?::(?:\*\*|__)|(?:\*\*|__)[ \t]?:)", re.IGNORECASE
)
_RESOLUTION = re.compile(rf"{_BEGIN}(?:\*\*|__)[^*_]{{1,60}}(?:\*\*|__)[ \t]{{1,4}}{_WORDS}:")
_LINK_KEY = re.compile(
    r"[ \t]{0,8}[-*+][ \t]{1,4}(?:\*\*|__)[^*:]{1,60}(?::(?:\*\*|__)|(?:\*\*|__)[ \t]?:)[ \t]{1,4}"
    r"(?:<?https?://\S{1,2000}>?|\[[^\[\]]{1,300}\]\((?:https?://|[/#])[^()\s]{0,2000}\))[ \t]*\Z"
)
_BOLD_KEY = re.compile(
    r"[ \t]{0,8}[-*+][ \t]{1,4}(?:\*\*|__)[^*:]{1,40}:[ \t][^*]{1,300}(?:\*\*|__)[ \t]*\Z"
)
_ITALIC_KEY = re.compile(
    r"[ \t]{0,8}(?:\*(?!\*)[^*:]{1,40}:\*(?!\*)|_(?!_)[^_:]{1,40}:_(?!_))[ \t]"
)


def reason_of_key(line: str, *, is_head: bool) -> str:
    """Return the reason to leave a line out; "" where it may be speech.

    Args:
        line: The line, with its markup.
        is_head: Whether no paragraph and no label in bold type stand above it.
    """
    if line.lstrip(" \t>")[:1] not in ("*", "_", "-", "+"):
        return ""
    if _DECISION.match(line) or _RESOLUTION.match(line):
        return NOTE
    if _LINK_KEY.match(line) or (is_head and (_BOLD_KEY.match(line) or _ITALIC_KEY.match(line))):
        return HEADER
    return ""
