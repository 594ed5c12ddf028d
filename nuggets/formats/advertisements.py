"""Advertisements: phrases that hardly occur elsewhere.

Phrases of sponsors, of offers with codes, of calls to action ("like and subscribe") and of breaks.
Readers of pages use them to leave out advertisements between turns. `english.sponsor_reads` adds
the sentences between such phrases.
"""

from __future__ import annotations

import re

from nuggets.formats.stage_directions import normalize_spelling

_SHOW = r"(?:show|podcast|episode|video|channel|newsletter|program(?:me)?|series|mailing list|feed)"
_SITE = r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|co|fm|ai|tv)\b"
SPONSOR = re.compile(  # how an advertisement begins
    rf"\b(?:brought to you by|(?:{_SHOW}|portion|hour) is (?:sponsored|supported|powered) by|"
    rf"(?:today|tonight|week|month|{_SHOW})'s sponsors?\b|mention of (?:our|the|my) sponsors?\b|"
    rf"sponsor(?:s|ed|ing) (?:of )?(?:this|the|our|my|today's) {_SHOW}\b|"
    r"(?:check out|support|thank|thanks to|thank you to|word from|hear from|message from) "
    r"(?:\w+ ){0,3}sponsors?\b|sponsors? in the (?:description|show notes)|"
    r"supporting (?:this|the|our|my) (?:show|podcast|channel|newsletter)\b|"
    rf"support for (?:this|the|our|my|today's) {_SHOW} (?:comes|is provided|and)\b)",
    re.IGNORECASE,
)
OFFER = re.compile(  # how an advertisement ends
    r"\b(?:(?:promo|discount|coupon|offer) code\b|(?<!\bwe )(?<!\bi )(?<!\bthey )"
    r"(?:use|enter|with)(?: the| my| our)? code (?-i:[\"“']?[A-Z0-9]{3,})"
    r"(?![\w\"”']* (?:in|of|is|was|that|as)\b)|\bat checkout\b|"
    r"(?:get|save|take|for)(?: an?)?(?: extra| up to)? (?:\d+ ?(?:%|percent)|\$\d+|"
    r"\d+ (?:dollars|bucks|euros|pounds)) off\b(?! the\b| of\b|-)|"
    rf"\d+ ?(?:%|percent) off (?:at {_SITE}|your (?:first|next|order))|"
    r"with (?:my|our) (?:special )?link\b|"
    rf"(?:go to|visit|head (?:over )?to|sign up at|check (?:\w+ )?out at) {_SITE}"
    r"(?: slash |/| to (?:get|learn|sign|start|claim|save|try) | for (?:your|a|\d)|"
    r" and (?:get|use|enter|save))|"
    r"dot com slash|(?:start|get|try) (?:your|a) (?:\w+[- ]){0,2}free trial)",
    re.IGNORECASE,
)
_CALL_TO_ACTION = re.compile(  # asks the audience for something, or announces a break
    r"\b(?:links? (?:is |are )?in the (?:description|show notes|bio)"
    r"(?=\s*(?:[.,!;:)]|$)| (?:below|and|if|of this)\b)|"
    r"(?:like|rate|review|comment|share|follow),? and (?:subscribe|review|rate|follow)\b|"
    r"(?:don't forget to|make sure (?:to|you)|please|remember to|be sure to|hit|smash)"
    r"(?: \w+,?){0,4} (?:subscribe|rate and review|rate us|review us|leave (?:us )?a "
    r"(?:review|rating)|(?:like|bell|subscribe) (?:button|icon))|"
    r"(?:subscribe to|sign up (?:for|to)|follow) (?:our|my|the|this)(?: \w+){0,2} "
    rf"{_SHOW}\b(?: and| at| today| now| wherever| on\b|[.!]|$)|subscribe (?:now|today)|"
    r"leave (?:us )?a (?:five|5)[- ]star|wherever you get your podcasts|"
    r"(?:let's|let us|we'll|we will|going to|gonna) (?:\w+ )?take a (?:(?:quick|short|brief|"
    r"commercial) (?:commercial )?break(?! from\b)|break\s*(?:[.,!;]|$))|"
    r"we(?:'ll| will) be (?:right )?back after|we(?:'ll| will) be right back\b|"
    r"(?:us|me|show|podcast) on patreon)",
    re.IGNORECASE,
)

_HINTS = (  # each match of the patterns above holds one of these
    *("brought to", "sponsor", "support", "powered", "link", "code", "checkout", " off", "review"),
    *("subscribe", "follow", "rate", "button", "icon", "sign up", "wherever", "star", "dot com"),
    *(".com", ".org", ".net", ".io", ".co", ".fm", ".ai", ".tv", "break", "right back"),
    *("back after", "trial", "patreon"),
)


def is_sponsor_read(text: str) -> bool:
    """Whether a sentence holds a phrase of an advertisement.

    >>> is_sponsor_read("Use code TALK20 at checkout."), is_sponsor_read("Hit the like button.")
    (True, True)
    >>> is_sponsor_read("Investors sponsor research."), is_sponsor_read("We use code review.")
    (False, False)
    """
    kinds = (SPONSOR, OFFER, _CALL_TO_ACTION)
    return may_advertise(text) and any(kind.search(normalize_spelling(text)) for kind in kinds)


def may_advertise(text: str) -> bool:
    """Whether a sentence holds part of any phrase: a fast test that rules nearly all out."""
    folded = text.lower()
    return any(hint in folded for hint in _HINTS)
