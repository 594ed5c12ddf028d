from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nuggets
from nuggets.embed.embedders import built_in_folder
from nuggets.embed.talk_vectors import load_models
from nuggets.option_definitions import Options
from nuggets.pick.by_focus import DENSITY_FLOORS, SEEDS, choose_for_focus
from nuggets.pick.candidates import Candidates, find_candidates
from nuggets.pick.whole_talk import choose_for_talk
from nuggets.pipeline import prepare
from nuggets.rank.boosted_trees import load_trees
from nuggets.rank.focus import parse_focus
from nuggets.rank.indexed_talk import Talk
from nuggets.rank.scoring import Scores, score
from tests.builders import talk
from tests.hangs import stopped_if_it_hangs
from tests.processes import SAMPLE

FOCI = ("heat pump", "privacy and consent", "what it costs", "jobs")


@cache
def sample() -> Talk:
    """The sample talk, split and embedded once."""
    return prepare(nuggets.read(SAMPLE), load_models("static"))


@cache
def scores_of(focus: str) -> Scores:
    """How the sample's sentences stand to a focus."""
    trees = load_trees(built_in_folder("ranker"))
    return score(sample(), parse_focus(focus, sample().acronyms), load_models("static"), trees)


@cache
def candidates(max_sentences: int = 3) -> Candidates:
    """The sample's passages."""
    return find_candidates(sample(), max_sentences=max_sentences)


@settings(deadline=None, max_examples=20)
@given(
    st.sampled_from(FOCI),
    st.integers(1, 12),
    st.integers(1, 4),
    st.one_of(st.none(), st.integers(1, 400)),
)
def test_what_is_chosen_keeps_to_the_options(
    focus: str, count: int, max_sentences: int, max_words: int | None
) -> None:
    """Never more nuggets or words than asked for, never two that overlap, the earlier of equals."""
    options = Options(count=count, max_words=max_words)
    for chosen in (
        choose_for_focus(sample(), scores_of(focus), candidates(max_sentences), options),
        choose_for_talk(sample(), candidates(max_sentences), options),
    ):
        assert len(chosen) <= count
        assert sum(choice.passage.words for choice in chosen) <= (max_words or 10**9)
        said = [i for choice in chosen for i in choice.passage.indices]
        assert len(said) == len(set(said))
        assert all(0 <= choice.novelty <= 1 and choice.score > 0 for choice in chosen)


@pytest.mark.parametrize("focus", FOCI)
def test_all_but_the_leaders_come_from_where_the_focus_is_talked_about(focus: str) -> None:
    """What is printed beyond the seeds stands where the topic density reaches the floor."""
    scores = scores_of(focus)
    chosen = choose_for_focus(sample(), scores, candidates(), Options())
    highest = max(scores.topic_density[list(p.picks)].mean() for p in candidates().passages)
    for choice in chosen[SEEDS:]:
        density = scores.topic_density[list(choice.passage.picks)].mean()
        assert density >= min(DENSITY_FLOORS) * highest - 1e-5


@pytest.mark.parametrize("focus", FOCI)
def test_more_nuggets_extend_fewer(focus: str) -> None:
    """With a focus the first n of n + 1 nuggets are the n nuggets."""
    lists = [
        choose_for_focus(sample(), scores_of(focus), candidates(), Options(count=n))
        for n in range(1, 8)
    ]
    for fewer, more in pairwise(lists):
        assert [c.passage for c in more[: len(fewer)]] == [c.passage for c in fewer]


@pytest.mark.parametrize("count", [3, 5, 10])
def test_every_part_of_a_talk_is_heard(count: int) -> None:
    """Without a focus the talk is cut into as many parts, and each gives a nugget."""
    chosen = choose_for_talk(sample(), candidates(), Options(count=count))
    words, at = [0], 0
    for trait in sample().traits:
        at += trait.words * trait.is_speech
        words.append(at)
    parts = {(words[(c.passage.first + c.passage.last) // 2] * count) // at for c in chosen}
    assert len(parts) >= count - 1  # one may stand on the edge of two parts


@pytest.mark.parametrize("most", [10**6, 10**30])
def test_any_number_of_nuggets_may_be_asked_for(most: int) -> None:
    """More than the talk has words takes no longer, and gives what so many as it has words give."""
    said = sum(trait.words for trait in sample().traits)
    with stopped_if_it_hangs():
        for words in (None, most):
            chosen = choose_for_talk(sample(), candidates(), Options(count=most, max_words=words))
            assert chosen
    assert choose_for_talk(sample(), candidates(), Options(count=most)) == choose_for_talk(
        sample(), candidates(), Options(count=said)
    )


def test_a_passage_that_was_said_before_is_not_chosen_again() -> None:
    """The same sentence in two places gives one nugget."""
    words = "The harbor was dammed in 1931 and the salmon never came back to the valley."
    other = "A fish ladder costs three million dollars, which is a year of the profit we make."
    script = " | ".join(f"{who}: {what}" for who, what in (("A", words), ("B", other)) * 3)
    summary = nuggets.summarize(talk(script), "salmon in the valley")
    texts = [s.text for n in summary.results[0].nuggets for s in n.sentences]
    assert texts.count(words) == 1


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
