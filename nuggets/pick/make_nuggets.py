"""Nuggets: the picked passages, each with its scores, context and explanation."""

from __future__ import annotations

from collections.abc import Mapping

from nuggets.english.words import split_words, stem
from nuggets.option_definitions import Options
from nuggets.pick.by_focus import choose_for_focus
from nuggets.pick.candidates import Candidates, Choice
from nuggets.pick.explain import explain
from nuggets.pick.passages import is_cut_after
from nuggets.pick.whole_talk import choose_for_talk
from nuggets.rank.boosted_trees import BoostedTrees
from nuggets.rank.features import FEATURES
from nuggets.rank.focus import Focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.scoring import Scores
from nuggets.values import Nugget, Result, Status

MAX_REASONS = 2  # features that an explanation names, those that add most; by eye
DIGITS = 4  # of scores


def pick_for_focus(
    talk: Talk,
    focus: Focus,
    scores: Scores,
    candidates: Candidates,
    *,
    options: Options,
    trees: BoostedTrees | None,
) -> Result:
    """Pick the nuggets for a focus.

    Args:
        talk: The talk.
        focus: The focus.
        scores: Of the talk's sentences against the focus.
        candidates: Those that the options allow.
        options: How many, how long, in which order.
        trees: Those that the scores come from; they explain a nugget's place.
    """
    if scores.status == "not-discussed":
        return Result(focus.text, "not-discussed", ())
    nuggets = [
        _to_nugget(
            talk, choice, rank, options, focus=focus, reasons=_find_reasons(choice, scores, trees)
        )
        for rank, choice in enumerate(choose_for_focus(talk, scores, candidates, options), 1)
    ]
    return _to_result(focus.text, nuggets, options, scores.status)


def pick_for_talk(talk: Talk, candidates: Candidates, options: Options) -> Result:
    """Pick the nuggets of the talk as a whole; arguments as in `pick_for_focus`."""
    nuggets = [
        _to_nugget(talk, choice, rank, options)
        for rank, choice in enumerate(choose_for_talk(talk, candidates, options), 1)
    ]
    return _to_result(None, nuggets, options)


def _to_result(
    focus: str | None, nuggets: list[Nugget], options: Options, status: Status = "ok"
) -> Result:
    if options.order == "time":
        nuggets.sort(key=lambda nugget: nugget.sentences[0].index)
    return Result(focus, status, tuple(nuggets))


def _find_reasons(
    choice: Choice, scores: Scores, trees: BoostedTrees | None
) -> Mapping[str, float]:
    """Name the features that add most to the log-odds of a choice, at its densest sentence."""
    if trees is None:
        return {}
    densest = max(choice.passage.picks, key=lambda i: (scores.topic_density[i], -i))
    added = trees.explain(scores.features[densest])
    strongest = sorted(added, key=lambda name: (-added[name], name))[:MAX_REASONS]
    return {FEATURES[name]: added[name] for name in strongest if added[name] > 0}


def _to_nugget(
    talk: Talk,
    choice: Choice,
    rank: int,
    options: Options,
    *,
    focus: Focus | None = None,
    reasons: Mapping[str, float] | None = None,
) -> Nugget:
    """Make a nugget of a picked passage."""
    passage = choice.passage
    # Each part of a sentence that a change of speaker cuts has the whole text: it counts once.
    texts = [talk.texts[i] for i in passage.picks if not talk.sentences[i].continues]
    scores = {
        "relevance": round(choice.relevance, DIGITS),
        "centrality": round(max(float(talk.centrality[i]) for i in passage.picks), DIGITS),
        "novelty": round(choice.novelty, DIGITS),
        "substance": round(max(talk.traits[i].informativeness for i in passage.picks), DIGITS),
    }
    terms = {} if focus is None else focus.terms
    said = [word for text in texts for word in split_words(text) if stem(word) in terms]
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
            reasons=reasons or {},
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
        while talk.sentences[before].continues:
            before -= 1
        while is_cut_after(talk.sentences, after - 1):
            after += 1
    return before, after
