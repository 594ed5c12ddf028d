"""A talk that is not in English gives a warning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.english.language_detection import SAMPLE, language_warning

ENGLISH = "And so we went to the harbor, and it was cold, but I like it. " * 20
GERMAN = "Und dann gingen wir zum Hafen hinunter, weil niemand dort gewesen war. " * 20
RUSSIAN = "И потом мы пошли к морю, потому что там никого не было. " * 20


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    """Any text gives one line or nothing, and none of its words."""
    warning = language_warning(text)
    assert warning is None or (warning.isascii() and "\n" not in warning)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (ENGLISH, None),
        ("", None),
        ("1 2 3", None),
        ("Moin moin.", None),  # too short to tell
        (GERMAN, "the text does not look like English"),
        (RUSSIAN, "most of the text is not in Latin script"),
        ("今天我们讨论人工智能。", "most of the text is not in Latin script"),
        (ENGLISH + "Добро пожаловать. ", None),
    ],
)
def test_warnings(text: str, start: str | None) -> None:
    """English passes, and so does what is too short; other languages and scripts are named."""
    warning = language_warning(text)
    assert warning is None if start is None else (warning or "").startswith(start)


def test_the_middle_decides() -> None:
    """An English page around a talk in another language does not hide it."""
    head = ENGLISH[:1000]
    assert language_warning(head + GERMAN * (2 * SAMPLE // len(GERMAN)) + head) is not None
