"""Summaries for the tests of the output formats: built by hand, and drawn by Hypothesis."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from nuggets.option_definitions import Options
from nuggets.values import Model, Nugget, Result, Role, Sentence, Source, Status, Summary

SHA256 = "0f" * 32
SCORES: Mapping[str, float] = {"relevance": 0.81, "novelty": 1.0, "textrank": 0.4}

# What a stranger's file may hold that must not get through as it is.
HOSTILE = (
    "\x1b]52;c;cm0gLXJm\x07 pasted",
    "\x1b[31mred\x1b[0m \x9b2J",
    "\u202eevil\u202c \u2066isolated\u2069 \u200emarked",
    "broken\ud83d half",
    "\x00nul \x7fdel \x85next",
    "=HYPERLINK(A1)",
    "+1 to that",
    "- no, a dash",
    "@SUM(A1)",
    "1. first",
    "23) second",
    "# heading",
    "> quote",
    "*bold* _it_ __init__ `code` ~~gone~~ ~~~",
    "[text](http://a.b) ![image](c) <http://d.e>",
    "<script>alert(1)</script> <b>bold</b> &amp; &#60; AT&T",
    "C:\\temp\\*.txt and \\",
    "a | b, --- and ***",
    "“Quoted,” she said, \"and 'nested'\"",
    "naïve 🙂 👩‍👩‍👧 日本語 שלום",
)


def is_safe(text: str) -> bool:
    """Whether a text (its line feeds aside) holds nothing that a terminal obeys."""
    return not any(
        unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(char) in BIDI_CONTROLS
        or char in "\u200e\u200f\u061c"
        for char in text
        if char != "\n"
    )


BIDI_CONTROLS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def shown(text: str) -> str:
    """Say which words of a text are left to see, without asking the code under test."""
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    text = "".join(char if is_safe(char) or char.isspace() else "" for char in text)
    return " ".join(text.split())


def said(text: str, *, speaker: str | None = "SAM ALTMAN", index: int = 0) -> Sentence:
    """A sentence somewhere in a talk in which everybody says one sentence a turn."""
    at = 100 * index
    return Sentence(index, index, speaker, text, at, at + len(text), index + 1)


def nugget(*sentences: Sentence, asked: int = 0, rank: int = 1, why: str = "") -> Nugget:
    """A nugget of these sentences, of which the first `asked` are the question."""
    roles: list[Role] = ["question"] * asked
    roles += ["pick"] * (len(sentences) - asked)
    return Nugget(rank, (), 0.93, sentences, tuple(roles), SCORES, why=why)


def summary(*results: Result, context: int = 0, name: str = "talk.vtt") -> Summary:
    """A summary with these results."""
    return Summary(
        f"sha256:{SHA256}",
        Source(name, SHA256, "vtt", ("LEX FRIDMAN", "SAM ALTMAN"), 812, 1686, 23080, None),
        Options(focus=tuple(result.focus for result in results if result.focus), context=context),
        Model("static", SHA256),
        results,
    )


def of(*nuggets: Nugget, focus: str | None = None, context: int = 0) -> Summary:
    """A summary with one result, which holds these nuggets."""
    return summary(Result(focus, "ok", nuggets), context=context)


def fold(text: str) -> str:
    """Fold white space, as sentences have it."""
    return " ".join(text.split())


def texts() -> st.SearchStrategy[str]:
    """Words with white space folded and a letter or digit to see, often hostile."""
    words = st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.characters(codec=None, exclude_categories=()), max_size=12),
        st.text("*_[]<>#`~|&;-+=@.1a \\!():\n\t\x1b\u202e\ud800", max_size=12),
        st.just("Yes."),
    )
    return (
        st.lists(words, min_size=1, max_size=4)
        .map(" ".join)
        .filter(lambda text: not re.search("[\ud800-\udbff][\udc00-\udfff]", text))
        .map(fold)
        .filter(lambda text: any(char.isalnum() for char in text))
    )


times = st.one_of(st.none(), st.integers(0, 10**8))
shares = st.floats(0, 1)


@st.composite
def talks(draw: st.DrawFn) -> tuple[Sentence, ...]:
    """Sentences of a talk, in order; some turns have several, some speakers have no name."""
    speakers: Sequence[str | None] = draw(
        st.lists(st.one_of(st.none(), texts()), min_size=1, max_size=3)
    )
    sentences: list[Sentence] = []
    at, line, turn = 0, 1, 0
    for index in range(draw(st.integers(1, 6))):
        text = draw(texts())
        new_turn = draw(st.booleans())
        turn += new_turn
        line += draw(st.integers(0, 2))
        speaker = sentences[-1].speaker if sentences and not new_turn else None
        if new_turn or not sentences:
            speaker = draw(st.sampled_from(speakers))
        start_ms = draw(times)
        end_ms = None if start_ms is None else start_ms + draw(st.integers(0, 9000))
        sentences.append(
            Sentence(
                *(index, turn, speaker, text, at, at + len(text), line, start_ms, end_ms),
                time_source="none" if start_ms is None else draw(st.sampled_from(("word", "cue"))),
            )
        )
        at += len(text) + 1
    return tuple(sentences)


@st.composite
def nuggets_of(draw: st.DrawFn, talk: tuple[Sentence, ...], rank: int, context: int) -> Nugget:
    """A nugget of some sentences of a talk, sometimes with a question or a gap."""
    first = draw(st.integers(0, len(talk) - 1))
    passage = list(talk[first : first + draw(st.integers(1, 3))])
    if len(passage) == 3 and draw(st.booleans()):
        del passage[1]
    asked = draw(st.integers(0, len(passage) - 1))
    return replace(
        nugget(*passage, asked=asked, rank=rank, why=draw(st.one_of(st.just(""), texts()))),
        score=draw(shares),
        scores={name: draw(shares) for name in ("textrank", "novelty", "relevance", "readability")},
        before=talk[max(0, first - context) : first],
        after=talk[passage[-1].index + 1 : passage[-1].index + 1 + context],
    )


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    """Summaries of every kind, of talks that hold anything."""
    talk = draw(talks())
    context = draw(st.integers(0, 2))
    focuses = draw(st.one_of(st.just([None]), st.lists(texts(), min_size=1, max_size=3)))
    results = []
    for focus in focuses:
        count = draw(st.integers(0, 3 if len(focuses) == 1 else 2))
        ranks = range(1, count + 1)
        nuggets = tuple(draw(nuggets_of(talk, rank, context)) for rank in ranks)
        missing = focus is not None and not nuggets and draw(st.booleans())
        unsure = focus is not None and not missing and draw(st.booleans())
        status: Status = "not-discussed" if missing else "unsure" if unsure else "ok"
        results.append(Result(focus, status, nuggets))
    return summary(*results, context=context, name=draw(texts()))
