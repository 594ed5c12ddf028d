"""Web pages: only the talk is read, in exact places, and nothing that does not show."""

from __future__ import annotations

import pytest

from nuggets.formats.documents.html import NO_SPEAKERS
from tests.formats.documents.reading import check_all_counted, read, told
from tests.formats.talks import check_runs
from tests.hangs import stopped_if_it_hangs

TURNS = [("Anna Lee", "we go."), ("Ben", "we stay."), ("Anna Lee", "oh."), ("Ben", "yes.")]


@pytest.mark.parametrize(
    "label",
    [
        "<p><strong>{}:</strong> {}</p>",
        "<p><b>{}</b>: {}</p>",
        "<p>{}: {}",
        "<p><strong>{}</strong><br>{}</p>",
        "<p><b>{}</b> (00:00:01): {}</p>",
        "<p><b>{}</b> <span class='timestamp'>00:01</span> {}</p>",
        "<p><b>{}:</b> <time>00:01</time> {}</p>",
        "<div class=speaker>{}</div><div class=time>0:01</div><div class=text>{}</div>",
        "<div><span class='speaker-name'>{}</span><span>{}</span></div>",
        "<tr><td>{}<td>{}",
        "<tr><td>0:01</td><td>{}</td><td>{}</td></tr>",
        "<tr><td><p>{}</p></td><td><p>{}</p></td></tr>",
        "<dt>{}</dt><dd>{}</dd>",
        "<h4>{}</h4><p>{}</p>",
        "<h3>{} (00:01)</h3><div>{}</div>",
        "{}: {}<br>",
        "<pre>{}: {}\n</pre>",
    ],
)
@pytest.mark.parametrize("before", ["<!DOCTYPE html>\n<html>", "<HTML><BODY>"])
def test_names(label: str, before: str) -> None:
    """However a page sets names off, they are speakers where they recur."""
    body = "\n".join(label.format(*turn) for turn in TURNS)
    table = body.startswith("<tr>")
    talk = read(f"{before}<body><h1>Talk</h1>{'<table>' * table}{body}{'</table>' * table}")
    assert talk.format == "html"
    assert told(talk) == TURNS
    check_runs(talk)
    if "1" in label and "h4" not in label:
        assert {turn.runs[0].start_ms for turn in talk.turns} == {1000}


BODY = "".join(f"<p><b>{name}:</b> {said}</p>" for name, said in TURNS)


@pytest.mark.parametrize(
    "furniture",
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
def test_furniture_is_left_out_and_counted(furniture: str) -> None:
    """Wherever it stands: before, after and, if the tags say so, in the midst of the talk."""
    for page in (
        f"<html><body><div>{BODY}</div>{furniture}</body></html>",
        f"<html><body><div>{BODY}{furniture}</div></body></html>",
        f"<html><body>{furniture}<div>{BODY}</div></body></html>",
    ):
        talk = read(page)
        assert told(talk) == TURNS
        check_all_counted(talk, ["ALPHA"])


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
    """Scripts, styles, comments and attributes, wherever they stand."""
    for page in (f"<html>{hidden}<body>{BODY}", f"<html><body>{BODY[:40]}{hidden}{BODY[40:]}"):
        talk = read(page)
        assert all("ALPHA" not in turn.text for turn in talk.turns)
        assert told(talk)[1:] == TURNS[1:]


def test_escapes_have_their_places() -> None:
    """An entity is one character of the text and several of the source."""
    said = "AT&amp;T caf&eacute; &#8217;x&#x2019; a&nbsp;b &bogus; 5 < 6 &amp"
    talk = read(f"<html><p><b>Anna:</b> {said}</p>{BODY}</html>")
    assert talk.turns[0].text == "AT&T café ’x’ a\xa0b &bogus; 5 < 6 &"
    check_runs(talk)


def test_a_page_in_a_form_is_read() -> None:
    """Some sites put all in a form, or call all a widget; then that is no furniture."""
    assert told(read(f"<html><body><form>{BODY}</form></body></html>")) == TURNS
    assert told(read(f"<html><body><div class=widget>{BODY}</div></body></html>")) == TURNS


def test_a_page_without_speakers_is_prose() -> None:
    """Its main part is read, with a warning."""
    talk = read("<html><nav>x</nav><main><h1>T</h1><p>We went.</p><p>Home.</p></main>out</html>")
    assert told(talk) == [(None, "We went. Home.")]
    assert talk.warnings == (NO_SPEAKERS,)


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
    """Unclosed tags, quotes and comments are read in linear time, and depth is no danger."""
    with stopped_if_it_hangs():
        talk = read(f"<html>{BODY}{page}")
    assert talk.speakers == ("Anna Lee", "Ben")
