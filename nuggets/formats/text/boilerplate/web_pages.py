"""Web-page boilerplate in plain text: buttons, references, notices, notes, footers.

A line counts as boilerplate only outside of speech: not within a paragraph, and only by the phrases
listed here. Sponsors' messages that a speaker reads aloud are speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.formats.format import WEB_PAGE_BOILERPLATE
from nuggets.formats.sentence_marks import SENTENCE_ENDS
from nuggets.timecode import HOURS_CLOCK

HEADING = "heading"
NOTE = "note"
FOOTER = "footer"

_MOST_CHARS = 200  # longer lines are speech; by eye, as are the other limits
_MOST_IN_NOTE = 1000
_MOST_IN_NOTICE = 500

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

# A button, a heading or a notice of the page that fills the line.
_PAGE_ELEMENT = re.compile(
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
      | \[\[[^\[\]:]{1,30}:[^\[\]]+\]\]
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

# The same in the phrases of one service, which may be a whole paragraph.
_LONG_NOTICE = re.compile(
    r"""(?:
        (?:thanks\ for\ (?:reading|listening|watching)\b.{0,80}?[.!]\ )?
        this\ (?:post|episode|video)\ is\ public,?\ so\ feel\ free\ to\ share\ it
      | (?:thanks\ for\ (?:reading|listening|watching)\b.{0,80}?[.!]\ )?
        subscribe\ for\ free\ to\ receive\ new\ posts
      | .{1,80}?\ is\ a\ (?:reader|listener)-supported\ (?:publication|podcast)\.\ to\ receive
      | this\ is\ a\ public\ episode\.\ if\ you.?d\ like\ to\ discuss
      | .{0,60}?\btranscripts\ are\ created\ on\ a\ rush\ deadline
      | accuracy\ and\ availability\ (?:of\ .{1,60}?\ )?may\ vary
      | this\ (?:is\ a\ rush\ transcript\.\ this\ copy|rush\ transcript)\ may\ (?:not\ be|contain)
      | this\ transcript\ was\ created\ using\ speech\ recognition\ software
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_HEADING = re.compile(  # of Markdown, or numbered
    r"""\#{1,6}\s+\S
      | (?:chapter|part|section|episode|kapitel|teil|abschnitt|folge|chapitre|partie|cap[ií]tulo
        |parte|capitolo|hoofdstuk|deel)\s+(?:\d{1,3}|[ivxl]{1,7})\s*(?:[:.–—-].*)?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTE = re.compile(  # of the editor or transcriber, in brackets on a line of its own
    r"""[\[(*_]{1,3}\s*(?:editor(?:['’]?s|s['’])?\ note | transcriber(?:['’]?s|s['’])?\ note
      | ed(?:itor)?\.?\ note | transcription\ note | note\ from\ the\ (?:editors?|transcriber)
      | anm(?:erkung|\.)?\ d(?:er|\.)\ red(?:aktion|\.) | whereupon
      | n(?:ote\ de\ la|dlr|\.d\.l\.r\.)
      | nota\ (?:del\ editor|do\ editor|del\ redactor|della\ redazione))\b
      [^\[\]()]*[\])]?[*_]{0,2}[\])]?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_FOOTER = re.compile(
    r"""["'“”„»«*#\s\[(]*(?:
        (?:auto(?:matically)?[\ -])?transcri(?:bed|pt|ption)(?:\ (?:was\ )?(?:provided|created|made
        |generated|produced|exported))?(?:\ automatically)?\ (?:by|with|using|on)\ \S
      | this\ (?:editable\ )?transcript\ was\ (?:exported|generated|created|produced|computer)\b
      | to\ (?:order|purchase)\ .{0,60}\btranscripts?\b
      | end\W*(?:[\d:.]{4,8}\ [ap]\.?m\.?(?:\ \w{2,4})?)?\W*\Z
      | the\ (?:meeting|sitting|session|house|committee|court|council)\ (?:rose|adjourned|closed
        |ended|was\ (?:adjourned|closed|suspended))\b[^!?:]{0,60}\Z
      | retrieved\ from\b.{0,6}https?:
      | transkri(?:biert|ption)\ (?:von|mit)\ \S | end\ of\ (?:the\ )?(?:transcript
        |recording|audio|interview|tape|video|conversation|meeting)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PUBLISHER_NOTE = re.compile(  # sentences of publishers around a transcript
    r"""["'“”*_\s\[(]{0,4}(?:
        npr\ transcripts\ are\ created\ on\ a\ rush\ deadline
      | accuracy\ and\ availability\ (?:of\ npr\ transcripts\ )?may\ vary
      | visit\ our\ website\ terms\ of\ use\ and\ permissions
      | (?:content\ and\ programming\ )?copyright\ (?:©\ |\(c\)\ )?\d{4}\b
      | all\ materials\ herein\ are\ protected\ by | under\ title\ 17\ u\.s\.c
      | this\ is\ a\ rush\ transcript | (?:rush|unedited)\ transcript\b[^:]*\Z
      | (?:this|the)\ (?:\w+\ )?(?:transcript|interview|conversation)\ (?:has\ been|was)
        \ (?:\w+\ ){0,3}(?:edited|condensed)\ (?:\w+\ ){0,3}for\ \w
      | this\ transcript\ was\ compiled\ from
      | this\ post\ is\ public\ so\ feel\ free\ to\ share\ it
      | thanks\ for\ (?:reading|listening\ to)\ [^.!?]{1,60}!\ (?:subscribe|this\ post)\b
      | [^.!?:]{1,60}\ is\ a\ reader-supported\ publication
      | to\ receive\ new\ posts\ and\ support\b
      | this\ is\ a\ (?:public\ episode\.|free\ preview\ of\ a\ paid\ (?:episode|subscription))
      | get\ full\ access\ to\ .{1,60}\ at\ | listen\ to\ this\ episode\ with\ a\ \d
      | discussion\ about\ this\ (?:podcast|episode|post|video)\W*\Z
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_PUBLISHER_NOTE = 700
_ENDED = re.compile(  # `Meeting ended after 00:43:12`, in any language
    rf"(?:[^\W\d_]{{2,20}}\ ){{2,5}}{HOURS_CLOCK}(?:\ [^\w\s]{{1,4}})?"
)
_MOST_FOOTERS = 20
_MOST_WRAPPED = 14  # lines of a publisher's note
_LINK = re.compile(r"https?://\S+")
_RULE = re.compile(r"([-*_=~#])(?:\s*\1){2,}")


def find_noise(block: Sequence[str], *, after_label: bool = False) -> list[str | None]:
    """Find the boilerplate in a block of lines.

    Args:
        block: Lines without a blank line between and without white space around them.
        after_label: Whether a line with a speaker's label is directly above.

    Returns:
        The reason to leave out each line; None where it is speech.
    """
    block = [text.replace("\xa0", " ") for text in block]
    if not after_label:
        kinds = [_reason_of(text) for text in block]
        if None not in kinds:
            return kinds
    first = last = 0
    if not after_label:
        while is_reference(block[first]):
            first += 1
    while last < len(block) - first and is_reference(block[-1 - last]):
        last += 1
    words = len(block) - first - last
    return [*(WEB_PAGE_BOILERPLATE,) * first, *(None,) * words, *(WEB_PAGE_BOILERPLATE,) * last]


def is_footer(text: str) -> bool:
    """Whether the last line of a file only says who or what transcribed it."""
    text = text.replace("\xa0", " ")
    if _is_publisher_note(text):
        return True
    return len(text) <= _MOST_CHARS and bool(_FOOTER.match(text) or _ENDED.fullmatch(text))


def _is_publisher_note(text: str) -> bool:
    """Whether a paragraph begins as a publisher's note does."""
    return len(text) <= _LONGEST_PUBLISHER_NOTE and _PUBLISHER_NOTE.match(text) is not None


def count_footers(
    texts: Sequence[str], apart: Sequence[bool], reasons: Sequence[str | None]
) -> int:
    """Count the lines at the end of a file that only say who or what transcribed it.

    Args:
        texts: All lines, those that begin a turn as "".
        apart: Whether each begins a paragraph; the first footer must, but for publishers' notes.
        reasons: Reasons to leave out lines so far; None for the others.
    """
    most = min(_MOST_FOOTERS, len(texts) - 1)
    count = found = 0
    while count < most:
        known = reasons[-1 - count] is not None
        lines = 1 if known else _footer_above(texts, apart, len(texts) - count)
        if not lines:
            break
        count += lines
        found = count if apart[-count] or known or _is_publisher_note(texts[-count]) else found
    return found


def _footer_above(texts: Sequence[str], apart: Sequence[bool], end: int) -> int:
    """Count the lines of the footer that ends before line `end`: one, or a wrapped paragraph."""
    if texts[end - 1] and is_footer(texts[end - 1]):
        return 1
    for i in range(end - 1, max(end - _MOST_WRAPPED, 0), -1):
        if not texts[i]:
            return 0
        if apart[i]:
            return end - i if _is_publisher_note(texts[i]) else 0
    return 0


def _reason_of(text: str) -> str | None:
    """Return the reason to leave out a line of its own paragraph; None if it may be speech."""
    if text[0] in "[(*_" and len(text) <= _MOST_IN_NOTE and _NOTE.match(text):
        return NOTE
    if _is_publisher_note(text) or (
        len(text) <= _MOST_IN_NOTICE and text[-1] in SENTENCE_ENDS and _LONG_NOTICE.match(text)
    ):
        return WEB_PAGE_BOILERPLATE
    if len(text) > _MOST_CHARS:
        return None
    if text[-1] in SENTENCE_ENDS:
        return WEB_PAGE_BOILERPLATE if _NOTICE.match(text) else None
    if _HEADING.match(text):
        return HEADING
    is_noise = is_reference(text) or _PAGE_ELEMENT.match(text) or _NOTICE.match(text)
    return WEB_PAGE_BOILERPLATE if is_noise else None


def is_reference(text: str) -> bool:
    """Whether a line at the edge of a paragraph refers to another page, or is a link or a rule."""
    if len(text) > _MOST_CHARS or text[-1] in SENTENCE_ENDS:
        return False
    if text[0].islower():  # within a sentence
        return text.startswith("http") and _LINK.fullmatch(text) is not None
    return _REFERENCE.match(text) is not None or _RULE.fullmatch(text) is not None
