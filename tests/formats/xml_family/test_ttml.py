"""TTML: time expressions, agents, breaks, times within times."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from nuggets.formats.xml_family.ttml import looks_like_ttml
from tests.formats.documents.reading import read
from tests.formats.talks import check_runs
from tests.hangs import stopped_if_it_hangs

ROOT = 'ttp:frameRate="25" ttp:tickRate="10000000"'


def ttml(body: str, *, root: str = ROOT) -> str:
    """A file with a body."""
    return f'<?xml version="1.0"?><tt xmlns="x" {root}><body>{body}</body></tt>'


@pytest.mark.parametrize(
    ("begin", "start_ms"),
    [
        *(("00:00:01.5", 1500), ("01:00:00,25", 3_600_250), ("00:00:01:05", 1200), ("1.5s", 1500)),
        *(
            ("1500ms", 1500),
            ("2m", 120_000),
            ("0.5h", 1_800_000),
            ("50f", 2000),
            ("15000000t", 1500),
        ),
        *(("00:00:00.0129", 12), ("7", 7000)),
    ],
)
def test_times_are_read(begin: str, start_ms: int) -> None:
    """Clocks, frames, ticks and numbers with a unit, without rounding errors."""
    talk = read(ttml(f'<div><p begin="{begin}" dur="2s">We go.</p></div>'))
    run = talk.turns[0].runs[0]
    assert (run.start_ms, run.end_ms) == (start_ms, start_ms + 2000)


@pytest.mark.parametrize(
    ("outer", "inner", "times"),
    [
        ('begin="10s"', 'begin="1s" end="2s"', (11_000, 12_000)),
        ('begin="10s" end="20s"', 'begin="12s" end="13s"', (12_000, 13_000)),
        ('begin="10s" end="20s"', 'begin="1s" end="2s"', (11_000, 12_000)),
        ('begin="10s" end="20s"', "", (10_000, 20_000)),
        ("", 'begin="3s" end="1s"', (3000, None)),
    ],
)
def test_times_count_from_those_around_them(
    outer: str, inner: str, times: tuple[int, int | None]
) -> None:
    """Or lie within them, as some programs write."""
    talk = read(ttml(f"<div {outer}><p {inner}>We go.</p></div>"))
    run = talk.turns[0].runs[0]
    assert (run.start_ms, run.end_ms) == times


def test_words_may_have_times() -> None:
    """Of spans."""
    spans = '<span begin="1.5s" end="2s">We</span> <span begin="2s" end="3s">go.</span>'
    talk = read(ttml(f'<p begin="1s" end="4s">{spans}</p>'))
    check_runs(talk)
    assert talk.turns[0].text == "We go."
    assert [run.start_ms for run in talk.turns[0].runs] == [1500, 2000]
    assert talk.turns[0].time_source == "word"


def test_labels_in_the_text_are_read() -> None:
    """As in other captions; what has no name of its own goes on."""
    said = ("ANN: We go.", "And stay.", "BOB: Oh.", "ANN: Yes.", "BOB: So.")
    body = "".join(
        f'<p begin="{i}s" end="{i + 1}s">{text}<br/>On.</p>' for i, text in enumerate(said)
    )
    talk = read(ttml(body))
    assert talk.speakers == ("ANN", "BOB")
    assert talk.turns[0].text == "We go. On. And stay. On."


def test_a_file_that_is_cut_off_has_a_warning() -> None:
    """One without times is refused."""
    talk = read(ttml('<p begin="1s">We go.</p>').partition("</body>")[0])
    assert "may not be whole" in talk.warnings[0]
    with pytest.raises(MalformedTranscriptError, match="begin="):
        read(ttml("<p>We go.</p>"))


def test_what_is_none() -> None:
    """The old `<tt>` of pages is no root."""
    assert not looks_like_ttml("<p><tt>x</tt></p>")
    assert looks_like_ttml("<tt:tt xmlns:tt='x'>")


def test_deep_elements_take_linear_time() -> None:
    """Text within thousands of elements is read at once; only that of paragraphs is speech."""
    deep = "<div>aside " * 16_000 + '<p begin="1s" end="2s">Said.</p>' + "</div>" * 16_000
    with stopped_if_it_hangs(5):
        assert [turn.text for turn in read(ttml(deep)).turns] == ["Said."]
