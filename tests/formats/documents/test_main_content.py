"""Main content of podcast pages: the talk alone is read."""

from __future__ import annotations

import pytest

from tests.formats.documents.reading import check_all_counted, dialogue, read
from tests.formats.documents.web_page import LABELLED, NORA, SAID, SAM, page_of
from tests.formats.talks import check_runs


def clock(i: int) -> str:
    """Write the time of a turn."""
    return f"{(37 * i + 5) // 60:02}:{(37 * i + 5) % 60:02}"


HEAD = '<!DOCTYPE html><html><head><title>Tides</title><script>a="<p>no</p>"</script></head>'
COOKIES = "<p>We use cookies to give you the best experience.</p>"
REMARKS = (
    "<p><strong>Peter Hull</strong></p><p>What a great talk about the sea.</p>"
    "<p><strong>Mary Lane</strong></p><p>I disagree with the guest about the seals.</p>"
)
WORDPRESS = (
    f"{HEAD}<body class=single><header class=site-header><nav><ul><li><a>Home</a></ul></nav>"
    "</header><main><article class=post><h1>Tidal power</h1><div class=entry-meta>Posted on "
    "<time>June 15</time> by <a>admin</a></div><div class=entry-content><p>Nora Whitfield speaks "
    "with an engineer.</p><h2>Transcript</h2>",
    "<div class=sharedaddy><h3>Share this:</h3><ul><li>Twitter</ul></div><h3>Related</h3><p>"
    "Episode 11: Rivers and rain</p></div><footer>Tags: tides</footer></article><div id=comments "
    f"class=comments-area><h2>2 thoughts</h2>{REMARKS}</div></main><footer>© 2026</footer>"
    f"<div id=cookie-notice>{COOKIES}</div></body></html>",
)
NAMELESS = (
    f"{HEAD}<body><div><a>Home</a> <a>Episodes</a></div><div><div><h1>Tidal power</h1><p>Share: "
    "Twitter Facebook</p><p>Subscribe: Spotify, RSS</p><p>We speak about tides.</p>"
    "<h2>Transcript</h2>",
    "<p>Share: Twitter, Facebook</p><p>Subscribe: Spotify</p><p>Tags: tides, power</p><p>Posted "
    "in: Energy</p></div><div><h3>You may also like</h3><p>Wind at sea: a short history</p></div>"
    f"<div><h3>Comments</h3>{REMARKS}</div></div><div>{COOKIES}</div></body></html>",
)
FLAT = (
    f"{HEAD}<body><p>Subscribe: Spotify, RSS</p><p>We speak about tides.</p><h2>Transcript</h2>",
    "<hr><p>Nora Whitfield is the host of the show.</p><p>Copyright: the show, 2026.</p></body>",
)


@pytest.mark.parametrize(("before", "after"), [WORDPRESS, NAMELESS, FLAT])
@pytest.mark.parametrize(
    "turn",
    [
        '<p><strong>{0}</strong> <a href="#t={1}">{1}</a></p><p>{2}</p>',
        '<p><strong>{0}</strong> <a href="#t={1}">{1}</a> {2}</p>',
        "<p><strong>{0}</strong> <em>{1}</em></p><p>{2}</p>",
        "<p><strong><span>{0} </span></strong><em>00:{1}</em></p><p><span>{2}</span></p>",
        "<p><b>{0}:</b> <a href=x>{1}</a> {2}</p>",
        "<div class=ts-segment><span class=ts-name>{0}</span><span class=ts-timestamp>"
        "<a href=x>({1})</a> </span><span class=ts-text>{2}</span></div>",
        "<p>{0} (<a href=x>{1}</a>):<br/>{2}</p>",
        "<p class=timestamp><a>[{1}]</a></p><p class=speaker-name>{0}</p><p>{2}</p>",
        "<div>[00:{1}.10] - <span class=hsp-paragraph-speaker>{0}</span><p>{2}</p></div>",
        "<div><p class=speaker>{0}</p><span class=timestamp>{1}</span><p>{2}</p></div>",
        "<div class=r><div>{1}</div><div><b>{0}</b></div><div>{2}</div></div>",
        "<div>{0}</div><div>{1}</div><div>{2}</div>",
        "<cite>{0}:</cite> <time>{1}</time> <p>{2}</p>",
        "<p><strong>{0}:</strong> {2}</p>",
        '<p style="x"><strong>{0}: </strong>{2}</p><p>&nbsp;</p>',
        "<p>{0}: {2}</p>",
        "<p><strong>{0}</strong></p><blockquote><p>{2}</p></blockquote>",
        "<h4>{0}</h4><p>{2}</p>",
    ],
)
def test_pages_of_podcasts(before: str, after: str, turn: str) -> None:
    """The talk alone is read, with speakers and times, whatever their markup."""
    body = "".join(turn.format(name, clock(i), said) for i, (name, said) in enumerate(SAID))
    for page in (f"{before}{body}{after}", f"{before}{body}{after}".replace("><p", ">\n<p")):
        talk = read(page)
        assert dialogue(talk) == SAID
        times = [one.runs[0].start_ms for one in talk.turns]
        assert times == [37_000 * i + 5000 + 100 * (".10" in turn) for i in range(10)] or (
            "{1}" not in turn and set(times) == {None}
        )
        check_runs(talk)
        last = next(word for word in ("cookies", "Copyright") if word in after)
        check_all_counted(talk, [last])


def test_the_last_words_may_run_over_headings_where_others_do() -> None:
    """A heading ends the talk only where no speaker goes on below one within it."""
    monologue = "<h3>Salt</h3><p>It eats all.</p>"
    talk = read(page_of(f"{LABELLED}{monologue}<p><b>{NORA}:</b> So.</p><h3>End</h3><p>Bye.</p>"))
    assert dialogue(talk)[-2:] == [(SAM, f"{SAID[-1][1]} It eats all."), (NORA, "So. Bye.")]
    talk = read(page_of(f"{LABELLED}<h3>About the host</h3><p>Nora sails.</p>"))
    assert dialogue(talk) == SAID
    long = "<p>And so on, for a long time, about the sea and the seals in it.</p>" * 20
    talk = read(page_of(f"{LABELLED}<h3>The sea</h3>{long}"))
    assert "for a long time" in talk.turns[-1].text  # too long to be boilerplate


def test_who_speaks_in_another_element_too_is_read_there() -> None:
    """A talk in several elements is read as a whole, with new speakers."""
    parts = f"<div>{LABELLED}</div><div><p><b>{NORA}:</b> More?</p><p><b>Eve:</b> Yes.</p></div>"
    more = f"<div><p><b>{NORA}:</b> Bye.</p></div>"
    assert dialogue(read(page_of(parts + more)))[-3:] == [
        (NORA, "More?"),
        ("Eve", "Yes."),
        (NORA, "Bye."),
    ]
