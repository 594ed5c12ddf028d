"""Continuations of sentences that a wrong change of speaker cuts: scored as one, shown as two."""

from __future__ import annotations

import numpy as np
import pytest

import nuggets
from nuggets.english.annotate import join_continuations
from nuggets.sentences.splitter import split_sentences
from nuggets.values import Summary
from tests.builders import talk

CUT = (
    "Emma: We built the new pump in the harbor last year. It cost 40 million dollars to build. | "
    "Ben: Why did it cost so much? | "
    "Emma: The pump cost so much because the harbor water carries salt, which eats every pipe "
    "that is made of steel, and so we needed | "
    "Unknown Speaker: titanium for the pump, the most expensive metal that a pump can be made of. "
    "Titanium pumps last for thirty years in salt water. | "
    "Ben: That is a long time. | "
    "Emma: Yes, it is a very long time."
)


def continuations(script: str) -> list[tuple[str | None, str]]:
    """Give the speakers and texts of the sentences that go on with the one before."""
    return [(one.speaker, one.text) for one in split_sentences(talk(script)) if one.continues]


def summarize(*, max_sentences: int = 3, context: int = 0) -> Summary:
    """Find what the talk says about titanium."""
    return nuggets.summarize(
        talk(CUT), "titanium pumps", count=3, max_sentences=max_sentences, context=context
    )


def test_the_second_half_is_known() -> None:
    """Both halves keep their speakers, places and words."""
    sentences = split_sentences(talk(CUT))
    (i,) = (one.index for one in sentences if one.continues)
    first, second = sentences[i - 1 : i + 1]
    assert (first.speaker, second.speaker) == ("Emma", "Unknown Speaker")
    assert first.text.endswith("and so we needed")
    assert second.text.startswith("titanium for the pump")
    assert first.end < second.start
    joined = join_continuations(sentences)
    assert joined[i - 1] == joined[i] == f"{first.text} {second.text}"
    assert joined[: i - 1] == [one.text for one in sentences[: i - 1]]


@pytest.mark.parametrize(
    "script",
    [
        "Ann: We ship. | Ben: So I think we | Ann: Rest. | Ben: Good.",  # begins with a capital
        "Ann: We ship. | Ben: So I think we — | Ann: rest in May. | Ben: Good.",  # breaks off
        "Ann: We ship. | Ben: So I think we... | Ann: rest in May. | Ben: Good.",
        "Ann: We ship. | Ben: So I think we rest. | Ann: in May. | Ben: Good.",  # is finished
        "Ann: we ship | Ben: so i think we | Ann: rest in may | Ben: good",  # no punctuation
        "Ann: we ship. | Ben: so i think we | Ann: rest in May. | Ben: good.",  # no capitals
        "Ann: We ship. | Ben: So | Ann: Rest | Ben: Well | Ann: we go | Ben: Yes.",  # no marks
        "Ann: We ship. | Ben: So I think we [laughter] | Ann: rest in May. | Ben: Good.",
        "Ann: We ship. | Ben: So I think we | Ann: — rest in May. | Ben: Good.",
        "Ann: We ship. | Ben: Oh yeah | Ann: because we rest. | Ben: Good.",  # an interjection
        "Ann: We ship. | Ben: So I think we | Ann: right? | Ben: Good.",
        "Ann: We ship. | Ben: So I think th | Ann: rest in May. | Ben: Good.",  # half a word
        "Ann: We ship.",
    ],
)
def test_others_are_no_continuations(script: str) -> None:
    """Only a sentence that plainly goes on in a talk that is otherwise written with care."""
    assert continuations(script) == []


def test_a_sentence_may_be_cut_twice() -> None:
    """Three turns may share one sentence."""
    script = "Ann: We ship. | Ben: So I think we | Ann: rest in | Ben: spring, yes. | Ann: Good."
    assert continuations(script) == [("Ann", "rest in"), ("Ben", "spring, yes.")]
    whole = "So I think we rest in spring, yes."
    assert join_continuations(split_sentences(talk(script)))[1:4] == [whole] * 3


@pytest.mark.parametrize("count", [4, 5, 300])
def test_no_sentence_has_more_than_three_parts(count: int) -> None:
    """A longer chain is no sentence, and costs no more than so many turns."""
    cut = [f"{'Ann' if i % 2 else 'Ben'}: and then we rest in May" for i in range(count)]
    cut = [part.replace("and", "And", 1) if i == 0 else part for i, part in enumerate(cut)]
    whole = ["Ann: We ship the pump in spring.", "Ben: It is so, and it pleases all."] * count
    sentences = split_sentences(talk(" | ".join([*whole, *cut, "Ann: Good."])))
    assert any(one.continues for one in sentences)
    for text in join_continuations(sentences):
        assert text.count("rest in May") <= 3


def test_both_halves_are_scored_as_one() -> None:
    """They have the vector, the terms and the scores of the joined text."""
    index = nuggets.Index(talk(CUT))
    (i,) = (one.index for one in index.sentences if one.continues)
    prepared = index._talk
    assert np.array_equal(prepared.vectors.sentences[i - 1], prepared.vectors.sentences[i])
    assert prepared.terms[i - 1] == prepared.terms[i]
    assert prepared.traits[i - 1] == prepared.traits[i]
    assert not prepared.traits[i].is_fragment


@pytest.mark.parametrize("max_sentences", [1, 2, 3])
def test_a_nugget_holds_both_halves_or_none(max_sentences: int) -> None:
    """They are in order, each by its own speaker, and count as one sentence."""
    (result,) = summarize(max_sentences=max_sentences).results
    found = False
    for nugget in result.nuggets:
        cut = [one.continues for one in nugget.sentences]
        assert not cut[0]
        assert len(cut) - sum(cut) <= max_sentences
        for one in nugget.sentences:
            if one.text.endswith("and so we needed"):
                found = True
                after = nugget.sentences[nugget.sentences.index(one) + 1]
                assert after.continues
                assert (one.speaker, after.speaker) == ("Emma", "Unknown Speaker")
    assert found


def test_both_are_shown_with_their_speakers() -> None:
    """In text each half stands after its speaker."""
    shown = nuggets.to_text(summarize(max_sentences=1))
    assert "and so we needed\n   Unknown Speaker: titanium for the pump" in shown
    assert "Emma: The pump cost so much" in shown


def test_context_holds_no_half() -> None:
    """What stands before and after a nugget begins and ends with whole sentences."""
    for context in (1, 2, 3):
        for nugget in summarize(max_sentences=1, context=context).results[0].nuggets:
            assert not nugget.before or not nugget.before[0].continues
            assert not nugget.after or not nugget.after[-1].text.endswith("we needed")


def test_a_limit_of_speakers_leaves_no_half() -> None:
    """Where only one of them is asked for, the sentence is not printed."""
    summary = nuggets.summarize(talk(CUT), "titanium", speakers="Unknown Speaker", count=5)
    for nugget in summary.results[0].nuggets:
        assert not any(one.continues for one in nugget.sentences)
