"""What stands below a talk: the end of a letter, footnotes, comments, the foot of a page.

Kind regards,                 and who writes
Sent from my phone
[1] See the log of the gate.
Action items                  and other lists
Comments
Tags: tides, power
"""

from __future__ import annotations

import re

from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.formats.text.boilerplate.read_text import ReadText
from nuggets.formats.text.speakers.names import is_page_key

_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|all the) )?(?:regards|wishes|thanks|best"
    r"|cheers)|best|thank you|(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?|cordially|yours"
    r"|respectfully|mit (?:freundlichen|besten|herzlichen) grüßen|(?:viele|liebe|beste|herzliche)"
    r" grüße|lg|vg|mfg|gruß|cordialement|bien cordialement|bien à vous|amicalement|(?:un )?saludos?"
    r"|atentamente|un abrazo|cordiali saluti|met vriendelijke groet(?:en)?|groetjes|abraços",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"sent (?:from|via) (?:my|the|an?) ?\S.{0,40}|get outlook for .{1,40}|(?:von|gesendet von) mein"
    r".{1,40}|envoyé (?:de|depuis) mon .{1,40}|enviado desde mi .{1,40}|--\Z",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"[#*_\s]{0,6}(?:[0-9]{1,5} )?(?:comments?|responses|replies|leave a (?:reply|comment))"
    r"(?: \([0-9]{1,5}\))?[*_:]{0,4}\Z",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"[#*_\s]{0,6}(?:(?:(?:conference )?call|corporate|meeting) )?(?:participants|attendees"
    r"|actions?(?: items| points)?|next steps|tasks|to-?dos?|decisions|agenda)[*_:]{0,4}\Z",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[-*•–]\s|[0-9]{1,2}[.)]\s|\[[ x]\]")
_FOOTNOTE = re.compile(r"(?:\[\^?(?P<number>[0-9]{1,3})\]|\^(?P<raised>[0-9]{1,3})):?\s")
# Limits by eye, on letters.
_MOST_LINES = 12  # below the closing
_LONGEST = 60  # characters of each
_MOST_BELOW = 0.5  # share of a file that stands below its talk


def find_page_keys(text: ReadText) -> int:
    """Find the keys at the foot of a web page, below the last label: `Tags: tides, power`."""
    last = text.named[-1] + 1 if text.named else text.end
    heads = ((i, text.lines[i].text[:_LONGEST].partition(":")) for i in range(last, text.end))
    found = (i for i, (key, colon, _) in heads if colon and is_page_key(key) and text.is_edge(i))
    return _unless_long(text, next(found, text.end))


def find_signature(text: ReadText) -> int:
    """Find the line that ends a letter below the last label: `Best,` and a name, `Sent from`."""
    last = text.named[-1] + 1 if text.named else text.end
    for i in range(max(last, text.end - _MOST_LINES), text.end):
        line = text.lines[i].text
        below = [one.text for one in text.lines[i + 1 : text.end]]
        is_short = all(len(one) <= _LONGEST and one[-1] not in SENTENCE_ENDS for one in below)
        if _SENT_FROM.fullmatch(line) and is_short:
            return i
        closes = _CLOSING.fullmatch(line.rstrip(",!. ")) is not None
        if closes and below and is_short and (line[-1] in ",!" or text.is_edge(i)):
            return i
    return text.end


def find_footnotes(text: ReadText) -> int:
    """Find the first of the notes at the foot, below the last label, if the talk refers to it."""
    last = text.named[-1] + 1 if text.named else text.end
    for i in range(last, text.end):
        match = _FOOTNOTE.match(text.lines[i].text) if text.is_edge(i) else None
        if match:
            mark = match.group().strip(": \t")
            said = any(mark in line.text for line in text.lines[text.first : i])
            return i if said else text.end
    return text.end


def find_last_list(text: ReadText) -> int:
    """Find the heading of a list of people or tasks, below which nobody says a sentence.

    Most labels stand above it, as minutes may also be a list throughout.
    """
    below = 0
    for i in range(text.end - 1, text.first, -1):
        line = text.lines[i].text
        below += text.readings[i].speaker is not None
        if _LISTS.match(line):
            if text.readings[i].speaker is None and len(text.named) > 2 * below:
                return i
        elif line[-1] in SENTENCE_ENDS and not (text.is_prefix_alone(i) or _ITEM.match(line)):
            break
    return text.end


def find_comments(text: ReadText) -> int:
    """Find the heading of readers' comments: nobody of the talk is named below it."""
    for i in range(text.first, text.end):
        if text.is_edge(i) and text.has_words_only(i) and _COMMENTS.match(text.lines[i].text):
            above = {text.readings[j].speaker for j in text.named if j < i}
            below = {text.readings[j].speaker for j in text.named if j > i}
            if above and not above & below:
                return _unless_long(text, i)
    return text.end


def _unless_long(text: ReadText, i: int) -> int:
    """Give line `i` as the end of the talk, unless so much is below it that it may be the talk."""
    below = len(text.source) - text.lines[i].start if i < text.end else 0
    return i if below <= _MOST_BELOW * len(text.source) else text.end
