"""Writers of pages, Markdown and CHAT."""

from __future__ import annotations

import html
from collections.abc import Sequence
from textwrap import wrap

from nuggets.timecode import to_clock
from tests.formats.specimens.talk import Spoken, Word, names_of


def clock(time_ms: int) -> str:
    """`HH:MM:SS`."""
    seconds = time_ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def to_html(text: str) -> str:
    """Escape in many ways, and wrap lines."""
    escaped = html.escape(text).replace("é", "&eacute;").replace("x &lt;", "x &#60;")
    return "\n      ".join(wrap(escaped, 90, break_long_words=False, break_on_hyphens=False))


def write_podcast_page(talk: Sequence[Spoken]) -> bytes:
    """Podcasting 2.0: a paragraph for each `<time>`."""
    blocks = [
        f"<cite>{html.escape(spoken.speaker)}:</cite>\n"
        f"<time>{to_clock(spoken.start_ms)}</time>\n<p>{to_html(spoken.text)}</p>"
        for spoken in talk
    ]
    return ("\n\n".join(blocks) + "\n").encode()


_BEFORE = """<!DOCTYPE html>
<!-- saved from url=(0028)https://example.org/seeds/ -->
<html lang="en"><head><meta charset="utf-8"><title>Seeds: the talk</title>
<script>var talk = "<p><strong>Nobody:</strong> never said</p>";</script>
<style>p > strong { color: red }</style></head>
<body class="post">
<header><a href="/">The Valley Hour</a></header>
<nav><ul><li><a href="/about">About</a><li><a href="/subscribe">Subscribe</a></ul></nav>
<main><article class="entry-content">
<h1>Episode 12: Seeds</h1>
<p>In this episode we speak about seeds.</p>
<h2>Transcript</h2>
"""
_AFTER = """<h3>Related episodes</h3>
<ul><li>Episode 11: Rivers</li></ul>
<form action="/subscribe"><label>Email</label><input type="email"><button>Subscribe</button></form>
</article></main>
<section id="comments"><h3>2 comments</h3>
<p><strong>Anon:</strong> Great talk!</p></section>
<footer><p>&copy; 2026 The Valley Hour</p></footer>
</body></html>
"""
_AD = '<aside class="ad"><p>Advertisement: buy our book.</p></aside>\n'
_SECTION = "<h3>The freezer</h3>\n"


def write_page(talk: Sequence[Spoken]) -> bytes:
    """A podcast's own page: bold labels with times, headings, an advertisement, comments."""
    paragraphs = []
    for i, spoken in enumerate(talk):
        name = html.escape(spoken.speaker)
        first, _, rest = to_html(spoken.text).partition(" ")
        said = f"<em>{first}</em> {rest}" if rest else first
        label = f"<strong>{name}</strong> ({clock(spoken.start_ms)}): "
        paragraphs.append(f"<p>{label}{said}</p>\n")
        if i == len(talk) // 2:
            paragraphs.append(_AD + _SECTION)
    return (_BEFORE + "".join(paragraphs) + _AFTER).encode()


def write_markdown(talk: Sequence[Spoken]) -> bytes:
    """Front matter, headings, bold labels with times, the words in a quotation, marked up."""
    lines = [
        *("---", 'title: "Seeds: the talk"', "tags: [seeds]", "---", "", "# Episode 12: Seeds", ""),
        *("Recorded in *June*.", "", "## Transcript", ""),
    ]
    for i, spoken in enumerate(talk):
        text = spoken.text.replace("[", "\\[").replace("]", "\\]").replace("<", "\\<")
        first, _, rest = text.partition(" ")
        said = (
            (
                *(f"**{first}** {rest}", f"{first} {rest}"),
                f"[{first}](https://example.org/a_b_(c)) {rest}",
            )[i % 3]
            if rest and first.isalpha()
            else text
        )
        lines += [f"**{spoken.speaker}** ({clock(spoken.start_ms)}):", "", f"> {said}", ""]
        if i == len(talk) // 2:
            lines += ["---", "", "## The freezer", ""]
    return "\n".join(lines).encode()


def write_chat(talk: Sequence[Spoken]) -> bytes:
    """CHAT: an utterance for each sentence, with a bullet, a tier about its words, and tabs."""
    names = names_of(talk)
    codes = {name: f"SP{i}" for i, name in enumerate(names)}
    who = ", ".join(f"{codes[name]} {name.replace(' ', '_')} Adult" for name in names)
    lines = ["@UTF8", "@PID:\t11312/a-00000001-1", "@Begin", "@Languages:\teng"]
    lines += [f"@Participants:\t{who}"]
    lines += [f"@ID:\teng|seeds|{codes[name]}|||||Adult|||" for name in names]
    for spoken in talk:
        for words in _utterances(spoken):
            text = " ".join(word.text for word in words)
            if text[-1] in ".?!":
                text = f"{text[:-1]} {text[-1]}"
            head = f"*{codes[spoken.speaker]}:\t"
            wrapped = wrap(text, 80, break_long_words=False, break_on_hyphens=False)
            lines += [head + wrapped[0], *(f"\t{line}" for line in wrapped[1:])]
            lines[-1] += f" \x15{words[0].start_ms}_{words[-1].end_ms}\x15"
            lines.append("%mor:\tpro|it cop|be&3S adv|so .")
    return ("\n".join([*lines, "@End"]) + "\n").encode()


def _utterances(spoken: Spoken) -> list[list[Word]]:
    """Cut a turn at the ends of its sentences."""
    utterances: list[list[Word]] = [[]]
    for word in spoken.words:
        utterances[-1].append(word)
        if word.text[-1] in ".?!":
            utterances.append([])
    return [words for words in utterances if words]
