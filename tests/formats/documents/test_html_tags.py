"""The tokenizer of HTML."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import dialogue, read
from tests.formats.documents.web_page import BODY, TURNS
from tests.formats.talks import check_runs
from tests.hangs import stopped_if_it_hangs


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>ALPHA</script>",
        "<SCRIPT>if (a<b) '</p>ALPHA'</script >",
        "<style>ALPHA</style>",
        "<template><p>ALPHA</p></template>",
        "<noscript>ALPHA</noscript>",
        "<!-- ALPHA -->",
        "<!-- <p>ALPHA</p> --->",
        "<p title='ALPHA > ALPHA' data-x=\"ALPHA\"></p>",
        "<head><title>ALPHA</title></head>",
        "<textarea>ALPHA</textarea>",
        "<?php ALPHA ?>",
    ],
)
def test_what_does_not_show_is_never_text(hidden: str) -> None:
    """Scripts, styles, comments and attributes are never text."""
    for page in (f"<html>{hidden}<body>{BODY}", f"<html><body>{BODY[:40]}{hidden}{BODY[40:]}"):
        talk = read(page)
        assert all("ALPHA" not in turn.text for turn in talk.turns)
        assert dialogue(talk)[1:] == TURNS[1:]


def test_escapes_have_their_places() -> None:
    """An entity is one character of the text and several of the source."""
    said = "AT&amp;T caf&eacute; &#8217;x&#x2019; a&nbsp;b &bogus; 5 < 6 &amp"
    talk = read(f"<html><p><b>Anna:</b> {said}</p>{BODY}</html>")
    assert talk.turns[0].text == "AT&T café ’x’ a\xa0b &bogus; 5 < 6 &"
    check_runs(talk)


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 100_000,
        "<div>" * 100_000 + "x" + "</div>" * 100_000,
        "<a " * 200_000,
        "<a x='" * 100_000,
        '<a x="1>' * 100_001,
        "<!--" * 200_000,
        "<script>" * 100_000,
        "</" * 300_000,
        "&" * 500_000,
        "&#" * 300_000,
        "<b>x" * 100_000,
        "<td>x" * 100_000,
        "<" * 500_000,
        "</p>" * 200_000,
    ],
)
def test_bombs_take_no_time(page: str) -> None:
    """Unclosed tags, quotes and comments and deep nesting take linear time."""
    with stopped_if_it_hangs():
        talk = read(f"<html>{BODY}{page}")
    assert talk.speakers == ("Anna Lee", "Ben")
