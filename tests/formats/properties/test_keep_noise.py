"""With keep_noise, what may be speech is read as speech in documents, too."""

from __future__ import annotations

import pytest

from nuggets.formats.reading import parse_transcript
from nuggets.values import Transcript
from tests.formats.specimens.docx import document, paragraph, run
from tests.formats.talks import check_runs

TALK = ("Anna: we go.", "Ben: we stay.", "Anna: oh.", "Ben: so.")


def read_all(data: str | bytes) -> Transcript:
    """Read with nothing left out as noise."""
    raw = data.encode() if isinstance(data, str) else data
    talk = parse_transcript(raw, name="x", keep_noise=True)
    check_runs(talk)
    return talk


def texts_of(talk: Transcript) -> str:
    """All text that is read as speech."""
    return "\n".join(turn.text for turn in talk.turns)


def test_html_keeps_all_that_is_seen() -> None:
    """Menus, headings and sidebars are read; scripts are not."""
    said = "".join(f"<p>{line}</p>" for line in TALK)
    page = (
        "<html><body><nav>Home</nav><h1>The dam</h1><script>var a;</script>"
        f"<div id=talk>{said}</div><div><p>Subscribe now</p></div></body></html>"
    )
    talk = read_all(page)
    assert talk.format == "html"
    assert talk.left_out == ()
    assert texts_of(talk).split() == "Home The dam we go. we stay. oh. so. Subscribe now".split()
    assert "Subscribe now" not in texts_of(parse_transcript(page.encode(), name="x"))


def test_markdown_keeps_headings() -> None:
    """Headings are read without their marks; front matter and rules are left out."""
    said = "\n\n".join(TALK)
    talk = read_all(f"---\ntitle: x\n---\n# The dam\n\n{said}\n\n## Show notes\n\nSubscribe now\n")
    assert talk.format == "markdown"
    assert [left.reason for left in talk.left_out] == ["front matter"]
    assert (
        texts_of(talk).split() == "The dam we go. we stay. oh. so. Show notes Subscribe now".split()
    )


@pytest.mark.parametrize("after_name", [": ", "\t"])
def test_word_keeps_all(after_name: str) -> None:
    """Lines that look like boilerplate are read, with labels and with tabs."""
    said = (line.replace(": ", after_name) for line in TALK)
    lines = ("Transcript", *said, "", "Subscribe now")
    talk = read_all(document(*(paragraph(run(line)) for line in lines)))
    assert talk.format == "docx"
    assert talk.left_out == ()
    assert texts_of(talk).split() == "Transcript we go. we stay. oh. so. Subscribe now".split()


def test_meet_keeps_what_stands_below_and_no_summary() -> None:
    """Gemini's notes above the talk are left out."""
    said = "\n".join(TALK)
    talk = read_all(f"Summary\nThey met.\n00:00:00\n{said}\nIt ended after 00:01:00\nBye\n")
    assert talk.format == "meet-docx"
    assert [left.reason for left in talk.left_out] == ["summary"] * 2
    assert talk.turns[-1].text == "so.\nIt ended after 00:01:00\nBye"
