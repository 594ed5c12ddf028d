"""Promise 1: every printed sentence stands in the source, word for word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import nuggets
from tests.processes import PODCAST, SAMPLE, SHARED, needs_podcast

PASTE = PODCAST.with_name("altman-paste.txt")
MEETINGS = sorted((SHARED / "data" / "qmsum" / "val").glob("*.json"))[::12]


def printed(summary: nuggets.Summary) -> list[nuggets.Sentence]:
    """List every sentence that a summary shows."""
    return [
        sentence
        for result in summary.results
        for nugget in result.nuggets
        for sentence in (*nugget.before, *nugget.sentences, *nugget.after)
    ]


@pytest.mark.parametrize("path", [SAMPLE, PODCAST, PASTE], ids=lambda path: path.name)
@pytest.mark.parametrize("focus", [None, "trust", "what it costs"])
def test_every_printed_sentence_is_a_slice_of_the_source(path: Path, focus: str | None) -> None:
    """In plain text `source[start:end]` is the sentence, white space folded."""
    if not path.is_file():
        pytest.skip("the podcast is not here")
    talk = nuggets.read(path)
    summary = nuggets.summarize(talk, focus, context=2)
    assert summary.found
    for sentence in printed(summary):
        assert " ".join(talk.source[sentence.start : sentence.end].split()) == sentence.text
        assert talk.source[: sentence.start].count("\n") + 1 == sentence.line
        assert talk.turns[sentence.turn_index].speaker == sentence.speaker


@pytest.mark.parametrize("path", MEETINGS, ids=lambda path: path.name)
def test_every_sentence_of_a_meeting_is_a_slice_of_its_json(path: Path) -> None:
    """In JSON the slice, with its escapes undone, is the sentence, and no other speech."""
    talk = nuggets.read(path)
    for sentence in nuggets.Index(talk).sentences:
        slice_ = talk.source[sentence.start : sentence.end]
        assert " ".join(json.loads(f'"{slice_}"').split()) == sentence.text


@needs_podcast
def test_somebody_elses_nuggets_below_the_talk_are_not_quoted() -> None:
    """A summary that was pasted along with the talk is never taken for speech."""
    plain = nuggets.summarize(nuggets.read(PODCAST), "AGI")
    pasted = nuggets.summarize(nuggets.read(PASTE), "AGI")
    assert [s.text for s in printed(pasted)] == [s.text for s in printed(plain)]


def test_the_words_in_every_rendering_are_the_sources() -> None:
    """Text and JSON print each sentence as it stands in the source."""
    talk = nuggets.read(SAMPLE)
    summary = nuggets.summarize(talk, "heat pump")
    folded = " ".join(talk.source.split())
    for rendered in (nuggets.to_text(summary), nuggets.to_json(summary)):
        assert all(sentence.text in folded for sentence in printed(summary))
        assert all(
            json.dumps(s.text, ensure_ascii=False)[1:-1] in rendered or s.text in rendered
            for s in printed(summary)
        )


def test_speakers_are_copied_never_made_up(tmp_path: Path) -> None:
    """Who is not named by the source is None, and so are times that it does not give."""
    talk = tmp_path / "prose.txt"
    words = re.sub(r"(?m)^[A-Z]+ [A-Z]+: ", "", SAMPLE.read_text("utf-8"))
    talk.write_text(words, "utf-8")
    shown = printed(nuggets.summarize(nuggets.read(talk), "heat pump"))
    assert {(s.speaker, s.start_ms, s.end_ms, s.time_source) for s in shown} == {
        (None, None, None, "none")
    }


OVER = """\
ANN: The dam cost four million dollars because the old wall had cracked in the winter of 1998.

BEN: Right.

ANN: And the turbine inside it feeds nine hundred homes with power from the river all year.

BEN: I did not know that about the river.
"""


def test_what_a_nugget_goes_on_over_is_marked(tmp_path: Path) -> None:
    """A listener's "Right." is left out of a nugget in every format, and brackets say so."""
    path = tmp_path / "over.txt"
    path.write_text(OVER, "utf-8")
    talk = nuggets.read(path)
    summary = nuggets.summarize(talk)
    found = summary.results[0].nuggets
    spans = [[talk.source[s.start : s.end] for s in one.sentences] for one in found]
    assert spans == [[s.text for s in one.sentences] for one in found]
    assert [[s.index for s in one.sentences] for one in found] == [[0, 2]]
    first = "winter of 1998. […] And the turbine"
    assert first in nuggets.to_text(summary)
    assert first.replace("[…]", "\\[…\\]") in nuggets.to_markdown(summary)
    assert first in nuggets.to_csv(summary)
    written = json.loads(nuggets.to_json(summary))["results"][0]["nuggets"]
    assert [[s["text"] for s in one["sentences"]] for one in written] == spans
