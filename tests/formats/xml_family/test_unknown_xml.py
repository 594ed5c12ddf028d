"""XML of no known kind is refused, with and without its declaration."""

from __future__ import annotations

import pytest

from nuggets.errors import TranscriptError, UnknownFormatError
from tests.formats.documents.reading import read

TURNS = "".join(
    f'<turn speaker="{name}"><s>We go to the lock.</s><p>And back.</p></turn>\n'
    for name in ("Ann", "Bob") * 4
)


@pytest.mark.parametrize(
    "source",
    [
        f"<transcript>{TURNS}</transcript>",
        f'<?xml version="1.0"?><Trans>{TURNS}</Trans>',
        f"<!-- x --><ns:Trans xmlns:ns='x'>{TURNS}",
        f"<!DOCTYPE smil><smil>{TURNS}</smil>",
        "<?xml version='1.0'?><x>y</x>",
    ],
)
def test_unknown_xml_is_refused(source: str) -> None:
    """Rather than read as a page or as prose."""
    with pytest.raises(UnknownFormatError, match="XML of no known kind"):
        read(source)


@pytest.mark.parametrize("cut", [1, 40, 90])
def test_xml_without_its_beginning_is_refused(cut: int) -> None:
    """Wherever it was cut."""
    with pytest.raises(UnknownFormatError, match="no beginning"):
        read(f"x{TURNS[cut:]}" if cut == 1 else TURNS[cut:].lstrip("<"))


@pytest.mark.parametrize(
    "source",
    [
        "<ann> we go\n<bob> we stay\n<ann> oh\n<bob> yes\n",
        "<b>Ann:</b> we go.<br>\n<b>Bob:</b> we stay.<br>\n" * 3,
        "<applause> Thank you. We begin.",
    ],
)
def test_chats_and_pages_are_none(source: str) -> None:
    """Names between angle brackets are no elements."""
    try:
        read(source)
    except TranscriptError as error:
        assert "XML" not in str(error)
