r"""What stands in a talk and says nothing: one named predicate for each kind, for English.

Each judges the text of a single sentence. What they name stays in the transcript as context and
is never picked, so a wrong "yes" loses content and a wrong "no" prints a platitude; in doubt they
say no. Backchannels and greetings must fit a closed list from the first word to the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

_NOISES = (
    r"laugh(?:s|ter|ing)?|chuckl(?:es?|ing)|giggl(?:es?|ing)|cross[- ]?talk|overlapping\b.*|"
    r"applau(?:se|ds)|cheer(?:s|ing)|inaudible|unintelligible|indiscernible|phonetic|ph|sic|"
    r"music|singing|sings|pauses?|silence|sigh(?:s|ing)?|cough(?:s|ing)?|sneez(?:es?|ing)|"
    r"sniff(?:s|les)?|gasps?|groans?|whisper(?:s|ing)|snorts?|noise|beep|"
    r"foreign language|gavel|recess|off[- ]mic|clears? throat|clearing throat|"
    r"(?:speaks?|speaking) (?:in )?[\w ]+|(?:video|audio|tape|clip) (?:clip|plays|playing|ends)"
)
_DIRECTION = re.compile(
    r"\[[^\[\]]*\]|\{[^{}]*\}|♪[^♪]*(?:♪|$)"
    r"|(?<![*\w])\*[^*.?!,\s]+(?: [^*.?!,\s]+){0,2}\*(?![*\w])"
    r"|[(<]\s*(?:(?:all|audience|background|both|brief|general|light|long|loud|nervous|short|soft|"
    rf"upbeat|\w+ly) )?(?:{_NOISES})(?: (?:and|continues|ends|fades|playing|plays|starts|stops|"
    rf"{_NOISES}|[\d:]+)){{0,2}}[.!]?\s*[)>]",
    re.IGNORECASE,
)
_TOKENISED = re.compile(r"\s+(?='(?:s|re|m|ve|ll|d|t)\b)|(?<=\w)\s*-\s*(?=\w)", re.IGNORECASE)
_BREAK = re.compile(r"\s*[,;:—–]+\s*|\s+-+\s+|…|\.\.+")


def strip_stage_directions(text: str) -> str:
    """Leave out what a transcriber wrote about the sound, and fold white space.

    Square brackets, curly ones and notes always go, words between asterisks where they are at
    most three, round brackets only around a known direction.

    >>> strip_stage_directions("Well {vocalsound} yes (laughs) [crosstalk] (in part) *sighs* no.")
    'Well yes (in part) no.'
    """
    return " ".join(_DIRECTION.sub(" ", text).split())


def is_stage_direction(text: str) -> bool:
    """Whether a sentence holds nothing but directions.

    >>> is_stage_direction("[inaudible 00:12:03]"), is_stage_direction("♪ music ♪ (laughs)")
    (True, True)
    >>> is_stage_direction("(in part)"), is_stage_direction("[laughter] Right.")
    (False, False)
    """
    found = _DIRECTION.search(text) is not None
    return found and not any(char.isalnum() for char in strip_stage_directions(text))


_RESPONSES = (
    # sounds and one word
    "yeah|yea|ye|yep|yup|yes|yah|nah|no|nope|nuh|okay|ok|o'kay|kay|'kay|k|alright|all right|right|"
    "sure|exactly|absolutely|definitely|totally|certainly|precisely|indeed|correct|true|agreed|"
    "mm|mmm|hm|hmm|hmmm|hhh|huh|uh-huh|mm-hmm|mm-hm|mhm|mm-mm|mm-kay|uh-oh|uh|um|uhm|er|erm|ah|aha|"
    "oh|ooh|oops|ugh|wow|whoa|woah|yay|hey|phew|well|so|and|but|or|then|now|anyway|anyways|like|"
    "cool|great|good|nice|fine|perfect|excellent|wonderful|fantastic|awesome|amazing|brilliant|"
    "interesting|fascinating|incredible|remarkable|lovely|sweet|really|seriously|what|sorry|pardon|"
    "maybe|perhaps|probably|possibly|obviously|clearly|actually|basically|literally|whatever|wait|"
    # phrases
    "uh huh|mm hmm|of course|for sure|no way|no problem|no worries|not really|not at all|me too|"
    "you know|i mean|i see|i know|i guess|i guess so|i think|i think so|i think so too|i agree|"
    "i understand|i hope so|i suppose|i suppose so|i don't know|i dunno|dunno|i don't think so|"
    "i'm not sure|i bet|i'm sorry|excuse me|go ahead|go on|come on|got it|gotcha|makes sense|"
    "fair enough|fair point|good point|good question|good idea|great question|there you go|"
    "there we go|here we go|here you go|let's see|let me see|one hundred percent|100|"
    "one second|hang on|hold on|wait a minute|oh my god|oh my goodness|my god|holy cow|"
    "could be|might be|sounds good|sounds great|very good|very nice|very interesting|very true|"
    "very much|very well|well done|well said|not sure|never mind|why not|by the way|"
    "something like that|sort of|kind of|or something|or whatever|and so on|and all that|"
    "how interesting|you're right|you are right|you bet|you're welcome|"
    "is that right|is that so|isn't it|is it|it is|it does|they do|"
    "that makes sense|that sounds good|that sounds great"
)
_PRAISE = (
    "right|true|it|okay|ok|fine|all|great|good|nice|cool|correct|fair|funny|amazing|awesome|fun|"
    "interesting|fascinating|incredible|wonderful|beautiful|hilarious|remarkable|crazy|wild|"
    "an? (?:very |really )?(?:good|great|fair|excellent|interesting) (?:point|question|idea|one)"
)
_BACKCHANNEL = re.compile(
    r"(?:(?:(?:that's|that is|this is|that was|it's|it is) (?:so |very |really |pretty |just )*+"
    rf"(?:{_PRAISE})|"
    + "|".join(sorted(_RESPONSES.split("|"), key=len, reverse=True))
    + r")(?:\s|$))++$"
)


_LONGEST_BACKCHANNEL = 200  # characters


def is_backchannel(text: str) -> bool:
    """Whether a sentence only shows that somebody listens, agrees, hesitates or wonders.

    Rule: nothing but words and phrases of a closed list, stage directions and punctuation.

    >>> is_backchannel("Yeah , exactly . {vocalsound}"), is_backchannel("That’s a good question.")
    (True, True)
    >>> is_backchannel("Yes, we ship in May."), is_backchannel("Right to left.")
    (False, False)
    """
    if len(text) > _LONGEST_BACKCHANNEL:
        return False
    words = re.sub(r"[^\w'\s-]|(?<!\w)-|-(?!\w)", " ", _BREAK.sub(" ", _tidy(text)).lower())
    return _BACKCHANNEL.match(" ".join(words.split())) is not None


_NAME = (
    r"(?:(?:, )?(?-i:(?!(?:Thank|Thanks|Good|Hello|Hi|Welcome|See|Bye|It's|How|My|I|You|We)\b))"
    r"(?:(?i:mr|mrs|ms|dr|madam|mister|the|very|so|much|a lot|again|indeed|too|now|once|more|"
    r"everyone|everybody|all|both|folks|guys|friends?|there|sir|ma'am|chair|chairman|chairwoman|"
    r"minister|speaker|senator|professor|ladies|gentlemen|team|today|tonight|dear|my|and)\b|"
    r"(?-i:[A-Z][\w'-]*)))"
)
_NAMES = rf"(?: {_NAME})*+"
_FOR = (
    r"(?: for (?:coming|listening|watching|joining|having|being|tuning|talking|speaking|sharing|"
    r"taking|inviting|hosting|doing|asking|answering|everything|all|that|this|it|your?|the|those|"
    r"these)\b(?: [\w'%$-]+){0,8})?"
)
_PLEASED = (
    r"(?:(?:it's|it is|it was|this is|i'm|i am|we're|we are) )?"
    r"(?:(?:so|very|really|such|always|truly|just|an?|great|real|huge) )*"
    r"(?:great|good|nice|lovely|wonderful|fantastic|awesome|fun|pleasure|honou?r|privilege|joy|"
    r"glad|happy|excited|delighted|honou?red|pleased|thrilled)"
)
_GREETINGS = (
    r"hello|hi|hey|greetings|(?:good )?(?:morning|afternoon|evening)|good ?(?:night|bye)",
    r"bye(?:[- ]bye)?|farewell|cheers|congratulations|take care|good luck|stay tuned",
    r"see you(?: (?:all|soon|later|then|there|around|tomorrow|in \w+|next \w+|on \w+))*",
    r"talk (?:to you )?(?:soon|later)|until next time",
    r"(?:have|enjoy) (?:a|your|the) (?:rest of (?:your|the) )?(?:\w+ )?(?:day|evening|weekend)",
    rf"(?:a warm |very )?welcome(?: back)?{_NAMES}(?: to .+)?|you're (?:very |most )?welcome",
    rf"(?:i (?:just )?(?:want|wanted|would like) to )?(?:thank you|(?:many )?thanks){_NAMES}{_FOR}",
    r"(?:my |the )?pleasure(?:(?:'s| is| was)?(?: all)? mine)?",
    rf"{_PLEASED} to (?:be (?:here|back|with you|on)|(?:see|have|meet|join) you|welcome|"
    r"(?:be )?(?:talk|speak|chat|joined)(?:ing)? (?:to|with|by) you)\b(?: [\w'-]+){0,5}",
    rf"{_PLEASED} (?:talking (?:to|with)|having|seeing|meeting) you",
    r"you(?:'re| are) (?:such )?an? (?:incredible|amazing|wonderful|great|extraordinary|brilliant) "
    r"(?:person|human(?: being)?|man|woman|guest|guy)",
    r"how (?:are you|is everyone|are we|do you do)(?: (?:doing|feeling|all))?|how's it going",
    # who speaks
    r"the following is an? (?:conversation|interview|discussion|talk|recording)\b.*",
    r"now ,? ?(?:my )?(?:dear )?(?:friends|ladies)\b.*|here's (?-i:[A-Z]\w+(?: [A-Z]\w+){1,2})",
    r"here(?:'s| is) (?:my|our) (?:conversation|interview|chat|discussion) with\b.*",
    r"(?:my|our) guests? (?:today|tonight|this week|on the show)\b.*",
    r"(?:joining|with) (?:me|us) (?:now|today|tonight) (?:is|are)\b.*",
    r"please (?:join me in )?welcom(?:e|ing)\b.*|you're listening to (?:the )?(?-i:[A-Z]).*",
    r"this is (?:the )?(?-i:[A-Z][\w']+ )+(?:podcast|show|hour)|let me leave you with\b.*",
    r"(?:i'm|i am|my name is) (?:your host )?(?-i:[A-Z][\w'-]+ [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})",
    r"that's (?:it|all) for (?:today|now|this \w+)(?:'s \w+)?",
    # meetings and hearings
    r"i yield (?:back|the|my|to)\b.*|(?:the )?gentle(?:man|lady|woman) yields back\b.*",
    r"the chair (?:now )?recogni[sz]es\b.*|(?:i )?call (?:this|the) (?:meeting|hearing) to order",
    r"(?:the|this) (?:meeting|hearing|committee) (?:is|stands|will come) (?:now )?"
    r"(?:adjourned|to order)",
    rf"(?:the floor is yours|you have the floor|over to you){_NAMES}",
    r"we(?:'ll| will)? (?:now )?(?:go|continue|proceed|turn)(?: now)?(?: over| back)? (?:to|with) "
    rf"(?:mr|mrs|ms|dr)\b{_NAMES}|(?:mr|mrs|ms|madam|the honou?rable)(?: {_NAME})++(?: may reply)?",
)
_LEAD = (
    r"(?i:and|so|well|okay|ok|all right|alright|now|oh|yes|yeah|but|anyway|again|right|then|great|"
    r"just|,)"
)
_GREETING = re.compile(
    rf"(?:(?:{_LEAD} )*?(?:{_NAME} , )?(?i:{'|'.join(_GREETINGS)})"
    rf"(?![\w'-]){_NAMES}(?: ,)?(?: |$))++$"
)


def is_greeting(text: str) -> bool:
    """Whether a sentence is ritual: a greeting, welcome, thanks, introduction or good-bye.

    Rule: the sentence as a whole, names and "well, now" aside, is one set phrase or several.

    >>> is_greeting("Welcome back to the show."), is_greeting("Thank you, Chair.")
    (True, True)
    >>> is_greeting("We welcome regulation."), is_greeting("Hello World is a program.")
    (False, False)
    """
    words = re.sub(r"[^\w'%$,\s-]|(?<!\w)-|-(?!\w)", " ", _BREAK.sub(" , ", _tidy(text)))
    return _GREETING.match(" ".join(words.split()).strip(", ")) is not None


_SHOW = r"(?:show|podcast|episode|video|channel|newsletter|program(?:me)?|series|mailing list|feed)"
_SITE = r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|co|fm|ai|tv)\b"
_SPONSOR = re.compile(  # begins an advertisement
    rf"\b(?:brought to you by|(?:{_SHOW}|portion|hour) is (?:sponsored|supported|powered) by|"
    rf"(?:today|tonight|week|month|{_SHOW})'s sponsors?\b|mention of (?:our|the|my) sponsors?\b|"
    rf"sponsor(?:s|ed|ing) (?:of )?(?:this|the|our|my|today's) {_SHOW}\b|"
    r"(?:check out|support|thank|thanks to|thank you to|word from|hear from|message from) "
    r"(?:\w+ ){0,3}sponsors?\b|sponsors? in the (?:description|show notes)|"
    r"supporting (?:this|the|our|my) (?:show|podcast|channel|newsletter)\b|"
    rf"support for (?:this|the|our|my|today's) {_SHOW} (?:comes|is provided|and)\b)",
    re.IGNORECASE,
)
_OFFER = re.compile(  # ends one
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
_SELF_PRAISE = re.compile(  # asks for something, or goes away
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

_SPONSOR_HINTS = (  # whatever matches above holds one of these
    *("brought to", "sponsor", "support", "powered", "link", "code", "checkout", " off", "review"),
    *("subscribe", "follow", "rate", "button", "icon", "sign up", "wherever", "star", "dot com"),
    *(".com", ".org", ".net", ".io", ".co", ".fm", ".ai", ".tv", "break", "right back"),
    *("back after", "trial", "patreon"),
)


def is_sponsor_read(text: str) -> bool:
    """Whether a sentence advertises: sponsors, codes and discounts, "like and subscribe", breaks.

    Rule: it contains one turn of phrase that hardly occurs outside of advertisements. What an
    advertisement says in between is for `find_sponsor_reads`.

    >>> is_sponsor_read("Use code TALK20 at checkout."), is_sponsor_read("Hit the like button.")
    (True, True)
    >>> is_sponsor_read("Investors sponsor research."), is_sponsor_read("We use code review.")
    (False, False)
    """
    kinds = (_SPONSOR, _OFFER, _SELF_PRAISE)
    return _is_hinted(text) and any(kind.search(_tidy(text)) for kind in kinds)


_LONGEST_READ = 8  # sentences of an advertisement between two cues
_PRODUCT = re.compile(r"(?<=[\w,'] )(?!(?:I|I'\w+|And|The|This|Today|Pro)\b)[A-Z][\w-]{2,}")
_SITE_NAME = re.compile(r"([\w-]{4,})\.(?:com|org|net|io|co|fm|ai|tv)\b", re.IGNORECASE)


def find_sponsor_reads(texts: Sequence[str], openings: Sequence[bool]) -> frozenset[int]:
    """Find the sentences of advertisements, with what they say between their cues.

    An advertisement is what stands between the naming of a sponsor and an offer or the next
    sponsor, in one paragraph and at most `_LONGEST_READ` sentences long; after a sponsor that no
    offer follows, as far as its name is said; before an offer, from where its site is named.

    Args:
        texts: Of consecutive sentences.
        openings: Whether a paragraph or turn begins with the sentence; one for each.

    Returns:
        Indices into `texts`, those of `is_sponsor_read` among them.

    >>> ad = ["Today's sponsor is Acme.", "I wear them daily.", "Get 10% off at acme.com."]
    >>> sorted(find_sponsor_reads([*ad, "Sleep matters."], [True, False, False, False]))
    [0, 1, 2]
    """
    found = {i for i, text in enumerate(texts) if is_sponsor_read(text)}
    paragraphs = list(accumulate(openings))
    for i in sorted(found):
        text = _tidy(texts[i])
        if _SPONSOR.search(text):
            names = frozenset(_PRODUCT.findall(text))
            found.update(range(i, _end_of_read(i, texts, paragraphs, names)))
        site = _SITE_NAME.search(text) if _OFFER.search(text) else None
        if site is not None:
            name = site[1].replace("-", "").lower()
            near = range(max(0, i - _LONGEST_READ), i)
            named = [j for j in near if paragraphs[j] == paragraphs[i] and _says(texts[j], name)]
            found.update(range(min(named, default=i), i))
    return frozenset(found)


def _end_of_read(
    first: int, texts: Sequence[str], paragraphs: Sequence[int], names: frozenset[str]
) -> int:
    """Find where the advertisement ends that begins with the naming of a sponsor."""
    end = first + 1
    for i in range(first + 1, min(first + 2 + _LONGEST_READ, len(texts))):
        if paragraphs[i] != paragraphs[first]:
            break
        text = _tidy(texts[i])
        if _is_hinted(text) and (_OFFER.search(text) or _SPONSOR.search(text)):
            return i + 1
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names):
            end = i + 1
    return end


def _says(text: str, site: str) -> bool:
    """Tell whether a sentence names what a site is called after: "Eight Sleep", eightsleep.com."""
    return site in "".join(char for char in text.lower() if char.isalnum())


def _is_hinted(text: str) -> bool:
    folded = text.lower()
    return any(hint in folded for hint in _SPONSOR_HINTS)  # spares nearly all the slow search


@lru_cache(maxsize=8)  # each predicate asks for it anew
def _tidy(text: str) -> str:
    """Leave out directions, straighten apostrophes and undo tokenising ("that 's", "mm - hmm")."""
    return _TOKENISED.sub(
        lambda gap: "-" if "-" in gap[0] else "", strip_stage_directions(text).replace("’", "'")
    )
