"""What stands around and between the turns of a talk, and what keeps it."""

from __future__ import annotations

import textwrap

import pytest

from nuggets.formats.reading import parse_transcript
from nuggets.formats.text.plain import PLAIN
from tests.formats.talks import check_nothing_lost, check_places, read, spoken

TALK = "Anna: We go.\n\nBen: Yes.\n\nAnna: No.\n\nBen: So."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[Editor's note: the dam is old.]", "note"),
        ("(Transcriber’s note: they laugh)", "note"),
        ("## The dam", "heading"),
        ("Chapter 3: The dam", "heading"),
        ("PART II", "heading"),
        ("[Whereupon, at 11:32 a.m., the hearing was adjourned.]", "note"),
        ("ALSO READ: Another dam", "web-page noise"),
        ("Subscribe to our newsletter", "web-page noise"),
    ],
)
def test_lines_that_stand_apart_are_left_out(line: str, reason: str) -> None:
    """Each with its reason and place; the same words within a paragraph stay."""
    talk = read(TALK.replace("Yes.\n", f"Yes.\n\n{line}\n"))
    assert [turn.text for turn in talk.turns] == ["We go.", "Yes.", "No.", "So."]
    (left,) = talk.left_out
    assert (talk.source[left.start : left.end], left.reason) == (line, reason)
    if reason != "web-page noise":
        text = TALK.replace("Yes.\n", f"Yes.\n{line}\nand so.\n")
        kept = parse_transcript(text.encode(), name="x", format="plain")
        assert line in kept.turns[1].text


@pytest.mark.parametrize(
    "line",
    [
        "Transcribed by Nobody",
        "[End of transcript]",
        "This transcript was exported on Nov 03, 2023 - view latest version here.",
        "Meeting ended after 00:43:12 👋",
        "Die Besprechung endete nach 0:43:12",
        "TO ORDER A VIDEO OF THIS TRANSCRIPT, PLEASE CALL 888-555-0100",
    ],
)
def test_a_footer_is_left_out_at_the_end_only(line: str) -> None:
    """Who wrote it down is said in the last line."""
    assert [left.reason for left in read(f"{TALK}\n\n{line}\n").left_out] == ["footer"]
    assert read(f"We go.\n\n{line}\n\nYes.").left_out == ()


NPR = (
    "Copyright © 2026 NPR. All rights reserved. Visit our website terms of use and permissions "
    "pages at www.npr.org for further information.",
    "NPR transcripts are created on a rush deadline by an NPR contractor. This text may not be in "
    "its final form and may be updated or revised in the future. Accuracy and availability may "
    "vary. The authoritative record of NPR’s programming is the audio record.",
)
SUBSTACK = (
    "This post is public so feel free to share it.",
    "Share",
    "Thanks for reading The Dam! Subscribe for free to receive new posts and support my work.",
    "Discussion about this podcast",
)


@pytest.mark.parametrize("tail", [NPR, NPR[1:], SUBSTACK, SUBSTACK[:1]])
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("talk", [TALK, "We go.\n\nYes.\n\nNo.\n\nSo."])
def test_what_a_publisher_puts_below_a_talk_is_no_speech(
    tail: tuple[str, ...], blank: str, talk: str
) -> None:
    """Its own sentences are not quoted as whoever spoke last, wrapped or not."""
    for text in tail, [line for one in tail for line in textwrap.wrap(one, 60)]:
        if text is tail or blank == "\n":
            found = read("\n\n".join((talk, blank.join(text))))
            assert found.turns[-1].text.endswith("So.")
            assert {left.reason for left in found.left_out} <= {"footer", "web-page noise"}
            check_nothing_lost(found)
    if talk is TALK:
        assert read(f"{talk}\n{tail[0]}").turns[-1].text == "So."
    said = "Copyright law was rushed. The episode was edited by Ann."
    assert read(f"{talk}\n\n{said}").left_out == ()


@pytest.mark.parametrize("brackets", ["{}", "[{}]", "({}) -"])
def test_chapters_before_a_talk_are_left_out(brackets: str) -> None:
    """A list of times and topics, whether or not the talk has times."""
    chapters = "\n".join(f"{brackets.format(time)} The dam" for time in ("00:00", "02:30", "12:30"))
    talk = read(f"Episode 12\n\n{chapters}\n\n{TALK}")
    assert [left.reason for left in talk.left_out] == (
        ["before the first speaker"] + ["table of contents"] * 3
    )
    assert spoken(talk)[0] == ("Anna", "We go.")
    check_nothing_lost(talk)


def test_chapters_before_a_talk_of_times_alone_are_left_out() -> None:
    """Its times begin anew."""
    talk = read("0:00:00 Intro\n0:02:30 Dam\n0:12:30 Fish\n\n0:00:01 we go on\n0:00:09 we stay\n")
    assert [left.reason for left in talk.left_out] == ["table of contents"] * 3
    assert talk.turns[0].text == "we go on\nwe stay"


def test_short_lines_with_times_are_no_chapters() -> None:
    """Where the talk goes on after them they are what is said."""
    talk = read("[0:00:01] we go\n[0:00:05] we stay\n[0:00:09] ANNA: a b\n[0:00:12] ANNA: c d\n")
    assert talk.left_out == ()
    assert spoken(talk)[0] == (None, "we go\nwe stay")


@pytest.mark.parametrize("heading", ["Show notes:", "## Links", "About the author"])
def test_other_parts_of_a_page_are_after_the_talk(heading: str) -> None:
    """A heading of the page after the last label ends the talk."""
    talk = read(f"{TALK}\n\n{heading}\n\nhttps://a.b and more of it")
    assert talk.turns[-1].text == "So."
    assert {left.reason for left in talk.left_out} <= {"heading", "after the talk"}
    assert talk.left_out[-1].reason == "after the talk"


@pytest.mark.parametrize("format", ["plain", "prose", "otter", "rev"])
def test_all_can_be_kept(format: str) -> None:
    """With keep_noise nothing that may be speech is left out."""
    body = TALK if format != "otter" else "Anna  0:01\nWe go.\n\nBen  0:03\nSo."
    text = f"Title\n\nShare this\n\n{body}\n\n## The dam\n\nTranscribed by Nobody"
    talk = parse_transcript(text.encode(), name="x", format=format, keep_noise=True)
    assert talk.left_out == ()
    assert talk.turns[0].text.startswith("Title\n\nShare this")
    assert talk.turns[-1].text.endswith("## The dam\n\nTranscribed by Nobody")
    check_places(talk)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("form", ["{n}{b}(0:{c:02}:03) {t}", "[0:{c:02}:03] {n}: {t}"])
def test_headings_between_timed_lines_are_left_out(form: str, between: str) -> None:
    """Where all that is said has a time of its own, a short line without one is a heading."""
    names = ("Anna Lee", "Ben Kay", "Anna Lee", "Cleo Ray", "Ben Kay", "Anna Lee", "Ben Kay")
    parts = [
        form.format(n=name, b=between, c=i, t=f"We go on for {i} days.")
        for i, name in enumerate(names)
    ]
    text = between.join([*parts[:3], "The new timetable", *parts[3:]])
    talk = read(text)
    assert [turn.speaker for turn in talk.turns] == list(names)
    assert [left.reason for left in talk.left_out] == ["heading"]
    assert "timetable" not in "".join(turn.text for turn in talk.turns)
    check_places(talk)
    for said in (text.replace("The new timetable", "so he said"), text.replace("days.", "days")):
        assert read(said).left_out == ()


def test_several_footers() -> None:
    """All lines below the talk that only say who wrote it down, if the first stands apart."""
    talk = read(f"{TALK}\n\nEND\n\nTO ORDER A VIDEO OF THIS TRANSCRIPT, CALL US\n")
    assert [left.reason for left in talk.left_out] == ["footer"] * 2
    assert read(f"{TALK}\nend\n").left_out == ()


def test_links_at_the_edge_of_what_is_said_are_noise() -> None:
    """As of a place in the recording; what somebody sends under a name stays."""
    talk = read(TALK.replace("Yes.", "Yes.\nhttps://a.b/c?t=1200"))
    assert talk.turns[1].text == "Yes."
    assert [left.reason for left in talk.left_out] == ["web-page noise"]
    sent = read("Anna:\nhttps://a.b\n\nBen:\nThanks.\n\nAnna:\nYes.\n\nBen:\nSo.\n")
    assert sent.turns[0].text == "https://a.b"


def test_white_space_alone_is_no_talk() -> None:
    """A reader that is asked for nothing gives nothing."""
    assert PLAIN.parse("\n \n").turns == ()
