"""The nouns: frozen values that flow down the road, and the options with their defaults.

A sentence is known by its `index`, never by its text: two people may both say "Yes."
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from nuggets.options import Options

TimeSource: TypeAlias = Literal["word", "cue", "turn", "none"]
Boundary: TypeAlias = Literal["punctuation", "pause", "cue", "heuristic"]
Status: TypeAlias = Literal["ok", "not-discussed"]
Role: TypeAlias = Literal["pick", "question"]

Span: TypeAlias = tuple[int, int]
"""Start of the first character and end after the last, as indices."""


@dataclass(frozen=True, slots=True)
class Run:
    r"""Characters of a turn that stand together in the source.

    Character `at + i` of the turn's text is character `start + i` of the source, except in
    escapes such as `\u2019` of JSON, which are a run of their own: each character of text takes
    the same number of characters of source.

    Attributes:
        at: Index into the turn's text where the run begins.
        until: Index into the turn's text after its last character.
        start: Place of its first character in the decoded source.
        end: Place after its last character in the decoded source.
        start_ms: Time that the source gives for it, from the start of the recording, in
            milliseconds; None if it gives none.
        end_ms: Time at which it ends; None if the source does not say.
    """

    at: int
    until: int
    start: int
    end: int
    start_ms: int | None = None
    end_ms: int | None = None

    def place(self, position: int) -> int:
        """Tell where a character of the turn's text begins in the source (or the run ends)."""
        if position >= self.until:
            return self.end
        return self.start + (position - self.at) * (
            (self.end - self.start) // (self.until - self.at)
        )


@dataclass(frozen=True, slots=True)
class Turn:
    r"""One speaker talking without interruption.

    Attributes:
        index: Position in the transcript, from 0.
        speaker: The name as the source writes it; None if the source names nobody.
        text: What was said, character for character. Where the source had markup, a line break
            or noise between two runs there is one blank ("\n\n" for a new paragraph, "\n" for
            a new line, " " within a line). Never only white space.
        runs: Where the text stands in the source, in order; never empty. Characters of the text
            that no run covers are those blanks.
        time_source: How exact the times of the runs are; "none" where there are none.
    """

    index: int
    speaker: str | None
    text: str
    runs: tuple[Run, ...]
    time_source: TimeSource = "none"

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Turn a slice of the text into a slice of the source.

        Args:
            start: Index into `text` of the first character; one that a run covers.
            end: Index into `text` after the last character, of which the same is true.

        Returns:
            Place of the first character and place after the last in the decoded source.
        """
        return self.run_at(start).place(start), self.run_at(end - 1).place(end)

    def run_at(self, position: int) -> Run:
        """Find the run that covers a character of the text (or the last before it)."""
        return self.runs[max(0, bisect_right(self.runs, position, key=lambda run: run.at) - 1)]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the source that is not speech, and why it was left out.

    Attributes:
        start: Place of its first character in the decoded source.
        end: Place after its last character.
        reason: A few words for a person, such as "web-page noise" or "before the first speaker".
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """A talk as it was read.

    Attributes:
        name: File name without its folder; "-" for standard input.
        sha256: Of the input bytes, in hexadecimal.
        format: Name of the format that it was read as.
        encoding: How the bytes were decoded.
        source: The decoded text; every `start` and `end` is an index into it.
        turns: What was said, in order.
        left_out: Lines that are not speech, in order.
        warnings: What a reader should know, each one line without words of the transcript.
        keeps_noise: Whether what looks like noise was read as speech.
    """

    name: str
    sha256: str
    format: str
    encoding: str
    source: str = field(repr=False)
    turns: tuple[Turn, ...] = field(repr=False)
    left_out: tuple[LeftOut, ...] = field(default=(), repr=False)
    warnings: tuple[str, ...] = ()
    keeps_noise: bool = False

    @property
    def speakers(self) -> tuple[str, ...]:
        """The speakers' names, in the order in which they first speak."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker is not None))

    @property
    def duration_ms(self) -> int | None:
        """The last time that the source names, in milliseconds; None if it names none."""
        times = (
            time
            for turn in self.turns
            for run in turn.runs
            for time in (run.start_ms, run.end_ms)
            if time is not None
        )
        return max(times, default=None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one speaker.

    Attributes:
        index: Position among all sentences of the talk, from 0; its identity.
        turn_index: Which turn it belongs to.
        speaker: As in the turn.
        text: A slice of the turn's text with white space folded to single blanks.
        start: Place of its first character in the decoded source.
        end: Place after its last character.
        line: Source line on which it begins, from 1.
        start_ms: Time of the run in which it begins, in milliseconds; None if untimed.
        end_ms: Time at which the run in which it ends ends; None if the source does not say.
        time_source: How exact these times are.
        opens_paragraph: Whether a paragraph (or turn) of the source begins with it.
        boundary: What tells where it ends: its marks, pauses between its words, its cue, or words
            alone.
        continues: Whether it goes on with the sentence before it, which a change of speaker cuts
            in its midst.
    """

    index: int
    turn_index: int
    speaker: str | None
    text: str
    start: int
    end: int
    line: int
    start_ms: int | None = None
    end_ms: int | None = None
    time_source: TimeSource = "none"
    opens_paragraph: bool = False
    boundary: Boundary = "punctuation"
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Nugget:
    """One passage worth reading on its own.

    Attributes:
        rank: 1 for the best of its result.
        label: A few words that name it, taken from the talk; may be empty.
        score: How much it matters, in [0, 1].
        sentences: The passage, in the order of the talk; the question it answers comes first
            where it has one.
        roles: One for each sentence: "pick", or "question" for the question that it answers.
        scores: What the score is made of: "relevance", "centrality", "novelty", "substance",
            each in [0, 1].
        before: Sentences that precede it, shown as context.
        after: Sentences that follow it, shown as context.
        why: Why it was picked, in words and numbers.
    """

    rank: int
    label: tuple[str, ...]
    score: float
    sentences: tuple[Sentence, ...]
    roles: tuple[Role, ...]
    scores: Mapping[str, float]
    before: tuple[Sentence, ...] = ()
    after: tuple[Sentence, ...] = ()
    why: str = ""

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks in it, each once, in order."""
        return tuple(dict.fromkeys(s.speaker for s in self.sentences if s.speaker is not None))


@dataclass(frozen=True, slots=True)
class Result:
    """The nuggets for one focus.

    Attributes:
        focus: The focus as it was asked for; None: the whole talk.
        status: "ok", or "not-discussed" where the talk does not touch the focus.
        nuggets: In the order that was asked for.
    """

    focus: str | None
    status: Status
    nuggets: tuple[Nugget, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Facts about the transcript that a summary was made from.

    Attributes:
        name: File name without its folder.
        sha256: Of the input bytes, in hexadecimal.
        format: What it was read as.
        speakers: In the order in which they first speak.
        turns: How many.
        sentences: How many.
        words: How many, split at white space.
        duration_ms: The last time that the source names, in milliseconds; None if untimed.
        boundary: What tells where most of its sentences end.
    """

    name: str
    sha256: str
    format: str
    speakers: tuple[str, ...]
    turns: int
    sentences: int
    words: int
    duration_ms: int | None
    boundary: Boundary = "punctuation"


@dataclass(frozen=True, slots=True)
class Model:
    """Which embedding model was used.

    Attributes:
        name: "static", "minilm" or the folder's own name.
        sha256: Of the manifest of its files, in hexadecimal.
    """

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Summary:
    """All that one request gives.

    Attributes:
        fingerprint: "sha256:" and the hash of input bytes, options, model and algorithm version.
        source: What it was made from.
        options: As used.
        model: As used.
        results: One for each focus, in the order of asking.
    """

    fingerprint: str
    source: Source
    options: Options
    model: Model
    results: tuple[Result, ...]

    @property
    def found(self) -> bool:
        """Whether any focus has nuggets."""
        return any(result.nuggets for result in self.results)
