"""Nuggets: the picked passages, each with its scores, context and explanation."""

from __future__ import annotations

import math
from collections.abc import Mapping

from nuggets.option_definitions import Options
from nuggets.pick.candidates import Candidates
from nuggets.pick.choose import FOCUS_FLOOR, LEAST, Choice, choose
from nuggets.pick.explain import explain
from nuggets.pick.passage_scores import (
    PassageScores,
    measure_for_focus,
    measure_for_talk,
    weigh,
)
from nuggets.pick.passages import is_cut_after
from nuggets.rank.focus import Focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.ranker import Ranker
from nuggets.rank.scoring import Scores
from nuggets.values import Nugget, Result, Status

MAX_REASONS = 3  # factors that an explanation names, those that add most; by eye
MIN_REASON = 0.005  # of log-odds that an explanation names: what does not round to +0.00
DIGITS = 4  # of scores


def score_passages(
    talk: Talk, candidates: Candidates, ranker: Ranker, scores: Scores | None
) -> PassageScores:
    """Score the passages of a talk for a focus.

    Args:
        talk: The talk.
        candidates: Its passages.
        ranker: What was learnt.
        scores: Of the talk's sentences against the focus; None: for the talk as a whole.
    """
    if scores is None:
        return weigh(measure_for_talk(candidates), ranker.talk, candidates.for_talk())
    weights = ranker.focus_in_context if talk.vectors.is_contextual else ranker.focus
    return weigh(measure_for_focus(talk, candidates, scores), weights, candidates)


def pick_for_focus(
    talk: Talk,
    focus: Focus,
    scores: Scores,
    candidates: Candidates,
    *,
    options: Options,
    ranker: Ranker,
    floor: float = FOCUS_FLOOR,
) -> Result:
    """Pick the nuggets for a focus.

    Args:
        talk: The talk.
        focus: The focus.
        scores: Of the talk's sentences against the focus.
        candidates: Its passages, and which of them the options allow.
        options: How many, how long, in which order.
        ranker: What was learnt.
        floor: Share of the best score under which a passage is not printed; with 0 none is too low.
    """
    if scores.status == "not-discussed":
        return Result(focus.text, "not-discussed", ())
    found = score_passages(talk, candidates, ranker, scores)
    return _pick(talk, candidates, found, options, focus=focus, status=scores.status, floor=floor)


def pick_for_talk(
    talk: Talk, candidates: Candidates, options: Options, *, ranker: Ranker
) -> Result:
    """Pick the nuggets of the talk as a whole; arguments as in `pick_for_focus`."""
    candidates = candidates.for_talk()
    return _pick(talk, candidates, score_passages(talk, candidates, ranker, None), options)


def _pick(
    talk: Talk,
    candidates: Candidates,
    scores: PassageScores,
    options: Options,
    *,
    focus: Focus | None = None,
    status: Status = "ok",
    floor: float = 0.0,
) -> Result:
    """Choose passages and make nuggets of them."""
    least = min(LEAST, floor)
    chosen, following = choose(talk, candidates, scores, options, floor=floor, least=least)
    nuggets = []
    for rank, choice in enumerate(chosen, 1):
        reasons = _find_reasons(scores, candidates, choice.index, following)
        parts = _list_scores(scores, candidates, choice)
        nuggets.append(
            _to_nugget(talk, choice, rank, options, scores=parts, reasons=reasons, focus=focus)
        )
    if options.order == "time":
        nuggets.sort(key=lambda nugget: nugget.sentences[0].index)
    return Result(None if focus is None else focus.text, status, tuple(nuggets))


def _list_scores(
    scores: PassageScores, candidates: Candidates, choice: Choice
) -> Mapping[str, float]:
    """List what the score of a choice is made of, and what decided that it was picked.

    Relevance is the probability of the sum of "base" and of what follows it; the score is relevance
    times readability; while picking, it counted less by `DIVERSITY` for what is not new.
    """
    i = choice.index
    added = zip(scores.names, scores.added[i].tolist(), strict=True)
    parts = {
        "relevance": float(scores.relevance[i]),
        "novelty": choice.novelty,
        "readability": float(candidates.readability[i]),
        "base": scores.base,
        **dict(added),
    }
    return {name: round(value, DIGITS) for name, value in parts.items()}


def _find_reasons(
    scores: PassageScores, candidates: Candidates, index: int, following: int | None
) -> Mapping[str, float]:
    """Name the factors by which a passage stands above the best one left out, most first."""
    if following is None:
        return {}
    added = (scores.added[index] - scores.added[following]).tolist()
    above = dict(zip(scores.names, added, strict=True))
    # At small odds a factor of the probability is about the same factor of the odds.
    above["readability"] = math.log(
        float(candidates.readability[index]) / float(candidates.readability[following])
    )
    strongest = sorted(above, key=lambda name: (-above[name], name))[:MAX_REASONS]
    return {name: above[name] for name in strongest if above[name] >= MIN_REASON}


def _to_nugget(
    talk: Talk,
    choice: Choice,
    rank: int,
    options: Options,
    *,
    scores: Mapping[str, float],
    reasons: Mapping[str, float],
    focus: Focus | None,
) -> Nugget:
    """Make a nugget of a picked passage."""
    passage = choice.passage
    # Each part of a sentence that a change of speaker cuts has the whole text: it counts once.
    texts = [talk.texts[i] for i in passage.picks if not talk.sentences[i].continues]
    terms = {} if focus is None else focus.terms
    said = [
        word
        for text in texts
        for word in talk.lexicon.split_words(text)
        if talk.lexicon.stem(word) in terms
    ]
    first, last = passage.indices[0], passage.last
    before, after = _find_context(talk, first, last, options.context)
    return Nugget(
        rank=rank,
        label=(),
        score=round(choice.score, DIGITS),
        sentences=tuple(talk.sentences[i] for i in passage.indices),
        roles=tuple("question" if i == passage.question else "pick" for i in passage.indices),
        scores=scores,
        before=talk.sentences[before:first],
        after=talk.sentences[last + 1 : after],
        why=explain(
            scores,
            focus=None if focus is None else focus.text,
            said=list(dict.fromkeys(said)),
            reasons=reasons,
        ),
    )


def _find_context(talk: Talk, first: int, last: int, count: int) -> tuple[int, int]:
    """Find where the context begins and ends; no sentence that a change of speaker cuts is torn.

    Args:
        talk: The talk.
        first: Index of the first sentence of a passage.
        last: Index of its last sentence.
        count: Sentences of context on each side.

    Returns:
        Index of the first sentence of the context, and index after its last.
    """
    before, after = max(0, first - count), last + 1 + count
    if count:
        while before and is_cut_after(talk.sentences, before - 1):
            before -= 1
        while is_cut_after(talk.sentences, after - 1):
            after += 1
    return before, after
