"""Continuations of sentences that a wrong change of speaker cuts: scored as one, shown as two."""

from __future__ import annotations

import numpy as np
import pytest

import nuggets
from nuggets.english.annotate import annotate, join_continuations
from nuggets.pick.passages import find_passages
from nuggets.sentences.punctuation import MAX_WORDS
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


@pytest.mark.parametrize("count", [20, 300])
def test_no_sentence_has_more_words_than_one_without_cuts(count: int) -> None:
    """A longer chain is no sentence, and costs no more than so many turns."""
    cut = [f"{'Ann' if i % 2 else 'Ben'}: and then we rest in May" for i in range(count)]
    cut = [part.replace("and", "And", 1) if i == 0 else part for i, part in enumerate(cut)]
    whole = ["Ann: We ship the pump in spring.", "Ben: It is so, and it pleases all."] * count
    sentences = split_sentences(talk(" | ".join([*whole, *cut, "Ann: Good."])))
    lengths = {len(text.split()) for text in join_continuations(sentences)}
    assert MAX_WORDS - 6 < max(lengths) <= MAX_WORDS


LOSS = (
    "Ann: We opened the harbor plant in spring. It lost about | Bob: Mm-hm. | "
    "Ann: nine million dollars in its first year, because the salt ate the pumps. | "
    "Bob: Why did nobody see that? | Ann: Nobody had asked the people who fish there."
)
WHOLE = "It lost about nine million dollars in its first year, because the salt ate the pumps."


def test_a_sentence_goes_on_over_a_listener() -> None:
    """Its second part follows the listener's turn, and belongs to the first one."""
    sentences = split_sentences(talk(LOSS))
    (tail,) = (one for one in sentences if one.continues)
    assert tail.continues == 2
    joined = join_continuations(sentences)
    assert joined[tail.index] == joined[tail.index - 2] == WHOLE
    assert joined[tail.index - 1] == "Mm-hm."


def test_a_listener_in_lower_case_says_no_part_of_it() -> None:
    """What stands between the parts of one speaker's sentence is the listener's own."""
    rest = " | Ann: We sold it. | Bob: To whom? | Ann: To the town. | Bob: I see. | Ann: In May."
    sentences = split_sentences(talk(LOSS.replace("Mm-hm.", "oh dear me.") + rest))
    assert [one.continues for one in sentences if one.continues] == [2]
    assert WHOLE in join_continuations(sentences)


def test_the_printed_sentence_has_its_head_and_no_listener() -> None:
    """It is shown as two verbatim spans of its speaker; the second is never printed alone."""
    transcript = talk(LOSS)
    (result,) = nuggets.summarize(transcript, "money lost", max_sentences=1).results
    shown = [[one.text for one in nugget.sentences] for nugget in result.nuggets]
    assert [
        "It lost about",
        "nine million dollars in its first year, because the salt ate the pumps.",
    ] in shown
    for nugget in result.nuggets:
        assert not nugget.sentences[0].continues
        for one in nugget.sentences:
            assert one.speaker == "Ann"
            assert transcript.source[one.start : one.end] == one.text


def test_a_sentence_may_be_cut_by_several_listeners_and_often() -> None:
    """What all listeners say between two parts is a few words at most."""
    script = (
        "Ann: We ship the pumps that were built for the harbor in the spring of last year. | "
        "Ann: So I think that we should | Bob: Yeah. | Cy: Mm. Right. | "
        "Ann: sell the boat, | Bob: Hm. | Ann: the pier, and, | Cy: {laughs} | Ann: one day, the | "
        "Bob: Uh-huh. | Ann: whole harbor. | Bob: Good."
    )
    sentences = split_sentences(talk(script))
    assert [one.continues for one in sentences if one.continues] == [4, 2, 2, 2]
    whole = "So I think that we should sell the boat, the pier, and, one day, the whole harbor."
    assert join_continuations(sentences).count(whole) == 5


@pytest.mark.parametrize(
    "after",
    [
        "Bob: Mm-hm. | Ann: Nine million dollars.",  # a new sentence, as far as one can tell
        "Bob: Mm-hm. | Cy: nine million dollars.",  # of somebody else
        "Bob: Not in the year that I remember. | Ann: nine million dollars.",  # no interjection
        "Ann: Mm-hm. | Ann: nine million dollars.",
        "Bob: Mm-hm. | Ann: right?",
    ],
)
def test_other_turns_do_not_go_on_over_a_listener(after: str) -> None:
    """Only the same speaker's next words, in lower case, after a word or two of others."""
    rest = "Bob: Good. | Ann: We ship. | Bob: When? | Ann: In May. | Bob: Fine."
    assert continuations(f"Ann: We ship. | Bob: So? | Ann: It lost about | {after} | {rest}") == []
    assert continuations(f"Ann: It lost us about | {after} | {rest}") == []


def test_half_a_sentence_of_a_listener_holds_no_other() -> None:
    """A passage of the listener does not take what the speaker goes on with."""
    script = LOSS.replace("Mm-hm.", "All the pumps failed.")
    sentences = split_sentences(talk(script))
    annotation = annotate(sentences)
    for passage in find_passages(sentences, annotation.traits, max_sentences=3):
        assert {sentences[i].speaker for i in passage.picks} == {sentences[passage.first].speaker}
        assert "It lost about" not in {sentences[i].text for i in passage.picks}


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
