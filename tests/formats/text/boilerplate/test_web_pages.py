"""Web-page boilerplate in plain text."""

from __future__ import annotations

import textwrap

import pytest

from nuggets.errors import EmptyTranscriptError
from nuggets.formats.reading import parse_transcript
from tests.formats.talks import check_nothing_lost, read


def test_boilerplate_of_the_page_is_left_out() -> None:
    """Known lines of web pages are left out; the same words in a sentence are speech."""
    noise = ["Subscribe to our newsletter", "TRANSCRIPT”", "---", "Share this", "LEES OOK: Iets"]
    talk = read("We share this.\n\n" + "\n\n".join(noise) + "\n\nPlease\nsubscribe\nnow.")
    assert talk.turns[0].text == "We share this.\n\nPlease\nsubscribe\nnow."
    assert [talk.source[left.start : left.end] for left in talk.left_out] == noise
    check_nothing_lost(talk)


def test_only_boilerplate_is_an_empty_talk() -> None:
    """A text of nothing but boilerplate is an empty transcript."""
    with pytest.raises(EmptyTranscriptError):
        read("Share this\n\nSubscribe\n")


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
        ("ALSO READ: Another dam", "web-page boilerplate"),
        ("Subscribe to our newsletter", "web-page boilerplate"),
    ],
)
def test_lines_that_stand_apart_are_left_out(line: str, reason: str) -> None:
    """Each is left out with its reason and place; the same words in a paragraph are speech."""
    talk = read(TALK.replace("Yes.\n", f"Yes.\n\n{line}\n"))
    assert [turn.text for turn in talk.turns] == ["We go.", "Yes.", "No.", "So."]
    (left,) = talk.left_out
    assert (talk.source[left.start : left.end], left.reason) == (line, reason)
    if reason != "web-page boilerplate":
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
    """A line about the transcriber is left out as the last line only."""
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
    """A publisher's sentences are not speech of the last speaker, wrapped or not."""
    for text in tail, [line for one in tail for line in textwrap.wrap(one, 60)]:
        if text is tail or blank == "\n":
            found = read("\n\n".join((talk, blank.join(text))))
            assert found.turns[-1].text.endswith("So.")
            assert {left.reason for left in found.left_out} <= {"footer", "web-page boilerplate"}
            check_nothing_lost(found)
    if talk is TALK:
        assert read(f"{talk}\n{tail[0]}").turns[-1].text == "So."
    said = "Copyright law was rushed. The episode was edited by Ann."
    assert read(f"{talk}\n\n{said}").left_out == ()


def test_several_footers() -> None:
    """Several lines about the transcriber are left out if the first begins a paragraph."""
    talk = read(f"{TALK}\n\nEND\n\nTO ORDER A VIDEO OF THIS TRANSCRIPT, CALL US\n")
    assert [left.reason for left in talk.left_out] == ["footer"] * 2
    assert read(f"{TALK}\nend\n").left_out == ()


def test_links_at_the_edge_of_what_is_said_are_noise() -> None:
    """Links at the edge of a paragraph are left out; a link below a name is kept."""
    talk = read(TALK.replace("Yes.", "Yes.\nhttps://a.b/c?t=1200"))
    assert talk.turns[1].text == "Yes."
    assert [left.reason for left in talk.left_out] == ["web-page boilerplate"]
    sent = read("Anna:\nhttps://a.b\n\nBen:\nThanks.\n\nAnna:\nYes.\n\nBen:\nSo.\n")
    assert sent.turns[0].text == "https://a.b"
