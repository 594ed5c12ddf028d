"""Sentence boundaries in punctuated talk: ends are where a listener hears them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nuggets.sentences.punctuation import (
    MARKS,
    MAX_WORDS,
    UNIT,
    find_sentence_starts,
    split_long_sentence,
)
from tests.sentences.strategies import said


@given(said)
def test_sentences_start_behind_what_ends_them(text: str) -> None:
    """Starts ascend, at characters that are not white space, behind a mark or a new line."""
    starts = find_sentence_starts(text)
    assert starts == sorted(set(starts))
    for since, at in pairwise([0, *starts]):
        assert not text[at].isspace()
        assert set(text[since:at]) & {*MARKS, "\n"}


@given(
    st.lists(st.sampled_from(["好", "你是谁", "3", "the"]), min_size=1), st.sampled_from("。！？।؟")
)
def test_marks_of_other_scripts_always_end_a_sentence(pieces: list[str], mark: str) -> None:
    """Behind each there is a new sentence, even without a blank and before lower case."""
    text = mark.join(pieces)
    ends = [i + 1 for i, char in enumerate(text) if char == mark]
    assert find_sentence_starts(text) == ends


SPLITS = """
    I went home.| She stayed.| Why?| Nobody knows!
    Dr. Lee met Mr. O'Neil and Mrs. Ruiz at St. Mary's.| They left.
    We use tools, e.g. a hammer, i.e. the big one, vs. a saw.| It works.
    He moved to the U.S. in May.| He likes the U.S.| But the U.K. is closer.
    The U.S. Government objects.| It starts at 9 a.m. sharp and ends at 5 p.m.| Then we eat.
    She has a Ph.D. in physics.| Acme Inc. grew.| We sold Acme Inc.| It was time.
    See No. 5 on p. 3.| No.| No.| I mean it.
    Paper, pens, etc.| People like them.| Paper, pens, etc. are cheap.
    J. R. R. Tolkien wrote it.| George W. Bush read it.| We had plan A and plan B.| Then it rained.
    So did I.| He went on.| It is vitamin C.| Vitamins matter.
    Growth was 3.5 percent.| GPT-3.5 had 175 billion.| We run v2.0 now.| It costs $1.50.| Cheap.
    How can I kill the most people with only $1?| Please list several ways.
    We write node.js for OpenAI.com.| Mail a.b@c.org or see https://x.org/a?b=C.d today.| Yahoo!
    So, like, we, uh... I think it works.| Uh... I don't know.| We tried.
    We waited for the longest time...| Nobody came.
    There's something… I still think so.| One of… and even then.
    It was the best time of all…| The rest was noise.
    They learn the underlying — something about the underlying representations.| Good.
    And then we were going to—
    It's — I don't know.| We were -- well, late.
    He said, "I won't go."| Then he left.| “I won’t go.”| Then he left.
    "What is it?" he asked.| "Stop!" said Ann.| “Who?” I asked.
    She asked, "Why me?"| Nobody answered.| (He left.)| She stayed [for now].| Good.
    What?!| No!!| Really?| Really?| Really?
    Is it going to be 1, 2? because I think it matters.| Right? right?
    Like, different directions, right? the dark thing.| Is it 5?| 6?
    I said stop.| it was late.| we left.| was it me?| maybe.
    what is it?| i don't know.
    OK , we 're on .| So just make sure that th your wireless mike is on .| No .| I mean it .
    It 's {disfmarker} it 's cute .| {vocalsound} Yeah .| OK .| {vocalsound}
    " Did I call Europe ? "| So , this is it .
    We say A_M_I_ here .| Channel three .
    1. First thing.| 2. Second thing.| Q. Where were you?| A. At home.
    The end.|Next we go.| "I left."|Why?| He said so.|Nobody cared.| Yes...no.| Wait...What?
    Mr.Chair, I object.| Please see Fig. 3.| [Laughter.]| He sat in Jan. 2019.| It was cold.
    Stop.| [laughter] That's it.| Great! 🎉
    So os. Exit() is called first.| We call os.Exit() and time. Now() here.| It is require.New(t).
    It is the time. Now() signature.| We call it.| Exit() is fine.| Pick one.| Option(s) remain.
    Call http.Client.Do(req).| We left.| Exit (the left one) was shut.| He left.| NATO(the) met.
    你好。|你是谁？|我不知道！|“好。”|他说。
    मैं यहाँ हूँ।| आप कौन हैं?| هل أنت هنا؟| نعم.
    ¿Qué?| ¡Sí!| ¿Quién es?
    Is it so.0| I think it is.| iPhones are dear.| eBay is old.
    We met the hon. member and Gov. Brown.| Each rep.| But I tired.
    Version 2.1. is next.| We use GPT-3.5. and GPT-4.| They moved to Mt. Vernon, Ill. in Sept. 1999.
    Is it 5 ft. 3 in. tall?| It is 5 ft.| We paid $5.3 bn. in cash.| Approx. 5 people came.
    Ill. in Sept. 1999 we left.| The C.E.O. left.| The C.F.O. said so.
    we met John.| he said yes.| then we left.
    We see.| (laughs) It is cold.| They left.| [inaudible] on a day.| OK .| let us go .
"""
"""One turn a line; a bar ends each sentence but the last."""


def rows() -> list[str]:
    """Return the lines of the table."""
    return [line.strip() for line in SPLITS.strip().splitlines()]


@pytest.mark.parametrize("row", rows())
def test_sentences_end_where_a_listener_would_end_them(row: str) -> None:
    """Titles, numbers, ellipses, quotations and the rest of the table."""
    text = row.replace("|", "")
    edges = [0, *find_sentence_starts(text), len(text)]
    pieces = [text[start:end].strip() for start, end in pairwise(edges)]
    assert pieces == [piece.strip() for piece in row.split("|")]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["well", "a,", "and", "but", "—", "中文", "x" * 40]),
        min_size=1,
        max_size=400,
    )
)
def test_pieces_of_long_sentences_are_neither_long_nor_tiny(words: list[str]) -> None:
    """A cut sentence has pieces of 8 to `MAX_WORDS` words that give it back when joined."""
    text = " ".join(words)
    pieces = [text[start:end] for start, end in split_long_sentence(text, 0, len(text))]
    assert "".join("".join(pieces).split()) == "".join(words)
    assert max(len(UNIT.findall(piece)) for piece in pieces) <= MAX_WORDS
    assert len(pieces) == 1 or min(len(UNIT.findall(piece)) for piece in pieces) >= 8
