"""Metadata above a talk, as keys and values."""

import pytest

from nuggets.formats.text.plain import PLAIN

TALK = "\n\nAnn: I voted against it.\n\nTom: Who built it?\n\nAnn: The city.\n\nTom: Ah.\n"


def speakers_of(source: str) -> list[str | None]:
    """Return speakers and words, in order."""
    return [turn.speaker for turn in PLAIN.parse(source).turns]


@pytest.mark.parametrize(
    "header",
    [
        "Guests: Ann Lee, Tom Brown\nSummary: Ann and Tom talk about the dam.",
        "Title: Water\nSpeakers: Ann Lee, Tom Brown\nDescription: They talk about\nthe dam.",
        "Sponsor: This episode is brought to you by Acme.\nHost: Ann Lee\nDate: March 12, 2019",
        "**Guests:** Ann Lee and Tom Brown\n\n**Date:** March 12, 2019",
        "Interviewee: Ann Lee\nInterviewer: Tom Brown",
    ],
)
def test_metadata_is_not_said(header: str) -> None:
    """Metadata is left out with a reason, and its keys are no speakers."""
    source = header + TALK
    parsed = PLAIN.parse(source)
    assert speakers_of(source) == ["Ann", "Tom", "Ann", "Tom"]
    assert "".join(source[left.start : left.end] for left in parsed.left_out).split() == (
        header.replace("\n", "").split()
    )


def test_roles_name_who_speaks_below() -> None:
    """Lines of a role and a name are left out, though the same roles speak below."""
    header = "Interviewee: Ann Lee\nInterviewer: Tom Brown\nDate: March 12, 2019"
    source = header + TALK.replace("Ann:", "Interviewee:").replace("Tom:", "Interviewer:")
    assert speakers_of(source) == ["Interviewee", "Interviewer", "Interviewee", "Interviewer"]


@pytest.mark.parametrize(
    "source",
    [
        "Host: Welcome to the show.\n\nGuest: Thanks.\n\nHost: Now.\n\nGuest: Yes.\n",
        "Host: Hello\nGuest: Hello\n\nHost: Now.\n\nGuest: Yes.\n",
        "Guests: We saw it.\n\nHost: Where?\n\nGuests: Here.\n\nHost: Yes.\n",
    ],
)
def test_labels_of_speakers_are_no_metadata(source: str) -> None:
    """Roles with words rather than names are speakers."""
    assert len(speakers_of(source)) == 4
