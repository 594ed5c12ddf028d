"""Tokenization for scoring: folded text, words, content words and their stems.

What is printed is always the source; folded text is only embedded and counted.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from nuggets.formats.stage_directions import strip_stage_directions

if TYPE_CHECKING:
    import Stemmer

_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": " - ", "–": "-", "…": "..."})
_SPELLED_ACRONYM = re.compile(r"\b(?:[A-Z]_){2,}(?:s\b)?")  # `A_M_I_` in QMSum
_DOTTED_ACRONYM = re.compile(r"(?<![\w.])(?:[A-Z]\.)+[A-Z]\b(?:\.(?!\w)(?P<last>[\"')\]]*$)?)?")
_COMPOUND = re.compile(  # written as one word by some and as two by others
    r"\b(super|cyber)[ -](?=(?:intelligen|align|comput|human|power|market|secur|crim|attack|space))"
)
_US = re.compile(r"\bUS\b")  # the country, which in lower case would be a pronoun
_SHORT_PLURAL = re.compile(r"[bcdfghj-np-tv-z]{2,5}[aiou]?s")  # of an acronym: "llms", "gpus"
_DETACHED = re.compile(r"\s+(?=[.,?!;:%)]|'(?:s|m|re|ve|ll|d|t)\b|n't\b)")  # `we 're`, `Nice .`
_TERM = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # Japanese, Chinese, Korean: each character
    r"|(?<![^\W_])[a-z](?:\+\+|#)(?![\w+#])"  # C++, C#
    r"|[^\W_]+(?:'[^\W_]+)*"
)

STOP_WORDS = frozenset(
    """
    a about above actually after again against ah all almost already also although always am an and
    another any anybody anyone anything are aren't around as ask at away back basically be because
    been before being below between both bit but by came can can't cannot come could couldn't did
    didn't do does doesn't doing don't done down during each eh either else em enough er even ever
    every everybody everyone everything exactly far few for from further gave get gets getting give
    go goes going gonna good got gotta guess had hadn't has hasn't have haven't having he he'd he'll
    he's hello her here here's hers herself hey hi him himself his hm hmm how how's however i i'd
    i'll i'm i've if in into is isn't it it'd it'll it's its itself just kind kinda know knows last
    least less let let's like likely little look lot lots made make makes many may maybe me mean
    means might mm more most much must my myself need never no nobody nope nor not nothing now of
    off oh ok okay on once one only onto or other others our ours ourselves out over own part
    perhaps please pretty probably put quite rather really right said same saw say saying says see
    seem seems seen shall she she'd she'll she's should shouldn't since so some somebody somehow
    someone something sometimes somewhere sort still stuff such sure take tell than thank thanks
    that that'd that'll that's the their theirs them themselves then there there's these they
    they'd they'll they're they've thing things think thinking thought this those though three
    through to together told too took totally toward towards two uh uhm um under until up upon us
    use used using usually very want wanted wants was wasn't way ways we we'd we'll we're we've
    well went were weren't what what's whatever when when's where where's whether which while who
    who's whole whom whose why will with within without won't would wouldn't yeah yep yes yet you
    you'd you'll you're you've your yours yourself yourselves
    """.split()
)


def fold(text: str) -> str:
    """Normalize the text of a sentence for scoring; its words keep their capitals.

    Typographic quotes and dashes become plain, stage directions go, QMSum's tokenised spelling is
    undone, and acronyms lose their dots ("A.G.I.").

    >>> fold("We ’re {disfmarker} at the A_M_I_ meeting , Dana .")
    "We're at the AMI meeting, Dana."
    """
    text = strip_stage_directions(text).translate(_FOLDED)
    text = _SPELLED_ACRONYM.sub(lambda match: match[0].replace("_", ""), text)
    text = _DOTTED_ACRONYM.sub(_without_dots, text)
    return " ".join(_DETACHED.sub("", text).split())


def _without_dots(match: re.Match[str]) -> str:
    """Join the letters of an acronym; where it ends the sentence, so does a full stop."""
    last = match["last"]
    letters = match[0].removesuffix(last or "").replace(".", "")
    return letters if last is None else f"{letters}.{last}"


def split_words(text: str) -> list[str]:
    """List the words of a folded text in lower case; possessive endings are cut off.

    The country is "usa", so that "us" is nobody else; "super intelligence" is one word.

    >>> split_words("OpenAI's GPT-4 isn't done.")
    ['openai', 'gpt', '4', "isn't", 'done']
    """
    if "US" in text and not text.isupper():
        text = _US.sub("USA", text)
    text = text.lower()
    if "super" in text or "cyber" in text:
        text = _COMPOUND.sub(r"\1", text)
    return [word.removesuffix("'s") for word in _TERM.findall(text)]


def split_terms(text: str) -> list[str]:
    """List the stems of the content words of a folded text, in order.

    >>> split_terms("Aligning the systems is about alignment.")
    ['align', 'system', 'align']
    """
    return [stem(word) for word in split_words(text) if is_content(word)]


def is_content(word: str) -> bool:
    """Whether a lower-case word is a content word: no stop word and no single letter."""
    return word not in STOP_WORDS and (len(word) > 1 or not word.isascii() or word.isdigit())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Reduce a lower-case word to its stem.

    Source:
        Porter's English stemmer, version 2, from Snowball. There acronyms, which have hardly a
        vowel, keep their plural "s"; here they lose it.

    >>> [stem(word) for word in ("economy", "economies", "jobs", "llms")]
    ['economi', 'economi', 'job', 'llm']
    """
    if _SHORT_PLURAL.fullmatch(word) and not word.endswith("ss"):
        return word[:-1]
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    import Stemmer

    return Stemmer.Stemmer("english")
