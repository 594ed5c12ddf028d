"""Informativeness of a sentence: claims, reasons, facts and names count for it, fillers against it.

Rules for English, on folded text (`words.fold`); no model. All weights are by eye.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nuggets.english.words import is_content, split_words

_FULL_LENGTH = 11  # different content words, from which on more of them do not count

_EMPHASIS = frozenset("very really no yeah never many much ha".split())  # repeated on purpose

# Searched in lower-case text, which is faster than ignoring case.
_FILLERS = re.compile(
    r"\b(?:you know|i mean|kind of|sort of|like,|, like|uh+|um+|er|or something|and stuff|whatever"
    r"|blah|et cetera|i guess|i don't know)\b"
)
_CLAIMS = frozenset(
    "is are was were will would should must can't cannot mean means believe argue show shows showed"
    " shown prove proves proved proven found cause causes caused make makes made become becomes"
    " became matter matters require requires depend depends lead leads led cost costs work works"
    " help helps fail fails failed never always every nobody everybody most only more less better"
    " worse best worst biggest important needs need".split()
)
_REASON = re.compile(
    r"\b(?:because|so that|in order to|which means|that means|as a result|therefore|the reason"
    r"|due to|instead of|rather than|if|unless|even though|although|whereas|not just|for example"
    r"|for instance|such as|the difference between|the (?:first|second|main|key|real) \w+ is)\b"
)
_OPINION = re.compile(
    r"\b(?:(?:i|we) (?:\w+ )?(?:think|believe|expect|predict|hope|fear|worry|suspect|argue|doubt)\b"
    r"|in my (?:opinion|view)|going to (?:be|have|need|become|make|take|change)"
    r"|(?:have|has|need|needs|ought) to (?!do it|say|ask|admit|go)|no one|nobody|everyone should)"
)
_FACT = re.compile(
    r"(?<![\w-])[$€£]?\d[\d,.]*\b|\b(?:hundred|thousand|million|billion|percent|half)\b|%"
)
_NAME = re.compile(r"(?<=[a-z,;:] )(?!I\b|I')[A-Z][\w'-]+")
_SMALL_TALK = re.compile(
    r"\b(?:i was like|he was like|good question|great question|let me"
    r"|let's (?:see|talk|go|start|move)|as (?:you|i) (?:said|mentioned)|like i said"
    r"|going to (?:talk|ask|say)"
    r"|i(?:'d| would) love to"
    r"|(?:can|could) you|i (?:wonder|wanted to ask)|thank you|thanks|sorry|excuse me|next slide"
    r"|go ahead|i(?:'ll| will) (?:try|ask)|tell (?:me|us)|speak(?:ing)? of|talk(?:ed|ing)? about"
    r"|(?:i(?:'ll| will|'m going to| can)|let me) (?:just )?(?:tell you|share|add)\b"
    r"|(?:said|told (?:me|us|you)) something|(?:we|they) were (?:just )?talking"
    r"|what else|let's say|i don't remember|i forget|moving on|i'm curious|you mentioned)\b"
)


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
    score -= 0.35 * min(1.0, 4 * len(_FILLERS.findall(lower)) / max(8, len(words)))
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
