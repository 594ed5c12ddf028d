"""Recognition of speaker names by their words: titles, roles, particles, capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from nuggets.formats.phrase_lists import split_phrases
from nuggets.formats.sentence_marks import SENTENCE_ENDS

PARENTHESES = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\[\]]*\]"
"""Pattern of text in parentheses, nested up to three deep, or in brackets."""

LETTERS = re.compile(r"[^\W\d_]{2,}")
"""Pattern of two letters or more."""

_WORD = re.compile(r"[^\W_][^\s!?;,…\"“”„«»<>{}|=*]*|&|\+\d[\d-]*")
TITLES = frozenset(
    "dr mr mrs ms prof professor sen senator rep representative hon rev sir dame lord lady judge "
    "justice chief gen general col colonel capt captain lt sgt president vice secretary minister "
    "chairman chairwoman chair madam mister baroness viscount viscountess earl countess duke "
    "duchess marquess bishop archbishop the right honourable honorable deputy rt gov governor "
    "herr frau monsieur madame señor señora".split()
)
ABBREVIATIONS = TITLES | frozenset(
    "pres supt capt asst assoc atty insp cllr maj brig cmdr cdr comdr lieut serg revd msgr messrs "
    "secy sec treas supv supr chmn chwm det dist sheriff prin princ amb adm cpl pvt ald assemb "
    "assy comm commr dept exec natl intl dipl univ dott avv bros hrsg priv prem mlle mmes mons "
    "esq".split()
)
"""Words of a name that may end in a full stop: titles and abbreviations."""
_PARTICLES = frozenset(
    "de la las los van von der den del della da di do dos du bin ibn al el le of the and y e zu "
    "ten ter te op und et for with señor señora señores señoras hon. noble".split()
)
_UNCOUNTED = frozenset("of de la las los van von der den del da di do dos du al el le".split())
"""Particles that make a name no longer: `Baroness Voss of Selby Marsh`."""
_SAID_KEYS = split_phrases(
    """example|examples|warning|tip|tips|hint|step|option|result|results|introduction|conclusion
    |background|update|edit|however|also|remember|look|listen|important|fact|facts|takeaway
    |takeaways|highlights|quote|outcome|problem|problems|solution|solutions|question|questions
    |answer|answers|from|to|monday|tuesday|wednesday|thursday|friday|saturday|sunday|breakfast
    |lunch|dinner|supper|morning|noon|afternoon|evening|today|tomorrow|yesterday|first|second
    |third|fourth|fifth|firstly|secondly|thirdly|finally|lastly|strengths|weaknesses|advantages
    |disadvantages|pros|cons|time|times|place|reference|references|vocabulary|file|version|length
    |http|https|ftp|beispiel|achtung|frage|fragen|antwort|zeit|exemple|attention|remarque|ejemplo|pregunta
    |respuesta|lugar|问题|例如|时间"""
)
"""Words before a colon that are no speaker, and with which people also begin what they say."""
_KEYS_BESIDE = split_phrases(
    """note|notes|nb|n.b.|ps|p.s.|source|sources|re|fw|fwd|subject|date|location
    |topic|topics|title|subtitle|agenda|agenda item|item|attendees|attendance|in attendance
    |also present|participants|present|absent|excused|apologies|appearances|exhibit|exhibits|index
    |witnesses|scribe|scribes|regrets|quorum|summary|abstract|keywords
    |disclaimer|duration|recorded|recording|published|author|authors|link|links|url|website|web
    |email|e-mail|phone|tel|fax|address|contact|figure|fig|table|chapter|section|part|scene|act
    |setting|at rise|slide|photo|photos|photograph|picture|image|caption|video|audio|music|sound
    |sfx|fx|sound effect|sound effects|track|todo|to do|to-do|decision|decisions|action|actions
    |action item|action items|next step|next steps|next meeting|next call|follow-up|follow-ups
    |due|due date|owner|assignee|deadline|status|cc|bcc|resolution|resolutions|resolved|proposal
    |proposals|proposed|motion|motions|moved|seconded|carried|agreed|vote|votes|ayes|yeas|nays|noes
    |abstentions|poll|minutes|attachment|attachments|correction|corrections|transcriber
    |transcriber's note|editor's note|translator's note|break|issue|ticket|github issue
    |pull request|timestamps|hinweis|anmerkung|anm|datum|thema|quelle|ort|teilnehmer|anwesend
    |entschuldigt|tagesordnung|tagesordnungspunkt|top|beschluss|abstimmung|abbildung|abb|tabelle
    |foto|bild|szene|akt|kapitel|teil|protokollführung|sujet|présents|excusés|ordre du jour
    |décision|scène|acte|chapitre|partie|nota|fecha|tema|fuente|asistentes|acuerdo|escena|acto
    |capítulo|parte|note de la rédaction|注意|备注|注|说明|地点|主题|来源"""
)
_NOTES = frozenset("note notes anmerkung anmerkungen photo summary nota".split())
"""Those that may be followed by whose they are: `Note from the editor`."""
_OF = re.compile(r" (?:of|by|from|der|des|von|de|del|du) ")
_PAGE_KEYS = split_phrases(
    """tags|tag|category|categories|filed under|share|share this|share on|subscribe|follow us
    |listen on|posted|posted in|posted by|posted on|see also|related|related posts|topics"""
)
"""Those at the foot of a web page."""
"""Words before a colon that head what is written beside a talk: notes, lists, scenes, captions."""
NOT_NAMES = _SAID_KEYS | _KEYS_BESIDE | _PAGE_KEYS
"""Words before a colon that are no speaker."""
_NO_FIRST_WORDS = frozenset(
    "also if but so because when where why how what which this that these those there here it we "
    "they you and or then yes no well now my your our his its their figure table chapter section "
    "step part question answer key next click read see watch related breaking for "
    "from with by".split()
)
_COUNTED = re.compile(r"\s#?(?:[0-9][0-9.]*|[IVXL]{1,6}|[A-Z])\Z")  # `ACTION 61.1`, `Act IV`
_NUMBERED = re.compile(
    r"(?:speaker|spk|spkr|participant|interviewer|interviewee|respondent|voice|person|male|female"
    r"|sprecher(?:in)?|locuteur|hablante|orador)[\s_-]?(?:\d{1,3}|[A-Z])",
    re.IGNORECASE,
)
_CROWD = re.compile(  # who speaks with others, in the reports of parliaments
    r"(?:some|several|many|all|an?|various|opposition|government|honou?rable|hon\.?)"
    r"(?: (?:hon\.?|honou?rable|noble|opposition|government))? (?:members?|senators?|lords"
    r"|deputies|delegates|voices?)|voices?|members? of the (?:audience|public|panel|committee)"
    r"|audience members?|(?:mehrere|einige) abgeordnete|plusieurs (?:députés|voix)(?: .{1,40})?"
    r"|voci",
    re.IGNORECASE,
)
# Differs on purpose from CLAUSE_ENDS: a colon may end a name.
_NAME_LINE_ENDS = SENTENCE_ENDS | frozenset(",;")
_FULL_STOP = re.compile(r"[^\W\d_]{4}\.(?:\s|\Z)")
# Limits by eye, on transcripts of parliaments, courts, podcasts and meetings.
LONGEST_NAME = 60  # characters without roles
_MOST_WORDS = 4  # titles not counted
_MOST_WITH_TITLES = 8
_MOST_ROLE_WORDS = 9
_MOST_LONG_WORDS = 12  # words of a label that is longer than a name ...
_LONGEST_LABEL = 90  # ... and characters
_MOST_LETTERS_UNSPACED = 10  # of a name in a script without capitals, such as Chinese


def is_key(text: str) -> bool:
    """Whether words before a colon are those of a note, a list or a head: `ACTION 61.1`."""
    return _COUNTED.sub("", text).casefold() in NOT_NAMES or is_key_beside(text)


def is_key_beside(text: str) -> bool:
    """Whether words before a colon head what is written beside a talk: `SCENE 2`, `Regrets`."""
    key = _COUNTED.sub("", text).casefold()
    return key in _KEYS_BESIDE or is_page_key(text) or _OF.split(key, 1)[0] in _NOTES


def is_page_key(text: str) -> bool:
    """Whether words before a colon stand at the foot of a web page: `Tags`, `Share this`."""
    return text.casefold() in _PAGE_KEYS


def fold_label(text: str) -> str:
    """Take the marks of emphasis off the words before a colon, and fold their white space."""
    return " ".join(text.strip("*_ \t").split())


@lru_cache(maxsize=4096)  # a file repeats few names
def to_name(text: str) -> str | None:
    """Read the words before a colon as a name.

    Returns:
        The name, white space folded and without marks of emphasis; None if it cannot be one.

    Examples:
        >>> to_name("The Chair (Hon. A. Name (Riding, Party))")
        'The Chair (Hon. A. Name (Riding, Party))'
        >>> to_name("On the integration question you raised")
    """
    name = fold_label(text)
    core = bare_name(name)
    if not core or not (core[0].isalpha() or core[0] == "+") or len(core) > LONGEST_NAME:
        return None
    if name[0] in "([":  # a sound or a note, and words behind it
        return None
    if _NUMBERED.fullmatch(core.replace("#", "", 1)):  # Speaker #3
        return name
    if core[0].islower() or is_key(core):
        return None
    if _CROWD.fullmatch(core):
        return name
    words = core.split()
    if words[0].casefold().rstrip(".,") in _NO_FIRST_WORDS or words[-1] in _PARTICLES:
        return None
    if not all(_is_name_word(word) for word in words):
        return None
    counted = [
        word
        for word in words
        if word not in _UNCOUNTED and word.casefold().rstrip(".") not in TITLES
    ]
    if len(counted) > _MOST_WORDS or len(words) > _MOST_WITH_TITLES:
        return None
    if len(core) > _MOST_LETTERS_UNSPACED and len(words) == 1 and not is_cased(core):
        return None
    roles = without_parentheses(name).split(",")[1:]
    if len(roles) > 2 or sum(len(role.split()) for role in roles) > _MOST_ROLE_WORDS:
        return None
    return None if any(set(role) & set('.?!;"“”') - {"."} for role in roles) else name


def to_timed_name(text: str) -> str | None:
    """Read the words before a colon and a time as a name, more leniently than `to_name`.

    The time shows that somebody speaks, so user names and codes are names, too.

    Examples:
        >>> to_timed_name("260717_EDIT")
        '260717_EDIT'
        >>> to_timed_name("We waited. Then at noon")
    """
    name = fold_label(text)
    core = bare_name(name)
    if not core or len(core) > LONGEST_NAME or len(core.split()) > _MOST_WITH_TITLES:
        return None
    if not (core[0].isalnum() or core[0] == "+") or is_key(core):
        return None
    ends_sentence = any(mark in f"{core} " for mark in ("? ", "! ", "… ", ", "))
    return None if ends_sentence or _FULL_STOP.search(core) else name


def to_long_label(text: str) -> str | None:
    """Read the words before a colon as a label with more words than a name has, such as an office.

    Examples:
        >>> to_long_label("The Lord Bishop of St Edmundsbury and Ipswich")
        'The Lord Bishop of St Edmundsbury and Ipswich'
        >>> to_long_label("The thing about the dam and the lake")
    """
    name = fold_label(text)
    core = bare_name(name)
    words = core.split()
    if (
        not words
        or not core[0].isupper()
        or len(core) > _LONGEST_LABEL
        or len(words) > _MOST_LONG_WORDS
    ):
        return None
    if words[0].casefold().rstrip(".,") in _NO_FIRST_WORDS or is_key(core):
        return None
    roles = without_parentheses(name).replace(",", " ").split()
    if len(roles) > 2 * _MOST_LONG_WORDS or roles[-1] in _PARTICLES:
        return None
    written = (word in _PARTICLES or not word[0].islower() for word in roles)
    return name if all(written) and all(map(_WORD.fullmatch, roles)) else None


def to_name_line(text: str, *, sentence_ends: frozenset[str] = _NAME_LINE_ENDS) -> str | None:
    """Read a line as a name on its own; None if it ends a sentence, or cannot be a name."""
    text = text.strip()
    if not text or len(text) > LONGEST_NAME or text[-1] in sentence_ends or not text[0].isalpha():
        return None
    return to_name(text)


def _is_name_word(word: str) -> bool:
    """Whether a word may be in a name: capitalised, a particle, a number, uncased."""
    if _WORD.fullmatch(word) is None:
        return False
    return not word[0].islower() or word in _PARTICLES or not word.islower()


def bare_name(name: str) -> str:
    """Take the role or the pronouns off a name: `TERRY GROSS, HOST`, `Lee (she/her)`."""
    return without_parentheses(name).split(",")[0].strip()


def without_parentheses(name: str) -> str:
    """Take what is in parentheses or brackets off a name: `Viscount Lee (Con)`."""
    return re.sub(PARENTHESES, "", name).strip() if "(" in name or "[" in name else name


def is_in_capitals(name: str) -> bool:
    """Whether a name is written in capitals throughout."""
    core = bare_name(name)
    return core.isupper() and len(core) > 1


def is_cased(text: str) -> bool:
    """Whether a text is in a script with upper and lower case."""
    return text.lower() != text.upper()


def is_numbered(name: str) -> bool:
    """Whether a name is one that speaker diarisation gives, such as SPEAKER_00."""
    return _NUMBERED.fullmatch(name) is not None


def is_name_particle(word: str) -> bool:
    """Whether a word is written in lower case within names, such as `de`."""
    return word in _PARTICLES


def looks_like_sentence_start(text: str) -> bool:
    """Whether text begins with a word that begins sentences and no names, such as `when`."""
    return text.split(maxsplit=1)[0].casefold().rstrip(".,") in _NO_FIRST_WORDS
