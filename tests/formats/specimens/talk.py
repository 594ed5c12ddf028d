"""The talk that every specimen of `data/formats` tells, word by word with its times.

We wrote it; the people, the town and the numbers are made up. It holds what readers stumble over:
an apostrophe in a name, letters beyond ASCII, `&` and `<`, numbers, a direction, genuine
repetition, colons that are no labels, and sentences longer than a cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby
from typing import NamedTuple

MARKS = ".,?!:;"
"""What recognisers list as marks, apart from the words before them."""


class Word(NamedTuple):
    """A word with its marks; times in milliseconds from the start of the recording."""

    text: str
    start_ms: int
    end_ms: int


class Spoken(NamedTuple):
    """A turn, or what a caption shows of one, word by word.

    Attributes:
        speaker: Who speaks.
        words: What is said; never empty.
        opens: Whether the turn begins here.
    """

    speaker: str
    words: tuple[Word, ...]
    opens: bool = True

    @property
    def text(self) -> str:
        """The words with a blank between each two: what every reader gives."""
        return " ".join(word.text for word in self.words)

    @property
    def start_ms(self) -> int:
        """When the first word begins."""
        return self.words[0].start_ms

    @property
    def end_ms(self) -> int:
        """When the last word ends."""
        return self.words[-1].end_ms


def time_words(turns: Sequence[tuple[str, str]]) -> tuple[Spoken, ...]:
    """Give each word a time: longer for longer words, a pause at each mark and between turns.

    Args:
        turns: Who says what; words are parted by single blanks.
    """
    spoken: list[Spoken] = []
    at = 1_240
    for speaker, text in turns:
        words: list[Word] = []
        for word in text.split(" "):
            until = at + 120 + 40 * len(word)
            words.append(Word(word, at, until))
            at = until + (600 if word[-1] in ".?!" else 250 if word[-1] in ",:;" else 40)
        spoken.append(Spoken(speaker, tuple(words)))
        at += 700
    return tuple(spoken)


def names_of(talk: Sequence[Spoken]) -> list[str]:
    """Who speaks in a talk, in the order in which they first do."""
    return list(dict.fromkeys(spoken.speaker for spoken in talk))


def join_turns(talk: Sequence[Spoken]) -> list[tuple[str, str, int]]:
    """List who says what from when on, with turns of one speaker in a row joined."""
    joined = []
    for speaker, group in groupby(talk, key=lambda spoken: spoken.speaker):
        turns = list(group)
        joined.append((speaker, " ".join(turn.text for turn in turns), turns[0].start_ms))
    return joined


def cut_into_cues(talk: Sequence[Spoken], *, most_words: int = 9) -> Iterator[Spoken]:
    """Cut each turn into cues of so many words, wherever its sentences end."""
    for spoken in talk:
        for at in count(0, most_words):
            words = spoken.words[at : at + most_words]
            if not words:
                break
            yield Spoken(spoken.speaker, words, at == 0)


_MARA = "Mara O'Neil"
_TOMAS = "Tomás Reyes"
_PRIYA = "Priya Nair"

TURNS: tuple[tuple[str, str], ...] = (
    (
        _MARA,
        "Good evening, and thank you all for coming to the town hall. Tonight is about the seed "
        "library, the one in the old AT&T exchange on Café Street, and about whether the town "
        "should go on paying for it. Tomás, you started it. What is a seed library?",
    ),
    (
        _TOMAS,
        "It is a library where you borrow seeds instead of books. You take a packet of beans in "
        "spring, you grow them, and in autumn you bring back seeds from the best plants, so the "
        "collection grows every year instead of shrinking. We began with 40 varieties, and today "
        "we keep 2266 of them in the old exchange, at 4 degrees and very, very dry.",
    ),
    (_MARA, "Mm-hmm."),
    (
        _TOMAS,
        "The reason it matters is that seeds adapt. A bean that has been grown in this valley for "
        "thirty years survives our late frost, and the same bean from a catalogue does not, "
        "because the catalogue buys it from a place with no frost at all.",
    ),
    (
        _MARA,
        "Priya, you are the town's treasurer, and you proposed to close it. Why?",
    ),
    (
        _PRIYA,
        "I proposed to stop paying for the building, which is not the same thing. The exchange "
        "costs the town 31,500 dollars a year, mostly for heating and for the roof, and fewer "
        "than 90 households borrowed a seed last year. That is 350 dollars a household, and for "
        "that money I could buy every one of them a greenhouse. [laughter]",
    ),
    (_TOMAS, "No. No. That is not the whole sum."),
    (_PRIYA, "Then tell us the whole sum."),
    (
        _TOMAS,
        "The 90 households are the ones who signed the book. Each of them gives seeds to their "
        "neighbours, so when we asked at the market, one garden in five had something from our "
        "shelves. And one more thing: two farms now sell a flour that exists only because "
        "we kept a wheat that everybody else had thrown away, and those farms pay taxes here.",
    ),
    (
        _MARA,
        "On the question of the building: is there any other place that is cold and dry enough?",
    ),
    (
        _PRIYA,
        "Yes, there is. The school has a cellar that stays below 8 degrees all summer, and it is "
        "empty. Moving the collection there would cost 6,000 dollars once, and after that "
        "the heating would cost the town nothing, since the school is heated anyway.",
    ),
    (
        _TOMAS,
        "Eight degrees is too warm. At 4 degrees a bean lives for ten years, and at 8 degrees it "
        "lives for about five, so we would have to grow everything twice as often, and with "
        "volunteers that means losing varieties. If x < 5 the seeds keep, if it is more they die, "
        "it is as simple as that.",
    ),
    (
        _PRIYA,
        "Then put the rare ones in a freezer. A freezer for 300 varieties costs 900 dollars, it "
        "uses less power than the light in the stairs of the exchange, and the seeds in it would "
        "live for fifty years rather than ten.",
    ),
    (
        _TOMAS,
        "That would work for the rare ones, I admit that. But a freezer is a vault, and a library "
        "is a place where people come in. When the shelves are in a cellar behind a school door, "
        "nobody comes in after four o'clock, and a seed that nobody grows stops adapting.",
    ),
    (_MARA, "So you would agree to the cellar if it had a door to the street?"),
    (
        _TOMAS,
        "If it had a door to the street, a freezer for the rare varieties, and somebody who is "
        "paid for six hours a week to keep the catalogue, then yes, I would agree to it tonight.",
    ),
    (
        _PRIYA,
        "Six hours a week is 9,000 dollars a year. With the move and the freezer that still saves "
        "the town more than 20,000 dollars in every year after the first, so I would agree to "
        "that as well, and I did not expect to say so this evening.",
    ),
    (_MARA, "Neither did I. [laughter] Let us vote on it after the break."),
)

TALK: tuple[Spoken, ...] = time_words(TURNS)
