"""Filler: backchannels and greetings, which say nothing; a predicate for each, for English.

Each judges the text of one sentence. Filler stays in the transcript as context and is never
picked, so a false positive loses content and a false negative prints a platitude. In doubt they say
no: a sentence must consist of phrases of a closed list from its first word to its last.
"""

from __future__ import annotations

import re

from nuggets.formats.stage_directions import normalize_spelling

_PAUSE_MARKS = re.compile(r"\s*[,;:—–]+\s*|\s+-+\s+|…|\.\.+")
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
_ASSESSMENTS = (
    "right|true|it|okay|ok|fine|all|great|good|nice|cool|correct|fair|funny|amazing|awesome|fun|"
    "interesting|fascinating|incredible|wonderful|beautiful|hilarious|remarkable|crazy|wild|"
    "an? (?:very |really )?(?:good|great|fair|excellent|interesting) (?:point|question|idea|one)"
)
_BACKCHANNEL = re.compile(
    r"(?:(?:(?:that's|that is|this is|that was|it's|it is) (?:so |very |really |pretty |just )*+"
    rf"(?:{_ASSESSMENTS})|"
    + "|".join(sorted(_RESPONSES.split("|"), key=len, reverse=True))
    + r")(?:\s|$))++$"
)
_MAX_BACKCHANNEL = 200  # characters, by eye; longer texts are not searched, which takes long


def is_backchannel(text: str) -> bool:
    """Whether a sentence only shows that somebody listens, agrees, hesitates or wonders.

    Rule: nothing but responses and assessments of a closed list, stage directions and punctuation.

    >>> is_backchannel("Yeah , exactly . {vocalsound}"), is_backchannel("That’s a good question.")
    (True, True)
    >>> is_backchannel("Yes, we ship in May."), is_backchannel("Right to left.")
    (False, False)
    """
    if len(text) > _MAX_BACKCHANNEL:
        return False
    words = re.sub(
        r"[^\w'\s-]|(?<!\w)-|-(?!\w)", " ", _PAUSE_MARKS.sub(" ", normalize_spelling(text)).lower()
    )
    return _BACKCHANNEL.match(" ".join(words.split())) is not None


_NAME = (
    r"(?:(?:, )?(?-i:(?!(?:Thank|Thanks|Good|Hello|Hi|Welcome|See|Bye|It's|How|My|I|You|We)\b))"
    r"(?:(?i:mr|mrs|ms|dr|madam|mister|the|very|so|much|a lot|again|indeed|too|now|once|more|"
    r"everyone|everybody|all|both|folks|guys|friends?|there|sir|ma'am|chair|chairman|chairwoman|"
    r"minister|speaker|senator|professor|ladies|gentlemen|team|today|tonight|dear|my|and)\b|"
    r"(?-i:[A-Z][\w'-]*)))"
)
_NAMES = rf"(?: {_NAME})*+"
_THANKED_FOR = (
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
    r"(?:i (?:just )?(?:want|wanted|would like) to )?"
    rf"(?:thank you|(?:many )?thanks){_NAMES}{_THANKED_FOR}",
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
_LEAD_IN = (
    r"(?i:and|so|well|okay|ok|all right|alright|now|oh|yes|yeah|but|anyway|again|right|then|great|"
    r"just|,)"
)
_GREETING = re.compile(
    rf"(?:(?:{_LEAD_IN} )*?(?:{_NAME} , )?(?i:{'|'.join(_GREETINGS)})"
    rf"(?![\w'-]){_NAMES}(?: ,)?(?: |$))++$"
)


def is_greeting(text: str) -> bool:
    """Whether a sentence is a greeting, welcome, thanks, introduction or good-bye.

    Rule: nothing but formulas of a closed list, names, and lead-ins such as "well, now".

    >>> is_greeting("Welcome back to the show."), is_greeting("Thank you, Chair.")
    (True, True)
    >>> is_greeting("We welcome regulation."), is_greeting("Hello World is a program.")
    (False, False)
    """
    words = re.sub(
        r"[^\w'%$,\s-]|(?<!\w)-|-(?!\w)", " ", _PAUSE_MARKS.sub(" , ", normalize_spelling(text))
    )
    return _GREETING.match(" ".join(words.split()).strip(", ")) is not None
