"""Noun phrases of a sentence, by the words beside them: rules for English, no tagger.

For the labels of nuggets. A phrase ends where a run of content words ends, or before a verb; its
last word must be evidently a noun, since a label that reads badly is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nuggets.english.words import is_content, split_words

MAX_PHRASE_WORDS = 3  # by eye

_BREAK = re.compile(r"[.,:](?!\w)|(?<!\w)[.,:]|[;!?()\"\[\]{}]|(?<!\S)[^\w\s]+(?!\S)")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_DETERMINERS = frozenset(
    """
    a an another any both each either every few her his its many most my neither no one other our
    several some such that the their these this those what which whose your
    """.split()
)
_BEFORE_NOUNS = _DETERMINERS | frozenset(
    """
    about against among as at between by for from in into like of on over per through under via
    with within without
    """.split()
)
_BEFORE_VERBS = frozenset(
    """
    also always and be been being can can't cannot could couldn't didn't do does doesn't don't
    gonna he i it just let let's may might must never not or people really she should shouldn't
    they to wanna we who will won't would wouldn't you
    """.split()
)
_AFTER_SUBJECTS = frozenset(
    """
    am are aren't be can can't could did does doesn't don't get gets got had has hasn't have is
    isn't just may might must never not should was wasn't were will won't would
    """.split()
)
_AFTER_VERBS = frozenset(
    """
    a an away back down every her him his it its me my our out some that the their them these this
    those up us you your
    """.split()
)
_VERBS = frozenset(
    """
    accept achieve adapt add affect agree allow answer appear apply argue arrive ask assume attack
    avoid bash become begin believe belong bet blame boil borrow bother break bring build buy call
    cancel care carry catch cause chase choose claim collaborate come compare complain complicate
    concern confuse connect consider contain continue convince count create cut deal decide defend
    define deliver deny depend deploy describe deserve destroy die differ disagree discover
    discuss dominate draw drive drop earn eat elaborate emphasize enable encourage end engage
    enhance enjoy ensure exist expect explain explore express extend face facilitate fail fall
    feel fight fill finish fit fix fly follow forget freeze fund gain gather generate grow guess
    handle happen hate hear help hide hire hit hold hope hug ignore imagine improve include
    increase inform inspire intend introduce invent invest invite involve join keep kick kill
    laugh launch lay lead learn leave lend let lie lift listen live lose love maintain manage
    matter mean measure meet mention miss navigate need notice offer operate own pass pay perform
    pick prefer prepare prevent produce promise propose protect prove provide publish pull push
    put raise reach react realize receive recognize reduce refer refuse reject remain remember
    remove repeat replace reply represent require resolve respond return reveal ride rise run
    search sell send separate serve settle share shift show shut sit sleep smell solve sound speak
    spell spend spin split spread stand stay steal stick suffer suggest supply suppose surprise
    survive suspect switch taste teach tend throw touch travel treat trust unlock update upset
    vote wake warn wash wear win wish wonder worry write
    """.split()
)
_PAST_FORMS = frozenset(
    """
    ate became began bought broke brought built came caught chose cost cut drew drove fell felt
    flew forgot fought found froze gave grew heard held hit hurt kept knew known laid lay led left
    lent let lost made meant met paid ran rang read rode rose sang sat sent sold spent spoke
    spoken stood stuck taken taught thought threw thrown told took understood went woke won wore
    written wrote
    """.split()
)
_NEVER_NOUNS = frozenset(
    """
    across afraid aggregate alive alone along amid aware awesome awful batshit beautiful beneath
    beside besides better big bigger bold brave brief broad broader cheaper clever closer cold
    confident cool crazy deep deeper despite due dumb eager early easier entire eventually evil
    excited extra extreme fair faster favorite fond forward glad greater gross happy harder
    heavy higher hot huge indeed industrial insane instead internal joint jump larger late
    latter lesser long longer loose louder low lower mad meanwhile mere minus multiple naive
    near nearby nearer neat nicer nonetheless normal odd older opposed particular past perfect
    plus poor previous prior proper proud quick quiet rare ready rich richer rough sad safe
    safer scared severe shitty sick simple simpler skip slightly slow slower smart smarter soon
    sooner sorry specific strange strict stronger stupid sudden tall terrible thick thin tight
    tiny tough tougher unlike useful usual vast warm weak weird wide wider worth young younger
    """.split()
)
"""Adjectives and adverbs without a telling ending: no phrase ends with one."""

_NEVER_IN_PHRASES = frozenset(
    """
    ahead apart behind beyond billion dozen during earlier eight eighteen eighty eleven elsewhere
    fewer fifteen fifty first five forty four fourteen fourth half hundred inside kind last later
    million nine nineteen ninety often otherwise outside second seven seventeen seventy short six
    sixteen sixty sort super ten third thirteen thirty thousand three trillion twelve twenty twice
    two unless upon via whereas whether within zero
    """.split()
)
"""Numbers, prepositions and the like: no phrase contains one."""

_NOUN_ENDING = re.compile(
    r"(?:[ts]ion|ment|ness|[^l]ity|ism|ist|ance|ence|ancy|ency|ship|hood|logy|graphy|nomy|dom|cracy"
    r"|ature|eer|ware|gram|scope)s?$"
)
_ADJECTIVE_ENDING = re.compile(
    r"(?:ful|[^n]ive|ous|able|ible|less|ish|tional|[ctr]ical|ary|ated|ant|ent|est|ier|ic|al)$"
)


class Phrase(NamedTuple):
    """A noun phrase.

    Attributes:
        at: Index of its first word among the words of the sentence.
        words: Its words as they are written.
    """

    at: int
    words: tuple[str, ...]


def find_noun_phrases(text: str) -> list[Phrase]:
    """List the noun phrases of a sentence; phrases within longer ones, too.

    Args:
        text: A folded sentence.

    Returns:
        Phrases of at most `MAX_PHRASE_WORDS` words, in order of their first words.

    >>> [" ".join(phrase.words) for phrase in find_noun_phrases("The meter counts the hot water.")]
    ['meter', 'hot water']
    """
    found: list[Phrase] = []
    offset = 0
    for piece in _BREAK.split(text):
        words = piece.split()
        for at in range(len(words)):
            found += [
                Phrase(offset + at, tuple(words[at:until]))
                for until in range(at + 1, min(at + MAX_PHRASE_WORDS, len(words)) + 1)
                if _is_phrase(words, at, until, opens=offset == 0)
            ]
        offset += len(words)
    return found


def trim(word: str) -> str:
    """Strip the signs around a word, and the ending of a possessive."""
    return EDGES.sub("", EDGES.sub("", word).removesuffix("'s"))


def _is_phrase(words: Sequence[str], at: int, until: int, *, opens: bool) -> bool:
    phrase, last = words[at:until], words[until - 1]
    if not all(_is_phrase_word(word) for word in phrase):
        return False
    before = _lower(words[at - 1]) if at else ""
    after = _lower(words[until]) if until < len(words) else ""
    if _is_phrase_continuation(after, words[until] if after else ""):
        return False
    determined = before in _DETERMINERS
    if any(
        not _is_modifier(word, determined=determined and i == 0)
        for i, word in enumerate(phrase[:-1])
    ):
        return False
    return _is_noun(
        last,
        first=opens and at == until - 1 == 0,
        before=_lower(phrase[-2]) if len(phrase) > 1 else before,
        lead=before,
        after=after,
    )


def _is_noun(word: str, *, first: bool, before: str, lead: str, after: str) -> bool:
    """Whether the last word of a phrase is evidently a noun.

    Args:
        word: As it is written.
        first: Whether it opens the sentence, where a capital says nothing.
        before: The word in front of it, in lower case; empty: none.
        lead: The word in front of the phrase.
        after: The word behind it.
    """
    lower = trim(word).lower()
    if any(char.isupper() or char.isdigit() for char in trim(word)) and not (
        first and trim(word).istitle()
    ):
        return True  # a name
    if lower in _NEVER_NOUNS or lower in _PAST_FORMS or lower.endswith(("ed", "ing", "ly")):
        return lower.endswith("ing") and lead in {"the", "of"} and before == lead and after == "of"
    called = before in _DETERMINERS or before.endswith("'s")
    if _is_verb(lower) and not called:
        return False
    if _NOUN_ENDING.search(lower):
        return True
    if _ADJECTIVE_ENDING.search(lower):
        return called and before not in {"that", "this", "such", "these", "those", "what", "more"}
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        verb = (
            after in _AFTER_VERBS
            or after in _NEVER_IN_PHRASES
            or after[:1].isdigit()
            or before in _BEFORE_VERBS
        )
        return not verb and (before != "" or after in _AFTER_SUBJECTS)
    if before != lead:  # with another word before it
        return lead not in _BEFORE_VERBS or called
    return before in _BEFORE_NOUNS or called or (before == "" and after in _AFTER_SUBJECTS)


def _is_phrase_word(word: str) -> bool:
    """Whether a word may be part of a phrase."""
    parts = split_words(word)
    return bool(parts) and all(
        is_content(part) and part not in _NEVER_IN_PHRASES and part[-1].isalnum() for part in parts
    )


def _is_modifier(word: str, *, determined: bool) -> bool:
    """Whether a word may modify the noun; a verb form only after a determiner."""
    lower = trim(word).lower()
    if word[:1].isupper() or EDGES.sub("", word).endswith("'s"):
        return not lower.endswith("ing") or determined
    if lower in _PAST_FORMS or lower.endswith(("ed", "ing")) or _is_verb(lower):
        return determined
    return not (lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ics")))


def _is_phrase_continuation(after: str, word: str) -> bool:
    """Whether the word after a phrase belongs to it, so that the phrase is not complete."""
    return (
        bool(after)
        and is_content(after)
        and _is_phrase_word(word)
        and not _is_verb(after)
        and after not in _PAST_FORMS
        and not after.endswith(("ed", "ing", "ly"))
    )


def _is_verb(lower: str) -> bool:
    return any(form in _VERBS for form in _base_forms(lower))


def _base_forms(lower: str) -> Iterator[str]:
    yield lower
    if lower.endswith("s"):
        yield lower[:-1]
        yield lower.removesuffix("es")
        if lower.endswith("ies"):
            yield f"{lower[:-3]}y"


def _lower(word: str) -> str:
    return EDGES.sub("", word).lower()
