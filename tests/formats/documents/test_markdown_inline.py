"""Inline markup of Markdown."""

from __future__ import annotations

import pytest

from tests.formats.documents.markdown_talk import HEAD
from tests.formats.documents.reading import dialogue, read
from tests.formats.talks import check_runs


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("we **really** do", "we really do"),
        ("we *really* do, __so__ _it_ goes", "we really do, so it goes"),
        ("*laughs* Yes. *sighs* No.", "*laughs* Yes. *sighs* No."),
        ("a snake_case_name and 2 * 3 * 4", "a snake_case_name and 2 * 3 * 4"),
        ("see [the page](https://a.b/c_(d)) now", "see the page now"),
        ("see ![a picture](x.png)now <https://a.b> ok", "see now https://a.b ok"),
        (r"5 \* 3 \[x\] \_", "5 * 3 [x] _"),
        ("AT&amp;T &lt;x", "AT&T <x"),
        ("one<br>two <b>three</b>", "one two three"),
        ("`code` and ~~gone~~[^1]", "code and gone"),
        ("[laughter] (yes) [", "[laughter] (yes) ["),
        ("a [b](c", "a [b](c"),
        ("[inaudible](00:12)", "[inaudible](00:12)"),
        ("see [the *page*](<https://a.b/c d>), [b](#t 'x (y)').", "see the page, b."),
        ("see [the page](https://a.b/c_(d)_e(f)) now", "see the page now"),
        ("see [a [b] c](https://a.b) [![d](e.png)](https://f.g) now", "see a [b] c now"),
        ("see [the\npage](https://a.b) and\n[one](https://c.d\n'x').", "see the page and one."),
        ("see [the page][1], [b][], [c].\n\n[1]: /a\n[B]: /b", "see the page, b, [c]."),
        (f"see ![x](data:image/png;base64,{'A' * 5000}) now", "see now"),
        ("so[^1]\n\n[^1]: A note.\n    Which goes on.", "so"),
    ],
)
def test_marks_are_not_quoted(said: str, text: str) -> None:
    """Emphasis, links, escapes and tags are markup; directions and other signs are words."""
    talk = read(f"{HEAD}**Anna:** {said}\n\n**Ben:** Oh.\n\n**Anna:** So.\n")
    assert talk.format == "markdown"
    assert dialogue(talk)[0] == ("Anna", text)
    check_runs(talk)
