from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nuggets
from nuggets.embed.embedders import built_in_folder
from nuggets.embed.talk_vectors import load_models
from nuggets.english.words import split_words
from nuggets.option_definitions import Options
from nuggets.pick.candidates import Candidates, find_candidates
from nuggets.pick.choose import FOCUS_FLOOR, LEAST, choose
from nuggets.pick.make_nuggets import score_passages
from nuggets.pick.passage_scores import PassageScores
from nuggets.pipeline import prepare
from nuggets.rank.focus import parse_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.ranker import load_ranker
from nuggets.rank.scoring import score
from tests.builders import talk
from tests.hangs import stopped_if_it_hangs
from tests.processes import SAMPLE

FOCI = ("heat pump", "privacy and consent", "what it costs", None)


@cache
def sample() -> Talk:
    """The sample talk, split and embedded once."""
    return prepare(nuggets.read(SAMPLE), load_models("static"))


@cache
def candidates(max_sentences: int = 3) -> Candidates:
    """The sample's passages."""
    ranker = load_ranker(built_in_folder("ranker"))
    return find_candidates(sample(), ranker, max_sentences=max_sentences)


@cache
def scores_of(focus: str | None, max_sentences: int = 3) -> PassageScores:
    """How the sample's passages stand to a focus."""
    ranker, models = load_ranker(built_in_folder("ranker")), load_models("static")
    found = None
    if focus is not None:
        found = score(sample(), parse_focus(focus, sample().acronyms), models)
    return score_passages(sample(), candidates(max_sentences), ranker, found)


@settings(deadline=None, max_examples=20)
@given(
    st.sampled_from(FOCI),
    st.integers(1, 12),
    st.integers(1, 4),
    st.one_of(st.none(), st.integers(1, 400)),
)
def test_what_is_chosen_keeps_to_the_options(
    focus: str | None, count: int, max_sentences: int, max_words: int | None
) -> None:
    """Never more nuggets or words than asked for, never two that overlap."""
    chosen, following = choose(
        sample(),
        candidates(max_sentences),
        scores_of(focus, max_sentences),
        Options(count=count, max_words=max_words),
        floor=FOCUS_FLOOR,
        least=LEAST,
    )
    assert len(chosen) <= count
    assert sum(choice.passage.words for choice in chosen) <= (max_words or 10**9)
    said = [i for choice in chosen for i in choice.passage.indices]
    assert len(said) == len(set(said))
    assert all(0 <= choice.novelty <= 1 and choice.score > 0 for choice in chosen)
    best = max(scores_of(focus, max_sentences).values)
    assert all(choice.score >= FOCUS_FLOOR * best for choice in chosen)
    assert all(choice.score >= LEAST for choice in chosen[1:])
    assert following not in [choice.index for choice in chosen]


@pytest.mark.parametrize("focus", FOCI)
def test_more_nuggets_extend_fewer(focus: str | None) -> None:
    """The first n of n + 1 nuggets are the n nuggets, and the next is the one left out."""
    found = [
        choose(sample(), candidates(), scores_of(focus), Options(count=n)) for n in range(1, 8)
    ]
    for (fewer, following), (more, _) in pairwise(found):
        assert more[: len(fewer)] == fewer
        assert more[len(fewer)].index == following


@pytest.mark.parametrize("most", [10**6, 10**30])
def test_any_number_of_nuggets_may_be_asked_for(most: int) -> None:
    """More than the talk has words takes no longer, and gives what so many as it has give."""
    said = sum(trait.words for trait in sample().traits)
    with stopped_if_it_hangs():
        for words in (None, most):
            options = Options(count=most, max_words=words)
            assert choose(sample(), candidates(), scores_of(None), options)[0]
    found = [
        choose(sample(), candidates(), scores_of(None), Options(count=n)) for n in (most, said)
    ]
    assert found[0] == found[1]


def test_a_passage_that_was_said_before_is_not_chosen_again() -> None:
    """The same sentence in two places gives one nugget."""
    words = "The harbor was dammed in 1931 and the salmon never came back to the valley."
    other = "A fish ladder costs three million dollars, which is a year of the profit we make."
    script = " | ".join(f"{who}: {what}" for who, what in (("A", words), ("B", other)) * 3)
    summary = nuggets.summarize(talk(script), "salmon in the valley")
    texts = [s.text for n in summary.results[0].nuggets for s in n.sentences]
    assert texts.count(words) == 1


@pytest.mark.parametrize("skipped", [0, 3])
def test_a_teaser_is_not_printed_beside_what_it_is_taken_from(skipped: int, tmp_path: Path) -> None:
    """A podcast begins with its best sentences, cut as they come: no words are printed twice."""
    source = SAMPLE.read_text("utf-8")
    best = nuggets.summarize(nuggets.read(SAMPLE), FOCI[:-1], count=3)
    sentences = [s for result in best.results for n in result.nuggets for s in n.sentences]
    cut = [(s.speaker, s.text.split()[skipped:]) for s in sentences]
    teaser = [f"{who}: {' '.join(words).capitalize()}" for who, words in cut if len(words) > 9]
    path = tmp_path / "podcast.txt"
    path.write_text("\n\n".join([*teaser, source]), "utf-8")
    whole = nuggets.Index(nuggets.read(path))
    for result in whole.summarize(FOCI[:-1]).results:
        runs: list[tuple[str, ...]] = []
        for nugget in result.nuggets:
            words = split_words(" ".join(sentence.text for sentence in nugget.sentences))
            ten = {tuple(words[at : at + 10]) for at in range(len(words) - 9)}
            runs += ten
        assert len(runs) == len(set(runs))


def test_whom_the_focus_names_is_preferred() -> None:
    """Of two who speak of one thing, the one whom the focus names comes first."""
    filler = "The salmon come back to the river in spring, and the whole village goes to see them."
    script = (
        f"Ann Moss: {filler} | Ben Kay: {filler} | "
        "Ann Moss: I think the heat pump is far too expensive for the families of our street. | "
        "Ben Kay: I think the heat pump is far too noisy for the families of our street. | "
        f"Ann Moss: {filler} | Ben Kay: {filler}"
    )
    for name in ("Ann Moss", "Ben Kay"):
        focus = f"What did {name} think about the heat pump?"
        summary = nuggets.summarize(talk(script), focus, order="rank")
        assert summary.results[0].nuggets[0].speakers == (name,)
