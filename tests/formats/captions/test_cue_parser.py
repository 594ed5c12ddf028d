"""Cues are found whatever stands between them; broken times are refused with their line."""

from __future__ import annotations

import pytest

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken


def reasons(text: str) -> list[tuple[str, str]]:
    """Tell what is left out of a text, and why."""
    talk = read(text)
    return [(talk.source[left.start : left.end], left.reason) for left in talk.left_out]


def test_notes_styles_and_regions_are_left_out() -> None:
    """Each with its reason; a NOTE within the words of a cue is speech."""
    text = (
        "WEBVTT - title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n"
        "00:01.000 --> 00:02.000\nNOTE this well.\n\nNOTE a\nb\n\n00:02.000 --> 00:03.000\nYes.\n"
    )
    assert [reason for _, reason in reasons(text)] == [
        *("header of the captions", "style", "region", "note"),
    ]
    assert spoken(read(text)) == [(None, "NOTE this well. Yes.")]


def test_text_before_the_first_cue_is_left_out() -> None:
    """It has no time and may be anything, so it is counted, not quoted."""
    assert ("A title", "before the first cue") in reasons("WEBVTT\n\nA title\n\n" + cues("Hi.")[8:])


def test_blank_lines_do_not_end_a_cue() -> None:
    """Of white space or of nothing at all, words after them are still words."""
    assert spoken(read(cues("one\n \ntwo\n\nthree", "four"))) == [(None, "one two three four")]
    assert spoken(read(srt("one\n\ntwo", "three"))) == [(None, "one two three")]


def test_cues_need_no_blank_lines_between_them() -> None:
    """A number that goes on counting is a number, whatever stands before it."""
    text = srt("one", "two", "in 1984").replace("\n\n", "\n")
    assert spoken(read(text)) == [(None, "one two in 1984")]


def test_numbers_that_are_said_are_kept() -> None:
    """Only a number above the times is the number of a cue."""
    assert spoken(read(srt("2024", "3\n4", "5"))) == [(None, "2024 3 4 5")]


def test_numbers_may_be_missing_and_cues_empty() -> None:
    """SRT in the wild."""
    text = "00:00:01,000 --> 00:00:02,000\nHi.\n\n2\n00:00:02,000 --> 00:00:03,000\n\n\n"
    assert spoken(read(text + "00:00:03.0 --> 00:00:04.0\nHo.\n")) == [(None, "Hi. Ho.")]


@pytest.mark.parametrize(
    ("times", "start_ms", "end_ms"),
    [
        ("00:00:01,000 --> 00:00:02,500", 1000, 2500),
        ("0:00:01.5 --> 0:00:02.5", 1500, 2500),
        ("00:01.000 --> 00:02.000", 1000, 2000),
        ("00:00:01 --> 00:00:02", 1000, 2000),
        ("00:00:01:250 --> 00:00:02:250", 1250, 2250),
        ("0:00:01.500000 --> 0:00:02.250000", 1500, 2250),
        ("00:00:59,900 --> 00:00:60,000", 59_900, 60_000),
        ("00:00:01,000-->00:00:02,000", 1000, 2000),
        ("00:00:01, 000 –> 00:00:02, 000", 1000, 2000),
        ("  00:00:01,000 --> 00:00:02,000  X1:1 X2:2 Y1:3 Y2:4", 1000, 2000),
        ("00:00:01.000 --> 00:00:02.000 position:50%,line:90% align:left", 1000, 2000),
        ("61:00.000 --> 75:00.500", 3_660_000, 4_500_500),
        ("100:00:00,000 --> 100:00:01,000", 360_000_000, 360_001_000),
    ],
)
def test_times_are_read_as_they_are_written(times: str, start_ms: int, end_ms: int) -> None:
    """All that tools write, as long as it can be a time."""
    (turn,) = read(f"1\n{times}\nHi.\n").turns
    assert (turn.runs[0].start_ms, turn.runs[0].end_ms) == (start_ms, end_ms)
    assert turn.text == "Hi."


def test_words_on_the_line_of_the_times_are_words() -> None:
    """What follows the times and is no setting is said."""
    talk = read("00:00:01,000 --> 00:00:02,000 Hi there.\n\n00:00:02,000 --> 00:00:03,000 Yes.\n")
    check_runs(talk)
    assert spoken(talk) == [(None, "Hi there. Yes.")]


@pytest.mark.parametrize(
    "broken",
    [
        *("00:00:05,000 -->", "--> 00:00:05,000", "-->", "00:00:05,000 --> 00:00:0x,000"),
        *("00:0x:05,000 --> 00:00:06,000", "-00:00:05,000 --> 00:00:06,000", "soon --> later"),
        *("99:99:99,000 --> 99:99:99,000", "00:00:05,000 --> 00:00:61,000"),
        *("00:61:05,000 --> 00:61:06,000", "00:00:05.5 --> 0:77:06.5", "00:05.000 --> 00:77.000"),
        *("00:00:05,000 -x> 00:00:06,000", "00:00:05,000 00:00:06,000", "00:00:05 --> x"),
    ],
)
def test_broken_times_are_refused_with_their_line(broken: str) -> None:
    """With a number above them and without, in SRT and in WebVTT; no words are quoted."""
    for number in ("", "2\n"):
        for header in ("", "WEBVTT\n\n"):
            times = "00:00:01,000 --> 00:00:02,000"
            text = f"{header}1\n{times}\nhush\n\n{number}{broken}\nhush\n\n3\n{times}\nhush\n"
            with pytest.raises(MalformedTranscriptError) as caught:
                read(text, format="vtt" if header else "srt")
            assert caught.value.line == text[: text.index(f"\n{broken}\nhush")].count("\n") + 2
            assert "hush" not in str(caught.value)


@pytest.mark.parametrize("broken", ["0:99:05.000,0:99:06.000", "0:00:77.000,0:00:78.000"])
def test_times_of_sbv_that_no_clock_shows_are_refused(broken: str) -> None:
    """Wherever they stand."""
    cue = "0:00:01.000,0:00:02.000\nHi.\n\n"
    for text, line in ((f"{broken}\nHi.\n\n{cue}", 1), (f"{cue}{broken}\nHi.\n", 4)):
        with pytest.raises(MalformedTranscriptError) as caught:
            read(text, format="sbv")
        assert caught.value.line == line


def test_a_time_of_a_word_that_no_clock_shows_is_none() -> None:
    """The word has the time of the word before it."""
    line = "a<00:00:01.500><c> b</c><00:00:77.000><c> c</c>"
    (turn,) = read(f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{line}\n").turns
    assert (turn.text, [run.start_ms for run in turn.runs]) == ("a b c", [1000, 1500, 1500])


def test_an_arrow_in_speech_is_speech() -> None:
    """Where no times are expected and no clock stands beside it."""
    assert spoken(read(srt("He wrote a --> b.", "--> next"))) == [
        (None, "He wrote a --> b. --> next")
    ]


def test_a_cue_that_ends_before_it_begins_has_no_end() -> None:
    """Its beginning is believed; the user is told."""
    talk = read("1\n00:00:05,000 --> 00:00:02,000\nHi.\n")
    assert (talk.turns[0].runs[0].start_ms, talk.turns[0].runs[0].end_ms) == (5000, None)
    assert any("line 2: a cue ends before it begins" in warning for warning in talk.warnings)


def test_times_that_run_backwards_are_told() -> None:
    """As of files that were put together; nothing is sorted."""
    text = cues("one", "two")
    talk = read(text + "\n" + text)
    assert spoken(talk) == [(None, "one two one two")]
    assert any("the times run backwards (once in all)" in warning for warning in talk.warnings)


def test_a_cue_that_lost_its_times_is_told() -> None:
    """Its words are kept, and count as those of the cue before."""
    lost = "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\ntwo\n\n3\n00:00:03,0 --> 00:00:04,0\nx\n"
    assert any("a cue without times" in warning for warning in read(lost).warnings)


def test_a_header_alone_is_an_empty_talk() -> None:
    """And words under a header without any times are refused."""
    with pytest.raises(EmptyTranscriptError):
        read("WEBVTT\n\nNOTE nothing yet\n")
    with pytest.raises(MalformedTranscriptError, match="line 3: expected a cue's times"):
        read("WEBVTT\n\nHello there.\n")


def test_a_header_that_is_missing_is_told() -> None:
    """The file may not be whole."""
    assert any("no WEBVTT" in warning for warning in read(cues("Hi.", header=False)).warnings)


def test_a_file_that_lost_its_beginning_is_told() -> None:
    """Half a cue is left at the top, or WebVTT lost its header and looks like SRT."""
    assert any("before the first cue" in w for w in read("and so\n\n" + srt("Hi.", "Ho.")).warnings)
    headless = cues("Hi.", "Ho.", numbers=True, header=False)
    assert any("no WEBVTT" in warning for warning in read(headless).warnings)
    assert read(srt("Hi.", "Ho.")).warnings == ()


def test_a_cue_of_many_that_lost_their_times_is_told() -> None:
    """Also where the cues before and after it are gone, and where cues have names."""
    times = "00:00:0{0}.000 --> 00:00:0{0}.900"
    for names in ("123", ("cue-1", "cue-2", "cue-3"), ("a/1-0", "a/1-1", "a/2-0")):
        for gap in ("\n\n{}\n", "\n{}\n"):
            first = f"{names[0]}\n{times.format(1)}\none"
            text = (
                f"WEBVTT\n\n{first}{gap.format(names[1])}two\n\n{names[2]}\n{times.format(3)}\nx\n"
            )
            assert any("a cue without times" in warning for warning in read(text).warnings)
    assert read(srt("We count:\n\n2", "3\n1", "x")).warnings == ()
