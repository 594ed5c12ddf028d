"""Scores of one answer to one query: every measure that the query's gold or points allow."""

from __future__ import annotations

from collections.abc import Sequence

from nuggets.evaluate.answers import Answer
from nuggets.evaluate.documents import Query
from nuggets.evaluate.evaluated_talk import EvaluatedTalk
from nuggets.evaluate.measures import (
    score_nuggets,
    score_ranking,
    subtopic_recall,
    truncate_to_words,
)
from nuggets.evaluate.points import FocusPoints, score_points
from nuggets.evaluate.rouge import score_rouge


def score_answer(
    talk: EvaluatedTalk,
    query: Query,
    answer: Answer,
    *,
    gold_shares: Sequence[float] | None,
    rouge_words: int,
) -> dict[str, float]:
    """Compute every measure that an answer and its query allow.

    Args:
        talk: The talk.
        query: The query to it, without points.
        answer: What a system returned.
        gold_shares: For each sentence, the share of it that lies in the gold; None where there is
            no gold.
        rouge_words: Words of a summary that ROUGE reads.

    Returns:
        Values by measure.
    """
    values: dict[str, float] = {}
    if answer.nuggets is not None:
        nuggets = [nugget.words for nugget in answer.nuggets]
        word_count = talk.word_starts[-1]
        shares = [0.0] * word_count if gold_shares is None else talk.by_word(gold_shares)
        scores = score_nuggets(nuggets, shares)
        needs_no_gold = ("nuggets", "words")
        values |= scores if gold_shares is not None else {n: scores[n] for n in needs_no_gold}
        texts = [" ".join(nugget.texts) for nugget in answer.nuggets]
        values["redundancy"] = talk.tfidf_with_stop_words.redundancy(texts)
        if query.topics:
            topics = [talk.by_word(talk.gold_shares(topic)) for topic in query.topics]
            values["topics"] = subtopic_recall(nuggets, topics)
    if answer.ranking is not None and gold_shares is not None:
        values |= score_ranking(answer.ranking, gold_shares)
    if query.reference is not None:
        summary = answer.sentences if answer.summary is None else answer.summary
        values |= score_rouge(truncate_to_words(summary, rouge_words), query.reference)
    if answer.located_share is not None:
        values["located"] = answer.located_share
    return values


def score_answer_by_points(
    talk: EvaluatedTalk, target: FocusPoints, answer: Answer, *, count: int
) -> dict[str, float]:
    """Compute every measure of an answer to a focus of which editors say what is worth telling.

    Args:
        talk: The talk.
        target: What the editors say.
        answer: What a system returned.
        count: Nuggets at most.

    Returns:
        Values by measure. Of a focus that is not discussed: whether it is refused (whether no
        nugget is printed as sure). Of all others but the whole talk: whether it is refused, too.
        Empty for an answer without nuggets.
    """
    if answer.nuggets is None:
        return {}
    if target.kind == "absent":
        return {"absent_refused": float(not answer.vouches)}
    spans = [nugget.spans for nugget in answer.nuggets]
    values = score_points(spans, target, talk.words, count=count)
    if target.kind != "whole":
        values["own_refused"] = float(answer.refuses)
    if answer.located_share is not None:
        values["located"] = answer.located_share
    return values
