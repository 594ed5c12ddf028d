"""Errors and warnings of documents name lines of the source."""

from __future__ import annotations

import pytest

from nuggets.errors import MalformedTranscriptError
from tests.formats.documents.reading import read
from tests.formats.documents.web_page import SAID


def test_lines_are_those_of_the_page() -> None:
    """They name the line of the file, and the character in a very long line."""
    backwards = "".join(f"<p>[0:{50 - i}] <b>{n}:</b> {s}</p>\n" for i, (n, s) in enumerate(SAID))
    page = f"<html><head>\n\n<title>x</title>\n</head><body>\n{backwards}</body></html>"
    assert read(page).warnings == ("line 6: the times run backwards (9 times in all)",)
    (warning,) = read(page.replace("\n", "<i></i>" * 100)).warnings
    assert warning == "line 1: from its character 3635 on, the times run backwards (9 times in all)"
    said = "".join(f"<p>{said} 00:00:{i:02}</p>\n" for i, (_, said) in enumerate(SAID))
    with pytest.raises(MalformedTranscriptError, match=r"aligned.*read as html") as caught:
        read(f"<html>\n<!-- a\nb -->\n<body>\n{said}</body></html>")
    assert caught.value.line == 5
