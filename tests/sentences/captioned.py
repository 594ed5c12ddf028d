"""A talk as auto-captions write it: no marks, no capitals, with a time for each word or cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nuggets.sentences.splitter import split_sentences
from nuggets.values import Run, TimeSource, Transcript, Turn

_MARKS = re.compile(r"[^\w'’$%]+$|^[^\w'’$%]+")
PAUSE_MS, BREATH_MS, GAP_MS = 650, 260, 40


class Said(NamedTuple):
    """A word without its marks.

    Attributes:
        text: In lower case.
        ends: Whether a sentence ends with it.
        breathes: Whether a comma or the like follows.
    """

    text: str
    ends: bool
    breathes: bool


class Stripped(NamedTuple):
    """A talk without marks.

    Attributes:
        transcript: The talk.
        ends: Places in its source where a sentence ends, but for the ends of turns.
        turn_ends: Places where a turn ends.
    """

    transcript: Transcript
    ends: frozenset[int]
    turn_ends: frozenset[int]


def strip_talk(talk: Transcript) -> list[tuple[str | None, list[Said]]]:
    """Give each turn's words without marks, and where its sentences end."""
    turns: dict[int, list[Said]] = {turn.index: [] for turn in talk.turns}
    for sentence in split_sentences(talk):
        words = [
            Said(plain.lower(), False, word[-1] in ",;:—")
            for word in re.sub(r"\[.*?\]|\(.*?\)", " ", sentence.text).split()
            if (plain := _MARKS.sub("", word))
        ]
        if words:
            words[-1] = words[-1]._replace(ends=True)
        turns[sentence.turn_index] += words
    return [(talk.turns[i].speaker, words) for i, words in turns.items() if words]


def write_talk(
    turns: Sequence[tuple[str | None, Sequence[Said]]],
    time_source: TimeSource,
    *,
    cue_words: int = 9,
    has_ends: bool = True,
) -> Stripped:
    """Write turns with times: words take as long as their letters, sentences end in pauses.

    Args:
        turns: From `strip_talk`.
        time_source: What is timed; with "cue" cues have `cue_words` words.
        cue_words: Words of a cue.
        has_ends: Whether the end of a word is given; else it lasts until the next one begins.
    """
    source, built, at = "", list[Turn](), 0
    ends, turn_ends = set[int](), set[int]()
    for speaker, words in turns:
        start, text, runs = len(source), "", list[Run]()
        for i, word in enumerate(words):
            pause = PAUSE_MS if word.ends else BREATH_MS if word.breathes else GAP_MS
            until = at + 70 + 50 * len(word.text)
            text += " " if text else ""
            place = start + len(text)
            times = (at, until if has_ends else until + pause)
            if time_source == "none":
                times = (None, None)  # type: ignore[assignment]  # as Run has it
            run = Run(len(text), len(text) + len(word.text), place, place + len(word.text), *times)
            text += word.text
            if time_source == "cue" and i % cue_words:
                last = runs[-1]
                run = Run(last.at, run.until, last.start, run.end, last.start_ms, run.end_ms)
                runs[-1] = run
            else:
                runs.append(run)
            if word.ends:
                ends.add(run.end)
            at = until + pause
        source += text
        turn_ends.add(len(source))
        source += "\n"
        built.append(Turn(len(built), speaker, text, tuple(runs), time_source))
    talk = Transcript("talk.vtt", "0" * 64, "plain", "utf-8", source, tuple(built))
    return Stripped(talk, frozenset(ends - turn_ends), frozenset(turn_ends))


def measure(talk: Stripped) -> tuple[float, float]:
    """Give precision and recall of the sentence ends that are found within turns."""
    found = {sentence.end for sentence in split_sentences(talk.transcript)} - talk.turn_ends
    right = len(found & talk.ends)
    return right / max(1, len(found)), right / max(1, len(talk.ends))
