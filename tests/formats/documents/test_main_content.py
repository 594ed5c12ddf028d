"""Saved pages of podcasts: turns, speakers and times are right, and nothing else is quoted."""

from __future__ import annotations

import pytest

from nuggets.errors import EmptyTranscriptError, MalformedTranscriptError
from tests.formats.documents.reading import check_all_counted, read, told
from tests.formats.talks import check_runs

NORA, SAM = "Nora Whitfield", "Samuel Okafor"
SAID = [
    (NORA, "Welcome to the show. Today we talk about tidal power."),
    (SAM, "Thank you for having me. I have been looking forward to this for weeks."),
    (NORA, "So why does the tide make sense as a source of energy?"),
    (SAM, "Because it is predictable. You can plan a grid around that: wind is not like it."),
    (NORA, "And yet nobody builds it. What is the problem?"),
    (SAM, "The problem is salt. Every bearing that we had was gone within eighteen months."),
    (NORA, "Eighteen months?"),
    (SAM, "Yes. The seals were designed for rivers, and rivers do not have barnacles."),
    (NORA, "Samuel, thank you so much for coming in."),
    (SAM, "It was a pleasure. Come and see the array some day."),
]


def clock(i: int) -> str:
    """When a turn begins."""
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
    """Whatever sets names and times off, the talk alone is read, with its speakers and times."""
    body = "".join(turn.format(name, clock(i), said) for i, (name, said) in enumerate(SAID))
    for page in (f"{before}{body}{after}", f"{before}{body}{after}".replace("><p", ">\n<p")):
        talk = read(page)
        assert told(talk) == SAID
        times = [one.runs[0].start_ms for one in talk.turns]
        assert times == [37_000 * i + 5000 + 100 * (".10" in turn) for i in range(10)] or (
            "{1}" not in turn and set(times) == {None}
        )
        check_runs(talk)
        last = next(word for word in ("cookies", "Copyright") if word in after)
        check_all_counted(talk, [last])


def page_of(turns: str) -> str:
    """A page of paragraphs without classes."""
    return f"<html><body><div>{turns}</div></body></html>"


LABELLED = "".join(f"<p><b>{name}:</b> {said}</p>" for name, said in SAID)


@pytest.mark.parametrize("page", ["<div></div>", "<div><br><hr></div>", "<nav>Home</nav>", ""])
def test_a_page_without_words_is_refused(page: str) -> None:
    """There is nothing to find a talk in."""
    with pytest.raises(EmptyTranscriptError, match="no words of a talk"):
        read(f"<html><body>{page}</body></html>")


def test_times_in_links_within_speech_are_speech() -> None:
    """Two of them, or some that do not is_rising, are nobody's time codes."""
    said = "<p><b>Ann:</b> Look at <a>12:30</a> and <a>9:15</a>.</p><p><b>Bob:</b> <i>{}</i></p>"
    clocks = ("8:00", "7:00", "6:00")
    talk = read(page_of("".join(map(said.format, clocks))))
    assert told(talk) == [
        one for clock in clocks for one in (("Ann", "Look at 12:30 and 9:15."), ("Bob", clock))
    ]
    assert {turn.runs[0].start_ms for turn in talk.turns} == {None}


def test_the_last_words_may_run_over_headings_where_others_do() -> None:
    """A heading ends the talk only where none within it stands amid what somebody says."""
    monologue = "<h3>Salt</h3><p>It eats all.</p>"
    talk = read(page_of(f"{LABELLED}{monologue}<p><b>{NORA}:</b> So.</p><h3>End</h3><p>Bye.</p>"))
    assert told(talk)[-2:] == [(SAM, f"{SAID[-1][1]} It eats all."), (NORA, "So. Bye.")]
    talk = read(page_of(f"{LABELLED}<h3>About the host</h3><p>Nora sails.</p>"))
    assert told(talk) == SAID
    long = "<p>And so on, for a long time, about the sea and the seals in it.</p>" * 20
    talk = read(page_of(f"{LABELLED}<h3>The sea</h3>{long}"))
    assert "for a long time" in talk.turns[-1].text  # too long to be furniture


def test_who_speaks_in_another_element_too_is_read_there() -> None:
    """A talk that is cut into several elements is read whole, with whoever joins it."""
    parts = f"<div>{LABELLED}</div><div><p><b>{NORA}:</b> More?</p><p><b>Eve:</b> Yes.</p></div>"
    more = f"<div><p><b>{NORA}:</b> Bye.</p></div>"
    assert told(read(page_of(parts + more)))[-3:] == [
        (NORA, "More?"),
        ("Eve", "Yes."),
        (NORA, "Bye."),
    ]


def test_lines_are_those_of_the_page() -> None:
    """Errors and warnings name the line of the file, and in a long line the place in it."""
    backwards = "".join(f"<p>[0:{50 - i}] <b>{n}:</b> {s}</p>\n" for i, (n, s) in enumerate(SAID))
    page = f"<html><head>\n\n<title>x</title>\n</head><body>\n{backwards}</body></html>"
    assert read(page).warnings == ("line 6: the times run backwards (9 times in all)",)
    (warning,) = read(page.replace("\n", "<i></i>" * 100)).warnings
    assert warning == "line 1: from its character 3635 on, the times run backwards (9 times in all)"
    said = "".join(f"<p>{said} 00:00:{i:02}</p>\n" for i, (_, said) in enumerate(SAID))
    with pytest.raises(MalformedTranscriptError, match=r"aligned.*read as html") as caught:
        read(f"<html>\n<!-- a\nb -->\n<body>\n{said}</body></html>")
    assert caught.value.line == 5


def test_who_made_a_transcript_is_furniture_where_its_class_says_so() -> None:
    """Below NPR's transcripts stands how they are made; the last speaker did not say it."""
    made = "<p class='disclaimer'>Our transcripts are created on a rush deadline.</p>"
    talk = read(page_of("".join(f"<p>{n.upper()}: {said}</p>" for n, said in SAID) + made))
    assert talk.turns[-1].text == SAID[-1][1]
    assert talk.left_out[-1].reason == "web-page furniture"


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
    """A paragraph below the talk in the words of one service is left out and counted."""
    if layout == "text":
        talk = read("\n\n".join([*(f"{name}: {said}" for name, said in SAID), notice]))
    else:
        talk = read(page_of(f"{LABELLED}<p>{notice}</p>"))
    assert told(talk) == SAID
    assert len(talk.left_out) == 1
    check_all_counted(talk, [notice])


def test_a_notice_that_somebody_reads_is_speech() -> None:
    """In the midst of a paragraph, or behind a label, it is said."""
    said = "Thanks for reading! This post is public so feel free to share it."
    talk = read(page_of(f"{LABELLED}<p><b>{NORA}:</b> {said}</p>"))
    assert told(talk)[-1] == (NORA, said)
