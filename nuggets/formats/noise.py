"""What web pages put around and between the words of a talk.

A line counts as noise only where it stands outside the speech: not in the flow of a paragraph, and
in the words of a small list. Sponsors' messages that somebody reads aloud are speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_CHARS = 200  # longer lines are speech

# A reference to another page: "ALSO READ: another talk (Transcript)".
_REFERENCE = re.compile(
    r"""(?:
        also\ read | read\ (?:also|more|next) | see\ also | you\ may\ also\ like | recommended
      | related(?:\ (?:articles?|posts?|stories|videos?))? | further\ reading | more\ from
      | lesen\ sie\ auch | auch\ interessant | mehr\ zum\ thema
      | (?:à|a)\ lire\ aussi | lire\ aussi | voir\ aussi
      | (?:lea|leer|lee)\ tambi[eé]n | te\ puede\ interesar | leia\ (?:tamb[eé]m|mais)
      | leggi\ anche | lees\ ook
    )\s*[:：»>–-]""",
    re.IGNORECASE | re.VERBOSE,
)

# A button, a heading or a notice of the page, filling the line.
_FURNITURE = re.compile(
    r"""["'“”„»«*#\s]*(?:
        (?:full\ |episode\ |video\ |read\ the\ (?:full\ )?)?transcript(?:ion)?
      | transkript(?:ion)? | transcripci[oó]n | transcri[cç][aã]o | trascrizione
      | (?:table\ of\ )?contents | show\ notes | inhalt(?:sverzeichnis)? | sommaire
      | table\ des\ mati[eè]res | [ií]ndice | inhoudsopgave
      | advertise?ments? | advertising | sponsored(?:\ content)? | anzeige | werbung | publicit[eé]
      | publicidade? | pubblicit[aà] | advertentie
      | subscribe(?:\ (?:now|today|here|to\ .{1,60}))? | sign\ up(?:\ (?:now|for\ .{1,60}))?
      | follow\ us(?:\ on\ .{1,40})? | newsletter | abonnieren | s['’]abonner | suscr[ií]bete
      | suscribirse | iscriviti | inscreva-se | assine | abonneren
      | share(?:\ (?:this|on|via)\b.{0,40})? | teilen | partager | compartir | compartilhar
      | condividi | delen | copy\ link | print(?:\ this\ page)? | tweet
      | skip\ to\ (?:main\ )?content | back\ to\ top | jump\ to\ .{1,40} | click\ here\b.{0,60}
      | leave\ a\ (?:comment|reply) | (?:listen|watch)\ (?:on|to\ this)\b.{1,60} | loading
      | (?:accept|manage|reject)\ (?:all\ )?cookies | cookie\ (?:policy|settings|preferences)
      | privacy\ policy | terms\ of\ (?:use|service) | https?://\S+
      | transcribed\ by\ https://otter\.ai
    )["'“”„»«*:\s]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)

# A notice, which may be a whole sentence.
_NOTICE = re.compile(
    r"""(?:
        (?:we|this\ (?:web)?site|our\ (?:web)?site|by\ (?:using|continuing)\b).{0,60}\bcookies\b
      | all\ rights\ reserved | (?:©|\(c\)|copyright\ (?:©\ ?)?\d{4})
      | this\ conversation\ may\ have\ been\ edited
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_HEADING = re.compile(r"#{1,6}\s+\S")  # of Markdown
_RULE = re.compile(r"([-*_=~#])(?:\s*\1){2,}")
_SENTENCE_ENDS = frozenset(".?!…。？！")


def count_noise(block: Sequence[str], *, after_label: bool = False) -> tuple[int, int]:
    """Find the noise around the words of a block.

    Args:
        block: Lines, no two of them with a blank line between; without white space around them.
        after_label: Whether a line with a speaker's label comes straight before the first.

    Returns:
        How many lines at its beginning are noise, and how many at its end (which is 0 if all are).
    """
    first = 0
    if not after_label:
        while first < len(block) and is_furniture(block[first]):
            first += 1
        if first == len(block):
            return first, 0
        first = 0
        while is_reference(block[first]):
            first += 1
    last = 0
    while last < len(block) - first and is_reference(block[-1 - last]):
        last += 1
    return first, last


def is_furniture(text: str) -> bool:
    """Whether a line that stands apart is no speech."""
    if len(text) > _MOST_CHARS:
        return False
    if text[-1] in _SENTENCE_ENDS:
        return _NOTICE.match(text) is not None
    return is_reference(text) or any(
        pattern.match(text) is not None for pattern in (_FURNITURE, _NOTICE, _HEADING)
    )


def is_reference(text: str) -> bool:
    """Whether a line at the edge of a paragraph points to another page, or is a rule."""
    if len(text) > _MOST_CHARS or text[-1] in _SENTENCE_ENDS:
        return False
    if text[0].islower():
        return False  # the midst of a sentence
    return _REFERENCE.match(text) is not None or _RULE.fullmatch(text) is not None
