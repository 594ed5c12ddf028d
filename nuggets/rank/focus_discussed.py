"""Whether a talk discusses a focus: a logistic regression on four numbers, with two thresholds.

Below both the focus is refused, above both it is answered, and between them it is answered with a
warning, since there neither is safe.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nuggets.embed.token_vectors import TokenVectors
from nuggets.rank.focus import Focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.term_proximity import term_coverage
from nuggets.values import Status
from nuggets.vectors import STEP, Vector, cosines, exact_sum, to_grid

# Learnt by `make refusal-model` from 54 talks that editors read, with 216 foci that these discuss
# and 108 that they do not (`editors/train`), 2026-11.
UNIT = 2**10  # steps to the unit of log-odds
BASE = -5381
MEANING, VOCABULARY, COVERAGE, SHORT = 4660, 5760, 1884, -1284
UNSURE_FROM = -2069  # 1.5 % of the own foci are below, by cross-validation over talks
OK_FROM = 1149  # 95.5 % of the absent foci are below, likewise

NEAREST = 3  # sentences whose mean cosine is the meaning; of 1, 3, 10 and 30 the best, on train
SHORT_TERMS = 2  # terms of a focus that is short: its words are met by chance more often
MAX_TOKENS = 64  # of a focus that are looked up, the first ones, so that time is bounded; by eye


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a talk discussing a focus.

    Attributes:
        meaning: Mean cosine of the nearest sentences to the focus.
        vocabulary: How near the talk's vocabulary comes to the focus's, from `match_vocabulary`.
        coverage: Share of the focus's words that stand in one place, from `term_coverage`.
        is_short: Whether the focus has at most `SHORT_TERMS` different words.
    """

    meaning: float
    vocabulary: float
    coverage: float
    is_short: bool


def judge_focus(talk: Talk, focus: Focus, tokens: TokenVectors, cosine: Vector) -> Status:
    """Tell whether a talk discusses a focus; arguments as of `gather_evidence`."""
    return judge(gather_evidence(talk, focus, tokens, cosine))


def gather_evidence(talk: Talk, focus: Focus, tokens: TokenVectors, cosine: Vector) -> Evidence:
    """Measure what speaks for a talk discussing a focus.

    Args:
        talk: Embedded by these token vectors.
        focus: From `parse_focus`.
        tokens: They embed the focus's tokens.
        cosine: Array of shape (n,), cosine of each sentence to the focus.
    """
    nearest = np.sort(cosine)[::-1][:NEAREST]
    return Evidence(
        meaning=exact_sum(nearest) / max(1, len(nearest)),
        vocabulary=match_vocabulary(talk, focus, tokens),
        coverage=term_coverage(talk, focus),
        is_short=len(focus.groups) <= SHORT_TERMS,
    )


def match_vocabulary(talk: Talk, focus: Focus, tokens: TokenVectors) -> float:
    """Measure how near the talk's vocabulary comes to that of a focus.

    Returns:
        The cosine of each token of the focus to the token of the talk that is nearest in meaning,
        1 where the talk says it; the mean of these, weighed by the lengths of the tokens' vectors,
        which are short for words that say little. In [0, 1] up to the rounding of vectors.

    Source:
        Khattab and Zaharia (2020), "ColBERT", whose late interaction adds up such maxima; there
        for one passage and without weights.
    """
    said = dict.fromkeys(int(i) for ids in tokens.tokenize(focus.meanings) for i in ids)
    rows = tokens.rows[list(said)[:MAX_TOKENS]].astype(np.float64)
    lengths = np.sqrt((rows**2).sum(axis=1))  # of whole numbers, so exact but for one rounding
    nearest = cosines(talk.vectors.vocabulary, to_grid(rows)).max(axis=0, initial=0.0)
    return exact_sum(lengths * nearest) / (exact_sum(lengths) or 1.0)


def judge(evidence: Evidence) -> Status:
    """Tell whether a talk discusses a focus.

    Returns:
        "ok" or "not-discussed" where that is safe, else "unsure". A focus whose words the talk
        says in one place is never "not-discussed", since a reader can find them there.
    """
    odds = log_odds(evidence)
    if odds >= OK_FROM:
        return "ok"
    return "unsure" if odds >= UNSURE_FROM or evidence.coverage >= 1 else "not-discussed"


def log_odds(evidence: Evidence) -> float:
    """Weigh the evidence: log-odds in steps of 1 / UNIT."""
    numbers = np.array([evidence.meaning, evidence.vocabulary, evidence.coverage])
    steps = np.rint(numbers / STEP)  # whole numbers, as the weights are: so the sum is exact
    weighed = steps @ np.array([MEANING, VOCABULARY, COVERAGE], dtype=np.float64)
    return BASE + (SHORT if evidence.is_short else 0) + float(weighed) * STEP
