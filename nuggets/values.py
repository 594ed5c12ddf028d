"""Immutable values that the steps pass on: Transcript, Turn, Sentence, Nugget, Summary.

A sentence is identified by its `index`, never by its text: two people may both say "Yes."
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from nuggets.option_definitions import Options

TimeSource: TypeAlias = Literal["word", "cue", "turn", "none"]
Boundary: TypeAlias = Literal["punctuation", "pause", "cue", "heuristic"]
Status: TypeAlias = Literal["ok", "unsure", "not-discussed"]
Role: TypeAlias = Literal["pick", "question"]

Span: TypeAlias = tuple[int, int]
"""Start of the first character and end after the last, as indices."""


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of a turn's text that is contiguous in the source; maps offsets between the two.

    Character `at + i` of the turn's text is character `start + i` of the source, except in
    escapes such as `\u2019` of JSON, which are a run of their own: each character of text takes
    the same number of characters of source.

    Attributes:
        at: Offset in the turn's text of its first character.
        until: Offset in the turn's text after its last character.
        start: Offset in the decoded source of its first character.
        end: Offset in the decoded source after its last character.
        start_ms: Start time in the source, in milliseconds from the start of the recording; None
            if untimed.
        end_ms: End time; None if the source has none.
    """

    at: int
    until: int
    start: int
    end: int
    start_ms: int | None = None
    end_ms: int | None = None

    def place(self, position: int) -> int:
        """Map an offset in the turn's text to one in the source, at most the end of the run."""
        if position >= self.until:
            return self.end
        return self.start + (position - self.at) * (
            (self.end - self.start) // (self.until - self.at)
        )


@dataclass(frozen=True, slots=True)
class Turn:
    r"""Speech of one speaker without interruption.

    Attributes:
        index: Position in the transcript, from 0.
        speaker: The name as the source writes it; None if the source names nobody.
        text: What was said, character for character. Where the source has markup, a line break
            or noise between two runs there is one separator ("\n\n" for a new paragraph, "\n"
            for a new line, " " within a line). Never only white space.
        runs: Offsets of the text in the source, in order; never empty. No run covers the
            separators.
        time_source: What the times of the runs belong to; "none" where there are none.
    """

    index: int
    speaker: str | None
    text: str
    runs: tuple[Run, ...]
    time_source: TimeSource = "none"

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Map a slice of the text to a slice of the source.

        Args:
            start: Offset in `text` of the first character, which a run covers.
            end: Offset in `text` after the last character, which a run covers.

        Returns:
            Offsets in the decoded source of the first character and after the last.
        """
        return self.run_at(start).place(start), self.run_at(end - 1).place(end)

    def run_at(self, position: int) -> Run:
        """Find the run that covers a character of the text, else the last run before it."""
        return self.runs[max(0, bisect_right(self.runs, position, key=lambda run: run.at) - 1)]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the source that is not speech (lines, a part of one, markup), and why.

    Attributes:
        start: Offset of its first character in the decoded source.
        end: Offset after its last character.
        reason: For people, such as "web-page boilerplate" or "before the first speaker".
    """

    start: int
    end: int
    reason: str


class PageLine(NamedTuple):
    """Where a printed line begins.

    Attributes:
        start: Offset of its first character in the decoded source.
        page: Number of its page, as printed on it where pages are numbered.
        line: Its number on the page, as printed beside it where lines are numbered.
    """

    start: int
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript, parsed.

    Attributes:
        name: File name without its folder; "-" for standard input.
        sha256: Of the input bytes, in hexadecimal.
        format: Name of the format that it was read as.
        encoding: Encoding that the bytes were decoded with.
        source: The decoded text; every `start` and `end` is an offset in it.
        turns: What was said, in order.
        left_out: Parts of the source that are not speech, in order.
        warnings: For the user, each one line without words of the transcript.
        keeps_noise: Whether lines that look like noise were read as speech.
        page_lines: Where the printed lines begin, in order; empty if the source has no pages.
        names_read_as: How the file names its speakers, and the next best reading; "" where the
            format leaves no choice.
        language: Code of the language of the talk, from `languages.detection`; "" where nobody has
            looked yet.
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
    page_lines: tuple[PageLine, ...] = field(default=(), repr=False)
    names_read_as: str = ""
    language: str = ""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The speakers' names, in the order in which they first speak."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker is not None))

    @property
    def duration_ms(self) -> int | None:
        """The latest time in the source, in milliseconds; None if untimed."""
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
        turn_index: Index of its turn.
        speaker: As in the turn.
        text: A slice of the turn's text with white space folded to single blanks.
        start: Offset of its first character in the decoded source.
        end: Offset after its last character.
        line: Source line on which it begins, from 1; of a source with pages, the line of the page.
        start_ms: Start time of the run that it begins in, in milliseconds; None if untimed.
        end_ms: End time of the run that it ends in; None if the source has none.
        time_source: What these times belong to: a word, a cue or a turn.
        opens_paragraph: Whether it is the first of a paragraph or turn of the source.
        boundary: What its end was found by: punctuation, a pause, the end of a cue, or word
            patterns ("heuristic").
        continues: How many sentences before it the one stands that it goes on with, which a change
            of speaker cuts: 1, more over what a listener puts in; 0 if it is whole from its start.
        page: Page on which it begins; None if the source has no pages.
        end_page: Page on which it ends; None if the source has no pages.
        end_line: Line of that page; None if the source has no pages.
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
    continues: int = 0
    page: int | None = None
    end_page: int | None = None
    end_line: int | None = None


@dataclass(frozen=True, slots=True)
class Nugget:
    """A passage that can be read on its own.

    Attributes:
        rank: 1 for the best of its result.
        label: Always empty; to be removed in a later release.
        score: How likely an editor would print it, times readability; in [0, 1].
        sentences: The passage, in the order of the talk, after the question that it answers if
            there is one.
        roles: One for each sentence: "pick", or "question" for the question that it answers.
        scores: Parts of the score: "relevance", "novelty" and "readability", each in [0, 1], and
            "base" and the factors, in log-odds, whose sum is that of the relevance.
        before: Sentences before it, shown as context.
        after: Sentences after it, shown as context.
        why: The reasons for picking it, in words and numbers.
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
        """Its speakers, each once, in order."""
        return tuple(dict.fromkeys(s.speaker for s in self.sentences if s.speaker is not None))


@dataclass(frozen=True, slots=True)
class Result:
    """The nuggets for one focus.

    Attributes:
        focus: As the user gave it; None: the whole talk.
        status: "ok"; "unsure" if the talk may not discuss the focus, and then these are the
            nearest passages; or "not-discussed" if it does not, and then there are none.
        nuggets: In the order of the options.
    """

    focus: str | None
    status: Status
    nuggets: tuple[Nugget, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Facts about the transcript of a summary.

    Attributes:
        name: File name without its folder.
        sha256: Of the input bytes, in hexadecimal.
        format: Name of the format that it was read as.
        speakers: In the order in which they first speak.
        turns: Their count.
        sentences: Their count.
        words: Their count, split at white space.
        duration_ms: The latest time in the source, in milliseconds; None if untimed.
        boundary: What the ends of most sentences were found by.
        language: Code of the language, "other" for one that is not known; None where the rules
            for English hold.
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
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """The embedding model of a summary.

    Attributes:
        name: "static", "minilm" or the folder's own name.
        sha256: Of the manifest of its files, in hexadecimal.
    """

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The nuggets of a talk for each focus, and what they depend on.

    Attributes:
        fingerprint: "sha256:" and the hash of input bytes, options, model and algorithm version.
        source: Facts about the transcript.
        options: As used.
        model: As used.
        results: One for each focus, in the order of the options; one for the whole talk.
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
