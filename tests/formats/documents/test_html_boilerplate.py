"""Boilerplate of web pages."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.documents.web_page import BODY, LABELLED, NORA, SAID, TURNS, page_of


@pytest.mark.parametrize(
    "boilerplate",
    [
        "<nav>ALPHA</nav>",
        "<footer><p>ALPHA</footer>",
        "<aside>ALPHA</aside>",
        "<form><p>ALPHA</p></form>",
        "<div class='sidebar x'>ALPHA</div>",
        "<section id=comments><p><b>Anna Lee:</b> ALPHA</p></section>",
        "<button>ALPHA</button>",
        "<h2>ALPHA</h2>",
        "<ul><li>ALPHA</li></ul>",
    ],
)
def test_boilerplate_is_left_out_and_counted(boilerplate: str) -> None:
    """Boilerplate is left out before, after and within the talk."""
    for page in (
        f"<html><body><div>{BODY}</div>{boilerplate}</body></html>",
        f"<html><body><div>{BODY}{boilerplate}</div></body></html>",
        f"<html><body>{boilerplate}<div>{BODY}</div></body></html>",
    ):
        talk = read(page)
        assert dialogue(talk) == TURNS
        check_all_counted(talk, ["ALPHA"])


def test_who_made_a_transcript_is_boilerplate_where_its_class_says_so() -> None:
    """A disclaimer below the transcript is left out by its class."""
    made = "<p class='disclaimer'>Our transcripts are created on a rush deadline.</p>"
    talk = read(page_of("".join(f"<p>{n.upper()}: {said}</p>" for n, said in SAID) + made))
    assert talk.turns[-1].text == SAID[-1][1]
    assert talk.left_out[-1].reason == "web-page boilerplate"


@pytest.mark.parametrize(
    "notice",
    [
        "Thanks for reading The Tide! This post is public so feel free to share it.",
        "This post is public so feel free to share it.",
        "The Tide is a reader-supported publication. To receive new posts and support my work, "
        "consider becoming a free or paid subscriber.",
        "NPR transcripts are created on a rush deadline by an NPR contractor. This text may not be "
        "in its final form and may be updated or revised in the future. Accuracy and availability "
        "may vary. The authoritative record of NPR’s programming is the audio record.",
        "Accuracy and availability of NPR transcripts may vary. Transcript text may be revised.",
        "This transcript was created using speech recognition software. While it has been reviewed "
        "by human transcribers, it may contain errors. Please review the episode audio before "
        "quoting from this transcript and email us with any questions about what was said in it.",
    ],
)
@pytest.mark.parametrize("layout", ["page", "text"])
def test_notices_of_a_service_are_no_speech(notice: str, layout: str) -> None:
    """A service's notice below the talk is left out."""
    if layout == "text":
        talk = read("\n\n".join([*(f"{name}: {said}" for name, said in SAID), notice]))
    else:
        talk = read(page_of(f"{LABELLED}<p>{notice}</p>"))
    assert dialogue(talk) == SAID
    assert len(talk.left_out) == 1
    check_all_counted(talk, [notice])


def test_a_notice_that_somebody_reads_is_speech() -> None:
    """A notice behind a label is speech."""
    said = "Thanks for reading! This post is public so feel free to share it."
    talk = read(page_of(f"{LABELLED}<p><b>{NORA}:</b> {said}</p>"))
    assert dialogue(talk)[-1] == (NORA, said)
