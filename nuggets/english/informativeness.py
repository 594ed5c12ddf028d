"""Informativeness of a sentence: claims, reasons, facts and names count for it, fillers against it.

Rules for English, on folded text (`words.fold`); no model. All weights are by eye.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.english.rules import Rule, join_patterns
from nuggets.english.words import is_content, split_words

_FULL_LENGTH = 11  # different content words, from which on more of them do not count

_EMPHASIS = frozenset("very really no yeah never many much ha".split())  # repeated on purpose

# Searched in lower-case text, which is faster than ignoring case.
FILLERS = (
    Rule("appeal", r"\b(?:you know|i mean|i guess|i don't know)\b", "i guess titanium pumps run"),
    Rule("hedge", r"\b(?:kind of|sort of)\b", "titanium pumps sort of run"),
    Rule("like", r"\b, like\b", "titanium pumps, like titanium, run"),
    Rule("hesitation", r"\b(?:uh+|um+|er)\b", "titanium pumps um run"),
    Rule(
        "and so on",
        r"\b(?:or something|and stuff|whatever|blah|et cetera)\b",
        "titanium pumps and stuff run",
    ),
)
_FILLER = re.compile(join_patterns(FILLERS))
_CLAIMS = frozenset(
    "is are was were will would should must can't cannot mean means believe argue show shows showed"
    " shown prove proves proved proven found cause causes caused make makes made become becomes"
    " became matter matters require requires depend depends lead leads led cost costs work works"
    " help helps fail fails failed never always every nobody everybody most only more less better"
    " worse best worst biggest important needs need".split()
)
REASONS = (
    Rule("cause", r"\b(?:because|due to|the reason)\b", "the pumps failed due to salt"),
    Rule("purpose", r"\b(?:so that|in order to)\b", "they left so that nobody pays"),
    Rule(
        "consequence",
        r"\b(?:which means|that means|as a result|therefore)\b",
        "the pumps therefore failed",
    ),
    Rule(
        "contrast",
        r"\b(?:instead of|rather than|even though|although|whereas|not just"
        r"|the difference between)\b",
        "the pumps failed although nobody slept",
    ),
    Rule("condition", r"\b(?:if|unless)\b", "the pumps fail unless somebody oils them"),
    Rule(
        "example",
        r"\b(?:for example|for instance|such as)\b",
        "metals such as titanium hold",
    ),
    Rule(
        "the main point",
        r"\b(?:the (?:first|second|main|key|real) \w+ is)\b",
        "the main problem is salt",
    ),
)
_REASON = re.compile(join_patterns(REASONS))
OPINIONS = (
    Rule(
        "belief",
        r"\b(?:i|we) (?:\w+ )?(?:think|believe|expect|predict|hope|fear|worry|suspect|argue|doubt)"
        r"\b",
        "i believe titanium wins",
    ),
    Rule("view", r"\bin my (?:opinion|view)", "in my view titanium wins"),
    Rule(
        "prediction",
        r"\bgoing to (?:be|have|need|become|make|take|change)",
        "titanium is going to change harbors",
    ),
    Rule(
        "need",
        r"\b(?:have|has|need|needs|ought) to (?!do it|say|ask|admit|go)",
        "harbors need to buy titanium",
    ),
    Rule("everybody", r"\b(?:no one|nobody|everyone should)", "nobody buys titanium"),
)
_OPINION = re.compile(join_patterns(OPINIONS))
FACTS = (
    Rule("number", r"(?<![\w-])[$€£]?\d[\d,.]*\b", "the pumps took 3 winters"),
    Rule(
        "number word",
        r"\b(?:hundred|thousand|million|billion|percent|half)\b",
        "the pumps took half of everything",
    ),
    Rule("percent", r"%", "the pumps took n% of everything"),
)
_FACT = re.compile(join_patterns(FACTS))
_NAME = re.compile(r"(?<=[a-z,;:] )(?!I\b|I')[A-Z][\w'-]+")
SMALL_TALK = (
    Rule("quoted", r"\b(?:i was like|he was like)\b", "he was like titanium wins"),
    Rule(
        "praise of a question",
        r"\b(?:good question|great question)\b",
        "great question about titanium pumps",
    ),
    Rule("let me", r"\blet me\b", "let me add titanium pumps"),
    Rule(
        "let us",
        r"\blet's (?:see|talk|go|start|move|say)\b",
        "let's start with titanium pumps",
    ),
    Rule(
        "reference",
        r"\b(?:as (?:you|i) (?:said|mentioned)|like i said|you mentioned"
        r"|(?:said|told (?:me|us|you)) something|(?:we|they) were (?:just )?talking)\b",
        "you mentioned titanium pumps",
    ),
    Rule(
        "announcement",
        r"\b(?:going to (?:talk|ask|say)|i(?:'d| would) love to|i(?:'ll| will) (?:try|ask)"
        r"|i(?:'ll| will|'m going to| can) (?:just )?(?:tell you|share|add))\b",
        "titanium is what he is going to say",
    ),
    Rule("request", r"\b(?:(?:can|could) you|tell (?:me|us))\b", "could you add titanium pumps"),
    Rule(
        "question",
        r"\b(?:i (?:wonder|wanted to ask)|i'm curious|what else)\b",
        "i wonder about titanium pumps",
    ),
    Rule("courtesy", r"\b(?:thank you|thanks|sorry|excuse me)\b", "sorry about titanium pumps"),
    Rule(
        "order of speakers",
        r"\b(?:next slide|go ahead|moving on)\b",
        "moving on with titanium pumps",
    ),
    Rule(
        "subject of the talk",
        r"\b(?:speak(?:ing)? of|talk(?:ed|ing)? about)\b",
        "speaking of titanium pumps",
    ),
    Rule(
        "lapse of memory",
        r"\b(?:i don't remember|i forget)\b",
        "i forget which titanium pumps",
    ),
)
_SMALL_TALK = re.compile(join_patterns(SMALL_TALK))


def informativeness(text: str) -> float:
    """Score how much a sentence says.

    Returns:
        A share in [0, 1]: content words, claims, reasons, opinions, facts and names raise it;
        fillers, small talk and disfluency lower it.

    >>> informativeness("Pipes cost $133 million because streets must be dug up.") > 0.5
    True
    >>> informativeness("So yeah, you know, it was, like, sort of a thing.") < 0.2
    True
    """
    words, lower = split_words(text), text.lower()
    content = {word for word in words if is_content(word)}
    score = 0.55 * min(1.0, len(content) / _FULL_LENGTH)
    score += 0.12 * min(2, sum(word in _CLAIMS for word in words)) / 2
    score += 0.13 * bool(_REASON.search(lower))
    score += 0.12 * bool(_OPINION.search(lower)) * min(1.0, len(content) / 4)
    score += 0.10 * bool(_FACT.search(lower)) + 0.10 * bool(_NAME.search(text))
    score -= 0.35 * min(1.0, 4 * len(_FILLER.findall(lower)) / max(8, len(words)))
    score -= 0.25 * bool(_SMALL_TALK.search(lower)) + 0.25 * _is_disfluent(words)
    return min(1.0, max(0.0, score))


def _is_disfluent(words: Sequence[str]) -> bool:
    """Whether up to three words are said twice in a row ("the the", "I just I just")."""
    return any(
        words[i : i + width] == words[i + width : i + 2 * width]
        for width in (1, 2, 3)
        for i in range(len(words) - 2 * width + 1)
        if words[i] not in _EMPHASIS
    )
