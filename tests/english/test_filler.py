"""Filler is told from sentences with content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.filler import is_backchannel, is_greeting
from nuggets.formats.advertisements import is_sponsor_read
from nuggets.formats.stage_directions import is_stage_direction, strip_stage_directions

PREDICATES = (is_backchannel, is_greeting, is_sponsor_read, is_stage_direction)

BACKCHANNELS = """
    Yeah. | Mm-hmm. | Right, right. | Yeah, exactly. | Okay. | Sure, yeah. | I see. | Uh-huh.
    That's right. | That’s right. | Totally. | Wow. | Nice . | No. No. | Uh . | Mm - hmm .
    Yeah , that 's right . | {vocalsound} Yeah . | Oh , yeah {disfmarker} yeah . | mm 'kay .
    But {disfmarker} | So , um , yeah . | I don't know . | That is a good question. | Really?
    Oh my God. | For sure. | 100%. | Of course… | That’s so interesting. | No way! | Yep — exactly.
"""
GREETINGS = """
    Welcome back to the show. | Thanks for having me. | It's great to be here. | Good morning.
    Thank you so much for listening. | Hello everyone and welcome. | See you next week. | Hi Jane !
    And now, dear friends, here’s Sam Altman. | Sam, you're an incredible person. | Hello .
    The following is a conversation with Sam Altman, CEO of OpenAI, the company behind GPT-4.
    It's an honor to talk to you. | Thank you for the work you're doing. | I yield back.
    Thank you, Chair. | Thank you very much, Mr. Chair. | Okay , thank you .
    Good afternoon, Mr.Chair. | Thanks, Lynne. | How are you doing? | Mr. Singh.
    We'll now go to Ms. Zahid.
    I call this meeting to order. | Welcome, Anna. | So great to see you again. | Bye-bye.
    Thank you for coming on the podcast. | Have a great day. | My guest today is Anna Lee.
    This is the Lex Fridman podcast. | I'm Dana Lee, and you're listening to The Long Road.
    Thanks for listening to this conversation with Sam Altman. | Good evening, ladies and gentlemen.
    Okay , right , welcome to meeting B_ . | Well hi everyone again . | {vocalsound} Thanks .
"""
SPEECH = """
    Yes, we ship in May. | Right to left. | We welcome regulation. | No, I disagree with that.
    Hello World is the first program everybody writes. | Investors sponsor a lot of research.
    Most people subscribe to that theory. | The music industry (in part) collapsed.
    Thanks to this law, prices fell. | Good regulation takes time. | Okay, so the plan is simple.
    I see two problems. | (The margin was thin.) | We use code review for every change.
    Now here's the thing about AGI. | It's good to be careful with strong models.
    It's great to see progress in medicine. | I'm happy to talk about the risks of this.
    Wow is not an argument. | But you 're listening to the mixed signal . | 2 * 3 * 4 is 24.
    Right now nobody knows. | Sure, if the price falls. | That's right if you believe the data.
    I like it when models explain themselves. | We should take a break from growth.
    You're welcome to change the weights. | I'm an engineer. | We follow the podcast market.
    Twenty percent off the coast of Norway is wind power. | Thank you for nothing but I disagree.
    This is the show trial of the century. | What is RLHF? | Like literally the ordering of words.
    We go to google.com every day. | Mr. Chair, I oppose the bill. | I yielded the point.
    We use the code ABC in production. | Let's take a short break from coal. | I love you all.
    The links in the bio pipeline fail. | The sponsor of the bill is a Liberal.
    We'll be back in May. | They took 200 dollars off the price. | Support for this program is low.
    Enjoy the yogurts, cheeses and other products because it's true that milk is good.
"""


def table(text: str) -> list[str]:
    """Read sentences that are set apart by bars and line breaks."""
    return [entry.strip() for line in text.strip().splitlines() for entry in line.split(" | ")]


@pytest.mark.parametrize("text", table(BACKCHANNELS))
def test_backchannels_are_recognised(text: str) -> None:
    """Listening, agreeing and hesitating is a backchannel and no other kind of filler."""
    assert [is_kind(text) for is_kind in PREDICATES] == [True, False, False, False]


@pytest.mark.parametrize("text", table(GREETINGS))
def test_greetings_are_recognised(text: str) -> None:
    """Greetings, thanks, introductions and good-byes are ritual."""
    assert is_greeting(text)
    assert not is_backchannel(text)


@pytest.mark.parametrize("text", table(SPEECH))
def test_what_says_something_is_no_filler(text: str) -> None:
    """No predicate takes a sentence with content."""
    assert not any(is_kind(text) for is_kind in PREDICATES)


@given(st.text(st.sampled_from("a. [](){}*♪ Hi,Thank you-—'Okay\n")) | st.text())
def test_predicates_take_any_text(text: str) -> None:
    """Blanks around a text change no verdict, and stripping twice changes nothing."""
    assert [is_kind(f" {text}\n") for is_kind in PREDICATES] == [
        is_kind(text) for is_kind in PREDICATES
    ]
    once = strip_stage_directions(text)
    assert len(once) <= len(text)
    assert once == " ".join(once.split())


@pytest.mark.parametrize(
    "piece", ["okay ", "Hi ", "thank you ", "Anna ", "really good ", "*a", "["]
)
def test_no_text_takes_for_ever(piece: str) -> None:
    """Repeating a phrase a thousand times before a word that fits nothing ends at once."""
    text = piece * 1000 + "zebra crossings"
    assert not any(is_kind(text) for is_kind in PREDICATES)
