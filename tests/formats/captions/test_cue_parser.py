"""Cues are found whatever stands between them; what is irregular is warned of."""

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


@pytest.mark.parametrize("identifier", ["7" * 5008, "²", "1" * 10])
def test_an_identifier_of_many_digits_is_no_number(identifier: str) -> None:
    """Python converts none of that size; the cues are read."""
    cue = "{}\n00:0{}.000 --> 00:0{}.900\nhi\n\n"
    text = "WEBVTT\n\n" + "".join(cue.format(identifier, i, i) for i in (1, 2))
    assert spoken(read(text)) == [(None, "hi hi")]


def test_numbers_may_be_missing_and_cues_empty() -> None:
    """SRT in the wild."""
    text = "00:00:01,000 --> 00:00:02,000\nHi.\n\n2\n00:00:02,000 --> 00:00:03,000\n\n\n"
    assert spoken(read(text + "00:00:03.0 --> 00:00:04.0\nHo.\n")) == [(None, "Hi. Ho.")]


def test_words_on_the_line_of_the_times_are_words() -> None:
    """What follows the times and is no setting is said."""
    talk = read("00:00:01,000 --> 00:00:02,000 Hi there.\n\n00:00:02,000 --> 00:00:03,000 Yes.\n")
    check_runs(talk)
    assert spoken(talk) == [(None, "Hi there. Yes.")]


def test_a_cue_that_ends_before_it_begins_has_no_end() -> None:
    """Its beginning is believed; the user is told."""
    talk = read("1\n00:00:05,000 --> 00:00:02,000\nHi.\n")
    assert (talk.turns[0].runs[0].start_ms, talk.turns[0].runs[0].end_ms) == (5000, None)
    assert any("line 2: a cue ends before it begins" in warning for warning in talk.warnings)


def test_times_that_run_backwards_are_told() -> None:
    """As of files that were put together; nothing is sorted."""
    talk = read(cues("one", "two") + "\n" + cues("three", "four"))
    assert spoken(talk) == [(None, "one two three four")]
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
