"""YouTube's captions as XML, of three kinds."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError, UnknownFormatError
from nuggets.formats.xml_family.youtube_xml import parse_youtube_xml
from tests.formats.documents.reading import dialogue, read
from tests.formats.talks import check_runs

HEAD = '<?xml version="1.0" encoding="utf-8" ?>'


@pytest.mark.parametrize(
    "source",
    [
        f'{HEAD}<transcript><text start="1.24" dur="2">It&amp;#39;s &amp;amp; so</text>',
        f'{HEAD}<timedtext><text t="1240" d="2000">It&#39;s &amp; so</text></timedtext>',
        f'{HEAD}<timedtext format="3"><body><p t="1240" d="2000">It&#39;s\n&amp; so</p>',
    ],
)
def test_each_kind_is_read(source: str) -> None:
    """With its own units."""
    talk = read(source)
    check_runs(talk)
    assert talk.format == "youtube-xml"
    assert dialogue(talk) == [(None, "It's & so")]
    run = talk.turns[0].runs[0]
    assert (run.start_ms, run.end_ms) == (1240, 3240)


def test_words_have_their_own_times() -> None:
    """A word ends where the next one begins, the last with its cue."""
    words = '<p t="100" d="900"><s>We</s><s t="300"> go</s></p>'
    source = f'<timedtext format="3"><body>{words}</body></timedtext>'
    runs = read(source).turns[0].runs
    assert [(run.start_ms, run.end_ms) for run in runs] == [(100, 400), (400, 1000)]


def test_chevrons_begin_turns() -> None:
    """As in the other captions of YouTube."""
    cues = "".join(
        f'<text start="{i}" dur="1">&amp;gt;&amp;gt; line {i} is said.</text>' for i in range(4)
    )
    assert len(read(f"<transcript>{cues}</transcript>").turns) == 4


def test_others_are_refused() -> None:
    """A transcript of another kind, and one without times."""
    with pytest.raises(UnknownFormatError):
        read("<transcript><turn>x</turn><turn>y</turn></transcript>")
    with pytest.raises(MalformedTranscriptError, match="start="):
        parse_youtube_xml("<timedtext><p>x</p></timedtext>")
