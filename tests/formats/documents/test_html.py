"""Web pages: names in markup, pages without names, times in links."""

from __future__ import annotations

import pytest

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.documents.html import NO_SPEAKERS
from tests.formats.documents.reading import dialogue, read
from tests.formats.documents.web_page import BODY, TURNS, page_of
from tests.formats.talks import check_runs


@pytest.mark.parametrize(
    "label",
    [
        "<p><strong>{}:</strong> {}</p>",
        "<p><b>{}</b>: {}</p>",
        "<p>{}: {}",
        "<p><strong>{}</strong><br>{}</p>",
        "<p><b>{}</b> (00:00:01): {}</p>",
        "<p><b>{}</b> <span class='timestamp'>00:01</span> {}</p>",
        "<p><b>{}:</b> <time>00:01</time> {}</p>",
        "<div class=speaker>{}</div><div class=time>0:01</div><div class=text>{}</div>",
        "<div><span class='speaker-name'>{}</span><span>{}</span></div>",
        "<tr><td>{}<td>{}",
        "<tr><td>0:01</td><td>{}</td><td>{}</td></tr>",
        "<tr><td><p>{}</p></td><td><p>{}</p></td></tr>",
        "<dt>{}</dt><dd>{}</dd>",
        "<h4>{}</h4><p>{}</p>",
        "<h3>{} (00:01)</h3><div>{}</div>",
        "{}: {}<br>",
        "<pre>{}: {}\n</pre>",
    ],
)
@pytest.mark.parametrize("before", ["<!DOCTYPE html>\n<html>", "<HTML><BODY>"])
def test_names(label: str, before: str) -> None:
    """Names in any markup are speakers where they recur."""
    body = "\n".join(label.format(*turn) for turn in TURNS)
    table = body.startswith("<tr>")
    talk = read(f"{before}<body><h1>Talk</h1>{'<table>' * table}{body}{'</table>' * table}")
    assert talk.format == "html"
    assert dialogue(talk) == TURNS
    check_runs(talk)
    if "1" in label and "h4" not in label:
        assert {turn.runs[0].start_ms for turn in talk.turns} == {1000}


def test_a_page_in_a_form_is_read() -> None:
    """A form or a widget is not boilerplate where it holds the whole page."""
    assert dialogue(read(f"<html><body><form>{BODY}</form></body></html>")) == TURNS
    assert dialogue(read(f"<html><body><div class=widget>{BODY}</div></body></html>")) == TURNS


def test_a_page_without_speakers_is_prose() -> None:
    """The main content of a page without speakers is read, with a warning."""
    talk = read("<html><nav>x</nav><main><h1>T</h1><p>We went.</p><p>Home.</p></main>out</html>")
    assert dialogue(talk) == [(None, "We went. Home.")]
    assert talk.warnings == (NO_SPEAKERS,)


@pytest.mark.parametrize("page", ["<div></div>", "<div><br><hr></div>", "<nav>Home</nav>", ""])
def test_a_page_without_words_is_refused(page: str) -> None:
    """A page without words is an empty transcript."""
    with pytest.raises(EmptyTranscriptError, match="no words of a talk"):
        read(f"<html><body>{page}</body></html>")


def test_times_in_links_within_speech_are_speech() -> None:
    """Fewer than three times in links, or times that do not rise, are speech."""
    said = "<p><b>Ann:</b> Look at <a>12:30</a> and <a>9:15</a>.</p><p><b>Bob:</b> <i>{}</i></p>"
    clocks = ("8:00", "7:00", "6:00")
    talk = read(page_of("".join(map(said.format, clocks))))
    assert dialogue(talk) == [
        one for clock in clocks for one in (("Ann", "Look at 12:30 and 9:15."), ("Bob", clock))
    ]
    assert {turn.runs[0].start_ms for turn in talk.turns} == {None}
