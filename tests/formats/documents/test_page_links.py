"""Links that are no speech: to the line itself, to notes, notes, and buttons below the talk."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.talks import check_runs

SAID = [("Ann", "We go."), ("Bob", "We stay."), ("Ann", "Oh."), ("Bob", "So.")]


def page(behind: str = "", below: str = "") -> str:
    """A page with something behind each line, and below the talk."""
    said = "".join(f"<p><b>{name}:</b> {text}{behind}</p>\n" for name, text in SAID)
    return f"<!DOCTYPE html><html><body><article>{said}{below}</article></body></html>"


@pytest.mark.parametrize(
    ("behind", "below"),
    [
        (' <a href="#x12">✪</a>', ""),
        (' <a class="headerlink" href="#x">¶</a>', ""),
        ('<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', ""),
        ("", '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> check this</p></div>'),
        ("", '<p><a href="#_ftnref1" name="_ftn1">[1]</a> A note, and a long one.</p>'),
        ("", '<div class="footnotes"><ol><li>A note.</li></ol></div>'),
        ("", '<p><a href="/more">More of this</a></p>'),
        ("", "<p><strong>Length: 41 minutes</strong></p>"),
        ("", '<p class="action"><strong>ACTION:</strong> Bob to write</p>'),
    ],
)
def test_what_is_not_said_by_who_spoke_before(behind: str, below: str) -> None:
    """It is left out, and counted."""
    talk = read(page(behind, below))
    check_runs(talk)
    assert dialogue(talk) == SAID
    check_all_counted(talk, [word for word in ("check", "note", "More", "Length") if word in below])


@pytest.mark.parametrize(
    "behind",
    [' Read <a href="https://x.example/#a">that</a>.', ' See <a href="#b">chapter two</a>.'],
)
def test_links_in_sentences_are_words(behind: str) -> None:
    """Their texts stay."""
    words = dialogue(read(page(behind)))[0][1]
    assert words in ("We go. Read that.", "We go. See chapter two.")


def test_a_page_of_linked_sentences_is_read() -> None:
    """Players link every sentence to its time."""
    said = [(name, f'<a href="#t={i}">{text}</a>') for i, (name, text) in enumerate(SAID)]
    body = "".join(f"<p><b>{name}:</b></p><p>{text}</p>" for name, text in said)
    talk = read(f"<!DOCTYPE html><html><body><article>{body}</article></body></html>")
    assert dialogue(talk) == SAID
