"""Tags are removed and references decoded, and both keep their offsets in the source."""

from __future__ import annotations

import pytest

from tests.formats.captions.talks import cues, srt
from tests.formats.talks import check_runs, read, spoken


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("<i>Hello</i> <b>there</b>", "Hello there"),
        ("un<i>believ</i>able", "unbelievable"),
        ("<c.yellow.bg_blue>a<c.red><b>b</b></c></c> c", "ab c"),
        ('<font color="#fff" size=3>Hi</font><br/>there<BR>you', "Hi there you"),
        ("<ruby>漢<rt>kan</rt></ruby> <lang en-GB>x</lang>", "漢kan x"),
        ("{\\an8}{\\i1}Hi{\\i0} {y:i}you {um} {vocalsound}", "Hi you {um} {vocalsound}"),
        ("one\\Ntwo\\hthree", "one two three"),
        ("AT&amp;T &lt;x&gt; &#39;q&#x27; &eacute;", "AT&T <x> 'q' é"),
        ("a&nbsp;b &nbsp;", "a\xa0b"),
        ("[&nbsp;__&nbsp;]", "[\xa0__\xa0]"),
        ("AT&T & co; &nosuch; &#1; R&D;", "AT&T & co; &nosuch; &#1; R&D;"),
        ("x < 5 and y > 3, <laughs> <3", "x < 5 and y > 3, <laughs> <3"),
        ("&amp;gt; twice", "> twice"),
        ("  one  two  ", "one  two"),
        ("a\u2028b\x0bc", "a b c"),
    ],
)
def test_markup_is_taken_away(payload: str, text: str) -> None:
    """What is no tag of captions stays; escapes are decoded once."""
    for talk in (read(cues(payload, "end")), read(srt(payload, "end"))):
        check_runs(talk)
        assert " ".join(turn.text for turn in talk.turns) == f"{text} end"


def test_two_voices_in_a_cue_are_split() -> None:
    """Each has its own turn; words outside the tags go on with the voice before."""
    talk = read(cues("<v Ann Lee>Hi.</v> <v.loud Bob&amp;Co>Ho.", "<v Ann Lee>So.", "More."))
    check_runs(talk)
    assert spoken(talk) == [("Ann Lee", "Hi."), ("Bob&Co", "Ho."), ("Ann Lee", "So. More.")]


def test_a_voice_lasts_to_the_end_of_its_cue() -> None:
    """Over its lines, too."""
    assert spoken(read(cues("<v A>one\ntwo</v>", "<v B>three"))) == [
        ("A", "one two"),
        ("B", "three"),
    ]


def test_times_within_a_cue_are_those_of_the_words() -> None:
    """Each word ends where the next begins, the last with its cue."""
    (turn,) = read(cues("so<00:00:00.300><c> we</c><00:00:00.500><c> go</c>")).turns
    assert turn.text == "so we go"
    assert turn.time_source == "word"
    assert [(r.start_ms, r.end_ms) for r in turn.runs] == [(0, 300), (300, 500), (500, 900)]


@pytest.mark.parametrize("cut", ["<v Da", "<", "</", "<c.yel", "<00:00:0"])
def test_a_tag_that_the_end_of_the_file_cuts_off_is_left_out(cut: str) -> None:
    """It is no speech."""
    talk = read(cues("Hi there.").rstrip() + " " + cut)
    assert spoken(talk) == [(None, "Hi there.")]
    assert talk.left_out[-1].reason == "cut off at the end of the file"


def test_what_is_not_cut_off_is_kept() -> None:
    """A comparison at the end of a cue that others follow."""
    assert spoken(read(cues("a <", "b"))) == [(None, "a < b")]
