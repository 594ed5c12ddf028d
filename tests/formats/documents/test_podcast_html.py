"""Podcasting 2.0 transcripts in HTML: speakers, times, paragraphs."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.talks import check_runs

PAGE = """<html><head><title>x</title></head><body><nav>Menu</nav><h1>Title</h1>
<cite>Kevin:</cite>
<time>0:00</time>
<p>We&#39;re here.
Now.</p>
<p>More <em>of</em> <cite>Dune</cite>.</p>
<time>0:30</time><p>On.</p>
<cite class="s">Alban &amp; Co:</cite>
<p>No time.<br/>Line.</p>
<cite>Kevin</cite><time>1:02:03</time><p>Bye.</p><p></p>
<footer><p>Foot</p></footer></body></html>"""


def test_paragraphs_belong_to_the_last_cite() -> None:
    """Times hold until the next mark, and a book that is cited is no speaker."""
    talk = read(PAGE)
    assert talk.format == "podcast-html"
    assert dialogue(talk) == [
        ("Kevin", "We're here. Now. More of Dune. On."),
        ("Alban & Co", "No time. Line."),
        ("Kevin", "Bye."),
    ]
    times = [turn.runs[0].start_ms for turn in talk.turns]
    assert times == [0, None, 3_723_000]
    assert talk.turns[0].runs[-1].start_ms == 30_000
    assert talk.turns[1].text == "No time.\nLine."
    check_runs(talk)
    check_all_counted(talk, ["Menu", "Title", "Foot"])


def test_another_time_is_malformed() -> None:
    """The error names the line."""
    with pytest.raises(MalformedTranscriptError, match="line 4: expected a time"):
        read(
            PAGE.replace("<time>0:30", "<time>soon")
            .replace("here.\nNow", "here. Now")
            .replace("Now.</p>\n<p>More <em>of</em> <cite>Dune</cite>.</p>\n", "Now.</p>")
        )
    with pytest.raises(MalformedTranscriptError, match="expected `<cite>"):
        read("<p>x</p>", format="podcast-html")
